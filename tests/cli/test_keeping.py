"""What was kept, from the command line: backups, checks, going back, and sentences when the file is not to be had."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history.lasting import LastingHistory
from tests.stage import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
PLAY = ("play", "in-a-rush", "--auto", "7", "--json")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Runs `hrtrainer --home HOME ...` and gives back what it said."""

    def run_it(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(home), *words]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60)

    return run_it


def count(run: Run) -> int:
    return len(run("sessions").stdout.splitlines())


def test_a_backup_is_made_listed_checked_and_gone_back_to(run: Run, home: Path) -> None:
    assert run("backup").returncode == 2
    assert "no backup yet" in run("backup", "--list").stdout.lower()
    run(*PLAY)
    made = run("backup")
    assert made.returncode == 0 and "all of it is as it was written" in made.stdout
    run(*PLAY)
    assert count(run) == 2
    stamp = run("backup", "--list").stdout.split()[0]
    assert stamp in made.stdout
    back = run("restore", stamp[:10])
    assert back.returncode == 0 and "kept as the backup of" in back.stdout
    assert count(run) == 1
    assert run("restore").returncode == 0 and count(run) == 2
    done = run("backup", "--check")
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 4, done.stdout
    assert run("restore", "1999").returncode == 2


def test_a_check_tells_of_damage(run: Run, home: Path) -> None:
    run(*PLAY)
    with closing(sqlite3.connect(home / "history.sqlite")) as connection:
        connection.execute("UPDATE event SET name='other' WHERE seq=2")
        connection.commit()
    done = run("backup", "--check")
    assert done.returncode == 1 and "1 conversation with damage" in done.stdout
    assert run("backup").returncode == 2


def test_while_a_window_holds_it_reading_works_and_play_names_no_record(run: Run, home: Path) -> None:
    run(*PLAY)
    with closing(LastingHistory(home / "history.sqlite")):
        assert count(run) == 1
        assert run("export", "last", "--format", "md", "-o", str(home / "a.md")).returncode == 0
        assert run("backup").returncode == 0
        done = run(*PLAY)
        assert done.returncode == 2 and "--no-record" in done.stderr and "(H06)" in done.stderr
        assert run(*PLAY, "--no-record").returncode == 0
        assert run("restore").returncode == 2
    assert run(*PLAY).returncode == 0 and count(run) == 2


def test_a_newer_history_is_read_and_play_says_that_nothing_is_kept(run: Run, home: Path) -> None:
    run(*PLAY)
    with closing(sqlite3.connect(home / "history.sqlite")) as connection:
        connection.execute("PRAGMA user_version=99")
    before = (home / "history.sqlite").read_bytes()
    assert count(run) == 1 and "written by a newer HR Trainer" in run("sessions").stderr
    done = run(*PLAY)
    assert done.returncode == 2 and done.stdout.startswith("{")
    assert "newer HR Trainer" in done.stderr and "This conversation was not kept." in done.stderr
    assert (home / "history.sqlite").read_bytes() == before


def test_a_damaged_history_is_mended_by_play_and_told(run: Run, home: Path) -> None:
    run(*PLAY)
    run("backup")
    (home / "history.sqlite").write_bytes(b"<html>Sign in</html>")
    assert run("sessions").returncode == 2
    done = run(*PLAY)
    assert done.returncode == 0 and "moved aside" in done.stderr and "1 conversation" in done.stderr
    assert count(run) == 2
    assert [file.read_bytes() for file in home.glob("history-damaged-*.sqlite")] == [b"<html>Sign in</html>"]
