"""Everything in the window but the library: loaded once the library is painted, or when it is first wanted."""

from pathlib import Path

from PySide6.QtCore import QObject

from hrtrainer.history.lasting import LastingHistory
from hrtrainer.pasts import Pasts
from hrtrainer.paths import Paths
from hrtrainer.qt.around import Around
from hrtrainer.qt.briefing import Briefing
from hrtrainer.qt.care import Care
from hrtrainer.qt.desk import Desk
from hrtrainer.qt.faults import Faults
from hrtrainer.qt.ground import Apart, Ground
from hrtrainer.qt.growing import Growing
from hrtrainer.qt.packing import Packing
from hrtrainer.qt.people import People
from hrtrainer.qt.practice import Practice
from hrtrainer.qt.presence import Presence
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.sending import Sending
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.stock import Stock
from hrtrainer.qt.suggesting import Suggesting
from hrtrainer.qt.wall.awake import awake_here
from hrtrainer.qt.wall.look import wall_look
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.wall.standing import RoomWall
from hrtrainer.qt.window import Window

_ENDED = (
    "HR Trainer ended unexpectedly last time. Everything up to then is kept; "
    "a conversation that was open waits in the library."
)


class Furnishing(QObject):
    """The desk and the places around it."""

    def __init__(self, window: Window, paths: Paths, stock: Stock, history: LastingHistory, shelf: Shelf) -> None:
        super().__init__(window)
        self._window = window
        self.faults = Faults(window, paths)
        self.ground = Ground(paths, stock, history, Apart())
        window.closing.connect(self.ground.apart.close)
        self.desk = Desk(self)
        self.desk.failed.connect(window.tell_problem)
        self.briefing = Briefing(window, self.ground, shelf)
        self.practice = Practice(window, self.ground, self.desk)
        self.packing = Packing(window, self.ground, self.desk)
        self.leading = Leading(
            window,
            self.ground,
            shelf,
            RoomWall(Showing(wall_look(window.settings, window.look.assets)), window, awake_here),
        )
        self.briefing.group_wanted.connect(self.leading.setting_up.open)
        self.around = Around(window, self.ground, shelf)
        self._join(self.around.sending)
        pasts = Pasts(history, self.ground.reference)
        self.suggesting = Suggesting(window, self.ground, shelf, pasts)
        self.growing = Growing(window, self.ground, shelf, pasts)
        self.growing.opened.connect(self.briefing.open_scenario)
        self.suggesting.begin()
        self.people = People(window, self.ground)
        self.around.backing.changed.connect(self.people.seal_again)
        self.around.another_folder_wanted.connect(self.people.ask_for_folder)
        self.briefing.begun.connect(self.practice.begin)
        self.growing.moment_wanted.connect(self.practice.look_back)
        self.care = Care(window, history)
        self.desk.changed.connect(self.care.look)
        self.briefing.begun.connect(self.care.look)
        self.care.mended.connect(window.refill)
        self.around.backing.changed.connect(self._rise)
        self.presence = Presence(window, paths)
        self.presence.wanted.connect(self._open)
        window.closing.connect(self.presence.leave)
        if self.presence.ended_badly:
            window.tell(_ENDED)

    def _join(self, sending: Sending) -> None:
        """Lead from a conversation to a pack of it, and from there to the record store of an organisation."""
        self.practice.pack_wanted.connect(self.packing.open_with)
        self.packing.may_send = sending.is_on
        self.packing.sending_wanted.connect(sending.ask)
        sending.put.connect(self.packing.log)

    def _rise(self) -> None:
        """Leave what lay on the desk: the history is another now."""
        self.desk.sitting = None
        self.packing.forget()
        self.leading.rise()

    def _open(self, path: object) -> None:
        """Open a file that a second start was given."""
        if isinstance(path, Path):
            self._window.attempt(lambda: self.briefing.open_file(path))
