"""A view on what is shown: the wall itself, and its picture on the presenter. It reads no key and takes no focus."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.pages.wall import BlackWall
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.wall.look import EDGE
from hrtrainer.qt.wall.painting import paint
from hrtrainer.qt.wall.pieces import read_aloud
from hrtrainer.qt.wall.showing import Showing

FADE = 240
"""Milliseconds of a fade. Black comes at once, and so does everything where less motion is wanted."""
_BAR = 0.012
_TICK = 1000


class WallView(QWidget):
    """Paints what is shown, as large as fits. `clock` gives milliseconds since 1970, for the bar of time."""

    def __init__(
        self, showing: Showing, clock: Callable[[], int], fades: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._showing, self._clock, self._fades = showing, clock, fades
        self._before = QPixmap()
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._forget)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.update)
        self._now = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        showing.changed.connect(self._change)
        self._change()

    def _change(self) -> None:
        (self._tick.start if self._showing.bar else self._tick.stop)()
        self._fade.stop()
        still = self._showing.look.reduced_motion or isinstance(self._showing.page, BlackWall)
        self._before = QPixmap() if still or not self._fades else self._now
        self._now = QPixmap()
        if not self._before.isNull() and self.isVisible():
            self._fade.setDuration(FADE)
            self._fade.start()
        self.setAccessibleDescription(read_aloud(self._showing.sheet))
        self.updateGeometry()
        self.update()

    def _forget(self) -> None:
        self._before = QPixmap()
        self.update()

    def _picture(self) -> QPixmap:
        """What is shown, painted once for this size."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._now.size() != size:
            self._now = QPixmap(size)
            self._now.setDevicePixelRatio(ratio)
            painter = QPainter(self._now)
            paint(painter, self._showing.look, self._showing.sheet, QRectF(self.rect()))
            painter.end()
        return self._now

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fade.stop()
        self._before = QPixmap()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture())
        if not self._before.isNull() and self._fade.state() is QVariantAnimation.State.Running:
            painter.setOpacity(float(self._fade.currentValue()))
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(1)
        self._paint_bar(painter)

    def _paint_bar(self, painter: QPainter) -> None:
        """Time as it passes, without a figure: a soft bar below the text."""
        if self._showing.bar is None or isinstance(self._showing.page, BlackWall):
            return
        since, seconds = self._showing.bar
        gone = min(1.0, max(0.0, (self._clock() - since) / 1000 / max(1, seconds)))
        room = self.width() * (1 - 2 * EDGE)
        look, high = self._showing.look, self.height() * _BAR
        road = QRectF(self.width() * EDGE, self.height() * (1 - EDGE / 2) - high / 2, room, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in (("line", 1.0), ("lineStrong", gone)):
            painter.setBrush(look.colour(colour))
            painter.drawRoundedRect(QRectF(road.x(), road.y(), room * share, high), high / 2, high / 2)

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(1)
    def heightForWidth(self, width: int) -> int:
        shape = self._showing.shape
        return max(1, round(width * shape.height() / max(1, shape.width())))

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))
