"""Small painted parts: a number in a bubble, a row of dots, a dashed card, and a quiet list to pick from."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look


class Bubble(QWidget):
    """A number in a plum bubble: a turn, or the place of a question."""

    def __init__(self, look: Look, number: int, high: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._text, self._high = look, str(number), high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{number}")

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        high = self._look.px(self._high)
        words = QFontMetricsF(self._look.font("kbd")).horizontalAdvance(self._text)
        return QSize(max(high, round(words) + self._look.px(10)), high)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plumTint"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setPen(look.colour("plum"))
        painter.setFont(look.font("kbd"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._text)


class Dots(QWidget):
    """As many dots as there were moments; they wrap. `colour` with a leading '-' is an empty dot."""

    def __init__(
        self, look: Look, count: int = 1, colour: str = "plum", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._count, self._colour, self._size = look, count, colour, look.px(size)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed) if count == 1 else policy)

    def _step(self) -> int:
        return self._size + self._look.px(5)

    def _across(self, width: int) -> int:
        return max(1, (width + self._look.px(5)) // self._step())

    @guarded(16)
    def heightForWidth(self, width: int) -> int:
        return -(-self._count // self._across(width)) * self._step()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._count * self._step(), self._step())

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._step(), self._step())

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        empty, radius = self._colour.startswith("-"), self._size / 2
        painter.setPen(look.pen(self._colour[1:], 1.5) if empty else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if empty else look.colour(self._colour))
        across = self._across(self.width())
        for at in range(self._count):
            spot = QPointF(at % across * self._step() + radius, at // across * self._step() + self._step() / 2)
            painter.drawEllipse(spot, radius - (0.75 if empty else 0), radius - (0.75 if empty else 0))


class Dashed(QFrame):
    """A card of something that did not come up: no fill, a dashed border."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.pen("lineStrong", 1.5, dashed=True))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)


class Lenses(QComboBox):
    """A list to pick from, that does not turn with the wheel while the page scrolls, with our own arrow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(18)
        spot = QPointF(self.width() - side - self._look.px(9), (self.height() - side) / 2)
        QPainter(self).drawPixmap(spot, self._look.icon_pixmap("chevron-down", "ink2", side, self.devicePixelRatioF()))
