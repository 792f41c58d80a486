"""The path taken through a conversation: a line of turns, with the lines not taken as dashed side branches."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer import words
from hrtrainer.pages.debrief import PathStop
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import COLOURS, Look

_SIDE, _LEAST, _MOST, _LANE = 18, 40, 68, 132
_SWAY = (0, 0, 0, -6, 0, 6)
_TWIGS = (0.42, 0.88, 1.34)
"""Where the lines not taken stand: shares of the way to the next stop."""
_OFF = 42
"""How far off the line they stand, in px."""


class Path(QWidget):
    """All turns; one stop for Tab, Left and Right inside. `stop_chosen` tells the position of a stop."""

    stop_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stops: tuple[PathStop, ...] = ()
        self._now = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("The path you took. Left and Right go from turn to turn.")

    def show_stops(self, stops: Sequence[PathStop]) -> None:
        """Show a path; the stop in view stays, if there still is one."""
        self._stops = tuple(stops)
        self._now = min(self._now, len(stops) - 1)
        self.setAccessibleDescription(" ".join(_told(stop) for stop in stops))
        self.updateGeometry()
        self.update()

    def _lane(self, width: int) -> tuple[int, float]:
        """How many stops stand in a lane, and how far apart."""
        room, count = width - 2 * self._look.px(_SIDE + 10), max(1, len(self._stops))
        fitting = max(1, room // self._look.px(_LEAST))
        lanes = -(-count // fitting)
        each = -(-count // lanes)
        return each, min(self._look.px(_MOST), room / each)

    def _spots(self, width: int) -> list[QPointF]:
        px = self._look.px
        each, step = self._lane(width)
        return [
            QPointF(
                px(_SIDE) + (at % each) * step,
                at // each * px(_LANE) + px(_LANE) / 2 + px(_SWAY[at % each % len(_SWAY)]),
            )
            for at in range(len(self._stops))
        ]

    @guarded(132)
    def heightForWidth(self, width: int) -> int:
        each, _ = self._lane(width)
        return -(-max(1, len(self._stops)) // each) * self._look.px(_LANE)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        width = max(self.width(), self._look.px(280))
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_LANE))

    def choose(self, at: int) -> None:
        """Go to a stop, and tell it."""
        if self._stops:
            self._now = max(0, min(len(self._stops) - 1, at))
            self.update()
            self.stop_chosen.emit(self._now)
            stop = self._stops[self._now]
            announce(self, f"{_told(stop)} {stop.headline} You: {stop.said}")

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: self._now - 1, Qt.Key.Key_Right: self._now + 1}
        ways |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._stops) - 1}
        key = Qt.Key(event.key())
        if key in ways:
            self.choose(ways[key])
        else:
            super().keyPressEvent(event)

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.choose(max(0, self._now))
        self.update()

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spots, reach = self._spots(self.width()), self._look.px(22)
        near = [
            ((spot - event.position()).manhattanLength(), at)
            for at, spot in enumerate(spots)
            if (spot - event.position()).manhattanLength() <= reach * 2
        ]
        if near:
            self.choose(min(near)[1])

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots(self.width())
        each, step = self._lane(self.width())
        for at, spot in enumerate(spots):
            self._paint_twigs(painter, at, spot, step)
        painter.setPen(self._look.pen("plum", 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for lane in range(0, len(spots), each):
            painter.drawPath(_line(spots[lane : lane + each]))
        painter.setPen(self._look.pen("plum", 3, dashed=True))
        for end in range(each - 1, len(spots) - 1, each):
            painter.drawLine(spots[end], spots[end] + QPointF(step * 0.5, 0))
        for at, spot in enumerate(spots):
            self._paint_stop(painter, at, spot)

    def _paint_twigs(self, painter: QPainter, at: int, spot: QPointF, step: float) -> None:
        count = len(self._stops[at].not_taken)
        up = (count + 1 - at % 2) // 2
        for way, twigs in ((-1, up), (1, count - up)):
            ends = [spot + QPointF(step * share, way * self._look.px(_OFF)) for share in _TWIGS[:twigs]]
            if ends:
                path = QPainterPath(spot)
                path.cubicTo(spot + QPointF(step * 0.36, 0), QPointF(spot.x() + step * 0.06, ends[0].y()), ends[0])
                path.lineTo(ends[-1])
                painter.setPen(self._look.pen("lineStrong", 1.4, dashed=True))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(path)
            for end in ends:
                painter.setPen(self._look.pen("lineStrong", 1.5))
                painter.setBrush(self._look.colour("paper"))
                painter.drawEllipse(end, self._look.px(5.5), self._look.px(5.5))

    def _paint_stop(self, painter: QPainter, at: int, spot: QPointF) -> None:
        look, stop = self._look, self._stops[at]
        radius = look.px(13 if stop.key else 11)
        painter.setPen(look.pen("paper", 2))
        painter.setBrush(look.colour("marigold" if stop.key else "plum"))
        painter.drawEllipse(spot, radius, radius)
        if at == self._now:
            painter.setPen(look.pen("focus" if self.hasFocus() else "plum", 3 if self.hasFocus() else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, radius + 4, radius + 4)
        painter.setPen(QColor(COLOURS["light"]["ink"]) if stop.key else look.colour("onPlum"))
        painter.setFont(look.font("kbd"))
        box = QRectF(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(stop.turn))


def _line(spots: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(spots[0])
    for one, two in pairwise(spots):
        middle = (one.x() + two.x()) / 2
        path.cubicTo(QPointF(middle, one.y()), QPointF(middle, two.y()), two)
    return path


def _told(stop: PathStop) -> str:
    turning = ", turning point" if stop.key else ""
    return f"Turn {stop.turn}{turning}, {words.count(len(stop.not_taken), 'line')} not taken."
