"""Growth: moments across conversations, what could come next, and the words of the person found again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer.pages.growth import SPANS, GrowthPage
from hrtrainer.pages.library import NextCard
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, line, row, surface
from hrtrainer.qt.widgets.buttons import PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.glyph import Glyph
from hrtrainer.qt.widgets.growth_cards import growth_cards
from hrtrainer.qt.widgets.leaf import Leaf, Pair, stand
from hrtrainer.qt.widgets.moment_grid import MomentGrid, said_row
from hrtrainer.qt.widgets.next_card import NextCardView
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.section import named_rows
from hrtrainer.qt.widgets.tip import Tip

_LEGEND = (
    Mark.STRAINS,
    Mark.STRAINS_A_LITTLE,
    Mark.BOTH,
    Mark.CHANCE_NOT_TAKEN,
    Mark.SUPPORTS_A_LITTLE,
    Mark.SUPPORTS,
)
_ABOUT = "Every mark is one moment, numbered by its turn; choose one to open it. A short dash means not in play."
_AS_TABLE, _AS_PICTURE = "Read as words", "Show as marks"
_NOTHING = "No conversations yet. Start anywhere."
_NOTHING_IN = "No conversations in this time. Choose a longer one."


class GrowthScreen(Leaf):
    """What has been growing. `filtered` tells span, scenario and lens; `page_wanted` how many to go back (or on)."""

    moment_wanted = Signal(str, int)
    filtered = Signal(str, str, str)
    page_wanted = Signal(int)
    save_wanted = Signal(str)
    hide_wanted = Signal()
    library_wanted = Signal()
    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (32, 24, 32, 32), 16, parent)
        self._page: GrowthPage | None = None
        self._words = False
        self._tip = Tip(look, self.inner)
        self._principles = MomentGrid(look, "Principles, conversation by conversation", self._tip)
        self._moves = MomentGrid(look, "Moves, conversation by conversation", self._tip)
        self._cards = growth_cards(look, self.moment_wanted.emit)
        self._make_head()
        self._empty = self._make_empty()
        self.body.addWidget(self._empty)
        main, side = QWidget(), QWidget()
        self._main = column(main, gap=look.px(16))
        self._main.addWidget(self._principles_card())
        self._main.addWidget(self._moves_card())
        self._main.addStretch(1)
        self._side = column(side, gap=look.px(16))
        self._next = NextCardView(look)
        self._next.opened.connect(self.opened)
        for card in (self._next, *self._cards.values()):
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._pair = Pair(main, side, look.px(20), look.px(372))
        self.body.addWidget(self._pair)
        self.body.addStretch(1)
        for grid in (self._principles, self._moves):
            grid.moment_wanted.connect(self.moment_wanted)
        self._principles.shifted.connect(self._show_ways)

    def _make_head(self) -> None:
        look = self._look
        self._top: QBoxLayout = row(gap=look.px(16))
        texts = column(gap=look.px(2))
        texts.addWidget(Prose(look, "What has been growing", "h1"))
        self._about = Prose(look, "")
        texts.addWidget(self._about)
        self._top.addLayout(texts, 1)
        hide = Button(look, "Hide this page", QUIET, icon="eye-off")
        hide.clicked.connect(self.hide_wanted)
        self._top.addWidget(hide, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._top)
        self._span, self._scenario = Pick(look, "Time"), Pick(look, "Conversations with")
        self._lens = Pick(look, "Principles to read by")
        self._span.show_options([(one, name) for one, (name, _) in SPANS.items()], "all")
        filters = Flow((look.px(8), look.px(8)))
        for pick in (self._span, self._scenario, self._lens):
            pick.setMinimumWidth(look.px(230))
            pick.picked.connect(self._tell_filter)
        filters.fill([self._span, self._scenario, self._lens])
        self.body.addWidget(filters)

    def _make_empty(self) -> QFrame:
        look = self._look
        card = surface("card")
        inside = column(card, (look.px(24), look.px(36), look.px(24), look.px(36)), look.px(12))
        self._reason = Prose(look, _NOTHING, "strong", centred=True)
        inside.addWidget(self._reason)
        way = Button(look, "Choose a conversation", PRIMARY)
        way.clicked.connect(self.library_wanted)
        inside.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _principles_card(self) -> QFrame:
        look = self._look
        card = surface("card")
        inside = column(card, (look.px(24), look.px(18), look.px(24), look.px(14)), look.px(10))
        inside.addWidget(Prose(look, "Principles, conversation by conversation", "h2"))
        inside.addWidget(Prose(look, _ABOUT, "small"))
        inside.addLayout(self._make_ways())
        inside.addWidget(self._principles)
        self._told = column()
        inside.addLayout(self._told)
        inside.addWidget(line())
        legend = Flow((look.px(14), look.px(4)))
        legend.fill([self._named(mark) for mark in _LEGEND])
        inside.addWidget(legend)
        ways = Flow((look.px(2), 0))
        self._turn = Button(look, _AS_TABLE, QUIET, icon="list")
        self._turn.clicked.connect(self._turn_over)
        picture = Button(look, "Save the picture", QUIET, icon="file-down")
        table = Button(look, "Save the table", QUIET, icon="file-down")
        picture.clicked.connect(partial(self._tell_save, "picture"))
        table.clicked.connect(partial(self._tell_save, "table"))
        ways.fill([self._turn, picture, table])
        inside.addWidget(ways)
        return card

    def _make_ways(self) -> QBoxLayout:
        """Earlier and later, where not all conversations fit."""
        look = self._look
        self._earlier = Button(look, "Earlier", QUIET, icon="arrow-left")
        self._later = Button(look, "Later", QUIET, icon="arrow-right")
        self._earlier.clicked.connect(partial(self._go, 1))
        self._later.clicked.connect(partial(self._go, -1))
        ways = row(gap=look.px(4))
        ways.addWidget(self._earlier)
        ways.addStretch(1)
        ways.addWidget(self._later)
        return ways

    def _named(self, mark: Mark) -> QWidget:
        part = QWidget()
        inside = row(part, gap=self._look.px(6))
        inside.addWidget(Glyph(self._look, mark))
        inside.addWidget(Prose(self._look, str(mark), "small"))
        return part

    def _moves_card(self) -> QFrame:
        look = self._look
        self._moves_frame = surface("card")
        inside = column(self._moves_frame, (look.px(24), look.px(18), look.px(24), look.px(18)), look.px(10))
        inside.addWidget(Prose(look, "Moves, conversation by conversation", "h2"))
        inside.addWidget(Prose(look, "The turns at which each was made. Lines picked, not recorded speech.", "small"))
        inside.addWidget(self._moves)
        return self._moves_frame

    def show_filters(
        self,
        scenarios: Sequence[tuple[str, str]],
        lenses: Sequence[tuple[str, str]],
        picked: tuple[str, str, str],
    ) -> None:
        """Show what can be filtered by, and the span, scenario and lens that are picked."""
        self._span.setCurrentIndex(self._span.findData(picked[0]))
        self._scenario.show_options([("", "Every conversation"), *scenarios], picked[1])
        self._lens.show_options(lenses, picked[2])

    def show_next(self, suggested: tuple[NextCard, str] | None) -> None:
        """Show what could come next, with its picture, or nothing."""
        self._next.setVisible(suggested is not None)
        if suggested is not None:
            self._next.show_card(*suggested)

    def show_page(self, page: GrowthPage, anything: bool) -> None:
        """Show a page; `anything` says whether there is a conversation at all, filtered away or not."""
        self._page = page
        self._about.say(page.about if anything else "Your conversations, looked back on. Nothing here runs out.")
        some = bool(page.columns)
        self._empty.setVisible(not some)
        self._reason.say(_NOTHING_IN if anything else _NOTHING)
        self._pair.setVisible(some)
        self._principles.show_rows(page.columns, page.principles)
        self._moves.show_rows(page.columns, page.moves)
        self._moves_frame.setVisible(bool(page.moves))
        self._cards["guesses"].show_guesses(page.guess_line, page.guesses)
        self._cards["endings"].show_endings(page.endings)
        self._cards["seldom"].show_seldom(page.seldom)
        self._cards["months"].show_months(page.months)
        self._show_words()
        self._show_ways()
        self.arrange(self.room())

    def _show_words(self) -> None:
        clear(self._told)
        self._turn.say(_AS_PICTURE if self._words else _AS_TABLE)
        self._principles.setVisible(not self._words)
        if self._words and self._page is not None:
            told = [(one.name, said_row(one)) for one in self._page.principles]
            self._told.addWidget(named_rows(self._look, told))

    def _turn_over(self) -> None:
        self._words = not self._words
        self._show_words()
        self._show_ways()

    def _show_ways(self) -> None:
        before, after = self._principles.hidden() if not self._words else (0, 0)
        page = self._page
        self._earlier.setVisible(bool(before or (page and page.earlier)))
        self._later.setVisible(bool(after or (page and page.later)))

    def _go(self, way: int) -> None:
        """Earlier (1) or later (-1): within what is shown, else the page before or after it."""
        hidden = self._principles.hidden() if not self._words else (0, 0)
        if hidden[0 if way > 0 else 1]:
            for grid in (self._principles, self._moves):
                grid.shift(way * 3)
        else:
            self.page_wanted.emit(way)

    def _tell_filter(self) -> None:
        self.filtered.emit(self._span.current(), self._scenario.current(), self._lens.current())

    def _tell_save(self, what: str) -> None:
        self.save_wanted.emit(what)

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        stand(self._top, room >= self._look.px(640))
        self._pair.fold(room, self._look.px(1000))
