"""What was agreed in supervision, as a card: what to practise, a line to try, and when they meet again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.pages.agreed import AgreedCard
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.section import Section


class AgreedCardView(Section):
    """`date_wanted` asks for the meeting as a calendar file, `aside_wanted` to put it aside."""

    date_wanted = Signal()
    aside_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Agreed in supervision", "heart-handshake", parent=parent)
        self._practise = self.add_text("", "strong")
        self._line = self.add_text("", "body")
        self._meet, self._by = self.add_text("", "body"), self.add_text("", "small")
        self._date = Button(look, "Save the date", PLAIN, icon="calendar-heart")
        self._date.clicked.connect(self.date_wanted)
        aside = Button(look, "Put it aside", QUIET)
        aside.clicked.connect(self.aside_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([self._date, aside])
        self.inside.addWidget(ways)

    def show_card(self, card: AgreedCard) -> None:
        """Show what was agreed."""
        self._practise.say(card.practise)
        self._line.say(f"A line to try: {words.quoted(card.line)}")
        self._line.setVisible(bool(card.line))
        self._meet.say(card.meet)
        self._meet.setVisible(bool(card.meet))
        self._date.setVisible(bool(card.meet))
        self._by.say(card.by)
