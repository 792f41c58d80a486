"""Stepped out: a quiet ground, the two halves apart, a way back and a way home. Nothing is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, row
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.fold import PageScroll
from hrtrainer.qt.widgets.picture import ProgramMark
from hrtrainer.qt.widgets.prose import Prose


class SteppedOutScreen(QWidget):
    """A pause. Wishes: back to the person, or leave it for today."""

    came_back = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(32), look.px(32), look.px(32)))
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addStretch(1)
        inside.addWidget(ProgramMark(look, 112 if look.text_size < 150 else 64, apart=True), 0, middle)
        inside.addSpacing(look.px(28))
        inside.addWidget(Prose(look, "You have stepped out.", "display", centred=True))
        inside.addSpacing(look.px(8))
        self._words = Prose(look, "", "client", "ink2", centred=True)
        inside.addWidget(self._words)
        inside.addSpacing(look.px(30))
        self._back = self._button("Back", PRIMARY, "Enter")
        self._back.clicked.connect(self.came_back)
        self._leave = self._button("Leave it for today", PLAIN)
        self._leave.clicked.connect(self.left)
        self._ways = row(gap=look.px(4))
        self._ways.addStretch(1)
        for button in (self._back, self._leave):
            self._ways.addWidget(button, 0, middle)
        self._ways.addStretch(1)
        inside.addLayout(self._ways)
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(900)))
        self.setFocusProxy(self._back)
        self.show_person("")

    def _button(self, text: str, kind: str, key: str = "") -> Button:
        button = Button(self._look, text, kind, key=key)
        button.setAutoDefault(True)
        button.setMinimumHeight(self._look.px(52) + 8)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def show_person(self, name: str, kept: bool = True) -> None:
        """Say who waits, and what leaving means for a session that is not kept."""
        where = f"{name} is where you left off." if name else "Everything is where you left off."
        gone = "" if kept else " Nor is this session: leaving it for today ends it."
        self._words.say(f"{where} This pause is not kept anywhere.{gone}")
        self._back.say(f"Back to {name}" if name else "Back")

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons that do not fit side by side stand one under the other."""
        wide = self._back.sizeHint().width() + self._leave.sizeHint().width() + self._look.px(4 + 2 * 32 + 12)
        way = QBoxLayout.Direction
        self._ways.setDirection(way.LeftToRight if wide <= self.width() else way.TopToBottom)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("plumTint"))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes back; a button that has the focus takes Enter for itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.came_back.emit()
        else:
            super().keyPressEvent(event)
