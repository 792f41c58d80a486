"""Work that takes longer than a person should wait for a window: done beside it, answered in it."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from hrtrainer.problem import Problem
from hrtrainer.qt.guard import guarded


class Work(QThread):
    """One piece of work. `done` carries its value, `failed` a Problem; both arrive in the window's own thread."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, deed: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._deed = deed
        self.finished.connect(self.deleteLater)

    @guarded()
    def run(self) -> None:
        try:
            value = self._deed()
        except Problem as problem:
            self.failed.emit(problem)
        except Exception:
            sys.excepthook(*sys.exc_info())
            self.failed.emit(
                Problem("E09", "Something in the program went wrong.", "What you did is kept. Try once more.")
            )
        else:
            self.done.emit(value)
