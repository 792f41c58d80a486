"""The small cards of the growth screen: guesses beside the notes, endings met, months, and what was seldom tried."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.pages.growth import EndingsMet, Month, Seldom
from hrtrainer.pages.growth_guesses import GuessBeside, GuessRow
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, line, row
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.dots import Bubble, Dots
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.glyph import Glyph
from hrtrainer.qt.widgets.prose import Prose

_MOST_DOTS = 24


class GrowthCard(QFrame):
    """A heading with rows under it. `moment_wanted` tells a session's key and a turn (0: the whole of it)."""

    moment_wanted = Signal(str, int)

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("surface", "card")
        inside = column(self, (look.px(20), look.px(16), look.px(20), look.px(18)), look.px(6))
        inside.addWidget(Prose(look, title, "h3"))
        self._body = column(gap=look.px(6))
        inside.addLayout(self._body)
        inside.addStretch(1)

    def _fill(self, parts: Sequence[QWidget]) -> None:
        clear(self._body)
        for at, part in enumerate(parts):
            if at:
                self._body.addWidget(line())
            self._body.addWidget(part)
        self.setVisible(bool(parts))

    def _opens(self, text: str, key: str, turn: int, about: str) -> Button:
        button = Button(self._look, text, QUIET)
        button.setAccessibleName(f"{text}: {about}")
        button.clicked.connect(partial(self._open, key, turn))
        return button

    def _open(self, key: str, turn: int) -> None:
        self.moment_wanted.emit(key, turn)

    def show_endings(self, endings: Sequence[EndingsMet]) -> None:
        """Show which endings were met: a full dot for each, an empty one for each that was not."""
        self._fill([self._dotted(one.title, one.told, one.met, one.all - one.met) for one in endings])

    def show_months(self, months: Sequence[Month]) -> None:
        """Show the conversations month by month, the newest first: a full dot for one that came to an ending."""
        self._fill([self._dotted(one.name, one.told, one.ended, one.open) for one in reversed(months)])

    def _dotted(self, name: str, told: str, full: int, empty: int) -> QWidget:
        """A name with dots; where there would be too many, the number in words."""
        part = QWidget()
        part.setAccessibleName(told)
        inside = column(part, gap=self._look.px(2))
        inside.addWidget(Prose(self._look, name))
        if full + empty > _MOST_DOTS:
            inside.addWidget(Prose(self._look, told.partition(": ")[2], "small"))
            return part
        dots = row(gap=self._look.px(2))
        for count, colour in ((full, "plum"), (empty, "-lineStrong")):
            if count:
                one = Dots(self._look, count, colour, 13)
                one.setFixedWidth(count * self._look.px(18))
                dots.addWidget(one)
        dots.addStretch(1)
        inside.addLayout(dots)
        return part

    def show_seldom(self, seldom: Sequence[Seldom]) -> None:
        """Show what was on offer and seldom tried, each with a way to where it was."""
        self._fill([self._tried(one) for one in seldom])

    def _tried(self, one: Seldom) -> QWidget:
        part = QWidget()
        inside = column(part, gap=self._look.px(2))
        inside.addWidget(Prose(self._look, one.name, "strong"))
        inside.addWidget(Prose(self._look, one.means, "small"))
        inside.addWidget(Prose(self._look, f"{one.told}.", "caption"))
        inside.addWidget(self._opens("Where it was", one.key, one.turn, one.name), 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def show_guesses(self, about: str, guesses: Sequence[GuessBeside]) -> None:
        """Show what was guessed beside what the notes say."""
        parts: list[QWidget] = [self._guess(one) for one in guesses]
        self._fill([Prose(self._look, about, "small"), *parts] if parts and about else parts)

    def _guess(self, one: GuessBeside) -> QWidget:
        part = QWidget()
        inside = column(part, gap=self._look.px(4))
        inside.addWidget(Prose(self._look, f"{one.title}, {one.day}", "smallstrong"))
        for told in one.rows:
            inside.addWidget(self._guess_row(told))
        if one.left:
            inside.addWidget(Prose(self._look, one.left, "small"))
        inside.addWidget(self._opens("Open it", one.key, 0, f"{one.title}, {one.day}"), 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _guess_row(self, told: GuessRow) -> QWidget:
        part = QWidget()
        part.setAccessibleName(told.told)
        inside = column(part, gap=self._look.px(1))
        inside.addWidget(Prose(self._look, told.name, "small", "ink"))
        guessed = next((one for one in Mark if one == told.guessed), None)
        yours = Glyph(self._look, guessed) if guessed else Prose(self._look, told.guessed, "caption")
        inside.addWidget(self._line("You guessed", [yours]))
        notes = [self._numbered(turn, mark) for turn, mark in told.marks] or [Glyph(self._look, Mark.NOT_IN_PLAY)]
        inside.addWidget(self._line("The notes say", notes))
        return part

    def _line(self, name: str, parts: Sequence[QWidget]) -> QWidget:
        words = Prose(self._look, name, "caption")
        words.setMinimumWidth(self._look.px(86))
        flow = Flow((self._look.px(6), self._look.px(2)))
        flow.fill([words, *parts])
        return flow

    def _numbered(self, turn: int, mark: Mark) -> QWidget:
        part = QWidget()
        inside = row(part, gap=self._look.px(1))
        inside.addWidget(Glyph(self._look, mark))
        inside.addWidget(Bubble(self._look, turn))
        return part


def growth_cards(look: Look, opened: Callable[[str, int], None]) -> dict[str, GrowthCard]:
    """The cards by name, each of which opens moments by `opened`."""
    titles = {
        "guesses": "Your guess and the notes",
        "endings": "Endings you have met",
        "seldom": "On offer, seldom tried",
        "months": "Conversations, month by month",
    }
    cards = {name: GrowthCard(look, title) for name, title in titles.items()}
    for card in cards.values():
        card.moment_wanted.connect(opened)
    return cards
