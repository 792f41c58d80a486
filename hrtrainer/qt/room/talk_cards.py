"""Cards of the talk: what a vote looks like, the prompts, and the ways to settle on a reply."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hrtrainer.facilitating import Facilitating
from hrtrainer.group import wording as say
from hrtrainer.group.action import Action
from hrtrainer.group.stage import Stage
from hrtrainer.group.votes import Hint, Run
from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.room.card import Card, Deed, KeyOf, small_button
from hrtrainer.qt.widgets.boxes import clear, column, row
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.prose import Prose


class HintCard(Card):
    """What the vote looks like, and words to say. It says something; it never does anything."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, ground="plumTint", parent=parent)
        self._shown: tuple[Hint, ...] = ()
        self._body = column(gap=look.px(4))
        across = row(gap=look.px(14))
        self.inside.addLayout(across)
        icon = column()
        across.addLayout(icon)
        icon.addWidget(Icon(look, "split", "plum", 22))
        icon.addStretch(1)
        across.addLayout(self._body, 1)

    def show_page(self, page: PresenterPage) -> None:
        hints = page.vote.hints if page.vote is not None else ()
        self.setVisible(bool(hints))
        if hints == self._shown:
            return
        self._shown = hints
        clear(self._body)
        for hint in hints:
            self._body.addWidget(Prose(self._look, f"{hint.name}. You might say:", "strong"))
            self._body.addWidget(Prose(self._look, hint.say, "narration", "ink"))


class PromptsCard(Card):
    """The prompts for the talk; one of them is on the wall."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "Prompts for the talk", parent=parent)
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._body = column(gap=look.px(6))
        self.inside.addLayout(self._body)
        self._next = small_button(look, "Next prompt on the wall", key=key_of(Action.PROMPT))
        self._next.clicked.connect(partial(self.wish, Action.PROMPT))
        below = Flow((0, 0))
        below.fill([self._next])
        self.inside.addWidget(below)
        self._below = below

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(bool(page.prompts))
        self._below.setVisible(page.stage is Stage.DISCUSS and len(page.prompts) > 1)
        if page.prompts == self._shown:
            return
        self._shown = page.prompts
        clear(self._body)
        for at, (prompt, on_wall) in enumerate(page.prompts, 1):
            across = row(gap=self._look.px(8))
            self._body.addLayout(across)
            across.addWidget(Prose(self._look, f"{at}.  {prompt}", "strong" if on_wall else "body"), 1)
            if on_wall:
                across.addWidget(Plain("on the wall", "chip", wrap=False))


class SuggestionCard(Card):
    """At a crossroads: a reply that others chose, offered and never taken by itself."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, ground="plumTint", parent=parent)
        self._words = Prose(look, "")
        button = small_button(look, say.BUTTONS[Action.WHAT_IF], icon="split", key=key_of(Action.WHAT_IF))
        button.clicked.connect(partial(self.wish, Action.WHAT_IF))
        ways = Flow((look.px(12), look.px(2)))
        ways.fill([self._words, button])
        self.inside.addWidget(ways)

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(bool(page.suggestion))
        self._words.say(page.suggestion)


class RunsCard(Card):
    """At COMMIT: which reply is said, and how that came about."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "What do we say?", role="h2", parent=parent)
        self._settled = Prose(look, "", "worker")
        self.inside.addWidget(self._settled)
        self._ways = Flow((look.px(4), look.px(2)))
        self.inside.addWidget(self._ways)
        self._about = Prose(look, "Any other reply: its key, or its button under “If they choose”.", "small")
        self.inside.addWidget(self._about)
        self._shown: tuple[object, ...] = ()

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(page.stage is Stage.COMMIT)
        self._settled.say(page.settled or "Nothing is settled yet.")
        if page.runs == self._shown:
            return
        self._shown = page.runs
        old = self._ways.held
        buttons = []
        for shown in page.runs:
            button = small_button(self._look, shown.label, PRIMARY if shown.chosen else PLAIN)
            button.clicked.connect(partial(self.do, _commit(shown.run)))
            buttons.append(button)
        self._ways.fill(buttons)
        for one in old:
            one.hide()
            one.deleteLater()


def _commit(run: Run) -> Deed:
    def deed(led: Facilitating) -> None:
        led.commit(run)

    return deed
