"""Dated copies of the history: made whole, checked before they count, thinned out with age.

The copy is read through a connection that cannot write: only one connection of all programs ever writes to a history
or folds in its -wal, for two that do can damage it (SQLite before 3.51.3, "WAL-reset").
"""

import os
import re
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from hrtrainer.history.atomic import sync_folder
from hrtrainer.history.checking import Findings, checked
from hrtrainer.history.opening import copy_to_file, open_to_read, wal_of
from hrtrainer.history.refusals import Damaged
from hrtrainer.problem import Problem

DAYS, WEEKS, MONTHS = 7, 5, 12
"""Of how many days, weeks and months the newest backup is kept."""

_ALL_WITHIN = timedelta(days=2)
_DATED = re.compile(r"(\d{4}-\d\d-\d\dT\d{6})Z")
_FORM = "%Y-%m-%dT%H%M%S"


class Backup(NamedTuple):
    """One backup, made at `at` (in UTC)."""

    path: Path
    at: datetime

    @property
    def stamp(self) -> str:
        """Day and time as its name has them: 2026-11-25T093000."""
        return f"{self.at:{_FORM}}"


def folder_of(path: Path) -> Path:
    """Where the backups of the history at `path` lie."""
    return path.with_name("backups")


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups of the history at `path`, the newest first."""
    found = []
    with suppress(OSError):
        for file in folder_of(path).iterdir():
            dated = _DATED.fullmatch(file.stem.removeprefix(f"{path.stem}-"))
            if file.suffix == path.suffix and dated:
                with suppress(ValueError):  # a day that is none
                    found.append(Backup(file, datetime.strptime(dated[1], _FORM).replace(tzinfo=UTC)))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def is_due(path: Path, now: datetime) -> bool:
    """Whether the history was written to since its newest backup, and that is of another day."""
    newest = next(iter(backups_of(path)), None)
    if newest is None:
        return path.exists()
    changed = max(_written(path), _written(wal_of(path)))
    return newest.at.date() != now.date() and changed > _written(newest.path)


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def back_up(path: Path, now: datetime, rest: Callable[[], None] = lambda: None) -> tuple[Backup, Findings]:
    """Make a backup of the history at `path`, check all of it, and thin out the old ones.

    Raises Problem H01 when there is nothing to read, H07 when the history or the copy is damaged (older backups then
    stay as they are) or the copy cannot be written. `rest` is called now and then.
    """
    folder = folder_of(path)
    target = _free_name(path, now)
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            with closing(open_to_read(path)) as source:
                copy_to_file(source, part)
            with closing(open_to_read(part)) as copy:
                found = checked(copy, rest)
            if not found.sound:
                raise _damaged(found)
            os.replace(part, target)
            sync_folder(folder)
        finally:
            with suppress(OSError):
                part.unlink()
        for old in superfluous(backups_of(path), now):
            old.path.unlink()
    except (OSError, sqlite3.Error) as error:
        why = f"The backup could not be made: {type(error).__name__}."
        raise Problem("H07", why, "Look whether there is room on the disk. Older backups are as they were.") from error
    return next(one for one in backups_of(path) if one.path == target), found


def _free_name(path: Path, now: datetime) -> Path:
    """A dated name that no backup has."""
    at = now.astimezone(UTC)
    while (target := folder_of(path) / f"{path.stem}-{at:{_FORM}}Z{path.suffix}").exists():
        at += timedelta(seconds=1)
    return target


def superfluous(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Those that are not the newest of one of the last days, weeks and months. All of two days stay, and the newest."""
    kept = {one for one in backups if now - one.at < _ALL_WITHIN} | set(backups[:1])
    for most, key, length in ((DAYS, _day, 1), (WEEKS, _week, 7), (MONTHS, _month, 31)):
        within = [one for one in backups if now - one.at < timedelta(days=most * length)]
        kept |= set(_newest_of_each(within, key))
    return tuple(one for one in backups if one not in kept and one.at <= now)


def _newest_of_each(backups: Iterable[Backup], key: Callable[[datetime], object]) -> Iterable[Backup]:
    seen = set()
    for one in backups:
        if (group := key(one.at)) not in seen:
            seen.add(group)
            yield one


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.year, at.month


def _damaged(found: Findings) -> Damaged:
    return Damaged(
        "H07",
        f"No backup was made, as the history is damaged. {found.told()}",
        "The backups there are stay as they are: hrtrainer backup --list",
    )
