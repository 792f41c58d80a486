"""A damaged history is moved aside, never written over; what is sound is brought together in a new one."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hrtrainer import words
from hrtrainer.history.atomic import sync_folder
from hrtrainer.history.backups import Backup, backups_of
from hrtrainer.history.checking import checked
from hrtrainer.history.keeping import Keeping
from hrtrainer.history.opening import copy_to_file, open_history, open_to_read, wal_of
from hrtrainer.history.refusals import cannot_open
from hrtrainer.history.rows import session_row, started_of
from hrtrainer.history.salvage import Salvaged, salvage
from hrtrainer.history.standing import COLUMNS
from hrtrainer.history.transfer import take_in, take_in_texts
from hrtrainer.problem import Problem
from hrtrainer.session.event import Started


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a damaged history: where it lies now, and what the new one holds.

    `sessions` is how many it holds in all, `cut` how many of them end at the damage, `lost` how many of the damaged
    file are in none of it, `backup` when the backup that was used is from.
    """

    aside: str
    sessions: int
    cut: int
    lost: int
    backup: datetime | None

    def told(self) -> str:
        """The same in sentences for the person."""
        parts = ["The file of your conversations was damaged."]
        if self.aside:
            parts.append(f"It was moved aside and is now called {self.aside}.")
        kept = f"The new one holds {words.count(self.sessions, 'conversation')}"
        if self.cut:
            kept += f", {self.cut} of them up to the damage"
        if self.backup is not None:
            kept += f", with the help of the backup of {words.long_day(self.backup.date().isoformat())}"
        parts.append(f"{kept}.")
        if self.lost:
            parts.append(f"{words.first_capital(words.count(self.lost, 'conversation'))} could not be read any more.")
        return " ".join(parts)


def mend(path: Path, now: datetime) -> Mended:
    """Move the damaged history at `path` aside and make a new one of what can be read and the newest sound backup.

    The caller holds the lock. Raises Problem H01 when that cannot be done; nothing was changed then.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        data, wal = (_bytes(file) for file in (path, wal_of(path)))
        for left in (new, wal_of(new)):
            left.unlink(missing_ok=True)
        backup = _take_sound_backup(path, new)
        found = salvage(data, wal, _known(new) if backup else {})
        sessions, cut, lost = _fill(new, found)
        aside = move_aside(path, now)
        os.replace(new, path)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise cannot_open(path.name, error) from error
    return Mended(aside, sessions, cut, lost, backup.at if backup else None)


def _take_sound_backup(path: Path, new: Path) -> Backup | None:
    """The newest backup that is sound, copied to `new`."""
    for backup in backups_of(path):
        with suppress(Problem, sqlite3.Error), closing(open_to_read(backup.path)) as connection:
            if checked(connection).sound:
                copy_to_file(connection, new)
                return backup
    return None


def _known(path: Path) -> Mapping[int, Started]:
    """The beginnings of the sessions of a sound history by their number."""
    with closing(open_to_read(path)) as connection:
        rows = connection.execute(f"SELECT id, {COLUMNS} FROM session").fetchall()
    return {number: started_of(session_row(values)) for number, *values in rows}


def _fill(new: Path, found: Salvaged) -> tuple[int, int, int]:
    """Write what was salvaged; how many sessions there are, how many end at the damage, how many are lost."""
    with closing(open_history(new)) as connection:
        cut = 0
        with Keeping(connection):
            take_in_texts(connection, found.texts)
            for record in found.whole:
                take_in(connection, record)
            for record in found.cut:
                cut += take_in(connection, record)
        (sessions,) = connection.execute("SELECT count(*) FROM session").fetchone()
    kept = len(found.whole) + len(found.cut)
    return int(sessions), cut, max(0, found.lost - max(0, sessions - kept))


def move_aside(path: Path, now: datetime) -> str:
    """Give the file and its companions a dated name; the name, or an empty text where there was no file."""
    stem = f"{path.stem}-damaged-{now.astimezone(UTC):%Y-%m-%dT%H%M%S}Z"
    name, number = f"{stem}{path.suffix}", 2
    while path.with_name(name).exists():
        name, number = f"{stem}-{number}{path.suffix}", number + 1
    for end in ("-shm", "-journal", "-wal", ""):  # the companions first: beside a new file they would be taken for its
        with suppress(FileNotFoundError):
            os.rename(path.with_name(path.name + end), path.with_name(name + end))
    return name if path.with_name(name).exists() or path.with_name(f"{name}-wal").exists() else ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
