"""The desk: a sitting with signals. Screens tell wishes; the desk acts, and says what changed or did not work."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hrtrainer.problem import Problem
from hrtrainer.session.play import Session
from hrtrainer.sitting import Sitting


class Desk(QObject):
    """The one holder of the sitting in a window. `changed` carries the session, `failed` the Problem."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sitting: Sitting | None = None

    @property
    def session(self) -> Session | None:
        """The session on the desk, or None."""
        return self.sitting.session if self.sitting is not None else None

    def do(self, deed: Callable[[], object]) -> bool:
        """Do something that may not work. False when a Problem was told."""
        try:
            deed()
        except Problem as problem:
            self.failed.emit(problem)
            return False
        return True

    def act(self, deed: Callable[[Sitting], object]) -> bool:
        """Do something to the sitting, and tell that it changed. False when it was refused."""
        sitting = self.sitting
        if sitting is None:
            return False
        before = sitting.session
        if not self.do(lambda: deed(sitting)):
            return False
        if sitting.session is not before:
            self.changed.emit(sitting.session)
        return True
