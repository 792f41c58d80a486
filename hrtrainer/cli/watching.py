"""Checking again whenever a file is saved.

Names are looked up again and again, and nothing is asked of the operating system's notices: editors save by renaming,
folders go away and come back, and disks in a network send no notices. A few files a moment cost next to nothing.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import TextIO

from hrtrainer.paths import scenario_files

Seen = Mapping[str, tuple[int, ...]]
"""Each name that was looked for, and the marks of what stood there: none where there was nothing."""

_PAUSE = 0.25
"""Seconds between two looks."""
_SETTLING = 0.05
_LONGEST_SETTLING = 20
"""Looks at a file that goes on changing before it is checked as it stands."""
_TOP_OF_AN_EMPTY_SCREEN = "\x1b[2J\x1b[H"
_NAMED_AT_MOST = 3


def watch(names: Iterable[str], check: Callable[[], int], out: TextIO) -> int:
    """Check now and after every change until Ctrl+C; the status of the last check. What is new is said on `out`.

    A terminal is cleared before each check; anywhere else a line with the time stands between two of them.
    """
    paths = [Path(name) for name in names]
    before, status = look(paths), check()
    try:
        while True:
            print("Watching for changes; Ctrl+C ends.", file=sys.stderr, flush=True)
            now = _changed(paths, before)
            _announce(out, _changes(before, now))
            before, status = now, check()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return status


def look(paths: Iterable[Path]) -> Seen:
    """What stands under these names: files, and the scenario files of folders. Raises nothing."""
    named = list(paths)
    return {str(path): _marks(path) for path in [*named, *[file for path in named for file in scenario_files(path)]]}


def _marks(path: Path) -> tuple[int, ...]:
    """What changes when a file is saved or may no longer be read. A folder has none but its being there."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    if stat.S_ISDIR(found.st_mode):
        return (found.st_mode,)
    return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns


def _changed(paths: list[Path], before: Seen) -> Seen:
    """What stands there, once it is something else."""
    now = before
    while now == before:
        sleep(_PAUSE)
        now = look(paths)
    return _settled(paths, now)


def _settled(paths: Iterable[Path], now: Seen) -> Seen:
    """What stands there once it rests: an editor that saves takes the file away for a moment."""
    for _ in range(_LONGEST_SETTLING):
        sleep(_SETTLING)
        before, now = now, look(paths)
        if before == now:
            break
    return now


def _changes(before: Seen, now: Seen) -> list[str]:
    """One phrase for each name: what became of it."""
    said = []
    for name in dict.fromkeys([*before, *now]):
        was, is_now = before.get(name, ()), now.get(name, ())
        if was != is_now:
            said.append(f"{Path(name).name} {'changed' if was and is_now else 'is there' if is_now else 'is gone'}")
    return said


def _announce(out: TextIO, changes: list[str]) -> None:
    told = ", ".join(changes[:_NAMED_AT_MOST])
    more = len(changes) - _NAMED_AT_MOST
    told += f" and {more} more" if more > 0 else ""
    begin = _TOP_OF_AN_EMPTY_SCREEN if _can_be_cleared(out) else "\n"
    print(f"{begin}---- {datetime.now():%H:%M:%S}  {told}", file=out, flush=True)


def _can_be_cleared(out: TextIO) -> bool:
    """Whether `out` is a terminal that knows the signs for it; old consoles on Windows would show them."""
    return out.isatty() and os.environ.get("TERM") != "dumb" and (os.name == "posix" or "WT_SESSION" in os.environ)
