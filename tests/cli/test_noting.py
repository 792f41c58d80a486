"""What is handed over from the command line is noted with its conversations, as what the window saves is."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.facilitating import gather
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.rooms import rooms
from hrtrainer.history.shares import SharedThen, shares
from hrtrainer.history.store import History
from hrtrainer.paths import Paths, paths
from hrtrainer.profiles.keys import Sealer
from hrtrainer.profiles.locked import open_with_passphrase, set_passphrase
from hrtrainer.scenario.library import read_file
from hrtrainer.session.packing import PARTS
from hrtrainer.shipped import read_reference
from hrtrainer.sitting import Wishes
from tests.sending.fake import fake
from tests.stage import ASSETS, ROOT, SCENARIOS

Run = Callable[..., subprocess.CompletedProcess[str]]
WORDS = "three old bicycles"
NOT_KEPT = "The note that you handed it over could not be kept: "


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return paths(tmp_path / "home")


@pytest.fixture
def run(home: Paths) -> Run:
    """Runs `hrtrainer --home HOME ...`; what it reads from its input is given."""

    def run_it(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(home.home), *words]
        found = os.environ | {"PYTHONPATH": str(ROOT), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        return subprocess.run(command, input=given, capture_output=True, text=True, env=found, timeout=60)

    return run_it


def noted(home: Paths) -> tuple[SharedThen, ...]:
    with closing(History.to_read(home.history)) as history:
        return shares(history)


def test_a_file_is_noted_with_each_conversation_in_it(run: Run, home: Paths, tmp_path: Path) -> None:
    for seed in ("7", "8"):
        run("play", "in-a-rush", "--auto", seed)
    keys = [one["key"] for one in json.loads(run("sessions", "--json").stdout)]
    struck = run("export", keys[0], "--lines").stdout.splitlines()[0].split("  ")[0]
    assert not noted(home)  # nothing was handed over yet
    words = ("--format", "md", "-o", str(tmp_path / "both.md"), "--without", "guess,counts", "--strike", struck)
    done = run("export", *keys, *words)
    assert done.returncode == 0 and done.stderr == "Saved both.md.\n"
    found = {one.key: one.what for one in noted(home)}
    assert set(found) == set(keys)
    assert {key: what.struck for key, what in found.items()} == {keys[0]: 1, keys[1]: 0}
    for what in found.values():
        assert (what.form, what.file) == ("md", "both.md")
        assert what.parts == tuple(one for one in PARTS if one not in ("guess", "counts"))
    assert run("backup", "--check").returncode == 0


def test_what_was_not_saved_is_not_noted(run: Run, home: Paths, tmp_path: Path) -> None:
    run("play", "in-a-rush", "--auto", "7")
    target = tmp_path / "mine.md"
    target.write_text("mine")
    assert run("export", "--format", "md", "-o", str(target)).returncode == 2
    assert run("export", "--format", "md", "-o", str(tmp_path / "nowhere" / "a.md")).returncode == 2
    assert run("export", "--lines").returncode == 0 and not noted(home)


def test_what_was_played_without_a_record_leaves_no_note(run: Run, home: Paths, tmp_path: Path) -> None:
    run("play", "in-a-rush", "--auto", "7", "--no-record")
    done = run("export", "--format", "md", "-o", str(tmp_path / "a.md"))
    assert done.returncode == 2 and "No conversation has been kept yet." in done.stderr and not home.history.exists()


def test_while_a_window_holds_them_it_is_saved_and_said_that_no_note_is_kept(
    run: Run, home: Paths, tmp_path: Path
) -> None:
    run("play", "in-a-rush", "--auto", "7")
    target = tmp_path / "a.md"
    with closing(LastingHistory(home.history)):
        done = run("export", "--format", "md", "-o", str(target))
    assert done.returncode == 0 and target.exists()
    assert f"hrtrainer: {NOT_KEPT}HR Trainer is open on these conversations already" in done.stderr
    assert "hint: What you save or send from the window is noted there." in done.stderr and not noted(home)


def test_what_a_newer_program_wrote_is_left_as_it_is(run: Run, home: Paths, tmp_path: Path) -> None:
    run("play", "in-a-rush", "--auto", "7")
    with closing(sqlite3.connect(home.history)) as connection:
        connection.execute("PRAGMA user_version=900")
    before = home.history.read_bytes()
    done = run("export", "--format", "md", "-o", str(tmp_path / "a.md"))
    assert done.returncode == 0 and NOT_KEPT in done.stderr and home.history.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="file descriptors are handed on by number")
def test_a_note_of_a_locked_profile_is_sealed_and_the_passphrase_is_asked_for_once(
    run: Run, home: Paths, tmp_path: Path
) -> None:
    home.home.mkdir()
    with closing(History(home.history)) as history:
        set_passphrase(home.keys, WORDS, history, lambda: None)
    locked = ("--passphrase-fd", "0")
    assert run(*locked, "play", "in-a-rush", "--auto", "7", given=f"{WORDS}\n").returncode == 0
    done = run(*locked, "export", "--format", "md", "-o", str(tmp_path / "rosamunde.md"), given=f"{WORDS}\n")
    assert done.returncode == 0 and done.stderr == "Saved rosamunde.md.\n"
    assert not [path for path in home.home.glob("history*") if b"rosamunde" in path.read_bytes()]
    seal = Sealer(open_with_passphrase(home.keys, WORDS))
    with closing(History.to_read(home.history, seal)) as history:
        assert [one.what.file for one in shares(history)] == ["rosamunde.md"]


def test_what_is_sent_is_noted_and_a_room_goes_on_as_it_was(run: Run, home: Paths) -> None:
    run("play", "in-a-rush", "--auto", "7")
    reference = read_reference(ASSETS)
    with closing(History(home.history)) as history:
        gather(history, read_file(SCENARIOS / "in-a-rush.yaml", reference.known), reference, Wishes("nhrc", "usa"))
    with fake() as store:
        run("send", "--to", store.endpoint, "--user", "ws01", "--password-fd", "0", given="pass\n")
        assert run("send", "last", "--preview").returncode == 0 and not noted(home)
        assert run("send", "last", "last-room", "--without", "counts").returncode == 0
        found = noted(home)
        assert [(one.what.form, one.what.file) for one in found] == [("xapi", "to the record store")]
        assert "counts" not in found[0].what.parts
        assert run("send").returncode == 0 and noted(home) == found  # nothing more was chosen
        assert run("send", "last-room").returncode == 0
    with closing(History.to_read(home.history)) as history:
        assert found[0].key not in {one.key for one in rooms(history)} and len(rooms(history)) == 1
