"""What you handed over: when, as which file, what was in it, and the way to delete the note of it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import clear, column, row, surface
from hrtrainer.qt.widgets.buttons import PLAIN, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow, PageScroll
from hrtrainer.qt.widgets.prose import Prose

_ABOUT = (
    "Kept with your conversations on this computer, for you alone. It says what you saved, printed or put in the "
    "outbox; where it went from there nobody here knows."
)
_NOTHING = "Nothing was handed over yet."


class Entry(NamedTuple):
    """One time that something was handed over, in words; what is empty is not shown."""

    when: str
    what: str
    of: str
    parts: str
    left: str
    struck: str


class SharedScreen(QWidget):
    """The list. `delete_wanted` tells the place of an entry, or -1 for all."""

    back = Signal()
    delete_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(24), look.px(32), look.px(32)), look.px(12))
        inside.addWidget(Prose(look, "What you handed over", "h1"))
        inside.addWidget(Prose(look, _ABOUT, "body", "ink2"))
        ways = Flow((look.px(4), 0))
        back = Button(look, "Back to the pack", PLAIN, icon="arrow-left")
        back.clicked.connect(self.back)
        self._all = Button(look, "Delete the whole list", QUIET)
        self._all.clicked.connect(partial(self.delete_wanted.emit, -1))
        ways.fill([back, self._all])
        inside.addWidget(ways)
        self._list = column(gap=look.px(12))
        inside.addLayout(self._list)
        inside.addStretch(1)
        column(self).addWidget(PageScroll(look, inner, look.px(860), "What you handed over"))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what was handed over, the newest first."""
        clear(self._list)
        self._all.setVisible(bool(entries))
        if not entries:
            self._list.addWidget(Prose(self._look, _NOTHING, "body"))
        for at, entry in enumerate(entries):
            self._list.addWidget(self._card(at, entry))

    def _card(self, at: int, entry: Entry) -> QWidget:
        look, card = self._look, surface("card")
        inside = row(card, (look.px(20), look.px(14), look.px(12), look.px(14)), look.px(12))
        texts = column(gap=look.px(2))
        inside.addLayout(texts, 1)
        texts.addWidget(Prose(look, entry.what, "h3"))
        texts.addWidget(Prose(look, f"{entry.when}. {entry.of}.", "small"))
        for title, told in (("In it", entry.parts), ("Left out", entry.left)):
            if told:
                texts.addWidget(Prose(look, f"{title}: {told}.", "small"))
        if entry.struck:
            texts.addWidget(Prose(look, entry.struck, "smallstrong"))
        delete = Button(look, "Delete", QUIET)
        delete.setAccessibleName(plain(f"Delete: {entry.what}, {entry.when}"))
        delete.clicked.connect(partial(self.delete_wanted.emit, at))
        inside.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        return card
