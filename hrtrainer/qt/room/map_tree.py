"""The map as a tree: decisions, under each its steps and its replies. Arrows move and unfold, Enter goes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from hrtrainer.pages.presenter import MapLine
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain

_ROWS = 8
_NUMBER = Qt.ItemDataRole.UserRole


class MapTree(QTreeWidget):
    """`wanted` carries the number of the step that is to be gone to; a line where the room has not been has none."""

    wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName("The way so far")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(22))
        self.setFixedHeight(look.px(44 * _ROWS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._go)

    def show_lines(self, lines: Sequence[MapLine]) -> None:
        """Show the map, open where the room is."""
        self.clear()
        above: list[QTreeWidgetItem] = []
        for line in lines:
            item = QTreeWidgetItem([plain(_text(line))])
            item.setData(0, Qt.ItemDataRole.ToolTipRole, plain(line.name))
            item.setData(0, _NUMBER, line.number)
            item.setSizeHint(0, QSize(0, self._look.px(44)))
            del above[line.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
            if line.here:
                for one in above[:-1]:
                    one.setExpanded(True)
                self.setCurrentItem(item)

    def marked(self) -> int:
        """The number of the step that is marked, or 0."""
        item = self.currentItem()
        return int(item.data(0, _NUMBER)) if item is not None else 0

    def _go(self) -> None:
        if self.marked():
            self.wanted.emit(self.marked())

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)


def _text(line: MapLine) -> str:
    number = f"{line.number}.  " if line.number and line.depth else ""
    return f"{number}{line.name}{'  (here)' if line.here else ''}"
