"""Older files are brought up on raw data: every step on what the step before left, and nothing of it is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history import migrations
from hrtrainer.history.opening import open_history
from hrtrainer.history.rows import Row, checksum, row_of
from hrtrainer.history.standing import STAND, sound
from hrtrainer.history.store import History
from hrtrainer.session.event import Chose, SaidOwn, Started

FIRST = Started(1000, "a", "visit", "d", "p", "r", 7, "nhrc", "usa", code_name="Robin")
EVENTS = (Chose(1001, "ask", True), SaidOwn(1002, "half a pair \ud83d"))


def old_file(path: Path, steps: int) -> None:
    """A history as the program with that many steps wrote it: one session, its title with half a surrogate pair."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(migrations.MIGRATIONS[0].script)
        connection.execute(f"PRAGMA application_id={migrations.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={steps}")
        connection.execute(
            "INSERT INTO session(id, key, started, scenario, scenario_digest, principles_digest, region_digest, seed, "
            "lens, region, tempo, code_name, title, ending, ending_kind, turns, last) VALUES(1, 'a', 1000, 'visit', "
            "'d', 'p', 'r', 7, 'nhrc', 'usa', 'coached', 'Robin', ?, 'warm', 'open', 2, 1002)",
            ("A visit \ud83d".encode("utf-8", "surrogatepass"),),
        )
        for seq, event in enumerate((FIRST, *EVENTS), 1):
            row = row_of(event)
            crc = checksum("a", seq, row, FIRST if seq == 1 else None) % 2**32
            values = (1, seq, row.at, row.kind, row.name, row.number, raw(row), crc)
            connection.execute("INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?)", values)
        for step in migrations.MIGRATIONS[1:steps]:
            connection.executescript(step.script)
            if step.then is not None:
                step.then(connection)


def raw(row: Row) -> str | bytes:
    return row.words.encode("utf-8", "surrogatepass") if "\ud83d" in row.words else row.words


@pytest.mark.parametrize("steps", range(1, len(migrations.MIGRATIONS)))
def test_an_older_file_is_brought_up_with_all_that_is_in_it(tmp_path: Path, steps: int) -> None:
    path = tmp_path / "history.sqlite"
    old_file(path, steps)
    with closing(History(path)) as history:
        assert history.log("a") == (FIRST, *EVENTS)
        (row,) = history.sessions()
        assert (row.title, row.turns, row.ending, row.ending_kind, row.last) == (
            "A visit \ud83d",
            2,
            "warm",
            "open",
            1002,
        )
        *stand, crc = history.rows(f"SELECT {STAND}, crc FROM session")[0]
        assert sound("a", stand, crc)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS),)


def test_an_older_file_is_the_same_as_a_new_one_afterwards(tmp_path: Path) -> None:
    old_file(tmp_path / "old.sqlite", 1)
    shapes = []
    for name in ("old.sqlite", "new.sqlite"):
        with closing(open_history(tmp_path / name)) as connection:
            shapes.append({row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")})
    assert shapes[0] == shapes[1]


def test_a_step_that_cannot_be_done_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.sqlite"
    old_file(path, 1)
    broken = migrations.Step("CREATE TABLE more(id INTEGER); CREATE TABLE session(id INTEGER)")
    monkeypatch.setattr("hrtrainer.history.opening.MIGRATIONS", (migrations.MIGRATIONS[0], broken))
    with pytest.raises(Exception, match="cannot be opened"):
        History(path)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name='more'").fetchone() == (0,)


def test_an_older_file_is_read_without_being_changed(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    old_file(path, 1)
    before = path.read_bytes()
    with closing(History.to_read(path)) as history:
        assert history.log("a") == (FIRST, *EVENTS)
        assert history.sessions()[0].key == "a"
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
