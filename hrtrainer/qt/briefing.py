"""The brief: which scenario, and how the person would like to play it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.pages.brief import brief_page
from hrtrainer.pages.cards import card_of
from hrtrainer.pages.library import BrokenCard, Played
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.brief import BriefScreen
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.window import Place, Window
from hrtrainer.scenario.reader import Reading
from hrtrainer.sitting import Wishes, draw_seed


class Briefing(QObject):
    """Between the library and the conversation. `begun` carries a Reading and Wishes, `group_wanted` an id."""

    begun = Signal(object, object)
    group_wanted = Signal(str)

    def __init__(self, window: Window, ground: Ground, shelf: Shelf) -> None:
        super().__init__(window)
        self._window, self._ground, self._shelf = window, ground, shelf
        self._reading: Reading | None = None
        self._kept = True
        settings = window.settings
        self._lens, self._region, self._tempo = settings.lens, settings.region, settings.tempo
        window.add_place("brief", Place(self._make, self._fill))

    def open_scenario(self, scenario_id: str) -> None:
        """Open the brief of a scenario of the library."""
        reading = self._ground.stock.find(scenario_id)
        if reading is None:
            self._window.refill()  # the file has gone since the library was shown
        else:
            self._open(reading)

    def open_file(self, path: Path) -> None:
        """Open the brief of a scenario file, or show what is the matter with it."""
        reading = self._ground.stock.read(path)
        card = card_of(reading, next(iter(self._ground.reference.yardstick.sets.values())))
        if isinstance(card, BrokenCard):
            self._shelf.show_broken(card)
        else:
            self._open(reading)

    def _open(self, reading: Reading) -> None:
        self._reading = reading
        settings = self._window.settings
        self._kept = settings.keep_sessions
        self._lens, self._region, self._tempo = settings.lens, settings.region, settings.tempo
        self._window.go("brief")

    def _make(self, look: Look) -> QWidget:
        screen = BriefScreen(look)
        screen.begun.connect(self._begin)
        screen.changed.connect(self._change)
        screen.back.connect(self._back)
        screen.left_out.connect(self._leave_out)
        screen.keeping_changed.connect(self._keep)
        screen.group_wanted.connect(self._want_group)
        bind(screen, "Esc", self._back)
        return screen

    def _fill(self) -> None:
        screen = self._window.screen_of("brief")
        assert isinstance(screen, BriefScreen)
        if self._reading is None or self._reading.scenario is None:
            return
        screen.keep(self._kept)
        scenario = self._reading.scenario
        count = self._ground.history.played().get(scenario.id)
        played = Played(count.times, len(count.endings), count.unfinished) if count else Played()
        screen.show_page(brief_page(scenario, self._ground.reference, self._lens, self._region, self._tempo, played))

    def _change(self, lens: str, region: str, tempo: str) -> None:
        self._lens, self._region, self._tempo = lens, region, tempo
        self._window.change_settings(self._window.settings._replace(lens=lens, region=region, tempo=tempo))
        self._fill()

    def _keep(self, kept: bool) -> None:
        self._kept = kept

    def _want_group(self) -> None:
        if self._reading is not None and self._reading.scenario is not None:
            self.group_wanted.emit(self._reading.scenario.id)

    def _back(self) -> None:
        self._window.go("library")

    def _leave_out(self, topics: str) -> None:
        settings = self._window.settings
        left_out = tuple(dict.fromkeys([*settings.left_out, *filter(None, topics.split(","))]))
        self._window.change_settings(settings._replace(left_out=left_out))
        self._window.go("library")
        self._window.tell("Conversations with these topics are left out. Settings brings them back.")

    def _begin(self, lens: str, region: str, tempo: str) -> None:
        if self._reading is not None:
            wishes = Wishes(lens, region, tempo, self._window.settings.code_name, draw_seed(), self._kept)
            self.begun.emit(self._reading, wishes)
