"""Text set by hand: lines of one height, cut with an ellipsis where asked, key caps in the middle of a sentence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain, plain

LINE = {
    "display": 52, "h1": 42, "h2": 30, "h3": 22, "client": 34, "narration": 26, "worker": 28, "cue": 24, "choice": 24,
    "body": 24, "strong": 22, "small": 20, "smallstrong": 20, "caption": 18, "kbd": 20, "quote": 26, "line": 30,
    "source": 22,
}  # fmt: skip
"""Height of a line in px at 100 %, by role."""

_INK = {"small": "ink2", "smallstrong": "ink2", "caption": "ink3", "cue": "ink2", "narration": "ink2", "quote": "ink2"}

_MOST_WIDTHS = 4
"""Widths for which a text is kept broken: with and without a scroll bar, and as its size hint asks."""


class Block:
    """A text laid out in lines of one height. `most` is the most lines it may take (0 for any number)."""

    def __init__(self, text: str, font: QFont, line: float, most: int = 0) -> None:
        self._text = plain(text).replace("\n", "\u2028")
        self._font, self._line, self._most = font, line, most
        self._layout = QTextLayout()
        self._formats: list[QTextLayout.FormatRange] = []
        self._centred = False
        self.height = 0.0

    def centre(self) -> None:
        """Set every line in the middle of the width."""
        self._centred = True

    def mark(self, word: str, font: QFont) -> None:
        """Set a word of the text in another font."""
        start = self._text.find(word)
        if start >= 0:
            from PySide6.QtGui import QTextCharFormat  # few texts have key caps, and it takes long to load

            span = QTextLayout.FormatRange()
            style = QTextCharFormat()
            style.setFont(font)
            span.start, span.length, span.format = start, len(word), style
            self._formats.append(span)

    def lay(self, width: float) -> float:
        """Break the text for a width. Gives the height."""
        rest = self._break(self._text, width)
        if rest >= 0:
            metrics = QFontMetricsF(self._font)
            last = metrics.elidedText(self._text[rest:], Qt.TextElideMode.ElideRight, width - 2)
            self._break(self._text[:rest] + last, width)
        return self.height

    def _break(self, text: str, width: float) -> int:
        """Lay out; gives where the last allowed line begins when there is more text than lines, else -1."""
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, self._font)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats)
        self._layout.beginLayout()
        count, last, more = 0, 0, False
        while (line := self._layout.createLine()).isValid():
            if self._most and count == self._most:
                more = True
                break
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, count * self._line + (self._line - line.height()) / 2))
            last, count = line.textStart(), count + 1
        self._layout.endLayout()
        self.height = max(1, count) * self._line
        return last if more else -1

    def widest(self) -> float:
        """How wide the text really is once laid out."""
        lines = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def lines(self) -> list[tuple[float, float]]:
        """The middle of each line, and how wide its text is, once laid out."""
        found = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return [(line.position().y() + line.height() / 2, line.naturalTextWidth()) for line in found]

    def place(self, word: str) -> QRectF | None:
        """Where the first occurrence of a word stands, once laid out."""
        start = self._text.find(word)
        line = self._layout.lineForTextPosition(start) if start >= 0 else None
        if line is None or not line.isValid():
            return None
        left, right = _x(line, start), _x(line, start + len(word))
        return QRectF(left, line.position().y(), right - left, line.height())

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw it."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


def _x(line: QTextLine, position: int) -> float:
    """Where a position of the text stands in a line. PySide gives the position back as well."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class Prose(Plain):
    """A label with the line height of its role. `caps` are words of the text that are drawn as key caps."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        colour: str = "",
        caps: Sequence[str] = (),
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._look, self._role, self._caps, self._centred = look, role, tuple(caps), centred
        self._colour = colour or _INK.get(role, "ink")
        self._blocks: dict[int, Block] = {}
        super().__init__(text, role, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Show a text."""
        self._blocks.clear()
        super().say(text)
        self.updateGeometry()
        self.update()

    def ink(self, colour: str) -> None:
        """Write in another colour of the theme."""
        self._colour = colour
        self.update()

    def _laid(self, width: int) -> Block:
        """The text broken for a width. Layouts ask for a few widths again and again."""
        if width not in self._blocks:
            if len(self._blocks) >= _MOST_WIDTHS:
                self._blocks.clear()
            look = self._look
            block = Block(self.text(), look.font(self._role), look.px(LINE[self._role]))
            if self._centred:
                block.centre()
            for cap in self._caps:
                block.mark(cap, look.font("kbd"))
            block.lay(width)
            self._blocks[width] = block
        return self._blocks[width]

    @guarded(24)
    def heightForWidth(self, width: int) -> int:
        return round(self._laid(width).height)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        look = self._look
        metrics = QFontMetricsF(look.font(self._role))
        natural = max((metrics.horizontalAdvance(one) for one in self.text().split("\n")), default=0.0)
        width = min(round(natural) + look.px(8), look.px(620))
        return QSize(width, self.heightForWidth(width))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(LINE[self._role]))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, block = self._look, self._laid(self.width())
        for cap in self._caps:
            box = block.place(cap)
            if box is not None:
                paint_cap_box(painter, look, box.adjusted(-look.px(6), -look.px(1), look.px(6), look.px(1)))
        block.paint(painter, 0, 0, look.colour(self._colour))


def paint_cap_box(painter: QPainter, look: Look, box: QRectF) -> None:
    """Draw the box of a key cap: a key has a thicker lower edge."""
    painter.setPen(look.pen("lineStrong"))
    painter.setBrush(look.colour("lineStrong"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, 0.5), 5, 5)
    painter.setBrush(look.colour("paper"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


class Cap(Plain):
    """The name of a key, drawn as a key."""

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, "kbd", parent, wrap=False)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        look = self._look
        wide = QFontMetricsF(look.font("kbd")).horizontalAdvance(self.text()) + look.px(16)
        return QSize(max(look.px(28), round(wide)), look.px(27))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0, 0, 0, -1)
        paint_cap_box(painter, self._look, box)
        painter.setFont(self._look.font("kbd"))
        painter.setPen(self._look.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
