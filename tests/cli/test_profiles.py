"""Profiles on the command line: one by its code name, and a passphrase that is never among the words."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history.store import History
from hrtrainer.paths import Paths, paths
from hrtrainer.profiles.locked import set_passphrase
from hrtrainer.profiles.people import add_person
from hrtrainer.settings import Settings, write_settings

ROOT = Path(__file__).parents[2]
WORDS = "three old bicycles"
posix = pytest.mark.skipif(os.name != "posix", reason="file descriptors are handed on by number")


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return paths(tmp_path / "home")


def run(home: Paths, *words: str, passphrase: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(home.home)]
    handed: tuple[int, ...] = ()
    if passphrase is not None:
        read, write = os.pipe()
        os.write(write, f"{passphrase}\n".encode())
        os.close(write)
        command += ["--passphrase-fd", str(read)]
        handed = (read,)
    done = subprocess.run(
        [*command, *words], capture_output=True, text=True, encoding="utf-8", timeout=60, pass_fds=handed,
        stdin=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    for descriptor in handed:
        os.close(descriptor)
    return done


def test_each_profile_has_its_own_sessions(home: Paths) -> None:
    add_person(home, "Sorrel")
    assert run(home, "--profile", "sorrel", "play", "in-a-rush", "--auto", "7").returncode == 0
    assert run(home, "sessions").stdout.strip() == "No conversations yet."
    assert "In a rush" in run(home, "--profile", "Sorrel", "sessions").stdout


def test_somebody_who_is_not_here_is_told(home: Paths) -> None:
    told = run(home, "--profile", "Nettle", "sessions")
    assert (told.returncode, told.stdout) == (2, "") and "C26" in told.stderr


@posix
def test_what_is_sealed_opens_with_the_passphrase_alone(home: Paths, tmp_path: Path) -> None:
    home.home.mkdir()
    with closing(History(home.history)) as history:
        set_passphrase(home.keys, WORDS, history, lambda: None)
    assert run(home, "play", "in-a-rush", "--auto", "7", passphrase=WORDS).returncode == 0
    target = tmp_path / "summary.json"
    for passphrase, code in ((None, "C28"), ("three new bicycles", "C23")):
        told = run(home, "export", "--format", "json", "-o", str(target), passphrase=passphrase)
        assert told.returncode == 2 and code in told.stderr and not target.exists()
    assert run(home, "export", "--format", "json", "-o", str(target), passphrase=WORDS).returncode == 0
    assert target.exists()


def test_no_word_of_the_command_line_takes_a_passphrase(home: Paths) -> None:
    assert "--passphrase " not in run(home, "--help").stdout
    assert run(home, "--passphrase", WORDS, "sessions").returncode == 2


def test_what_needs_no_history_asks_nothing(home: Paths) -> None:
    home.home.mkdir()
    home.keys.write_text("{}", encoding="utf-8")
    assert run(home, "list").returncode == 0


def test_where_sessions_are_not_kept_that_holds_here_too_unless_it_is_said_otherwise(home: Paths) -> None:
    write_settings(home.settings, Settings(keep_sessions=False))
    assert run(home, "play", "in-a-rush", "--auto", "7").returncode == 0
    assert run(home, "sessions").stdout.strip() == "No conversations yet."
    assert run(home, "play", "in-a-rush", "--auto", "7", "--record").returncode == 0
    assert "In a rush" in run(home, "sessions").stdout
