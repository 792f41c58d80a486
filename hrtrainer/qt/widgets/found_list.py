"""What a search found: one button for each place, newest first."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.prose import LINE, Block, Prose
from hrtrainer.seeking import FoundMoment
from hrtrainer.words import count

MOST = 30


class FoundButton(QPushButton):
    """One place: what it is, from which conversation and day, and a piece of the text."""

    def __init__(self, look: Look, found: FoundMoment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        turn = f", turn {found.turn}" if found.turn else ""
        head = f"{found.kind} · {found.title}{turn} · {found.day}"
        self._head = Block(head, look.font("smallstrong"), look.px(LINE["smallstrong"]), 2)
        self._piece = Block(found.piece, look.font("body"), look.px(LINE["body"]), 4)
        self.setText(on_button(found.piece))
        self.setAccessibleName(plain(f"{head}: {found.piece}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @guarded(60)
    def heightForWidth(self, width: int) -> int:
        px, inner = self._look.px, max(40, width - self._look.px(36))
        return round(self._head.lay(inner) + self._piece.lay(inner)) + px(26)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(320))
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(44))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self.underMouse() or self.isDown()
        painter.setPen(look.pen("plum" if near else "line"))
        painter.setBrush(look.colour("plumTint" if near else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 12, 12)
        if self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 13, 13)
        left, top, inner = look.px(18), look.px(12), max(40, self.width() - look.px(36))
        below = top + self._head.lay(inner)
        self._piece.lay(inner)
        self._head.paint(painter, left, top, look.colour("plum"))
        self._piece.paint(painter, left, below, look.colour("ink"))


class FoundList(QWidget):
    """All that was found. `wanted` carries a FoundMoment."""

    wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._body = column(self, gap=look.px(6))

    def show_reading(self) -> str:
        """Say that what was written is still being read in."""
        clear(self._body)
        told = "Reading what you wrote, and what was said …"
        self._body.addWidget(Prose(self._look, told, "small"))
        self._body.addStretch(1)
        return told

    def show_found(self, found: Sequence[FoundMoment]) -> str:
        """Show what was found; gives how much, in words."""
        clear(self._body)
        told = f"{count(len(found), 'place')} found" if len(found) < MOST else f"The newest {MOST} places"
        if not found:
            told = "Nothing found. Every word has to be in one text; fewer words find more."
        self._body.addWidget(Prose(self._look, told, "small"))
        for one in found:
            button = FoundButton(self._look, one)
            button.clicked.connect(partial(self._tell, one))
            self._body.addWidget(button)
        self._body.addStretch(1)
        return told

    def _tell(self, found: FoundMoment) -> None:
        self.wanted.emit(found)
