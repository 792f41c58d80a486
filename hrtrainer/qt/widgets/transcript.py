"""The transcript: a page that reads like a script, and a real list that keys and screen readers can walk."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent, QStandardItem, QStandardItemModel, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrtrainer.pages.lines import TurnLine
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.words import first_capital, quoted

_LINE = Qt.ItemDataRole.UserRole + 1
_MOST_CHARACTERS = 78
"""Longest line of text, in average characters: longer ones are hard to read back from."""


class Transcript(QListView):
    """Everything said so far. It keeps to the newest line unless the person has scrolled away."""

    def __init__(self, look: Look, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = QStandardItemModel(self)
        self._painter = _LinePainter(look, compact)
        self._delegate = _Delegate(self._painter, self)
        self._shown: tuple[TurnLine, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Transcript")
        self.setTabKeyNavigation(False)
        self._following = True
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().rangeChanged.connect(self._follow)

    def show_lines(self, lines: Sequence[TurnLine]) -> None:
        """Show these lines; only those that are new are laid out again."""
        same = 0
        for old, new in zip(self._shown, lines, strict=False):
            if old != new:
                break
            same += 1
        self._shown = tuple(lines)
        self._model.removeRows(same, self._model.rowCount() - same)
        for line in self._shown[same:]:
            self._model.appendRow(self._item(line))
        self._fit()
        if same < len(self._shown):
            self.go_down()

    def _fit(self) -> None:
        """Take no more height than the lines need, so that a short transcript sits at the foot of the page."""
        height = sum(self._model.item(at).sizeHint().height() for at in range(self._model.rowCount()))
        self.setMaximumHeight(max(self._look.px(60), height + 2))

    def _item(self, line: TurnLine) -> QStandardItem:
        item = QStandardItem(plain(line.spoken))
        item.setEditable(False)
        item.setData(line, _LINE)
        item.setData(plain(line.spoken), Qt.ItemDataRole.AccessibleTextRole)
        item.setSizeHint(self._painter.size(line, self._room()))
        return item

    def _room(self) -> int:
        return max(120, self.viewport().width())

    def is_down(self) -> bool:
        """Whether the newest line is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - self._look.px(24)

    def go_down(self) -> None:
        """Go to the newest line."""
        self._following = True
        self.scrollToBottom()

    def _moved(self) -> None:
        """A person who scrolls away is left in peace; one who comes back is followed again."""
        self._following = self.is_down()

    def _follow(self) -> None:
        if self._following:
            self.scrollToBottom()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        for at, line in enumerate(self._shown):
            self._model.item(at).setSizeHint(self._painter.size(line, self._room()))
        self._fit()
        super().resizeEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints lines; sizes are kept in the model, so that a long transcript stays quick."""

    def __init__(self, painter: "_LinePainter", parent: QListView) -> None:
        super().__init__(parent)
        self._painter = painter

    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Any = index.data(_LINE)
        rect: QRect = option.rect
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._painter.paint(painter, rect, line, focused)


class _LinePainter:
    """Lays one line out and paints it: speaker, words, manner, notes."""

    def __init__(self, look: Look, compact: bool) -> None:
        self._look, self._compact = look, compact

    def _left(self) -> int:
        return self._look.px(36) if self._compact else self._look.px(78)

    def _width(self, room: int) -> float:
        longest = _MOST_CHARACTERS * self._look.px(22) * 0.5
        return max(80.0, min(room - self._left() - self._look.px(24), longest))

    def _parts(self, line: TurnLine) -> list[tuple[str, QFont, str, float]]:
        """Text, font, colour and line height of each part, from top to bottom."""
        look = self._look
        parts: list[tuple[str, QFont, str, float]] = []
        if line.manner:
            parts.append((first_capital(line.manner), look.font("cue"), "ink2", look.px(24)))
        if line.kind == "narrator":
            parts.append((line.text, look.font("narration"), "ink2", look.px(26)))
        elif line.kind == "you":
            parts.append(
                (line.name + (", in your own words" if line.own else ""), look.font("smallstrong"), "ink2", look.px(22))
            )
            parts.append((quoted(line.text), look.font("worker"), "ink", look.px(28)))
        else:
            parts.append((line.name, look.font("smallstrong"), "ink2", look.px(22)))
            parts.append((quoted(line.text), look.font("client"), "ink", look.px(34)))
        parts += [(note, look.font("caption"), "ink3", look.px(18)) for note in line.notes]
        return parts

    def size(self, line: TurnLine, room: int) -> QSize:
        """How much room a line takes."""
        width = self._width(room)
        height = sum(_lay_out(text, font, width, pitch)[1] for text, font, _, pitch in self._parts(line))
        return QSize(room, round(height + self._look.px(18)))

    def paint(self, painter: QPainter, rect: QRect, line: TurnLine, focused: bool) -> None:
        """Paint a line in its place."""
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = float(rect.left() + self._left()), float(rect.top() + look.px(9))
        if not self._compact:
            painter.setPen(look.pen("line"))
            spine = rect.left() + look.px(51)
            painter.drawLine(spine, rect.top(), spine, rect.bottom())
        for text, font, colour, pitch in self._parts(line):
            if font.weight() > QFont.Weight.Normal and line.kind != "narrator":
                self._paint_half(
                    painter, rect.left() + (look.px(18) if self._compact else look.px(51)), y + pitch / 2, line.kind
                )
            layout, height = _lay_out(text, font, self._width(rect.width()), pitch)
            painter.setPen(look.colour(colour))
            layout.draw(painter, QPointF(x, y))
            y += height
        if focused:
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -3, -2), 8, 8)
        painter.restore()

    def _paint_half(self, painter: QPainter, x: float, y: float, kind: str) -> None:
        radius = self._look.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("plum" if kind == "you" else "marigold"))
        shift = 0 if kind == "you" else 2
        box = QRectF(x - radius + shift, y - radius, 2 * radius, 2 * radius)
        painter.drawPie(box, (270 if kind == "you" else 90) * 16, 180 * 16)


def _lay_out(text: str, font: QFont, width: float, pitch: float) -> tuple[QTextLayout, float]:
    """A text broken into lines of a width, `pitch` apart, and its height."""
    layout = QTextLayout(plain(text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (pitch - line.height()) / 2))
        height += pitch
    layout.endLayout()
    return layout, height
