"""Whatever befalls the file, the conversation goes on in memory, and all of it is on the disk as soon as it can be."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

import hrtrainer
from hrtrainer.history.backups import back_up, backups_of
from hrtrainer.history.elsewhere import bring_in, save_copy
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Event, SaidOwn, Started
from tests.stage import open_the_way

HOME = Path(hrtrainer.__file__).parents[1]
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite"


def first(key: str) -> Started:
    return Started(1000, key, "visit", "", "p", "", 7, "nhrc", "usa")


def begin(history: History, key: str) -> None:
    history.begin(first(key), f"Title of {key}", {})


def say(history: History, key: str, *steps: int) -> None:
    for step in steps:
        history.append(key, Chose(1000 + step, f"choice-{step}"), turns=step, ending=None)


def log(key: str, upto: int) -> tuple[Event, ...]:
    return (first(key), *(Chose(1000 + step, f"choice-{step}") for step in range(1, upto + 1)))


def kept(path: Path, key: str) -> tuple[Event, ...]:
    with closing(History.to_read(path)) as history:
        return history.log(key)


@contextmanager
def full(history: LastingHistory) -> Iterator[None]:
    """No page more for this connection, as when there is no room left."""
    pages = history.connection.execute("PRAGMA page_count").fetchone()[0]
    history.connection.execute(f"PRAGMA max_page_count={pages}")
    real = history._opened
    history._opened = lambda: (_ for _ in ()).throw(Problem("H01", "no room left", "make some"))  # type: ignore[method-assign]
    yield
    history._opened = real  # type: ignore[method-assign]


def test_a_full_disk_lets_the_conversation_go_on_and_all_is_kept_when_there_is_room(path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
        say(history, "a", 1, 2)
        with full(history):
            history.append("a", SaidOwn(1003, "x" * 100_000), turns=3, ending=None)
            assert history.trouble is not None and "no room" in history.trouble.message
            history.append("a", Chose(1004, "on"), turns=4, ending=("warm", "open"))
            begin(history, "b")
            assert history.waiting == {"a", "b"} and len(history.log("a")) == 5
            assert kept(path, "a") == log("a", 2)
        say(history, "b", 1)
        assert history.trouble is None and not history.waiting
        assert len(kept(path, "a")) == 5 and kept(path, "b") == log("b", 1)
        (row,) = [row for row in history.sessions() if row.key == "a"]
        assert (row.turns, row.ending) == (4, "warm")


LIMITED = """
import resource, signal, sys
from pathlib import Path
from hrtrainer.history.backups import back_up, backups_of
from hrtrainer.history.elsewhere import bring_in, save_copy
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.session.event import SaidOwn, Started

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
history = LastingHistory(Path(sys.argv[1]))
history.begin(Started(1, "a", "visit", "", "", "", 1, "nvc", "at"), "A visit", {})
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
for n in range(2, 402):
    history.append("a", SaidOwn(n, "x" * 1000), turns=n, ending=None)
