"""Saving a summary: where, as what, and beside the window's own work."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hrtrainer.export.formats import FORMATS
from hrtrainer.forming.making import made
from hrtrainer.history.atomic import atomic_write
from hrtrainer.qt.asking_where import ask_where
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window
from hrtrainer.session.packing import Choices, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import Sitting


class Saving(QObject):
    """Asks where, writes all or nothing, and tells."""

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.closing.connect(self._finish)

    def _finish(self) -> None:
        """A file that is being written is written to its end before the window goes."""
        for work in self.findChildren(Work):
            work.wait()

    def save(self, sitting: Sitting, form: str) -> None:
        """Ask where to save a session's summary in a format, and save it there."""
        summary = summarise(sitting.session, sitting.reference, self._ground.today())
        known = FORMATS[form]
        write = partial(self.write, summary, form)
        name = f"{summary.scenario} {summary.day}"
        ask_where(self._window, "Save the summary", name, known.label, known.suffix, write)

    def write(self, summary: Summary, form: str, path: Path) -> None:
        """Write a summary beside the window's own work."""
        fonts = self._ground.paths.fonts
        self._window.tell(f"Saving {path.name} …")

        def deed() -> str:
            atomic_write(path, made(packed([summary], Choices()), form, fonts))
            return path.name

        work = Work(deed, self)
        work.done.connect(self._tell_saved)
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, name: object) -> None:
        self._window.tell(f"Saved {name}. Nothing was sent anywhere.")
