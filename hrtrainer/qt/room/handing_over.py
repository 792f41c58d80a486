"""What leaves the room: the report in four forms, and what is printed. Written beside the window's own work."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hrtrainer.export.group_report import REPORT_FORMATS, render_report
from hrtrainer.export.prints import PRINTS, print_bytes
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.report import GroupReport
from hrtrainer.history.atomic import atomic_write
from hrtrainer.qt.asking_where import ask_where
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window
from hrtrainer.session.telling import Teller


class HandingOver(QObject):
    """Asks where, writes all or nothing, and tells."""

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.closing.connect(self._finish)

    def _finish(self) -> None:
        """A file that is being written is written to its end before the window goes."""
        for work in self.findChildren(Work):
            work.wait()

    def save_report(self, report: GroupReport, form: str, then: Callable[[], object]) -> None:
        """Ask where to save a report in a format, and save it there; `then` once it stands there."""
        known = REPORT_FORMATS[form]
        write = partial(self.write, made=partial(render_report, report, form, self._ground.paths.fonts), then=then)
        name = f"{report.scenario} group {report.day}"
        ask_where(self._window, "Save the report of the group", name, ((known.label, known.suffix),), write)

    def save_print(self, what: str, tell: Teller, agenda: Agenda) -> None:
        """Ask where to save something to print, and save it there."""
        made = partial(print_bytes, what, tell, agenda, self._ground.paths.fonts)
        write = partial(self.write, made=made, then=_nothing)
        ask_where(self._window, PRINTS[what], f"{tell.scenario.id} {what}", (("PDF", ".pdf"),), write)

    def write(self, path: Path, made: Callable[[], bytes], then: Callable[[], object]) -> None:
        """Write what is made, beside the window's own work."""
        self._window.tell(f"Saving {path.name} …")

        def deed() -> str:
            atomic_write(path, made())
            return path.name

        work = Work(deed, self)
        work.done.connect(partial(self._tell_saved, then))
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, then: Callable[[], object], name: object) -> None:
        self._window.tell(f"Saved {name}. Nothing was sent anywhere.")
        then()


def _nothing() -> None:
    """Nothing follows from a print."""
