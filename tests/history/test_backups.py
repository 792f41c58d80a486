"""Dated backups: whole, checked, thinned with age; going back to one loses nothing of what was there."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.history.backups import Backup, back_up, backups_of, folder_of, is_due, superfluous
from hrtrainer.history.mending import mend
from hrtrainer.history.restoring import find_backup, restore
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Started

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def play(history: History, key: str) -> None:
    history.begin(Started(1000, key, "visit", "", "p", "", 7, "nhrc", "usa"), f"Title of {key}", {})
    history.append(key, Chose(1001, "ask"), turns=1, ending=None)


def keys(path: Path) -> list[str]:
    with closing(History(path)) as history:
        return sorted(row.key for row in history.sessions())


def test_a_backup_holds_what_stands_in_the_wal_only_while_a_window_writes(path: Path) -> None:
    with closing(History(path)) as history:
        play(history, "a")
        backup, found = back_up(path, NOW)
        play(history, "b")
        assert (found.sessions, found.events, found.sound) == (1, 2, True)
        assert [file.name for file in folder_of(path).iterdir()] == ["history-2026-11-25T093000Z.sqlite"]
        assert backup.path.stat().st_mode & 0o077 == 0
    assert keys(backup.path) == ["a"] and keys(path) == ["a", "b"]


def test_a_damaged_history_is_not_backed_up_and_pushes_no_good_backup_out(path: Path) -> None:
    with closing(History(path)) as history:
        play(history, "a")
        back_up(path, NOW - timedelta(days=300))
        history.connection.execute("UPDATE event SET name='other' WHERE seq=2")
    with pytest.raises(Problem, match="1 conversation with damage") as raised:
        back_up(path, NOW)
    assert raised.value.code == "H07" and len(backups_of(path)) == 1 == len(list(folder_of(path).iterdir()))


def test_it_is_due_once_a_day_and_only_after_something_was_kept(path: Path) -> None:
    assert not is_due(path, NOW)
    now = datetime.now(tz=UTC)
    with closing(History(path)) as history:
        play(history, "a")
        assert is_due(path, now)
        made, _ = back_up(path, now - timedelta(days=1))
        os.utime(made.path, (made.at.timestamp(), made.at.timestamp()))
        assert is_due(path, now)
        back_up(path, now)
        assert not is_due(path, now) and not is_due(path, now + timedelta(days=1))


def test_two_backups_of_one_second_are_two(path: Path) -> None:
    with closing(History(path)) as history:
        play(history, "a")
    assert [back_up(path, NOW)[0].stamp for _ in range(2)] == ["2026-11-25T093000", "2026-11-25T093001"]


def dated(days: list[float]) -> tuple[Backup, ...]:
    return tuple(Backup(Path(str(day)), NOW - timedelta(days=day)) for day in sorted(set(days)))


def test_years_of_daily_backups_are_thinned_to_days_weeks_and_months() -> None:
    backups = dated([day / 2 for day in range(1500)])
    gone = superfluous(backups, NOW)
    kept = [(NOW.date() - one.at.date()).days for one in backups if one not in gone]
    assert sorted({*kept[:10]})[:7] == [0, 1, 2, 3, 4, 5, 6] and 18 <= len(kept) <= 28
    assert 330 <= kept[-1] <= 372
    assert all(later - earlier <= 31 for earlier, later in pairwise(kept))


@given(st.lists(st.floats(0, 800), max_size=60))
def test_thinning_keeps_the_newest_and_thinning_again_changes_nothing(days: list[float]) -> None:
    backups = dated(days)
    gone = superfluous(backups, NOW)
    left = tuple(one for one in backups if one not in gone)
    assert left[:1] == backups[:1]
    assert superfluous(left, NOW) == ()


def test_going_back_keeps_what_was_there(path: Path) -> None:
    with closing(History(path)) as history:
        play(history, "a")
    old, _ = back_up(path, NOW - timedelta(days=2))
    with closing(History(path)) as history:
        play(history, "b")
        copies = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    for name, data in copies.items():  # as a killed program leaves them: the last session is in the -wal
        path.with_name(name).write_bytes(data)
    assert "kept as the backup of 2026-11-25T093000" in restore(path, find_backup(path, "2026-11-23"), NOW)
    assert keys(path) == ["a"]
    restore(path, find_backup(path), NOW)
    assert keys(path) == ["a", "b"]
    assert old.path.exists() and {file.name for file in path.parent.iterdir()} == {"history.sqlite", "backups"}


def test_going_back_from_a_damaged_history_moves_it_aside(path: Path) -> None:
    with closing(History(path)) as history:
        play(history, "a")
    back_up(path, NOW)
    path.write_bytes(b"no history")
    told = restore(path, find_backup(path), NOW)
    assert "history-damaged-2026-11-25T093000Z.sqlite" in told and keys(path) == ["a"]
    assert path.with_name("history-damaged-2026-11-25T093000Z.sqlite").read_bytes() == b"no history"


def test_a_damaged_backup_is_not_gone_back_to_and_an_older_sound_one_mends(path: Path) -> None:
    with closing(History(path)) as history:
        play(history, "a")
        back_up(path, NOW - timedelta(days=2))
        play(history, "b")
        newer, _ = back_up(path, NOW)
    with closing(sqlite3.connect(newer.path)) as connection:
        connection.execute("UPDATE event SET name='other'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(Problem, match="damaged itself") as raised:
        restore(path, newer, NOW)
    assert raised.value.code == "H07" and path.read_bytes() == before
    path.write_bytes(b"")
    assert mend(path, NOW).backup == NOW - timedelta(days=2) and keys(path) == ["a"]


def test_asking_for_what_is_not_there(path: Path) -> None:
    for which in ("", "2026-01-01"):
        with pytest.raises(Problem) as raised:
            find_backup(path, which)
        assert raised.value.code == "H07" and raised.value.hint
