"""The end of a room: the report is saved, the session ended, and the working log deleted where nobody wants it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from hrtrainer.group.action import Action
from hrtrainer.group.report import GroupReport, digest, group_report
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.room.desk import RoomDesk
from hrtrainer.qt.room.handing_over import HandingOver
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.window import Window


class Ending(QObject):
    """`gone` carries what to tell once the room is off the desk."""

    gone = Signal(str)

    def __init__(self, window: Window, ground: Ground, desk: RoomDesk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._handing_over = HandingOver(window, ground)

    def save(self, form: str) -> None:
        """Save the report in a format, as the room let it stand; that it was saved is kept."""
        led = self._desk.led
        if led is not None:
            report = group_report(led.room, led.reference)
            self._handing_over.save_report(report, form, self.saved_as(report))

    def saved_as(self, report: GroupReport) -> Callable[[], object]:
        """Keeping that a report was saved as it stands."""
        return partial(self._desk.act, lambda led: led.saved(digest(report)))

    def ask_to_end(self) -> None:
        """End the session, once that was said twice."""
        about = "The wall goes dark and the room’s log is closed. What was kept stays on this computer."
        self._ask("End the session?", about, "End the session", self._end)

    def ask_to_delete(self) -> None:
        """Delete the working log, once that was said twice."""
        about = "All that was kept of this session on this computer goes, the votes with it. The saved report stays."
        self._ask("Delete the working log?", about, "Delete the working log", self._delete)

    def _ask(self, title: str, about: str, answer: str, then: Callable[[], object]) -> None:
        asking = Asking(self._window.look, title, (about,), (("yes", answer), ("no", "Stay as it is")), self._window)
        asking.answered.connect(partial(_if_so, then))
        asking.open()

    def _end(self) -> None:
        if self._desk.act(lambda led: led.wish(Action.END)):
            self._leave("The session has ended.")

    def _delete(self) -> None:
        if self._desk.act(lambda led: led.delete_log()):
            self._leave("The working log is gone. The saved report is where you put it.")

    def _leave(self, told: str) -> None:
        self._desk.clear()
        self.gone.emit(told)


def _if_so(then: Callable[[], object], answer: str) -> None:
    if answer == "yes":
        then()
