"""The marks of the growth screen: principles and moves across conversations, as marks or in words."""

from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer.pages.growth import GrowthPage
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import clear, column, line, row, surface
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.glyph import Glyph
from hrtrainer.qt.widgets.moment_grid import MomentGrid, said_row
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

_STEP = 3
"""How many conversations Earlier and Later go."""


class GrowthMarks(QWidget):
    """Two cards. `page_wanted` tells 1 for earlier conversations and -1 for later, `walked` where the keys led."""

    moment_wanted = Signal(str, int)
    page_wanted = Signal(int)
    save_wanted = Signal(str)
    walked = Signal(object)

    def __init__(self, look: Look, tip: Tip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words = look, False
        self._page: GrowthPage | None = None
        self._principles = MomentGrid(look, "Principles, conversation by conversation", tip)
        self._moves = MomentGrid(look, "Moves, conversation by conversation", tip)
        inside = column(self, gap=look.px(16))
        inside.addWidget(self._principles_card())
        inside.addWidget(self._moves_card())
        inside.addStretch(1)
        for grid in (self._principles, self._moves):
            grid.moment_wanted.connect(self.moment_wanted)
            grid.walked.connect(partial(self._tell_walked, grid))
        self._principles.shifted.connect(self._show_ways)

    def _tell_walked(self, grid: MomentGrid, spot: QRect) -> None:
        self.walked.emit(QRect(grid.mapTo(self, spot.topLeft()), spot.size()))

    def show_page(self, page: GrowthPage) -> None:
        """Show a page."""
        self._page = page
        self._principles.show_rows(page.columns, page.principles)
        self._moves.show_rows(page.columns, page.moves)
        self._moves_frame.setVisible(bool(page.moves))
        self._show_words()
        self._show_ways()

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
                grid.shift(way * _STEP)
        else:
            self.page_wanted.emit(way)

    def _tell_save(self, what: str) -> None:
        self.save_wanted.emit(what)
