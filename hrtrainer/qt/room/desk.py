"""The desk of a room: one group being led, with signals. Screens tell wishes; the desk acts; both windows follow."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hrtrainer.facilitating import Facilitating
from hrtrainer.group.room import Room
from hrtrainer.problem import Problem

_OF_THE_RULES = "G"
"""The first letter of the codes by which the rules of a room refuse something."""


class RoomDesk(QObject):
    """The one holder of the room that is led.

    `changed` once an event is kept; `refused` carries the sentence of a rule, `failed` any other Problem.
    """

    changed = Signal()
    refused = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.led: Facilitating | None = None

    @property
    def room(self) -> Room | None:
        """The room on the desk, or None."""
        return self.led.room if self.led is not None else None

    def begin(self, deed: Callable[[], Facilitating]) -> bool:
        """Put a room on the desk. False when a Problem was told; then the desk is as it was."""
        return self._do(lambda: self._take(deed()))

    def act(self, deed: Callable[[Facilitating], object]) -> bool:
        """Do something to the room, and tell that it changed. False when it was refused."""
        led = self.led
        if led is None:
            return False
        before = led.room
        done = self._do(lambda: deed(led))
        if led.room is not before:
            self.changed.emit()
        return done

    def clear(self) -> None:
        """Take the room off the desk. What was kept of it stays kept."""
        self.led = None

    def _take(self, led: Facilitating) -> None:
        self.led = led

    def _do(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Problem as problem:
            if problem.code.startswith(_OF_THE_RULES):
                self.refused.emit(problem.message)
            else:
                self.failed.emit(problem)
            return False
        return True
