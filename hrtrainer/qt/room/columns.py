"""The presenter's columns: three where there is room, two or one where there is not, each scrolling by itself."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, row
from hrtrainer.qt.widgets.fold import PageScroll
from hrtrainer.qt.widgets.leaf import reading_order

_THREE, _TWO = 1240, 900
"""From these widths on, at 100 %, there are three columns, or two."""
_SHARES = {3: (43, 57, 36), 2: (57, 43, 0), 1: (1, 0, 0)}


class Columns(QWidget):
    """Three stacks of cards: what the room sees, what is to be done now, what to say."""

    def __init__(self, look: Look, stacks: Sequence[Sequence[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._across = row(self, (look.px(12), look.px(10), look.px(12), 0), look.px(4))
        self._stacks = [_stack(look, cards) for cards in stacks]
        self._homes: list[tuple[PageScroll, QBoxLayout]] = []
        for _ in range(3):
            inner = QWidget()
            home = column(inner, (look.px(6), 0, look.px(6), look.px(12)), look.px(12))
            scroll = PageScroll(look, inner)
            self._across.addWidget(scroll)
            self._homes.append((scroll, home))
        self._columns = 0
        self._place(3)

    def to_top(self) -> None:
        """Show the beginning of what is to be done now."""
        self._homes[1 if self._columns == len(self._homes) else 0][0].verticalScrollBar().setValue(0)

    def in_order(self) -> list[QWidget]:
        """What the keyboard can reach: what is to be done now, what can be written, what the room sees."""
        sees, now, says = self._stacks
        return [one for stack in (now, says, sees) for one in reading_order(stack)]

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / self._look.text_size * 100
        self._place(3 if wide >= _THREE else 2 if wide >= _TWO else 1)

    def _place(self, columns: int) -> None:
        """Stand in so many columns. What is to be done now comes first where they share one."""
        if columns == self._columns:
            return
        self._columns = columns
        sees, now, says = self._stacks
        homes = {
            3: ((sees,), (now,), (says,)),
            2: ((now, sees), (says,), ()),
            1: ((now, says, sees), (), ()),
        }
        for at, share in enumerate(_SHARES[columns]):
            self._across.setStretch(at, share)
        for (scroll, home), stacks in zip(self._homes, homes[columns], strict=True):
            for stack in stacks:
                home.addWidget(stack)
            scroll.setVisible(bool(stacks))


def _stack(look: Look, cards: Sequence[QWidget]) -> QWidget:
    stack = QWidget()
    inside = column(stack, gap=look.px(12))
    for card in cards:
        inside.addWidget(card)
    inside.addStretch(1)
    return stack
