"""The bar above a conversation: back, title, how it is played, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.boxes import row, upright
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button


class TopBar(QFrame):
    """Library at the left, Step out at the right."""

    went_back = Signal()
    stepped_out = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self._look = look
        self.setMinimumWidth(1)  # what has no room is left out by fold()
        bar = row(self, (look.px(14), look.px(4), look.px(18), look.px(4)), look.px(12))
        self._back = Button(look, "Library", QUIET, icon="arrow-left")
        self._back.clicked.connect(self.went_back)
        bar.addWidget(self._back)
        self._divider = upright()
        bar.addWidget(self._divider)
        self._title = Plain("", "h2", wrap=False)
        bar.addWidget(self._title)
        self._about = Plain("", "small", wrap=False)
        bar.addWidget(self._about)
        bar.addStretch(1)
        self._tempo = Plain("", "chip", wrap=False)
        bar.addWidget(self._tempo)
        self._out = Button(look, "Step out", PLAIN, icon="door-open", key="Esc")
        self._out.clicked.connect(self.stepped_out)
        bar.addWidget(self._out)

    def show_words(self, title: str, about: str, tempo: str) -> None:
        """Show which conversation this is."""
        self._title.say(title)
        self._about.say(about)
        self._tempo.say(tempo)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self._back, self._out)

    def fold(self, width: int) -> None:
        """Leave out what has no room in a window of this width."""
        wide = width / self._look.text_size * 100
        self._about.setVisible(wide >= 1100)
        self._tempo.setVisible(wide >= 860)
        self._back.set_compact(wide < 1100)
        self._divider.setVisible(wide >= 1100)
