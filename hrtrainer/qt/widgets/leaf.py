"""Pages that scroll and fold: side by side where there is room, one column where there is not; nothing is cut."""

from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QScrollArea, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, scrolling
from hrtrainer.qt.widgets.fold import Flow, Fold


def stand(layout: QBoxLayout, beside: bool) -> None:
    """Let the parts of a layout stand side by side or one under the other."""
    layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
    layout.update()  # Qt forgets the old heights of this layout only, not those of the layouts around it


def reading_order(widget: QWidget) -> list[QWidget]:
    """What the keyboard can reach in a widget, in the order of its layouts."""
    found = [widget] if widget.focusPolicy() != Qt.FocusPolicy.NoFocus else []
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return reading_order(inner) if inner is not None else []
    if isinstance(widget, Flow | Fold):
        found += [inner for one in widget.held for inner in reading_order(one)]
    elif (layout := widget.layout()) is not None:
        found.extend(_in_layout(layout, widget))
    return found


def _in_layout(layout: QLayout, owner: QWidget) -> list[QWidget]:
    """By asking the layout where each part stands. QLayout.itemAt() is never called: PySide remembers each item that it
    gave out, and does not learn when Qt lets go of it; the next layout at the same address then ends the program.
    """
    within = [one for one in layout.children() if isinstance(one, QLayout)]
    around = [one for one in owner.children() if isinstance(one, QWidget)]
    parts = [(layout.indexOf(one), _in_layout(one, owner)) for one in within]
    parts += [(at, reading_order(one)) for one in around if (at := layout.indexOf(one)) >= 0]
    return [one for _, found in sorted(parts, key=itemgetter(0)) for one in found]


class _Inner(QWidget):
    """What scrolls. Its least height comes from its width alone: a wrapped text asks for far more than it needs."""

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Leaf(QWidget):
    """A page that scrolls down and never across. Subclasses fill `body`, laid in `inner`, and fold in `arrange`."""

    def __init__(self, look: Look, margins: tuple[int, int, int, int], gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.inner = _Inner()
        self._sides = look.px(margins[0]) + look.px(margins[2])
        left, top, right, bottom = (look.px(one) for one in margins)
        self.body = column(self.inner, (left, top, right, bottom), look.px(gap))
        self._area = scrolling(self.inner)
        column(self).addWidget(self._area)

    def room(self) -> int:
        """The width for what is shown, with the scroll bar's room always kept, so that folding cannot flicker."""
        return max(1, self._across() - self._sides)

    def _across(self) -> int:
        return self.width() - self._area.verticalScrollBar().sizeHint().width()

    def arrange(self, room: int) -> None:
        """Fold to a width."""

    def scroll_by(self, pages: float) -> None:
        """Scroll by a share of what is seen."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def scroll_to(self, part: QWidget) -> None:
        """Show the beginning of a part, and as much of it as there is room for."""
        self._area.verticalScrollBar().setValue(part.mapTo(self.inner, QPoint(0, 0)).y() - self._look.px(16))

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self._area.verticalScrollBar().setValue(0)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.inner.setMaximumWidth(max(1, self._across()))
        self.arrange(self.room())


class Pair(QWidget):
    """Two parts side by side, or one under the other. `share` is the width of the second, in px or as a fraction."""

    def __init__(self, first: QWidget, second: QWidget, gap: int, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second, self._gap, self._share = first, second, gap, share
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self._layout.addWidget(first)
        self._layout.addWidget(second)

    def fold(self, room: int, least: int) -> tuple[int, int]:
        """Stand side by side from a least width on. The widths of both parts."""
        if room < least:
            stand(self._layout, False)
            widths = room, room
        else:
            stand(self._layout, True)
            second = round(self._share if self._share > 1 else (room - self._gap) * self._share)
            widths = room - self._gap - second, second
        self._first.setFixedWidth(widths[0])
        self._second.setFixedWidth(widths[1])
        return widths


class Tiles(QWidget):
    """Parts of one width in as many columns as fit."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[QWidget] = []
        self._columns, self._gap = 0, gap
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def show_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show other parts; the old ones go."""
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles, self._columns = list(tiles), 0
        for tile in tiles:
            tile.setParent(self)

    def fold(self, room: int, least: int, most: int) -> int:
        """Stand in as many columns as fit, each at least so wide. The number of columns."""
        fitting = (room + self._gap) // (least + self._gap)
        columns = max(1, min(most, fitting, len(self._tiles)))
        if columns == 3 and len(self._tiles) == 4:
            columns = 2
        if columns != self._columns:
            for at in range(max(columns, self._columns)):
                self._grid.setColumnStretch(at, 1 if at < columns else 0)
            self._columns = columns
            for at, tile in enumerate(self._tiles):
                self._grid.addWidget(tile, at // columns, at % columns)
                tile.show()
        width = (room - self._gap * (columns - 1)) // columns
        for tile in self._tiles:
            tile.setFixedWidth(width)
        return columns
