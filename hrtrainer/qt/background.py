"""Work that takes longer than a person should wait for a window: done beside it, answered in it.

While such work is done Python's cyclic collector rests. It runs in whichever thread happens to allocate, and would take
apart there what the window has left behind; Qt's widgets may only end in the window's own thread, or the program does.
"""

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal

from hrtrainer.problem import Problem
from hrtrainer.qt.guard import guarded

_COUNT = "work going on"
"""The property of the application that counts it; the collector is one for the whole process, and so is this."""


class Work(QThread):
    """One piece of work. `done` carries its value, `failed` a Problem; both arrive in the window's own thread.

    They are told once the thread is over, so that whoever hears of it may go at once, and take this along. Whoever goes
    before has to wait() for it: a thread that is ended with its work ends the program.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, deed: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._deed = deed
        self._value: object = None
        self._problem: Problem | None = None
        self.finished.connect(self._finish)

    def begin(self) -> None:
        """Set to work."""
        _count(+1)
        self.start()

    def end(self) -> None:
        """Wait until it is done and told: for those who go before it, and have to hear of it."""
        self.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _finish(self) -> None:
        self.wait()  # it says that it has finished a moment before it has
        _count(-1)
        self.deleteLater()
        if self._problem is None:
            self.done.emit(self._value)
        else:
            self.failed.emit(self._problem)

    @guarded()
    def run(self) -> None:
        try:
            self._value = self._deed()
        except Problem as problem:
            self._problem = problem
        except Exception:
            sys.excepthook(*sys.exc_info())
            self._problem = Problem(
                "E09", "Something in the program went wrong.", "What you did is kept. Try once more."
            )


def _count(change: int) -> None:
    """Note that work began or ended; the collector rests while there is any. Only from the window's own thread."""
    application = QCoreApplication.instance()
    assert application is not None
    going_on = int(application.property(_COUNT) or 0) + change
    application.setProperty(_COUNT, going_on)
    (gc.disable if going_on else gc.enable)()
