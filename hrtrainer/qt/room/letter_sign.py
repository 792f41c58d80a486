"""The letter of a reply with its shape, white on plum, as it stands on the cards that people hold."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.wall.painting import outline

_SIDE = 13


class LetterSign(QWidget):
    """A letter and its shape. The words beside it say which reply it is, so it is silent to screen readers."""

    def __init__(self, look: Look, letter: str, shape: str, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._letter, self._shape, self._small = look, letter, shape, small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        look, side = self._look, self._look.px(30 if self._small else 38)
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(self._letter)
        return QSize(round(words) + look.px(_SIDE + 5 + 18), side)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plum"))
        painter.drawRoundedRect(QRectF(self.rect()), look.px(8), look.px(8))
        painter.setPen(look.colour("onPlum"))
        painter.setFont(look.font("strong"))
        side, left = look.px(_SIDE), look.px(9)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._letter)
        shape = QRectF(self.width() - left - side, (self.height() - side) / 2, side, side)
        painter.fillPath(outline(self._shape, shape), look.colour("onPlum"))
