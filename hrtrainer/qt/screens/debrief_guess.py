"""Step 1 of the debrief: how the person thinks it went, before looking."""

import hashlib
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QWidget

from hrtrainer import words
from hrtrainer.pages.debrief import DebriefPage, GuessRow, ProfileRow
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import clear, column, line, row, surface
from hrtrainer.qt.widgets.glyph import Glyph, tone
from hrtrainer.qt.widgets.leaf import Leaf, Pair, stand
from hrtrainer.qt.widgets.options import Options
from hrtrainer.qt.widgets.scale import STOPS, Scale
from hrtrainer.qt.widgets.text import Text

_BEFORE = "Before you look: how do you think that went?"
_BEFORE_MORE = (
    "Your own reading comes first. It will sit beside the notes, and nobody else sees it unless you share it."
)
_AFTER = "What you thought before you looked"
_AFTER_MORE = "It stays as you left it, so that you can see it beside the notes."
_SURE = "Being sure and being surprised is worth noticing. It is where people learn most."
_MOST_OWN = 300


def shuffled(title: str, endings: Sequence[str]) -> tuple[str, ...]:
    """The endings in an order drawn from the title: the same each time, and never the one of the file."""
    drawn = tuple(sorted(endings, key=lambda one: hashlib.sha256(f"{title}\n{one}".encode()).digest()))
    return drawn if drawn != tuple(endings) else drawn[1:] + drawn[:1]


