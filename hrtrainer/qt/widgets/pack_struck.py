"""The lines that are struck from a pack, each with a way to put it back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import clear, column, row
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.text import Text

_MOST = 60
"""Characters of a line that are shown here."""


class PackStruck(QWidget):
    """`put_back` tells the id of a line that is to stand in the pack again."""

    put_back = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inside = column(self, gap=look.px(2))
        self._title = Prose(look, "", "h3")
        inside.addWidget(self._title)
        self._list = column(gap=0)
        inside.addLayout(self._list)
        self.hide()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show the lines (id, words)."""
        clear(self._list)
        self.setVisible(bool(lines))
        self._title.say(f"Struck: {words.count(len(lines), 'line')}")
        for id, text in lines:
            self._list.addWidget(self._row(id, words.cut(text, _MOST)))

    def _row(self, id: str, text: str) -> QWidget:
        one = QWidget()
        inside = row(one, gap=self._look.px(6))
        said = Text(f"\u201c{text}\u201d", "small")
        said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(said, 1)
        back = Button(self._look, "Put back", QUIET)
        back.setAccessibleName(plain(f"Put back: {text}"))
        back.clicked.connect(partial(self.put_back.emit, id))
        inside.addWidget(back)
        return one
