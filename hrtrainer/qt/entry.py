"""The way into the window: PySide6 is loaded, and Python's own import put back.

PySide6 replaces `__import__` to look into every module for `from __feature__ import ...`, which nothing here uses. It
costs a sixth of the time in which the modules of the window load.

Python's cyclic collector rests from here to the first paint: nothing that is made on the way there is given up again,
and looking through all of it several times takes a twentieth of the start (`warming.collect_again` ends the rest).
"""

import builtins
import gc
from importlib import import_module
from pathlib import Path

from hrtrainer.paths import paths
from hrtrainer.qt.only_one import brought_forward


def open_window(home: Path | None, scenario: Path | None, shot: Path | None = None, profile: str | None = None) -> int:
    """Open the window, with a scenario file or without; the exit status. `shot` saves a picture of it and leaves."""
    places = paths(home)
    if shot is None and not places.people.exists() and brought_forward(places, scenario):
        return 0
    load()
    from hrtrainer.qt.app import open_window as opened

    return opened(home, scenario, shot, profile)


def load() -> None:
    """Load PySide6, without its looking into all that is imported after it, and with the collector at rest."""
    gc.disable()
    python_import = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = python_import
