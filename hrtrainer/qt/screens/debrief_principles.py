"""Step 3 of the debrief: how the moves sat with each principle, the path, and the moves."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer import words
from hrtrainer.pages.debrief import DebriefPage
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import column, line, row, surface
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.dots import Lenses
from hrtrainer.qt.widgets.leaf import Leaf, Pair, stand
from hrtrainer.qt.widgets.moves import MovesCard
from hrtrainer.qt.widgets.path_card import PathCard
from hrtrainer.qt.widgets.profile import Profile
from hrtrainer.qt.widgets.text import Text
from hrtrainer.qt.widgets.tip import Tip

_OPEN, _CLOSE = "Show the working", "Hide the working"


class PrinciplesPage(Leaf):
    """The profile through a principle set, the path taken and not taken, and the moves."""

    lens_changed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (44, 20, 44, 22), 18, parent)
        self._shown: DebriefPage | None = None
        self._open = False
        self._tip = Tip(look, self.inner)
        self.body.addWidget(self._profile_card())
        self._path, self._moves = PathCard(look), MovesCard(look)
        self._pair = Pair(self._path, self._moves, look.px(20), 0.54)
        self.body.addWidget(self._pair)
        self._limits = Text("", "caption")
        self.body.addWidget(self._limits)
        self.body.addStretch(1)

    def _profile_card(self) -> QFrame:
        px = self._look.px
        card = surface("card")
        inside = column(card, (px(26), px(18), px(26), px(12)), px(8))
        self._head: QBoxLayout = row(gap=px(20))
        texts = column(gap=px(2))
        texts.addWidget(Text("How your moves sat with each principle", "h2"))
        self._legend = Text(words.NO_TOTAL, "small")
        texts.addWidget(self._legend)
        self._head.addLayout(texts, 1)
        self._head.addWidget(self._lens_box(), 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._head)
        self._rows = Profile(self._look, self._tip)
        inside.addWidget(self._rows)
        self._beside_title = Text("", "h3")
        self._beside_title.setContentsMargins(0, px(14), 0, 0)
        inside.addWidget(self._beside_title)
        self._beside = Profile(self._look, self._tip)
        inside.addWidget(self._beside)
        inside.addWidget(line())
        self._quiet = Text("", "small")
        inside.addWidget(self._quiet)
        self._working = Button(self._look, _OPEN, QUIET, icon="chevron-down")
        self._working.clicked.connect(self._turn_working)
        inside.addWidget(self._working, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _lens_box(self) -> QWidget:
        box = QWidget()
        inside = column(box, gap=self._look.px(2))
        inside.addWidget(Text("Read against", "caption", wrap=False))
        self._lens = Lenses(self._look)
        self._lens.setAccessibleName("Principle set to read it against")
        self._lens.activated.connect(self._choose_lens)
        inside.addWidget(self._lens)
        return box

    def show_page(self, page: DebriefPage) -> None:
        """Show a run through its lens."""
        before = self._shown
        if page == before:
            return
        self._shown = page
        self._show_lenses(page)
        guesses = page.summary.guess is not None or any(one.guessed for one in page.rows)
        if before is None or (before.rows, before.beside, before.summary.guess) != (
            page.rows,
            page.beside,
            page.summary.guess,
        ):
            self._rows.show_rows(page.rows, guesses)
            self._beside.show_rows(page.beside, guesses)
            self._show_working()
        self._legend.say(f"{words.NO_TOTAL}{_more(page)}")
        self._beside_title.say(page.beside_title)
        self._beside_title.setVisible(bool(page.beside))
        self._beside.setVisible(bool(page.beside))
        self._quiet.say(page.not_in_play)
        self._quiet.setVisible(bool(page.not_in_play))
        if before is None or (before.path, before.withdrawn) != (page.path, page.withdrawn):
            self._path.show_page(page)
        if before is None or before.moves != page.moves:
            self._moves.show_page(page)
        self._limits.say(f"{page.limits} {page.reviewed}".strip())
        self.arrange(self.room())

    def show_turn(self, turn: int) -> None:
        """Show what a turn of the path holds, and scroll there once it is laid out."""
        if self._path.show_turn(turn):
            QTimer.singleShot(0, self._path, self._scroll_to_path)

    def _scroll_to_path(self) -> None:
        self.scroll_to(self._path)

    def _show_lenses(self, page: DebriefPage) -> None:
        shown = [(self._lens.itemData(at), self._lens.itemText(at)) for at in range(self._lens.count())]
        told = [(one, plain(short)) for one, short in page.lenses]
        if shown != told:
            self._lens.clear()
            for one, short in told:
                self._lens.addItem(short, one)
        self._lens.setCurrentIndex(self._lens.findData(page.lens))

    def _choose_lens(self, at: int) -> None:
        chosen = self._lens.itemData(at)
        if self._shown is not None and isinstance(chosen, str) and chosen != self._shown.lens:
            self._tip.hide()
            self.lens_changed.emit(chosen)

    def _turn_working(self) -> None:
        self._open = not self._open
        self._show_working()

    def _show_working(self) -> None:
        self._working.say(_CLOSE if self._open else _OPEN)
        self._rows.show_working(self._open)
        self._beside.show_working(self._open)

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        px = self._look.px
        inner = room - px(52) - 2
        stand(self._head, inner >= px(620))
        self._rows.arrange(inner)
        self._beside.arrange(inner)
        first, second = self._pair.fold(room, px(1000))
        self._path.arrange(first - px(44) - 2)
        self._moves.arrange(second - px(44) - 2)


def _more(page: DebriefPage) -> str:
    """What the rarer blocks mean, said only when there are some."""
    marks = {block.mark for one in (*page.rows, *page.beside) for block in one.blocks}
    dashed = " A dashed block is a chance not taken." if Mark.CHANCE_NOT_TAKEN in marks else ""
    pair = " A pair of one number on both sides did both." if Mark.BOTH in marks else ""
    return dashed + pair
