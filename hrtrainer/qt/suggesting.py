"""What could come next: worked out a conversation at a time once the window is idle, then kept up to date."""

from PySide6.QtCore import QObject, QTimer

from hrtrainer.history.rows import SessionRow
from hrtrainer.history.spans import Span, sessions_in
from hrtrainer.pages.library import LibraryCard, NextCard, Played
from hrtrainer.pages.suggest import LATELY, suggest
from hrtrainer.pasts import Pasts
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.problem import Problem
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.replying import Replying
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.window import Window
from hrtrainer.sitting import now


class Suggesting(QObject):
    """Knows the conversations of lately, and gives the shelf a way to ask what could come next."""

    def __init__(self, window: Window, ground: Ground, shelf: Shelf, pasts: Pasts, replying: Replying) -> None:
        super().__init__(window)
        self._replying = replying
        self._window, self._ground, self._shelf, self._pasts = window, ground, shelf, pasts
        self._left: list[SessionRow] = []
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._step)
        window.closing.connect(self._clock.stop)

    def begin(self) -> None:
        """Look back on lately, a conversation each time nothing else is to be done."""
        self._window.attempt(self._look_up)
        self._clock.start(0)

    def next(self) -> NextCard | None:
        """What could come next. None too when the history cannot be read; the library says so elsewhere."""
        try:
            pasts = self._pasts.of(self._lately()[::-1], self._set().id)
            counts = self._ground.history.played().items()
        except Problem:
            return None
        played = {name: Played(count.times, len(count.endings), count.unfinished) for name, count in counts}
        cards = [card for card in self._shelf.cards if isinstance(card, LibraryCard)]
        left_out, agreed = self._window.settings.left_out, self._replying.current()
        return suggest(cards, pasts, played, self._set(), left_out, now(), agreed)

    def _step(self) -> None:
        if self._left:
            self._pasts.of([self._left.pop()], self._set().id)
        else:
            self._clock.stop()
            self._window.attempt(lambda: self._shelf.suggest_by(self.next))

    def _look_up(self) -> None:
        self._left = list(self._lately())

    def _lately(self) -> tuple[SessionRow, ...]:
        return sessions_in(self._ground.history, Span(), LATELY)

    def _set(self) -> PrincipleSet:
        sets = self._ground.reference.yardstick.sets
        return sets.get(self._window.settings.lens) or next(iter(sets.values()))
