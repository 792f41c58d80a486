"""Cards before the first scene: what the plan is, and what to have said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.group.stage import BRIEF_CARDS, Stage
from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, by_tab, small_button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose

_SAID = (
    "What this is for, and how long it takes",
    "That nobody is being tested",
    "That the person is invented, and treated as if they were here",
    "What stays in this room",
    "That anyone can pass, step out and come back",
    "Who people can go to, and where",
)
"""What an opening says, for a facilitator to check off; the ticks are kept nowhere."""


class HoldCard(Card):
    """Before the beginning: who is expected, what to think about, and the way back to the set-up."""

    setup_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Before they come in", role="h2", parent=parent)
        self._about, self._warned = Prose(look, ""), Prose(look, "", "strong", "marigoldInk")
        self.inside.addWidget(self._about)
        self.inside.addWidget(self._warned)
        button = small_button(look, "Set-up of the room")
        button.clicked.connect(self.setup_wanted)
        ways = Flow((0, 0))
        ways.fill([button])
        self.inside.addWidget(ways)

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(page.stage is Stage.HOLD)
        self._about.say(f"{words.first_capital(page.people)}, {page.clock.minutes} minutes. The wall asks them to sit.")
        self._warned.say("\n".join(page.warnings))
        self._warned.setVisible(bool(page.warnings))


class OpeningCard(Card):
    """What to have said by the end of the three cards."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Have you said", role="h2", parent=parent)
        self._where = Prose(look, "", "small")
        self.inside.addWidget(self._where)
        for text in _SAID:
            check = Check(look, text)
            by_tab(check)
            self.inside.addWidget(check)

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(page.stage is Stage.BRIEF)
        self._where.say(f"Card {page.spot.step} of {BRIEF_CARDS} is on the wall. Ticks are for you and kept nowhere.")
