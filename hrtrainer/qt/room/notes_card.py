"""What the facilitator can say and ask, and what to watch: in a size of its own, to be read from a step away."""

from PySide6.QtWidgets import QWidget

from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, KeyOf
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.prose import Prose

SIZES = (100, 125, 150, 175, 200, 225, 250)
"""Sizes of the notes in per cent of the text: from 16 px to 40 at the usual size."""


class NotesCard(Card):
    """Say, ask, watch for, and what to do if it lands hard."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "Your notes", parent=parent)
        self._body = column(gap=look.px(8))
        self.inside.addLayout(self._body)
        self._size = SIZES[0]
        self._shown: tuple[tuple[str, str], ...] = ()

    def step_size(self, by: int) -> None:
        """Show the notes larger or smaller."""
        at = SIZES.index(self._size) + by
        size = SIZES[min(len(SIZES) - 1, max(0, at))]
        if size != self._size:
            self._size = size
            self._fill()

    def show_page(self, page: PresenterPage) -> None:
        shown = (
            ("Now", page.script),
            ("Say", page.say),
            ("Ask", page.ask),
            ("Watch for", page.watch),
            ("If it lands hard", page.lands_hard),
            ("Facts on this page", "\n".join(page.facts)),
        )
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def _fill(self) -> None:
        large = self._look._replace(text_size=round(self._look.text_size * self._size / 100))
        clear(self._body)
        for name, text in self._shown:
            if text:
                self._body.addWidget(Prose(large, name, "smallstrong", "plum"))
                self._body.addWidget(Prose(large, text))
