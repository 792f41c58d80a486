"""Nothing about the computer or its user is in a file: only what the session holds."""

import getpass
import platform
from pathlib import Path

import pytest

from hrtrainer.export.formats import FORMATS
from tests.export.opening import unpacked
from tests.export.rendering import rendered


def canaries(monkeypatch, tmp_path):
    """Names that would show if anything looked: a user, a host, a home, a working folder."""
    home = tmp_path / "canary-home"
    home.mkdir()
    for name, value in (("USER", "canary-user"), ("LOGNAME", "canary-user"), ("USERNAME", "canary-user"),
                        ("HOME", str(home)), ("USERPROFILE", str(home)), ("HOSTNAME", "canary-host")):  # fmt: skip
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(home)
    names = ["canary", platform.node(), str(Path.cwd()), str(Path(__file__).parents[2])]
    return [name for name in names if len(name) > 3 and name != "localhost"] + [f"/{getpass.getuser()}/"]


@pytest.mark.parametrize("form", FORMATS)
def test_holds_nothing_of_the_computer(sample, fonts, form, monkeypatch, tmp_path):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    names = canaries(monkeypatch, tmp_path)
    made = unpacked(rendered(sample.pack(sample.typical()), form, fonts.resolve()))
    assert [name for name in names if name.encode() in made] == []


@pytest.mark.parametrize("form", FORMATS)
def test_holds_no_author_when_nobody_is_named(sample, fonts, form):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    made = unpacked(rendered(sample.pack(sample.bare()), form, fonts))
    assert (
        b"Tansy" not in made
        and b"<dc:creator>" not in made.replace(b"<dc:creator></dc:creator>", b"")
        and b"/Author" not in made
    )


@pytest.mark.parametrize("form", FORMATS)
def test_same_bytes_for_the_same_summary(sample, fonts, form):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    assert rendered(sample.pack(sample.typical()), form, fonts) == rendered(sample.pack(sample.typical()), form, fonts)
