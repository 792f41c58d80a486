"""One of two or three ways, as a card with a round mark. A radio button to screen readers and to the arrow keys."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.prose import Block


class TempoCard(QRadioButton):
    """An icon, a name, and a line about it."""

    def __init__(self, look: Look, icon: str, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._name = Block(name, look.font("strong"), look.px(21))
        self._about = Block(about, look.font("small"), look.px(19))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setText(on_button(name))
        self.setAccessibleName(plain(name))
        self.setAccessibleDescription(plain(about))

    def _lay(self, width: int) -> float:
        """Lay out the words. Gives the height of the whole card."""
        look = self._look
        inner = max(30, width - 2 * look.px(14))
        words = self._name.lay(inner) + look.px(2) + self._about.lay(inner)
        return look.px(14 + 24 + 8) + words + look.px(14)

    @guarded(146)
    def heightForWidth(self, width: int) -> int:
        return max(self._look.px(96), round(self._lay(width)))

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        width = self._look.px(170)
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self._look.px(100))

    @guarded(False)
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, over, focus = self.isChecked(), self.underMouse(), self.hasFocus()
        width = 3 if focus else 2 if on else 1
        edge = "focus" if focus else "plum" if on or over else "lineStrong"
        painter.setPen(look.pen(edge, width))
        painter.setBrush(look.colour("plumTint" if on or over else "paper"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, 12, 12)
        left, top = look.px(14), look.px(14)
        icon = look.icon_pixmap(self._icon, "plum", look.px(22), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, top), icon)
        paint_radio(painter, look, QPointF(self.width() - look.px(14 + 11), top + look.px(11)), on)
        self._lay(self.width())
        self._name.paint(painter, left, top + look.px(32), look.colour("ink"))
        self._about.paint(painter, left, top + look.px(34) + self._name.height, look.colour("ink2"))


def paint_radio(painter: QPainter, look: Look, middle: QPointF, on: bool) -> None:
    """Draw the round mark of a radio button."""
    painter.setPen(look.pen("plum" if on else "lineStrong", 1.5))
    painter.setBrush(look.colour("paper"))
    painter.drawEllipse(middle, look.px(10.25), look.px(10.25))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plum"))
        painter.drawEllipse(middle, look.px(6), look.px(6))
