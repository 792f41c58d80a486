"""Searching on the growth screen: what was written is read in a piece at a time, once the screen is seen."""

from PySide6.QtCore import QObject, QTimer

from hrtrainer.history.store import History
from hrtrainer.qt.screens.growth import GrowthScreen
from hrtrainer.qt.widgets.found_list import MOST
from hrtrainer.qt.window import Window
from hrtrainer.scenario.lookup import Reference
from hrtrainer.seeking import Seeking


class Searching(QObject):
    """Answers what is typed; while a long history is still being read in it says so, and answers after."""

    def __init__(self, window: Window, history: History, reference: Reference) -> None:
        super().__init__(window)
        self._window = window
        self._seeking = Seeking(history, reference)
        self._asked = ""
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._go_on)
        window.closing.connect(self._end)

    def begin(self) -> None:
        """Read in what was written since the last time, between the events of the window."""
        self._clock.start(0)

    def ask(self, question: str) -> None:
        """Show what fits a question; without one, the page again."""
        self._asked = question.strip()
        if self._asked and self._clock.isActive():
            self._screen().show_reading()
        else:
            self._window.attempt(self._answer)

    def _go_on(self) -> None:
        """Read on; a history that cannot be read is told of once."""
        if not self._window.attempt(self._read_on):
            self._clock.stop()

    def _end(self) -> None:
        self._clock.stop()
        self._seeking.close()

    def _read_on(self) -> None:
        if not self._seeking.read_on():
            self._clock.stop()
            if self._asked:
                self._answer()

    def _answer(self) -> None:
        self._screen().show_found(self._seeking.find(self._asked, MOST) if self._asked else None)

    def _screen(self) -> GrowthScreen:
        screen = self._window.screen_of("growth")
        assert isinstance(screen, GrowthScreen)
        return screen