class GuessPage(Leaf):
    """Rows of scales, how the other left, and how sure."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (44, 26, 44, 22), 18, parent)
        self._session = ""
        self._ids: tuple[str, ...] = ()
        self._endings: tuple[str, ...] = ()
        self._placed: dict[str, str] = {}
        self._scales: list[Scale] = []
        self._rows: list[QBoxLayout] = []
        self.fixed = False
        head = column(gap=look.px(4))
        self._title, self._more = Text(_BEFORE, "h1"), Text(_BEFORE_MORE, "body")
        self._more.setProperty("tone", "ink2")
        head.addWidget(self._title)
        head.addWidget(self._more)
        self.body.addLayout(head)
        self._pair = Pair(self._moves_card(), self._side(), look.px(28), look.px(404))
        self.body.addWidget(self._pair, 100)
        self.body.addStretch(1)

    def _moves_card(self) -> QFrame:
        px = self._look.px
        card = surface("card")
        inside = column(card, (px(24), px(18), px(24), px(8)))
        self._head: QBoxLayout = row(margins=(0, 0, 0, px(12)), gap=px(16))
        self._head.addWidget(Text("The moves you made", "h2"), 1)
        self._words = QWidget()
        scale = row(self._words, gap=px(4))
        for at, mark in enumerate((STOPS[0], STOPS[2], STOPS[4])):
            word = Text(mark, "smallstrong", wrap=False)
            word.setProperty("tone", tone(mark))
            if at:
                scale.addStretch(1)
            scale.addWidget(Glyph(self._look, mark))
            scale.addWidget(word)
        self._head.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._head)
        self._list = QWidget()
        self._list_body = column(self._list)
        inside.addWidget(self._list, 1)
        return card

    def _side(self) -> QWidget:
        px = self._look.px
        side = QWidget()
        both = column(side, gap=px(18))
        card = surface("card")
        inside = column(card, (px(22), px(20), px(22), px(20)), px(10))
        self._ask_left = Text("", "h2")
        inside.addWidget(self._ask_left)
        self._nearest = Text("Choose the nearest, or write your own.", "small")
        inside.addWidget(self._nearest)
        self._left = Options(self._look)
        self._left.picked.connect(self._pick_left)
        inside.addWidget(self._left)
        self._own = QLineEdit()
        self._own.setMaxLength(_MOST_OWN)
        self._own.setPlaceholderText("Or in your words")
        self._own.textEdited.connect(self._wrote_own)
        inside.addWidget(self._own)
        both.addWidget(card)
        both.addWidget(self._sure_card(), 1)
        return side

    def _sure_card(self) -> QFrame:
        px = self._look.px
        card = surface("card")
        inside = column(card, (px(22), px(18), px(22), px(18)), px(10))
        inside.addWidget(Text("How sure are you?", "h3"))
        self._sure = Options(self._look, dots=False)
        self._sure.setAccessibleName("How sure are you?")
        self._sure.show_options(tuple(words.SURE.values()))
        inside.addWidget(self._sure)
        inside.addWidget(Text(_SURE, "small"))
        inside.addStretch(1)
        return card

    def show_page(self, page: DebriefPage) -> None:
        """Show what there is to guess, or the guess that was made; a guess under way is kept."""
        if page.summary.session != self._session:
            self._session, self._placed, self._ids, self._endings = page.summary.session, {}, (), ()
            self._left.pick(-1)
            self._sure.pick(-1)
            self._own.clear()
            self.fixed = False
        guess = page.summary.guess
        self._show_rows(page.guesses if guess is None else _guessed(page))
        endings = shuffled(page.title, page.endings_to_guess)
        self._ask_left.say(f"How did {page.person} leave?")
        self._left.setAccessibleName(plain(f"How did {page.person} leave?"))
        self._own.setAccessibleName(plain(f"How {page.person} left, in your words"))
        if endings != self._endings:
            self._endings = endings
            self._left.show_options(endings)
        if guess is not None:
            self._show_left(guess.left, guess.sure)
            self.fix()
        elif self.fixed and not self._anything():
            self._set_fixed(False)
        self.arrange(self.room())

    def _show_rows(self, rows: Sequence[GuessRow]) -> None:
        for one in rows:
            if one.guessed:
                self._placed[one.id] = one.guessed
        if tuple(one.id for one in rows) == self._ids:
            return
        self._ids = tuple(one.id for one in rows)
        clear(self._list_body)
        self._scales, self._rows = [], []
        for told in rows:
            self._list_body.addWidget(line())
            self._list_body.addWidget(self._row(told), 1)
        if not rows:
            self._list_body.addWidget(Text("No principle was in play here, so there is nothing to place.", "body"))

    def _row(self, told: GuessRow) -> QWidget:
        px = self._look.px
        holder = QWidget()
        cells: QBoxLayout = row(holder, (0, px(10), 0, px(8)), px(24))
        texts = QWidget()
        inside = column(texts, gap=px(2))
        inside.addStretch(1)
        inside.addWidget(Text(told.name, "h3"))
        if told.meaning:
            inside.addWidget(Text(told.meaning, "small"))
        inside.addStretch(1)
        scale = Scale(self._look, told.name)
        scale.place(self._placed.get(told.id, ""))
        scale.placed.connect(partial(self._place, told.id))
        cells.addWidget(texts, 1)
        cells.addWidget(scale, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._scales.append(scale)
        self._rows.append(cells)
        return holder

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        px = self._look.px
        first, second = self._pair.fold(room, px(1000))
        inner = first - px(48) - 2
        wide = inner >= px(540)
        scale = px(352) if wide else min(inner, px(400))
        stand(self._head, wide)
        self._words.setFixedWidth(scale)
        for cells, one in zip(self._rows, self._scales, strict=True):
            stand(cells, wide)
            one.setFixedWidth(scale)
        self._sure.fold(self._sure.wide() <= second - px(44) - 4)
        self._pair.setMaximumHeight(max(px(740), self._pair.heightForWidth(room)))

    def guess(self) -> tuple[tuple[tuple[str, str], ...], str, str]:
        """The marks placed, how the other left, and how sure: ids and words, empty where nothing was said."""
        marks = tuple((one, self._placed[one]) for one in self._ids if self._placed.get(one))
        at, sure = self._left.current(), self._sure.current()
        left = self._own.text().strip() or (self._endings[at] if at >= 0 else "")
        return marks, left, tuple(words.SURE)[sure] if sure >= 0 else ""

    def fix(self) -> None:
        """A guess that was made stays as it is."""
        self._set_fixed(True)

    def _set_fixed(self, fixed: bool) -> None:
        self.fixed = fixed
        self._title.say(_AFTER if fixed else _BEFORE)
        self._more.say(_AFTER_MORE if fixed else _BEFORE_MORE)
        self._nearest.setVisible(not fixed)
        self._own.setReadOnly(fixed)
        self._own.setVisible(not fixed or bool(self._own.text()))
        for scale in self._scales:
            scale.set_fixed(fixed)
        for options in (self._left, self._sure):
            options.set_fixed(fixed)

    def _anything(self) -> bool:
        marks, left, sure = self.guess()
        return bool(marks or left or sure)

    def _show_left(self, left: str, sure: str) -> None:
        known = left in self._endings
        self._left.pick(self._endings.index(left) if known else -1)
        self._own.setText("" if known else plain(left))
        self._sure.pick(next((at for at, pair in enumerate(words.SURE.items()) if sure in pair), -1))

    def _place(self, principle: str, word: str) -> None:
        self._placed[principle] = word

    def _pick_left(self, at: int) -> None:
        if self._own.text():  # a deletion the person can undo, not a text that is gone
            self._own.selectAll()
            self._own.del_()

    def _wrote_own(self, text: str) -> None:
        if text.strip():
            self._left.pick(-1)


def _guessed(page: DebriefPage) -> tuple[GuessRow, ...]:
    """The rows of a guess that was made, whatever principle set is looked through now."""
    known: tuple[GuessRow | ProfileRow, ...] = (*page.guesses, *page.rows, *page.beside)
    meanings = {one.name: one.meaning for one in known}
    ids = {one.name: one.id for one in known}
    made = page.summary.guess.marks if page.summary.guess else ()
    return tuple(GuessRow(ids.get(name, name), name, meanings.get(name, ""), word) for name, word in made)
