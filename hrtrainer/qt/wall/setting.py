"""Text in lines: broken where words end, near the middle where two or three lines are wanted, never cut."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from hrtrainer.qt.plain import plain
from hrtrainer.qt.wall.look import WallLook, sized
from hrtrainer.qt.wall.pieces import Block, Words, stacked

MOST_CHARACTERS = 60
"""A longer line is not found again by an eye that comes back from its end."""
_BALANCED = 4
"""Texts of up to so many lines are set in lines of about one length."""
_NARROWINGS = 7
_SPARE = 3
"""A line that is drawn by itself may be a unit or two wider than it was among the others."""


def in_lines(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """The lines of a text at a width."""
    clean = plain(text).strip()
    broken = _broken(clean, font, width)
    while (longest := _longest(broken)) > MOST_CHARACTERS:
        width *= MOST_CHARACTERS / longest
        broken = _broken(clean, font, width)
    if not 1 < len(broken) <= _BALANCED:
        return broken
    least, most = max(width / 2, _widest_word(clean, font) + _SPARE), width
    for _ in range(_NARROWINGS):
        middle = (least + most) / 2
        tried = _broken(clean, font, middle) if middle < width else ()
        if len(tried) == len(broken) and _longest(tried) <= MOST_CHARACTERS:
            most, broken = middle, tried
        else:
            least = middle
    return broken


def _longest(lines: Iterable[str]) -> int:
    return max(map(len, lines), default=0)


def _broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    clean = text.replace("\n", "\u2028")
    whole = clean.replace("-", "\u2011")  # no line ends at a hyphen
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(whole, font)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width - _SPARE))
        found.append(clean[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(line for line in found if line)


def breaks_a_word(words: str, font: QFont, width: float) -> bool:
    """Whether some word of a text is wider than a line."""
    return _widest_word(words, font) > width - _SPARE


def _widest_word(words: str, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0)


def line_of(
    look: WallLook, text: str, role: str, ink: str = "ink", on: str = "ground", struck: bool = False, percent: int = 0
) -> Block:
    """One line of text as a block."""
    font = sized(percent) if percent else look.font(role)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    high = 1.25 * font.pixelSize() if percent else look.line(role)
    return Block((Words(QRectF(0, 0, wide, high), text, role, ink, on, struck, percent),), wide, high)


def rows(
    look: WallLook, text: str, role: str, width: float, ink: str = "ink", on: str = "ground", struck: bool = False
) -> tuple[Block, ...]:
    """The lines of a text, each a block."""
    return tuple(line_of(look, line, role, ink, on, struck) for line in in_lines(text, look.font(role), width))


def text(
    look: WallLook, words: str, role: str, width: float, ink: str = "ink", on: str = "ground", centre: bool = False
) -> Block:
    """A text as one block."""
    lines = rows(look, words, role, width, ink, on)
    if not centre:
        return stacked(lines)
    wide = max((line.width for line in lines), default=0)
    return stacked(Block(line.at((wide - line.width) / 2, 0), wide, line.height) for line in lines)
