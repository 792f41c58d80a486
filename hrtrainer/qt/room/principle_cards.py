"""Cards of the principles: those that a reply touches, one a press, and two replies compared."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hrtrainer import words
from hrtrainer.facilitating import Facilitating
from hrtrainer.group.stage import Spot
from hrtrainer.pages.presenter import CompareLine, PresenterPage, RevealShown
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.room.card import Card, by_tab
from hrtrainer.qt.widgets.boxes import clear, column, line, row
from hrtrainer.qt.widgets.glyph import Glyph, tone
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose

_READINGS = [("", "The room did not say"), *((str(mark), f"The room: {mark}") for mark in Mark)]


class RevealCard(Card):
    """Every principle of the reply, for the facilitator; which of them the room has seen; how the room reads each."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Principles here", role="h2", parent=parent)
        self._body = column(gap=look.px(6))
        self.inside.addLayout(self._body)
        self._chances = Prose(look, "", "small")
        self.inside.addWidget(self._chances)
        self._spot: Spot | None = None
        self._shown: tuple[RevealShown, ...] = ()
        self._picks: dict[str, Pick] = {}

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(bool(page.reveals))
        self._spot = page.spot
        self._chances.say(f"Another reply would have done something for {words.listing(page.chances)}.")
        self._chances.setVisible(bool(page.chances))
        if page.reveals == self._shown:
            return
        self._shown = page.reveals
        clear(self._body)
        for shown in page.reveals:
            self._body.addWidget(line())
            self._body.addWidget(self._row(shown))

    def _row(self, shown: RevealShown) -> QWidget:
        look, holder = self._look, QWidget()
        whole = column(holder, (0, look.px(4), 0, look.px(4)), look.px(4))
        head = row(gap=look.px(10))
        whole.addLayout(head)
        head.addWidget(Glyph(look, shown.mark), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Prose(look, f"{shown.name}: {shown.mark}", "strong", tone(shown.mark)), 1)
        if shown.here or shown.seen:
            head.addWidget(Plain("on the wall" if shown.here else "seen", "chip", wrap=False))
        whole.addWidget(Prose(look, " ".join(shown.sentences), "body" if shown.here else "small", "ink"))
        pick = Pick(look, f"How the room reads {shown.name}")
        by_tab(pick)
        pick.show_options(_READINGS, shown.ours)
        pick.picked.connect(partial(self._read, shown.id))
        whole.addWidget(pick)
        return holder

    def _read(self, principle: str, mark: str) -> None:
        spot = self._spot
        if spot is not None:
            self.do(lambda led: _read(led, spot, principle, mark))


def _read(led: Facilitating, spot: Spot, principle: str, mark: str) -> None:
    led.read(spot.visit, spot.branch, principle, mark)


class CompareCard(Card):
    """Two replies, principle by principle. Nothing is added up."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Side by side", role="h2", parent=parent)
        self._shown: tuple[CompareLine, ...] = ()
        self._holder: QWidget | None = None

    def show_page(self, page: PresenterPage) -> None:
        self.setVisible(bool(page.compared))
        if page.compared == self._shown:
            return
        self._shown = page.compared
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        self.inside.addWidget(self._holder)
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, text in enumerate(("Principle", "What we said", "What if")):
            grid.addWidget(Prose(self._look, text, "smallstrong"), 0, at)
            grid.setColumnStretch(at, 3 if at == 0 else 2)
        for at, shown in enumerate(page.compared, 1):
            for place, text in enumerate((shown.name, shown.ours or "–", shown.other or "–")):
                grid.addWidget(Prose(self._look, text, "body" if place else "strong"), at, place)
