"""How the moves sat with each principle: rows of blocks, what was guessed, and the moments they came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from hrtrainer.pages.debrief import ProfileRow
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.blocks import Blocks, needs
from hrtrainer.qt.widgets.boxes import clear, column, line, row
from hrtrainer.qt.widgets.dots import Bubble
from hrtrainer.qt.widgets.glyph import Glyph, paint_glyph
from hrtrainer.qt.widgets.leaf import stand
from hrtrainer.qt.widgets.text import Text
from hrtrainer.qt.widgets.tip import Tip

_WIDE, _NAME, _GUESS, _GAP, _SIDE, _MOMENTS = 960, 210, 150, 20, 100, 270


@dataclass(frozen=True, slots=True)
class Measures:
    """The widths of the columns and where the axis stands. `wide` when they stand side by side."""

    wide: bool
    name: int
    blocks: int
    axis: int
    guess: int
    moments: int


def measure(look: Look, rows: Sequence[ProfileRow], room: int, guesses: bool) -> Measures:
    """Share a width among the columns, so that all rows have one axis."""
    px = look.px
    left = max([px(needs(one.blocks)[0]) for one in rows] + [px(_SIDE)])
    right = max([px(needs(one.blocks)[1]) for one in rows] + [px(_SIDE)])
    wide = room >= px(_WIDE)
    name, guess, gap = px(_NAME), px(_GUESS) if guesses else 0, px(_GAP)
    spent = name + guess + gap * (3 if guesses else 2)
    most = max(px(300), min(px(560), room - spent - px(_MOMENTS))) if wide else room
    blocks = min(most, max(px(320), left + right))
    if left + right <= blocks:
        axis = left + (blocks - left - right) // 2
    else:  # the side that needs less has what it needs, and the other wraps
        axis = blocks - right if right <= blocks // 2 else min(left, blocks // 2)
    return Measures(wide, name, blocks, axis, guess, room - spent - blocks if wide else room)


class AxisHead(QWidget):
    """The two words over the axis: strains at its left, supports at its right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._axis = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Left of the axis: strains. Right of it: supports.")

    def set_room(self, width: int, axis: int) -> None:
        """Stand over an axis."""
        self._axis = axis
        self.setFixedSize(width, self._look.px(26))
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._look.px
        font = self._look.font("smallstrong")
        painter.setFont(font)
        metrics, wide, high = QFontMetricsF(font), px(24), px(18)
        for mark, colour in ((Mark.STRAINS, "strains"), (Mark.SUPPORTS, "supports")):
            words = metrics.horizontalAdvance(mark) + 2
            right = mark is Mark.SUPPORTS
            x = self._axis + px(8) if right else self._axis - px(8) - words
            painter.setPen(self._look.colour(colour))
            painter.drawText(QRectF(x, 0, words, self.height()), Qt.AlignmentFlag.AlignVCenter, mark)
            at = x + words + px(4) if right else x - wide - px(4)
            paint_glyph(painter, self._look, QRectF(at, (self.height() - high) / 2, wide, high), mark)


class RowView(QWidget):
    """One principle."""

    def __init__(self, look: Look, told: ProfileRow, guesses: bool, tip: Tip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._guesses = look, guesses
        whole = column(self)
        whole.addWidget(line())
        self._cells = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cells.setContentsMargins(0, look.px(2), 0, look.px(2))
        whole.addLayout(self._cells)
        self._name = Text(told.name, "strong")
        self._blocks = Blocks(look, told.name, told.blocks, tip)
        self._guess = self._guess_cell(told.guessed)
        self._moments = self._moment_cell(told)
        for cell in (self._name, self._blocks, self._guess, self._moments):
            self._cells.addWidget(cell, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._cells.addStretch(1)
        self._working = Text(f"{told.meaning}\n{told.working}", "small")
        self._working.setContentsMargins(0, 0, 0, look.px(10))
        self._working.hide()
        whole.addWidget(self._working)

    def _guess_cell(self, guessed: str) -> QWidget:
        cell = QWidget()
        inside = row(cell, gap=self._look.px(6))
        self._prefix = Text("You guessed", "caption", wrap=False)
        inside.addWidget(self._prefix)
        mark = next((one for one in Mark if one == guessed), None)
        if mark:
            inside.addWidget(Glyph(self._look, mark))
        words = Text(guessed or "not asked", "small" if mark else "caption")
        inside.addWidget(words, 1)
        if not self._guesses:  # showing it here would show it as a window: it has no parent yet
            cell.hide()
        return cell

    def _moment_cell(self, told: ProfileRow) -> QWidget:
        cell = QWidget()
        inside = column(cell, (0, self._look.px(5), 0, self._look.px(5)), self._look.px(4))
        for turn, why in told.moments:
            one = row(gap=self._look.px(8))
            one.addWidget(Bubble(self._look, turn), 0, Qt.AlignmentFlag.AlignTop)
            one.addWidget(Text(why, "small"), 1)
            inside.addLayout(one)
        return cell

    def arrange(self, sizes: Measures) -> None:
        """Stand in columns, or one under the other."""
        stand(self._cells, sizes.wide)
        self._cells.setSpacing(self._look.px(_GAP if sizes.wide else 8))
        self._prefix.setVisible(not sizes.wide)
        self._name.setFixedWidth(sizes.name if sizes.wide else sizes.moments)
        self._guess.setFixedWidth(sizes.guess if sizes.wide else sizes.moments)
        self._moments.setFixedWidth(sizes.moments)
        self._blocks.set_room(sizes.blocks, sizes.axis)

    def show_working(self, shown: bool) -> None:
        """Show what the principle says and how the row was counted."""
        self._working.setVisible(shown)


class Profile(QWidget):
    """Rows under one axis."""

    def __init__(self, look: Look, tip: Tip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._tip = look, tip
        self._told: tuple[ProfileRow, ...] = ()
        self._guesses = False
        self._rows: list[RowView] = []
        self._body = column(self)

    def show_rows(self, rows: Sequence[ProfileRow], guesses: bool) -> None:
        """Show principles; `guesses` when there was a guess to stand beside them."""
        self._told, self._guesses = tuple(rows), guesses
        clear(self._body)
        self._rows = [RowView(self._look, one, guesses, self._tip) for one in rows]
        self._body.addWidget(self._head())
        for view in self._rows:
            self._body.addWidget(view)

    def _head(self) -> QWidget:
        head = QWidget()
        cells = row(head, (0, 0, 0, self._look.px(4)), self._look.px(_GAP))
        self._blank = QWidget()
        self._axis = AxisHead(self._look)
        self._asked = Text("You guessed", "caption")
        self._from = Text("A moment it came from", "caption")
        for cell in (self._blank, self._axis, self._asked, self._from):
            cells.addWidget(cell, 0, Qt.AlignmentFlag.AlignVCenter)
        cells.addStretch(1)
        self._asked.setVisible(self._guesses)
        return head

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        if not self._rows:
            return
        sizes = measure(self._look, self._told, room, self._guesses)
        for cell, width in ((self._blank, sizes.name), (self._asked, sizes.guess), (self._from, sizes.moments)):
            cell.setVisible(sizes.wide and width > 0)
            cell.setFixedWidth(max(1, width))
        self._axis.set_room(sizes.blocks, sizes.axis)
        for view in self._rows:
            view.arrange(sizes)

    def show_working(self, shown: bool) -> None:
        """Show or hide the working of all rows."""
        for view in self._rows:
            view.show_working(shown)
