"""The way into the window: PySide6 is loaded, without what a window never asks of it, and Python's own import put back.

PySide6 replaces `__import__` to look into every module for `from __feature__ import ...`, which nothing here uses. It
costs a sixth of the time in which the modules of the window load. And it compiles, at each start anew, what writes its
type stubs: a tenth of the time to a bare window. That waits until somebody asks for it.

Python's cyclic collector rests from here to the first paint: nothing that is made on the way there is given up again,
and looking through all of it several times takes a twentieth of the start (`warming.collect_again` ends the rest).
"""

import builtins
import gc
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

from hrtrainer.paths import paths
from hrtrainer.qt.only_one import brought_forward

STUB_WRITERS = ("shibokensupport.signature.lib.pyi_generator", "shibokensupport.signature.lib.enum_sig")
"""What PySide6 needs only to write type stubs. Where another version has no such module, nothing waits."""


def open_window(home: Path | None, scenario: Path | None, shot: Path | None = None, profile: str | None = None) -> int:
    """Open the window, with a scenario file or without; the exit status. `shot` saves a picture of it and leaves."""
    places = paths(home)
    if shot is None and not places.people.exists() and brought_forward(places, scenario):
        return 0
    load()
    from hrtrainer.qt.app import open_window as opened

    return opened(home, scenario, shot, profile)


def load() -> None:
    """Load PySide6, with its stub writers and the collector at rest, and Python's own import after it."""
    gc.disable()
    python_import = builtins.__import__

    def without_stub_writers(name: str, *around: Any, **named: Any) -> ModuleType:
        wanted = named.get("fromlist") or (around[2] if len(around) > 2 else None)
        for module in (f"{name}.{one}" for one in wanted or ()):
            if module in STUB_WRITERS:
                sys.modules.setdefault(module, Later(module))
        return python_import(name, *around, **named)

    builtins.__import__ = without_stub_writers
    try:
        import_module("PySide6.QtCore")
    finally:
        builtins.__import__ = python_import


class Later(ModuleType):
    """A module of PySide6's own archive that loads once something in it is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)
        self._named = name  # PySide6 gives its modules a second name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        archive: Any = sys.modules["shibokensupport"].__spec__
        spec = archive.loader.find_spec(self._named, None)
        object.__setattr__(self, "__class__", ModuleType)
        self.__spec__ = spec
        spec.loader.exec_module(self)
        return getattr(self, name)
