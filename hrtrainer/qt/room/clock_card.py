"""How long this moment lasts, and the session. For the facilitator alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hrtrainer.group.action import Action
from hrtrainer.pages.presenter import Clock, PresenterPage
from hrtrainer.pages.presenter_clock import clock_shown
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.widgets.boxes import column, row
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.sitting import now


class ClockCard(Card):
    """The clock, and the button that holds it."""

    def __init__(
        self, look: Look, key_of: KeyOf, clock: Callable[[], int] = now, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._now = clock
        self._clock: Clock | None = None
        self._held, self._since_held = 0, 0
        across = row(gap=look.px(14))
        self.inside.addLayout(across)
        moment, session = column(), column()
        across.addLayout(moment)
        across.addLayout(session, 1)
        self._moment, self._session = Plain("", "h2", wrap=False), Plain("", "strong", wrap=False)
        moment.addWidget(Plain("This moment", "caption", wrap=False))
        moment.addWidget(self._moment)
        session.addWidget(Plain("Session", "caption", wrap=False))
        session.addWidget(self._session)
        self._hold = small_button(look, "Hold", icon="pause", key=key_of(Action.TIMER))
        self._hold.set_compact(True)
        self._hold.clicked.connect(partial(self.wish, Action.TIMER))
        across.addWidget(self._hold)
        self._about = Prose(look, "", "small")
        self.inside.addWidget(self._about)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.tick)

    def show_page(self, page: PresenterPage) -> None:
        if self._clock is None or self._clock.since != page.clock.since:
            self._held, self._since_held = 0, 0
        self._clock = page.clock
        self.tick()
        self._ticking.start()

    def rest(self) -> None:
        """Stop looking at the time: nobody sees it."""
        self._ticking.stop()

    def hold(self) -> None:
        """Let the time of this moment stand still, or go on."""
        if self._since_held:
            self._held += self._now() - self._since_held
            self._since_held = 0
        else:
            self._since_held = self._now()
        self.tick()

    def tick(self) -> None:
        """Show the time."""
        if self._clock is None:
            return
        at = self._now()
        waiting = at - self._since_held if self._since_held else 0
        shown = clock_shown(self._clock, at, self._held + waiting)
        self._moment.say(shown.moment)
        self._session.say(shown.session)
        self._about.say("Held" if self._since_held else shown.about)
        self._about.setVisible(bool(self._about.text()))
        self._about.ink("marigoldInk" if shown.over else "ink2")
        self._hold.say("Go on" if self._since_held else "Hold")
