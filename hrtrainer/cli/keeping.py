"""hrtrainer backup and hrtrainer restore: dated copies of what was kept, a check of it all, and going back."""

import sys
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from hrtrainer import words as say
from hrtrainer.cli.ground import Ground
from hrtrainer.history.backups import Backup, back_up, backups_of
from hrtrainer.history.checking import checked
from hrtrainer.history.lock import held_elsewhere, lock_of
from hrtrainer.history.opening import open_to_read
from hrtrainer.history.restoring import find_backup, restore
from hrtrainer.problem import Problem


def backup(ground: Ground, words: Namespace) -> int:
    """Make a backup, or list those there are, or check everything (1: there is damage). Raises Problem H01, H07."""
    path = ground.paths.history
    if words.list:
        return _list(backups_of(path))
    if words.check:
        return _check(path)
    if not path.exists():
        raise Problem("H07", "No conversation has been kept yet.", "There is nothing to make a backup of.")
    made, found = back_up(path, datetime.now(tz=UTC))
    print(f"Backup {made.stamp}: {found.told()}")
    return 0


def restore_backup(ground: Ground, words: Namespace) -> int:
    """Go back to a backup; what is there now is backed up first. Raises Problem H06, H07, H01."""
    path = ground.paths.history
    chosen = find_backup(path, words.which or "")
    lock = lock_of(path)
    if not lock.take():
        raise held_elsewhere()
    try:
        there = restore(path, chosen, datetime.now(tz=UTC))
    finally:
        lock.free()
    print(f"Your conversations are as they were in the backup of {chosen.stamp}. {there}")
    return 0


def _list(backups: tuple[Backup, ...]) -> int:
    if not backups:
        print("There is no backup yet. The window makes one on every day that something was kept.")
    for one in backups:
        print(f"{one.stamp}  {say.long_day(one.at.date().isoformat())}, {one.path.stat().st_size / 1024:.0f} KiB")
    return 0


def _check(path: Path) -> int:
    """Check the history and every backup, each row under its checksum."""
    names = [("The history", path)] if path.exists() else []
    names += [(f"Backup {one.stamp}", one.path) for one in backups_of(path)]
    if not names:
        print("No conversation has been kept yet.")
    worst = 0
    for name, file in names:
        try:
            with closing(open_to_read(file)) as connection:
                found = checked(connection)
            told, sound = found.told(), found.sound
        except Problem as problem:
            told, sound = str(problem), False
        print(f"{name}: {told}")
        worst = max(worst, 0 if sound else 1)
    if worst:
        print(
            "The window mends a damaged history when it opens: it is moved aside, never written over.", file=sys.stderr
        )
    return worst
