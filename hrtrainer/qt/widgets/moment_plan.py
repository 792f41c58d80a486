"""Where moments across conversations stand: names, heads, cells, worked out for a width, and drawn."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from hrtrainer.pages.growth import GrowthColumn, GrowthMoment, GrowthRow
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.glyph import paint_glyph
from hrtrainer.qt.widgets.prose import LINE, Block

_NAME, _COLUMN, _BOX, _HIGH, _LOW, _PAD = 196, 92, 30, 38, 26, 9
"""Widths of the names, of a conversation at least, and of a moment; its height with a mark and without; the room
above and below; in px."""
_STACKED = 560
"""Under this width the name of a row stands above its moments."""
_GLYPH = (28, 21)


class Placed(NamedTuple):
    """A moment in its place: row and column are counted from 0."""

    row: int
    column: int
    moment: GrowthMoment
    box: QRectF


class MomentPlan(NamedTuple):
    """A grid laid out: its moments, its words as (x, y, words, ink), its lines down the page, its dashes, its height.

    `last` is the column of the newest conversation, when that is seen.
    """

    placed: list[Placed]
    words: list[tuple[float, float, Block, str]]
    lines: list[float]
    dashes: list[QRectF]
    last: QRectF | None
    width: int
    height: int


def fitting(look: Look, width: int) -> int:
    """How many conversations fit in a width."""
    return max(1, (width - (0 if _stacked(look, width) else look.px(_NAME))) // look.px(_COLUMN))


def _stacked(look: Look, width: int) -> bool:
    return width < look.px(_STACKED)


def plan_moments(
    look: Look, columns: Sequence[GrowthColumn], rows: Sequence[GrowthRow], seen: range, width: int
) -> MomentPlan:
    """The conversations of `seen` with their moments, in a width."""
    px, stacked = look.px, _stacked(look, width)
    left = 0 if stacked else px(_NAME)
    wide = min((width - left) / max(1, len(seen)), px(_COLUMN) * 1.5)
    plan = MomentPlan([], [], [], [], None, width, 0)
    y = _heads(look, plan, [columns[at] for at in seen], left, wide)
    for number, row in enumerate(rows):
        plan.lines.append(y)
        name = Block(row.name, look.font("strong"), px(LINE["strong"]), 4)
        high = name.lay(width - px(8) if stacked else left - px(12))
        top = y + px(_PAD)
        plan.words.append((0.0, top, name, "ink"))
        top += high + px(4) if stacked else 0
        cells = _cells(look, plan, number, [row.cells[at] for at in seen], QRectF(left, top, wide, 0))
        if not stacked and high < cells:  # one line of words stands level with one line of moments
            plan.words[-1] = (0.0, top + max(0.0, (px(_GLYPH[1]) - high) / 2) if high < px(30) else top, name, "ink")
        y = top + (cells if stacked else max(high, cells)) + px(_PAD)
    newest = bool(seen) and seen[-1] == len(columns) - 1 and len(seen) > 1
    last = (
        QRectF(left + (len(seen) - 1) * wide - px(6), plan.lines[0], wide, y - plan.lines[0])
        if newest and rows
        else None
    )
    return plan._replace(height=round(y), last=last)


def _heads(look: Look, plan: MomentPlan, columns: Sequence[GrowthColumn], left: float, wide: float) -> float:
    """The day and the title over each conversation; gives where they end."""
    px, deepest = look.px, 0.0
    for at, column in enumerate(columns):
        x = left + at * wide
        day = Block(column.day, look.font("smallstrong"), px(20), 2)
        title = Block(column.title, look.font("caption"), px(18), 3)
        below = day.lay(wide - px(8))
        title.lay(wide - px(8))
        plan.words.append((x, 0.0, day, "ink"))
        plan.words.append((x, below, title, "ink2"))
        deepest = max(deepest, below + title.height)
    return deepest + px(8)


def _cells(look: Look, plan: MomentPlan, row: int, cells: Sequence[Sequence[GrowthMoment]], first: QRectF) -> float:
    """Place the moments of a row, the first cell at `first`; gives how high the fullest cell is."""
    marked = any(moment.mark is not None for cell in cells for moment in cell)
    box, high = look.px(_BOX), look.px(_HIGH if marked else _LOW)
    across = max(1, int((first.width() - look.px(2)) // box))
    deepest = 1
    for column, cell in enumerate(cells):
        x = first.left() + column * first.width()
        for at, moment in enumerate(cell):
            spot = QRectF(x + at % across * box, first.top() + at // across * high, box, high)
            plan.placed.append(Placed(row, column, moment, spot))
        if not cell:
            plan.dashes.append(QRectF(x, first.top(), box, look.px(_GLYPH[1])))
        deepest = max(deepest, -(-len(cell) // across))
    return float(deepest * high)


def paint_moments(painter: QPainter, look: Look, plan: MomentPlan) -> None:
    """Draw it all."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if plan.last is not None:
        painter.fillRect(plan.last, look.colour("ground"))
    for y in plan.lines:
        painter.fillRect(QRectF(0, y, plan.width, 1), look.colour("line"))
    for x, y, block, ink in plan.words:
        block.paint(painter, x, y, look.colour(ink))
    for box in plan.dashes:
        wide = look.px(11)
        painter.fillRect(QRectF(box.left() + look.px(8), box.center().y() - 1, wide, 2), look.colour("neither"))
    for placed in plan.placed:
        _paint_moment(painter, look, placed)


def _paint_moment(painter: QPainter, look: Look, placed: Placed) -> None:
    box, px = placed.box, look.px
    number = str(placed.moment.turn)
    painter.setFont(look.font("kbd"))
    if placed.moment.mark is None:
        bubble = QRectF(box.left(), box.top(), px(26), px(22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("plumTint"))
        painter.drawRoundedRect(bubble, bubble.height() / 2, bubble.height() / 2)
        painter.setPen(look.colour("plum"))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, number)
        return
    wide, high = (px(one) for one in _GLYPH)
    paint_glyph(painter, look, QRectF(box.left(), box.top(), wide, high), placed.moment.mark)
    painter.setPen(look.colour("ink2"))
    below = QRectF(box.left(), box.top() + high - px(2), wide, box.height() - high)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, number)
