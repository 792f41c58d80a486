"""Everything in the window but the library: loaded once the library is painted, or when it is first wanted."""

from functools import cached_property, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

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
from hrtrainer.qt.look import Look
from hrtrainer.qt.people import People
from hrtrainer.qt.practice import Practice
from hrtrainer.qt.presence import Presence
from hrtrainer.qt.replying import Replying
from hrtrainer.qt.sending import Sending
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.stock import Stock
from hrtrainer.qt.suggesting import Suggesting
from hrtrainer.qt.window import Place, Window

_ENDED = (
    "HR Trainer ended unexpectedly last time. Everything up to then is kept; "
    "a conversation that was open waits in the library."
)
_ROOM = ("facilitate", "presenter", "room-keys")
"""The places of a room that is led."""


class Furnishing(QObject):
    """The desk and the places around it."""

    def __init__(self, window: Window, paths: Paths, stock: Stock, history: LastingHistory, shelf: Shelf) -> None:
        super().__init__(window)
        self._window, self._shelf = window, shelf
        self.faults = Faults(window, paths)
        self.ground = Ground(paths, stock, history, Apart())
        window.closing.connect(self.ground.apart.close)
        self.desk = Desk(self)
        self.desk.failed.connect(window.tell_problem)
        self.briefing = Briefing(window, self.ground, shelf)
        self.practice = Practice(window, self.ground, self.desk)
        window.add_place("pack", Place(self._pack_in, _nothing))
        self.practice.save_wanted.connect(self._save)
        self.briefing.group_wanted.connect(self._facilitate)
        for place in _ROOM:
            window.add_place(place, Place(partial(self._lead_in, place), _nothing))
        self.around = Around(window, self.ground, shelf)
        self._join(self.around.sending)
        pasts = Pasts(history, self.ground.reference)
        self.replying = Replying(window, self.ground)
        shelf.take_other = self.replying.take
        self.suggesting = Suggesting(window, self.ground, shelf, pasts, self.replying)
        self.growing = Growing(window, self.ground, shelf, pasts, self.replying)
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
        self.practice.pack_wanted.connect(self._pack)
        sending.put.connect(self._log)

    @cached_property
    def packing(self) -> Any:
        """What is handed over. It brings every form to save in along, which few sittings need."""
        from hrtrainer.qt.packing import Packing

        packing = Packing(self._window, self.ground, self.desk)
        packing.may_send = self.around.sending.is_on
        packing.sending_wanted.connect(self.around.sending.ask)
        packing.supervisors_wanted.connect(self.around.to_supervisors)
        return packing

    def _pack_in(self, look: Look) -> QWidget:
        screen: QWidget = self.packing.make(look)
        return screen

    def _pack(self, sitting: object) -> None:
        self.packing.open_with(sitting)

    def _log(self, form: str, name: str) -> None:
        self.packing.log_sent(form, name)

    def _save(self, sitting: object, form: str) -> None:
        """Save from the end of a conversation: seen before, unless the person wants it otherwise."""
        (self.packing.save_at_once if self._window.settings.save_at_once else self.packing.open_with)(sitting, form)

    @cached_property
    def leading(self) -> Any:
        """The room that is led. Loading it takes as long as all the rest, and most starts never lead one."""
        from hrtrainer.qt.room.making import make_leading

        return make_leading(self._window, self.ground, self._shelf)

    def _lead_in(self, place: str, look: Look) -> QWidget:
        """The first screen of a place of the room; from then on the room makes and fills it."""
        screen: QWidget = self.leading.make(place, look)
        return screen

    def _facilitate(self, scenario_id: str) -> None:
        self.leading.setting_up.open(scenario_id)

    def _rise(self) -> None:
        """Leave what lay on the desk: the history is another now."""
        self.desk.sitting = None
        if "packing" in self.__dict__:
            self.packing.forget()
        if "leading" in self.__dict__:
            self.leading.rise()

    def _open(self, path: object) -> None:
        """Open a file that a second start was given."""
        if isinstance(path, Path):
            self._window.attempt(lambda: self.briefing.open_file(path))


def _nothing() -> None:
    """Nothing is filled before the room is there."""
