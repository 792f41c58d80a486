"""What is saved from the command line holds nothing of the computer, nor what was struck or hidden."""

import json
from pathlib import Path

import pytest

from hrtrainer.cli.main import run
from hrtrainer.cli.words import FORMATS, parse
from hrtrainer.paths import paths
from hrtrainer.sending.store import RecordStore, write_store
from tests.export.opening import letters, unpacked, words_of
from tests.stage import ASSETS, SCENARIOS

FORM = ASSETS / "guide" / "form-example" / "our-form.json"
CANARIES = ("canary-user", "canary-host", "canary-home", "canary-play")


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, a user, a computer and a scenario of one's own, each with a name that would show."""
    home = tmp_path / "canary-home"
    play = tmp_path / "canary-play" / "visit.yaml"
    play.parent.mkdir()
    home.mkdir()
    text = (SCENARIOS / "in-a-rush.yaml").read_text(encoding="utf-8")
    play.write_text(text, encoding="utf-8")
    for name, value in {"USER": "canary-user", "LOGNAME": "canary-user", "USERNAME": "canary-user"}.items():
        monkeypatch.setenv(name, value)
    for name, value in {"HOSTNAME": "canary-host", "HOME": str(home), "USERPROFILE": str(home)}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(play.parent)
    assert said(home, "play", str(play), "--auto", "7", "--record") == 0
    return home


def said(home: Path, *words: str) -> int:
    return run(parse(["--home", str(home / "data"), *words]))


@pytest.mark.parametrize("house", [(), ("--form", str(FORM))], ids=["ours", "of an organisation"])
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_the_computer_and_nothing_struck_is_saved(form, house, at_home, tmp_path, capsys):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    capsys.readouterr()
    assert said(at_home, "export", "--lines") == 0
    lines = dict(line.split("  ", 1) for line in capsys.readouterr().out.splitlines())
    id = next(name for name, text in lines.items() if name.endswith(".said") and len(text.split()) > 6)
    struck = lines[id].removeprefix("You: ")
    whole, without = tmp_path / f"whole.{form}", tmp_path / f"without.{form}"
    assert said(at_home, "export", "--format", form, "-o", str(whole), *house) == 0
    assert said(at_home, "export", "--format", form, "-o", str(without), "--strike", id, *house) == 0
    for path in (whole, without):
        data = unpacked(path.read_bytes())
        assert [name for name in (*CANARIES, str(tmp_path)) if name.encode() in data] == []
    told = [letters(words_of(path.read_bytes(), tmp_path)) for path in (whole, without)]
    assert letters(struck) not in told[1] and struck.encode() not in unpacked(without.read_bytes())
    if told[0] and form != "xapi" and not (form == "docx" and house):  # neither has a path in words
        assert letters(struck) in told[0]


def test_nothing_of_the_computer_is_in_what_would_be_sent(at_home, capsys):
    store = RecordStore(True, False, "https://records.example.org/xapi", "https://records.example.org", "ws01")
    write_store(paths(at_home / "data").record_store, store)
    capsys.readouterr()
    assert said(at_home, "send", "last", "--preview") == 0
    found = capsys.readouterr().out
    assert len(json.loads(found)) > 5 and not [name for name in CANARIES if name in found]
