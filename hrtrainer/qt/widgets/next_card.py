"""What could come next, as a card: its place, its title, the reason, and the way to its brief."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.pages.library import NextCard
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PRIMARY, Button
from hrtrainer.qt.widgets.picture import Picture
from hrtrainer.qt.widgets.prose import Prose


class NextCardView(QFrame):
    """A suggestion. `opened` tells the id of its scenario."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = ""
        self.setProperty("surface", "card")
        whole = column(self, (1, 1, 1, 1))
        self._picture = Picture(look, height=look.px(92), corners=(13, 0))
        whole.addWidget(self._picture)
        inside = column(margins=(look.px(20), look.px(14), look.px(20), look.px(16)), gap=look.px(4))
        whole.addLayout(inside)
        inside.addWidget(Prose(look, "You could try next", "smallstrong", "plum"))
        self._title, self._reason = Prose(look, "", "h2"), Prose(look, "", "small", "ink")
        inside.addWidget(self._title)
        inside.addWidget(self._reason)
        self._open = Button(look, "Open the brief", PRIMARY)
        self._open.clicked.connect(self._tell)
        inside.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_card(self, card: NextCard, picture: str) -> None:
        """Show a suggestion with its picture."""
        self._scenario = card.scenario
        self._picture.show_picture(picture)
        self._title.say(card.title)
        self._reason.say(card.reason)
        self._open.setAccessibleName(f"Open the brief: {card.title}")

    def _tell(self) -> None:
        self.opened.emit(self._scenario)
