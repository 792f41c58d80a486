"""What each reply leads to: the letter, the first words that come back, and what it opens, gives or ends."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.group.action import Action
from hrtrainer.group.stage import VOTES, Stage
from hrtrainer.pages.presenter import Branch, PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, small_button
from hrtrainer.qt.room.letter_sign import LetterSign
from hrtrainer.qt.widgets.boxes import clear, column, line, row
from hrtrainer.qt.widgets.buttons import QUIET
from hrtrainer.qt.widgets.prose import Prose

_DOES = {
    Stage.THINK: "Spotlight",
    Stage.DISCUSS: "Spotlight",
    Stage.COMMIT: "We say this",
    Stage.WHAT_IF: "Try this",
}
"""What the key of a reply does at a stage, as its button says it. In a vote it adds a hand, beside the count."""


class BranchesCard(Card):
    """All replies on offer."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "If they choose", parent=parent)
        self._body = column(gap=look.px(4))
        self.inside.addLayout(self._body)
        self._shown: tuple[object, ...] = ()

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(bool(page.branches))
        now = (page.branches, page.stage)
        if now == self._shown:
            return
        self._shown = now
        clear(self._body)
        for at, branch in enumerate(page.branches):
            if at:
                self._body.addWidget(line())
            self._body.addWidget(self._row(at, branch, page.stage))

    def _row(self, at: int, branch: Branch, stage: Stage) -> QWidget:
        look, holder = self._look, QWidget()
        across = row(holder, (0, look.px(6), 0, look.px(6)), look.px(12))
        across.addWidget(LetterSign(look, branch.letter, branch.shape, small=True), 0, Qt.AlignmentFlag.AlignTop)
        said = column(gap=look.px(2))
        across.addLayout(said, 1)
        if stage not in VOTES:
            said.addWidget(Prose(look, branch.full, "small", "ink"))
        said.addWidget(Prose(look, words.quoted(branch.answer), "narration", "ink"))
        said.addWidget(Prose(look, branch.leads, "caption"))
        if does := _DOES.get(stage):
            button = small_button(look, does, QUIET, key=str(at + 1))
            button.setAccessibleName(f"{branch.letter}: {does}")
            button.clicked.connect(partial(self.wish, Action.OPTION, _number(branch)))
            below = row()
            said.addLayout(below)
            below.addWidget(button)
            below.addStretch(1)
        return holder


def _number(branch: Branch) -> int:
    return ord(branch.letter[0]) - ord("A") + 1
