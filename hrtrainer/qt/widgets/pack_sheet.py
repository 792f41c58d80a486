"""The preview of a pack: a sheet of paper on which a line can be struck, by a click or by keys.

One stop for Tab; the arrows go from line to line, Space or Enter strikes and brings back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.export.preview import Row
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.prose import LINE, Block

_ROLES = {
    "title": "h2", "heading": "h3", "subheading": "smallstrong", "small": "small", "strong": "strong",
    "quote": "narration", "said": "body", "told": "quote", "blank": "small", "item": "body", "text": "body",
}  # fmt: skip
_ABOVE = {"title": 10, "heading": 18, "subheading": 10, "blank": 8}
_SEES = "The reader sees: line withheld"
_NAME = "What they will see. Up and Down go from line to line; Space strikes one, and brings it back."


@dataclass(slots=True)
class _Placed:
    """A row in its place: where it stands, and its texts laid out, each with where it begins and its ink."""

    row: Row
    box: QRectF
    texts: list[tuple[Block, QPointF, str]]


class PackSheet(QWidget):
    """The sheet. `struck` tells the id of a line that is to be struck, or brought back."""

    struck = Signal(str)
    walked = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[Row, ...] = ()
        self._placed: list[_Placed] = []
        self._laid, self._now, self._over = -1, "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_NAME)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show a pack."""
        self.rows, self._laid = tuple(rows), -1
        ids = [one.block.id for one in rows if one.block.id]
        if self._now not in ids:
            self._now = ids[0] if ids else ""
        self.setAccessibleDescription(" ".join(plain(spoken(one)) for one in rows)[:4000])
        self.updateGeometry()
        self.update()

    # Laying out

    def _lay(self, width: int) -> float:
        """Put every row in its place in a width; gives the height."""
        if width != self._laid:
            px, top = self._look.px, float(self._look.px(24))
            self._placed = []
            for one in self.rows:
                top += px(_ABOVE.get(one.block.kind, 2))
                placed = self._place(one, top, width)
                self._placed.append(placed)
                top = placed.box.bottom()
            self._laid = width
        return (self._placed[-1].box.bottom() if self._placed else 0) + self._look.px(32)

    def _place(self, row: Row, top: float, width: int) -> _Placed:
        px, block = self._look.px, row.block
        side = px(28)
        left, right = float(side), width - side - (px(34) if block.id else 0)
        texts: list[tuple[Block, QPointF, str]] = []
        y = top + px(5)
        who = self._set(block.who, "smallstrong")
        if who is not None:
            narrow = width < px(430)
            high = who.lay(right - left if narrow else px(104))
            texts.append((who, QPointF(left, y), "ink2"))
            if narrow:
                y += high
            else:
                left += px(118)
        elif block.kind in ("quote", "item"):
            left += px(14)
        ink = "ink3" if row.was else "plum" if block.kind == "heading" else "ink2" if block.kind == "small" else "ink"
        for text, role, colour in (
            (_shown(row), _ROLES[block.kind], ink),
            (_SEES if row.was else "", "smallstrong", "plum"),
            (block.note if not row.was else "", "small", "ink2"),
        ):
            laid = self._set(text, role)
            if laid is not None:
                high = laid.lay(max(40.0, right - left))
                texts.append((laid, QPointF(left, y), colour))
                y += high
        y = max(y, top + px(5) + (who.height if who is not None else 0))
        y += px(20) if block.kind == "blank" else px(5)
        return _Placed(
            row, QRectF(px(18), top, width - 2 * px(18), max(y - top, float(px(30)) if block.id else 0)), texts
        )

    def _set(self, text: str, role: str) -> Block | None:
        return Block(text, self._look.font(role), self._look.px(LINE[role])) if text else None

    @guarded(400)
    def heightForWidth(self, width: int) -> int:
        return round(self._lay(width))

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else self._look.px(620)
        return QSize(self._look.px(620), self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(260), 0)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(self.width())

    # Painting

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay(self.width())
        painter.setPen(look.pen("line"))
        painter.setBrush(look.colour("paper"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        seen = QRectF(event.rect())
        for placed in self._placed:
            if placed.box.bottom() >= seen.top() and placed.box.top() <= seen.bottom():
                self._paint_row(painter, placed)

    def _paint_row(self, painter: QPainter, placed: _Placed) -> None:
        look, id = self._look, placed.row.block.id
        if id and (placed.row.was or id == self._over):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("plumTint"))
            painter.drawRoundedRect(placed.box, 8, 8)
        for at, (block, spot, ink) in enumerate(placed.texts):
            block.paint(painter, spot.x(), spot.y(), look.colour(ink))
            if placed.row.was and at == (1 if placed.row.block.who else 0):
                self._strike(painter, block, spot)
        if placed.row.block.kind == "blank":
            painter.setPen(look.pen("lineStrong"))
            painter.drawLine(placed.box.bottomLeft() + QPointF(10, -2), placed.box.bottomRight() + QPointF(-10, -2))
        if id:
            size = look.px(18)
            icon = "eye-off" if placed.row.was else "strikethrough"
            pixmap = look.icon_pixmap(icon, "plum" if placed.row.was else "ink3", size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(placed.box.right() - size - look.px(8), placed.box.top() + look.px(7)), pixmap)
        if id and id == self._now and self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(placed.box.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

    def _strike(self, painter: QPainter, block: Block, spot: QPointF) -> None:
        """A line through every line of a text."""
        painter.setPen(self._look.pen("ink3", 1.5))
        for middle, wide in block.lines():
            y = spot.y() + middle
            painter.drawLine(QPointF(spot.x(), y), QPointF(spot.x() + wide, y))

    # Mouse and keys

    def _under(self, event: QMouseEvent) -> str:
        spot = event.position()
        return next((one.row.block.id for one in self._placed if one.row.block.id and one.box.contains(spot)), "")

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event)
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._over = ""
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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids = [one.block.id for one in self.rows if one.block.id]
        at = ids.index(self._now) if self._now in ids else 0
        ways = {Qt.Key.Key_Up: at - 1, Qt.Key.Key_Down: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(ids) - 1}
        key = Qt.Key(event.key())
        if ids and key in ways:
            self.go_to(ids[max(0, min(len(ids) - 1, ways[key]))])
        elif ids and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.struck.emit(ids[at])
        else:
            super().keyPressEvent(event)

    def go_to(self, id: str) -> None:
        """Go to a line, and show it."""
        self._now = id
        self._lay(self.width())
        placed = next(one for one in self._placed if one.row.block.id == id)
        announce(self, spoken(placed.row))
        self.walked.emit(placed.box.toAlignedRect())
        self.update()


def _shown(row: Row) -> str:
    """The words of a row as they stand on the sheet."""
    block = row.block
    text = row.was or block.text
    if block.kind == "said":
        return f"“{text}”"
    return f"• {text}" if block.kind == "item" and not block.who else text


def spoken(row: Row) -> str:
    """A row as it is said aloud."""
    said = f"{row.block.who}: {_shown(row)}" if row.block.who else _shown(row)
    return f"{said} Struck. {_SEES}." if row.was else said
