"""A full disk, a file that is held, a changed byte: nothing told is lost and nothing wrong is told."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import hrtrainer
from hrtrainer.history import opening
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Event, SaidOwn, Started, WentOn

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")
BODY = "id: visit\ntitle: Ein Besuch\n"
DIGEST = hashlib.sha256(BODY.encode()).hexdigest()
STARTED = Started(1000, "a", "visit", DIGEST, "p", "", 7, "nvc", "at", code_name="Robin")
SECRET = "I never told anyone about the green bicycle"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    history = History(path)
    yield history
    history.close()


def begin(history: History) -> None:
    history.begin(STARTED, "Title of a", {DIGEST: ("scenario", BODY)})


def say(history: History, *events: Event, ending: tuple[str, str] | None = None) -> None:
    for event in events:
        history.append("a", event, turns=1, ending=ending)


def problem(code: str, act: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as raised:
        act()
    assert raised.value.code == code
    assert raised.value.hint
    return raised.value


def test_a_file_that_another_program_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_MS", 1)
    with closing(History(path)) as history, closing(sqlite3.connect(path, isolation_level=None)) as other:
        begin(history)
        other.execute("BEGIN IMMEDIATE")
        assert "using it" in problem("H01", lambda: History(path)).message
        assert "Nothing was lost" in problem("H04", lambda: say(history, WentOn(1))).message
        other.execute("ROLLBACK")
        say(history, WentOn(1))
        assert history.log("a")[1:] == (WentOn(1),)


def test_deleting_while_another_program_reads_tells_of_traces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_MS", 1)
    with closing(History(path)) as history, closing(sqlite3.connect(path, isolation_level=None)) as other:
        begin(history)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM session").fetchall()
        assert "traces" in problem("H04", lambda: history.delete("a")).message
        assert history.sessions() == ()


def test_a_full_disk_changes_nothing(history: History) -> None:
    begin(history)
    pages = history.connection.execute("PRAGMA page_count").fetchone()[0]
    history.connection.execute(f"PRAGMA max_page_count={pages}")
    found = problem("H04", lambda: say(history, SaidOwn(5, "x" * 100_000), ending=("warm", "good")))
    assert "no room" in found.message
    assert history.log("a") == (STARTED,)
    assert history.sessions()[0].ending is None
    say(history, SaidOwn(6, "short"))
    assert history.log("a")[1:] == (SaidOwn(6, "short"),)


LIMITED = """
import resource, sys
from itertools import count
from pathlib import Path
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import SaidOwn, Started

history = History(Path(sys.argv[1]))
history.begin(Started(1, "a", "visit", "", "", "", 1, "nvc", "at"), "A visit", {})
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
for n in count(2):
    try:
        history.append("a", SaidOwn(n, "x" * 1000), turns=n, ending=None)
    except Problem as problem:
        print(problem.code, n - 1, len(history.log("a")))
        break
"""


@posix
def test_a_file_that_may_not_grow_loses_nothing_told(path: Path) -> None:
    home = Path(hrtrainer.__file__).parents[1]
    command = [sys.executable, "-c", LIMITED, str(path)]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True, timeout=60)
    code, told, read = done.stdout.split()
    assert code == "H04"
    assert told == read
    with closing(History(path)) as history:
        assert len(history.log("a")) == int(told)


def damage(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        (b"green bicycle", b"green bicyclf", "step 3 of “Title of a”"),
        (b"green bicycle", b"green bicycl\xff", "step 3 of “Title of a”"),
        (b"Robin", b"Robim", "step 1 of “Title of a”"),
    ],
    ids=["another letter", "no letter", "another name"],
)
def test_a_changed_byte_is_told_with_its_place(path: Path, old: bytes, new: bytes, step: str) -> None:
    with closing(History(path)) as history:
        begin(history)
        say(history, WentOn(2), SaidOwn(3, SECRET), WentOn(4))
    damage(path, old, new)
    with closing(History(path)) as history:
        assert step in problem("H03", lambda: history.log("a")).message
        assert len(history.sessions()) == 1


def test_a_changed_text_is_told(path: Path) -> None:
    with closing(History(path)) as history:
        begin(history)
    damage(path, b"Ein Besuch", b"Kein Besuc")
    with closing(History(path)) as history:
        problem("H03", lambda: history.text(DIGEST))


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ("DELETE FROM event WHERE seq=2", "step 2"),
        ("DELETE FROM event WHERE seq=3", "step 3"),
        ("DELETE FROM event", "step 1"),
        ("UPDATE event SET number=1 WHERE seq=2", "step 2"),
        ("UPDATE event SET name=x'ff' WHERE seq=2", "step 2"),
        ("UPDATE session SET seed='many', tempo=x'ff'", "step 1"),
    ],
)
def test_lost_or_changed_rows_are_told(path: Path, history: History, change: str, step: str) -> None:
    begin(history)
    say(history, Chose(2, "x"), Chose(3, "y"))
    history.connection.execute(change)
    assert step in problem("H03", lambda: history.log("a")).message
    assert len(history.sessions()) == 1


def test_a_page_of_nonsense_is_told(path: Path) -> None:
    with closing(History(path)) as history:
        begin(history)
        say(history, *(SaidOwn(n, SECRET * 20) for n in range(200)))
    data = path.read_bytes()
    path.write_bytes(data[: 4096 * 10] + bytes(len(data) - 4096 * 10))
    with closing(History(path)) as history:
        problem("H03", lambda: history.log("a"))


def test_a_damaged_description_of_the_tables_is_told_on_opening(path: Path) -> None:
    History(path).close()
    damage(path, b"CREATE TABLE event(", b"CREATE T\xc4BLE event(")
    before = path.read_bytes()
    assert "damaged" in problem("H01", lambda: History(path)).message
    assert path.read_bytes() == before
