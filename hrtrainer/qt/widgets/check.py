"""A box to check, with words that wrap."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.prose import Block

_RING = 4
"""Room around the box for the focus ring, in px."""


class Check(QCheckBox):
    """A check box. The tick means only: on."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Block(text, look.font("body"), look.px(24))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self._note: Block | None = None
        self.setText(on_button(text))
        self.setAccessibleName(plain(text))

    def say_note(self, note: str) -> None:
        """Say something about it, at the right of its words or, where there is no room, below them."""
        look = self._look
        self._note = Block(note, look.font("small"), look.px(20)) if note else None
        self.setAccessibleDescription(plain(note))
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        return _RING + 1 + self._look.px(22 + 12)

    @guarded(44)
    def heightForWidth(self, width: int) -> int:
        look = self._look
        words = self._words.lay(self._room(width))
        below = self._note.lay(self._room(width)) if self._note is not None and not self._beside(width) else 0
        return max(look.px(38 if self._note is not None else 44), round(words + below) + look.px(20))

    def _room(self, width: int) -> int:
        return max(30, width - self._left() - self._look.px(8))

    def _beside(self, width: int) -> bool:
        """Whether the note has room at the right."""
        room = self._room(width)
        self._words.lay(room)
        if self._note is None or self._words.height > self._look.px(30):
            return False
        self._note.lay(room)
        return self._words.widest() + self._look.px(12) + self._note.widest() <= room

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        self._words.lay(self._look.px(480))
        wide = round(self._words.widest()) + self._left() + self._look.px(12)
        return QSize(wide, self.heightForWidth(wide))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self._look.px(44))

    @guarded(False)
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, over = self.isChecked(), self.underMouse()
        size = look.px(22)
        box = QRectF(_RING + 1, (self.height() - size) / 2, size, size)
        painter.setPen(look.pen("plum" if on or over else "lineStrong", 1.5))
        painter.setBrush(look.colour("plum" if on else "plumTint" if over else "paper"))
        painter.drawRoundedRect(box, 6, 6)
        if on:
            tick = look.px(16)
            spot = QPointF(box.center().x() - tick / 2, box.center().y() - tick / 2)
            painter.drawPixmap(spot, look.icon_pixmap("check", "onPlum", tick, self.devicePixelRatioF()))
        self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 9, 9)

    def _paint_words(self, painter: QPainter) -> None:
        look, left, note = self._look, self._left(), self._note
        beside = self._beside(self.width())
        high = self._words.lay(self._room(self.width()))
        below = note.lay(self._room(self.width())) if note is not None and not beside else 0.0
        top = (self.height() - high - below) / 2
        self._words.paint(painter, left, top, look.colour("ink"))
        if note is not None and beside:
            x = self.width() - look.px(8) - note.widest()
            note.paint(painter, x, (self.height() - note.height) / 2, look.colour("ink2"))
        elif note is not None:
            note.paint(painter, left, top + high, look.colour("ink2"))
