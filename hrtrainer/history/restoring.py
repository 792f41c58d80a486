"""Going back to a backup. What is there is backed up first, or moved aside if it is damaged: nothing is lost by it."""

import os
import secrets
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from hrtrainer.history.atomic import sync_folder
from hrtrainer.history.backups import Backup, back_up, backups_of
from hrtrainer.history.checking import checked
from hrtrainer.history.mending import move_aside
from hrtrainer.history.opening import companions_of, copy_to_file, open_to_read
from hrtrainer.history.refusals import cannot_open
from hrtrainer.problem import Problem

_LIST = "hrtrainer backup --list shows those there are."


def find_backup(path: Path, which: str = "") -> Backup:
    """The backup of the history at `path` whose day and time begin so; without a word the newest. Raises H07."""
    found = [one for one in backups_of(path) if one.stamp.startswith(which)]
    if not found:
        what = f"There is no backup of {which}." if which else "There is no backup yet."
        raise Problem("H07", what, _LIST if which else "hrtrainer backup makes one.")
    return found[0]


def restore(path: Path, backup: Backup, now: datetime) -> str:
    """Make the history at `path` what it was in a backup; a sentence that says where what was there is now.

    The caller holds the lock, and no connection. Raises Problem H07 and H01; the history is then as it was.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with closing(open_to_read(backup.path)) as source:
            if not checked(source).sound:
                raise Problem("H07", f"The backup of {backup.stamp} is damaged itself.", "Choose another. " + _LIST)
            copy_to_file(source, part)
        there = _put_by(path, now)
        os.replace(part, path)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise cannot_open(path.name, error) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return there


def _put_by(path: Path, now: datetime) -> str:
    """Back up what is there, or move it aside; the -wal is folded in or moved with it."""
    if not path.exists():
        return "There was no history in its place."
    try:
        kept, _ = back_up(path, now)
    except Problem:
        return f"What was there is damaged, and is now called {move_aside(path, now)}."
    for companion in companions_of(path):  # beside another file they would be taken for its
        companion.unlink(missing_ok=True)
    return f"What was there is kept as the backup of {kept.stamp}."
