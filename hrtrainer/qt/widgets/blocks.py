"""The moments of a principle as numbered blocks beside an axis. A wide block carries more; nothing is summed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtGui import QPaintEvent as Painting
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.pages.debrief import Block
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.tip import Tip

FULL, LITTLE, HIGH, GAP, EDGE = 58, 32, 26, 3, 6
_PAD = 9
"""Room above and below the blocks, for the axis and the focus ring."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place: which moment it is, and whether it stands at the right of the axis."""

    at: int
    right: bool
    box: QRectF


def width_of(mark: Mark) -> int:
    """How wide a mark's block is, at 100 %."""
    return FULL if mark in (Mark.SUPPORTS, Mark.STRAINS) else LITTLE


def sides(blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """The moments at the left and at the right, in turn order; chances not taken stand last."""
    left = [at for at, block in enumerate(blocks) if block.mark.straining]
    right = [at for at, block in enumerate(blocks) if block.mark.supporting]
    return left, right + [at for at, block in enumerate(blocks) if block.mark is Mark.CHANCE_NOT_TAKEN]


def needs(blocks: Sequence[Block]) -> tuple[int, int]:
    """The width each side needs in one line, at 100 %."""
    left, right = sides(blocks)
    wide = [sum(width_of(blocks[at].mark) + GAP for at in side) + EDGE for side in (left, right)]
    return wide[0], wide[1]


def lines_of(widths: Sequence[float], room: float, gap: float) -> list[list[int]]:
    """Which blocks go on which line."""
    lines: list[list[int]] = []
    used = room + 1
    for at, width in enumerate(widths):
        if used + width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(at)
        used += width + gap
    return lines


class Blocks(QWidget):
    """One row of blocks; a single stop for Tab, with Left and Right inside."""

    def __init__(self, look: Look, name: str, blocks: Sequence[Block], tip: Tip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._blocks, self._tip = look, tuple(blocks), tip
        self._placed: list[Placed] = []
        self._axis, self._now, self._over = 0, -1, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{plain(name)}, moments. Left and Right go through them.")
        self.setAccessibleDescription(" ".join(plain(block.tip) for block in blocks))

    def set_room(self, width: int, axis: int) -> None:
        """Stand in a width, with the axis at a place."""
        self._axis = axis
        left, right = sides(self._blocks)
        placed = self._place(left, axis, False) + self._place(right, width - axis, True)
        self._placed = sorted(placed, key=lambda one: (one.box.top(), one.box.left()))
        bottom = max((one.box.bottom() for one in placed), default=float(self._look.px(HIGH + _PAD)))
        self.setFixedSize(width, round(bottom) + self._look.px(_PAD))
        self.update()

    def _place(self, side: Sequence[int], room: int, right: bool) -> list[Placed]:
        px = self._look.px
        widths = [float(px(width_of(self._blocks[at].mark))) for at in side]
        found = []
        for down, line in enumerate(lines_of(widths, room - px(EDGE), px(GAP))):
            whole = sum(widths[at] + px(GAP) for at in line) - px(GAP)
            x = self._axis + px(EDGE) if right else self._axis - px(EDGE) - whole
            for at in line:
                box = QRectF(x, px(_PAD) + down * px(HIGH + GAP), widths[at], px(HIGH))
                found.append(Placed(side[at], right, box))
                x += widths[at] + px(GAP)
        return found

    def _show_tip(self, at: int) -> None:
        if 0 <= at < len(self._placed):
            placed = self._placed[at]
            self._tip.show_at(self, placed.box.toAlignedRect(), self._blocks[placed.at].tip)
        else:
            self._tip.hide()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: self._now - 1, Qt.Key.Key_Right: self._now + 1}
        ways |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._placed) - 1}
        key = Qt.Key(event.key())
        if key not in ways or not self._placed:
            super().keyPressEvent(event)
            return
        self._now = max(0, min(len(self._placed) - 1, ways[key]))
        self._show_tip(self._now)
        announce(self, self._blocks[self._placed[self._now].at].tip)
        self.update()

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._now = max(0, self._now)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._show_tip(self._now)
        self.update()

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tip.hide()
        self.update()

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event)
        if over != self._over:
            self._over = over
            self._show_tip(over)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (at := self._under(event)) >= 0:
            self._now = at
            self._show_tip(at)
            self.update()

    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self._tip.hide()

    def _under(self, event: QMouseEvent) -> int:
        spot = event.position()
        return next((at for at, one in enumerate(self._placed) if one.box.adjusted(0, -GAP, 0, GAP).contains(spot)), -1)

    @guarded()
    def paintEvent(self, event: Painting) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(self._axis - 1, 0, 2, self.height()), look.colour("lineStrong"))
        for at, placed in enumerate(self._placed):
            block = self._blocks[placed.at]
            paint_block(painter, look, placed, block)
            if self.hasFocus() and at == self._now:
                painter.setPen(look.pen("focus", 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(placed.box.adjusted(-3, -3, 3, 3), 8, 8)


def paint_block(painter: QPainter, look: Look, placed: Placed, block: Block) -> None:
    """Draw a block: filled when it carries more, soft when less, bordered in ink when both, dashed when not taken."""
    fill, line, ink, dashed = _dress(block.mark, placed.right)
    wide = 1.5 if line else 0.0
    painter.setPen(look.pen(line, wide, dashed) if line else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(placed.box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), 6, 6)
    painter.setPen(look.colour(ink))
    painter.setFont(look.font("smallstrong"))
    painter.drawText(placed.box, Qt.AlignmentFlag.AlignCenter, str(block.turn))


def _dress(mark: Mark, right: bool) -> tuple[str, str, str, bool]:
    match mark:
        case Mark.SUPPORTS:
            return "supportsFill", "", "onFill", False
        case Mark.SUPPORTS_A_LITTLE:
            return "supportsSoft", "", "ink", False
        case Mark.STRAINS:
            return "strainsFill", "", "onFill", False
        case Mark.STRAINS_A_LITTLE:
            return "strainsSoft", "strainsFill", "ink", False
        case Mark.BOTH:
            return ("supportsSoft" if right else "strainsSoft"), "ink", "ink", False
        case _:
            return "", "neither", "ink2", True