print(history.trouble.code, len(history.waiting), len(history.log("a")))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(history.retry(), len(history.waiting), len(history.log("a")))
history.close()
"""


@posix
def test_a_file_that_may_not_grow_and_then_may(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], cwd=HOME, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.splitlines() == ["H04 1 401", "True 0 401"], done.stderr
    assert len(kept(path, "a")) == 401


def test_a_folder_that_vanishes_and_comes_back(path: Path, tmp_path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
        say(history, "a", 1, 2)
        path.parent.rename(tmp_path / "unplugged")
        say(history, "a", 3)
        assert history.trouble is not None and "not where it was" in history.trouble.message
        assert history.log("a") == log("a", 3) and not path.parent.exists()
        (tmp_path / "unplugged").rename(path.parent)
        say(history, "a", 4)
        assert history.trouble is None and kept(path, "a") == log("a", 4)


def test_a_deleted_file_is_written_anew_with_all_that_was_in_it(path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        for key in ("old", "a"):
            begin(history, key)
            say(history, key, 1)
        for file in path.parent.glob("history.sqlite*"):
            file.unlink()
        say(history, "a", 2)
        say(history, "a", 3)
        assert history.trouble is None
        assert kept(path, "a") == log("a", 3) and kept(path, "old") == log("old", 1)


def test_a_dead_drive_keeps_what_was_touched_since_the_start(path: Path, tmp_path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
        say(history, "a", 1, 2)
        history.connection.close()
        history.connection = sqlite3.connect(tmp_path / "nothing.sqlite", isolation_level=None)
        history.connection.execute("PRAGMA max_page_count=1")
        history.connection.set_authorizer(lambda *_: sqlite3.SQLITE_DENY)  # it answers nothing any more
        path.parent.rename(tmp_path / "unplugged")
        history._go_on_in_memory(Problem("H04", "the disk reported a fault", "look"))
        say(history, "a", 3)
        assert history.log("a")[-1] == Chose(1003, "choice-3")
        (tmp_path / "unplugged").rename(path.parent)
        assert history.retry()
    assert kept(path, "a") == log("a", 3)


HOLDER = """
import sys, time
from pathlib import Path
from hrtrainer.history.backups import back_up, backups_of
from hrtrainer.history.elsewhere import bring_in, save_copy
from hrtrainer.history.lasting import LastingHistory
history = LastingHistory(Path(sys.argv[1]))
print(history.trouble, flush=True)
time.sleep(600)
"""


def test_a_second_writer_reads_what_is_there_and_takes_over_when_the_first_is_killed(path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
        say(history, "a", 1)
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], cwd=HOME, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None and holder.stdout.readline().strip() == b"None"
        with closing(LastingHistory(path)) as second:
            assert second.trouble is not None and second.trouble.code == "H06"
            assert "--no-record" in second.trouble.hint
            assert second.log("a") == log("a", 1)
            say(second, "a", 2)
            assert second.waiting == {"a"} and kept(path, "a") == log("a", 1)
            with pytest.raises(Problem, match="Nothing was changed"):
                second.delete("a")
            holder.kill()
            holder.wait()
            assert second.retry() and kept(path, "a") == log("a", 2)


def test_a_newer_file_is_read_and_left_as_it_is(path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("PRAGMA user_version=99")
    before = path.read_bytes()
    with closing(LastingHistory(path)) as history:
        assert history.trouble is not None and history.trouble.code == "H02"
        assert history.log("a") == log("a", 0)
        say(history, "a", 1)
        begin(history, "b")
        assert history.waiting == {"a", "b"}
    assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"<html>Sign in</html>" * 99, bytes(9000)], ids=["a web page", "zeroes"])
def test_a_damaged_file_is_mended_on_opening(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    with closing(LastingHistory(path)) as history:
        assert history.trouble is None and history.mended is not None
        begin(history, "a")
        assert path.with_name(history.mended.aside).read_bytes() == data
    assert kept(path, "a") == log("a", 0)


def test_damage_that_is_found_later_is_mended_without_letting_go(path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
        say(history, "a", 1, 2, 3)
        history.connection.execute("UPDATE event SET name='other' WHERE seq=4")
        history.mend()
        assert history.mended is not None and history.mended.aside
        assert history.log("a") == log("a", 3)  # what was touched since the start is at hand, and whole
        say(history, "a", 4)
    assert kept(path, "a") == log("a", 4)


def test_going_back_and_bringing_in_a_copy(path: Path, tmp_path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
        say(history, "a", 1)
        backup, _ = back_up(path, datetime(2026, 11, 20, tzinfo=UTC))
        say(history, "a", 2)
        begin(history, "b")
        save_copy(history, tmp_path / "copy.sqlite")
        assert "kept as the backup of" in history.restore(backup)
        assert history.log("a") == log("a", 1) and history.session("b") is None
        assert bring_in(history, tmp_path / "copy.sqlite") == 2 and bring_in(history, tmp_path / "copy.sqlite") == 0
        say(history, "a", 3)
        (tmp_path / "odd.sqlite").write_bytes(b"<html>")
        with pytest.raises(Problem):
            bring_in(history, tmp_path / "odd.sqlite")
    assert kept(path, "a") == log("a", 3) and kept(path, "b") == log("b", 0)


READ_ONLY = """
import os, sys
from pathlib import Path
from hrtrainer.history.backups import back_up, backups_of
from hrtrainer.history.elsewhere import bring_in, save_copy
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.session.event import Chose
import filelock, sqlite3, tempfile, hrtrainer.history.mending
if os.getuid() == 0:  # who may write anywhere: go on as nobody
    os.setgid(65534), os.setuid(65534)
history = LastingHistory(Path(sys.argv[1]))
history.append("a", Chose(1001, "choice-1"), turns=1, ending=None)
print(history.trouble.code, "read-only" in history.trouble.message, len(history.log("a")))
history.close()
"""


@posix
def test_a_read_only_folder(path: Path, tmp_path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "a")
    before = path.read_bytes()
    open_the_way(tmp_path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        command = [sys.executable, "-c", READ_ONLY, str(path)]
        done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=60)
    finally:
        path.parent.chmod(0o755)
    assert done.stdout.split() == ["H01", "True", "2"], done.stderr
    assert path.read_bytes() == before


def test_what_waits_can_be_saved_at_another_place(path: Path, tmp_path: Path) -> None:
    with closing(LastingHistory(path)) as history:
        begin(history, "old")
        shutil.copytree(path.parent, tmp_path / "copy")
        with full(history):
            history.append("old", SaidOwn(1001, "x" * 100_000), turns=1, ending=None)
            save_copy(history, tmp_path / "elsewhere.sqlite")
        assert len(kept(tmp_path / "elsewhere.sqlite", "old")) == 2
        with pytest.raises(Problem):
            save_copy(history, tmp_path / "no folder" / "elsewhere.sqlite")


def test_a_deleted_session_is_in_no_file_of_the_folder(path: Path) -> None:
    secret = "I never told anyone about the green bicycle"
    with closing(LastingHistory(path)) as history:
        for key in ("a", "b"):
            begin(history, key)
        history.append("a", SaidOwn(1001, secret), turns=0, ending=None)
        for day in (18, 19):
            back_up(path, datetime(2026, 11, day, tzinfo=UTC))
        history.delete("a")
        files = [file for file in path.parent.rglob("*") if file.is_file()]
        assert len(files) >= 4 and not any(secret.encode() in file.read_bytes() for file in files)
        for backup in backups_of(path):
            with closing(History.to_read(backup.path)) as older:
                assert [row.key for row in older.sessions()] == ["b"]
