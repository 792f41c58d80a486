"""Deleting everything of a person, really: each file is written over before it goes. And what that cannot reach."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hrtrainer.paths import Paths

CANNOT_REACH = (
    "What you saved elsewhere: summaries, pictures, tables.",
    "Copies that the system or your organisation makes of this folder: backups, a cloud, snapshots.",
    "Traces that a disk keeps by itself: a solid-state disk moves what is written, so writing over it may miss an old "
    "copy. Only a disk that is encrypted as a whole (BitLocker, FileVault) answers that.",
)
"""What deleting here does not touch. Said before it is done."""

_FILES = (
    "history*", ".history*", "settings*.json", "catalogue.json", "key.json",
    "hrtrainer.log*", ".*.part", ".running", ".window.lock", ".wish",
    "outbox*", ".outbox*", "record-store*", "agreed.json",
)  # fmt: skip
_FOLDERS = ("backups", "scenarios", "damaged")
_CHUNK = 1 << 20


def erase(places: Paths) -> tuple[str, ...]:
    """Delete everything of the person whose folder this is; gives the names of what could not be.

    The history has to be closed. Files that are not ours are left alone, and so is the folder while it holds any.
    """
    left = tuple(path.name for path in _everything(places.home) if not _erased(path))
    for name in _FOLDERS:
        with suppress(OSError):
            shutil.rmtree(places.home / name, ignore_errors=True)
    with suppress(OSError):
        places.home.rmdir()
    return left


def erase_copies(places: Paths) -> None:
    """Delete every copy of the history: backups, and files that were moved aside. The history itself stays."""
    live = places.history.name
    found = [path for path in places.home.glob("history*") if path.name not in (live, f"{live}-wal", f"{live}-shm")]
    found += [path for name in ("backups", "damaged") for path in (places.home / name).rglob("*")]
    for path in found:
        if path.is_file() or path.is_symlink():
            _erased(path)


def _everything(home: Path) -> Iterator[Path]:
    """The keys first: once they are gone, what is sealed stays sealed whatever happens after."""
    found = [path for form in _FILES for path in home.glob(form)]
    found += [path for name in _FOLDERS for path in (home / name).rglob("*")]
    yield from sorted((path for path in dict.fromkeys(found) if path.is_file() or path.is_symlink()), key=_keys_first)


def _keys_first(path: Path) -> tuple[bool, str]:
    return path.name != "key.json", path.name


def _erased(path: Path) -> bool:
    """Write zeros over a file, and take it away. A link goes; what it points to is somewhere else, and stays."""
    with suppress(OSError):
        if not path.is_symlink():
            _write_over(path)
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _write_over(path: Path) -> None:
    size = path.stat().st_size
    with open(path, "r+b", buffering=0) as file:
        for start in range(0, size, _CHUNK):
            file.write(bytes(min(_CHUNK, size - start)))
        os.fsync(file.fileno())
