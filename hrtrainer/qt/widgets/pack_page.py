"""A page of a pack as it will be read: its picture, on which a line can be struck by a click or by keys.

One stop for Tab; the arrows go from line to line, Space or Enter strikes and brings back, PgUp and PgDn turn pages.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.export.spots import Spot
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain

_NAME = "Page {} of {}. Up and Down go from line to line; Space strikes one, and brings it back; Page Down turns."
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_EDGE = 4
"""Room around the page for its shadow and the focus ring, in px."""


class Line(NamedTuple):
    """A line of the pack that can be struck: how it is said aloud, and whether it is struck."""

    said: str
    struck: bool


class PackPage(QWidget):
    """One page. `struck` tells the id of a line; `turned` and `zoomed` a step; `walked` where the keys have led."""

    struck = Signal(str)
    turned = Signal(int)
    zoomed = Signal(int)
    walked = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look._replace(theme="light")  # paper is white in the dark too
        self._image, self._shown = QImage(), QPixmap()
        self.spots: tuple[Spot, ...] = ()
        self._lines: Mapping[str, Line] = {}
        self._now, self._over = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, picture: bytes, spots: Sequence[Spot], lines: Mapping[str, Line], at: int, count: int) -> None:
        """Show a page (PNG) with the lines on it."""
        self._image = QImage.fromData(picture)
        self.spots, self._lines, self._shown = tuple(spots), lines, QPixmap()
        if self._now not in self._ids():
            self._now = ""
        self.setAccessibleName(_NAME.format(at + 1, count))
        self.update()

    @property
    def edges(self) -> int:
        """How much wider this is than the page."""
        return 2 * _EDGE

    @property
    def picture_width(self) -> int:
        """How wide the picture is in its own dots; 0 while there is none."""
        return self._image.width()

    def set_page_width(self, width: int) -> None:
        """Be so wide that the page is this wide."""
        if self._image.isNull():
            return
        high = round(width * self._image.height() / self._image.width())
        if (self.width(), self.height()) != (width + self.edges, high + self.edges):
            self.setFixedSize(width + self.edges, high + self.edges)

    # Painting

    def _paper(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)

    def box(self, spot: Spot) -> QRectF:
        """Where a line stands in this widget."""
        page = self._paper()
        left, top = page.left() + spot.left * page.width(), page.top() + spot.top * page.height()
        return QRectF(left, top, spot.width * page.width(), spot.height * page.height()).adjusted(-3, -2, 3, 2)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        page = self._paper()
        painter.drawPixmap(page.topLeft(), self._scaled(page.size().toSize()))
        for spot in self.spots:
            line = self._lines.get(spot.id)
            if spot.id == self._over or (line is not None and line.struck):
                tint = look.colour("plum")
                tint.setAlphaF(0.16)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tint)
                painter.drawRoundedRect(self.box(spot), 4, 4)
            if spot.id == self._over and not (line is not None and line.struck):
                painter.setPen(look.pen("plum", 1.5))
                middle = self.box(spot).center().y()
                painter.drawLine(QPointF(self.box(spot).left(), middle), QPointF(self.box(spot).right(), middle))
            if spot.id == self._now and self.hasFocus():
                painter.setPen(look.pen("focus", 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.box(spot), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.pen("focus", 3) if self.hasFocus() else look.pen("line"))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _scaled(self, size: QSize) -> QPixmap:
        """The picture in the size that it is seen in, made once for each size."""
        ratio = self.devicePixelRatioF()
        if self._shown.isNull() or self._shown.size() != size * ratio:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = self._image.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._shown = QPixmap.fromImage(image)
            self._shown.setDevicePixelRatio(ratio)
        return self._shown

    # Mouse and keys

    def _ids(self) -> list[str]:
        return list(dict.fromkeys(spot.id for spot in self.spots))

    def _under(self, event: QMouseEvent) -> str:
        spot = event.position()
        return next((one.id for one in self.spots if self.box(one).contains(spot)), "")

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._under(event))

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")

    def _hover(self, over: str) -> None:
        if over != self._over:
            self._over, line = over, self._lines.get(over)
            self.setToolTip(plain(line.said if line is not None and line.struck else ""))
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or the release goes to somebody else

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        id = self._under(event)
        if event.button() == Qt.MouseButton.LeftButton and id:
            self._now = id
            self.struck.emit(id)

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # Ctrl and + are the window's, for the size of its text; here they are the page's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zoom(event) is not None:
            event.accept()
            return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, zoom = Qt.Key(event.key()), _zoom(event)
        if zoom is not None:
            self.zoomed.emit(zoom)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(key)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._now and not event.modifiers():
            self.struck.emit(self._now)
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        """Go to another line; beyond the last and the first it goes on to the next page and the one before."""
        ids = self._ids()
        at = ids.index(self._now) if self._now in ids else -1 if key == Qt.Key.Key_Down else len(ids)
        step = {Qt.Key.Key_Down: at + 1, Qt.Key.Key_Up: at - 1, Qt.Key.Key_Home: 0}.get(key, len(ids) - 1)
        if 0 <= step < len(ids):
            self.go_to(ids[step])
        elif ids or key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.turned.emit(1 if step > 0 else -1)

    def go_to(self, id: str) -> None:
        """Go to a line, and show it."""
        self._now = id
        box = next(self.box(one) for one in self.spots if one.id == id)
        line = self._lines.get(id)
        announce(self, line.said if line is not None else "")
        self.walked.emit(box.toAlignedRect())
        self.update()


def _zoom(event: QKeyEvent) -> int | None:
    """The step of zoom that a key asks for, 0 for the size on paper; None when it asks for none."""
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return _ZOOMS.get(Qt.Key(event.key())) if held else None
