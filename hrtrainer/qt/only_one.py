"""One window for a data folder: a second start brings it forward, with the file that it was started with."""

import time
from contextlib import suppress
from pathlib import Path

from hrtrainer.history.lock import Lock
from hrtrainer.paths import Paths

_PATIENCE, _STEP = 2.0, 0.01
"""Seconds that a window has to answer a second start, and between two looks whether it did."""


def brought_forward(places: Paths, file: Path | None) -> bool:
    """Whether a window stands on this folder and has come forward, with a scenario file if one was given.

    What the last window left tells at once that there is none; only if there may be one is its lock asked.
    """
    if not places.running.exists():
        return False
    lock = Lock(places.window_lock)
    if lock.take():
        lock.free()
        return False
    with suppress(OSError):
        part = places.wish.with_name(f"{places.wish.name}.part")  # it is looked at as soon as it is there
        part.write_text(str(file.absolute()) if file is not None else "", encoding="utf-8")
        part.replace(places.wish)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if not places.wish.exists():
                return True
            time.sleep(_STEP)
        places.wish.unlink(missing_ok=True)
    return False


def taken_wish(places: Paths) -> Path | str | None:
    """What a second start wants: a file, or ('') only that the window comes forward. None when there was none."""
    try:
        text = places.wish.read_text(encoding="utf-8")
        places.wish.unlink()
    except OSError:
        return None
    return Path(text) if text else ""
