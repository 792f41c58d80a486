"""Growth: moments across conversations, what could come next, and the words of the person found again."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer.pages.agreed import AgreedCard
from hrtrainer.pages.growth import SPANS, GrowthPage
from hrtrainer.pages.library import NextCard
from hrtrainer.qt.announce import announce
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.agreed_card import AgreedCardView
from hrtrainer.qt.widgets.boxes import column, row, surface
from hrtrainer.qt.widgets.buttons import PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.found_list import FoundList
from hrtrainer.qt.widgets.growth_cards import growth_cards
from hrtrainer.qt.widgets.growth_marks import GrowthMarks
from hrtrainer.qt.widgets.leaf import Leaf, Pair, reading_order, stand
from hrtrainer.qt.widgets.next_card import NextCardView
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.search_field import SearchField
from hrtrainer.qt.widgets.tip import Tip
from hrtrainer.seeking import FoundMoment

_PAUSE = 160
"""Milliseconds without a key before a search begins."""
_NOTHING = "No conversations yet. Start anywhere."
_NOTHING_IN = "No conversations in this time. Choose a longer one."


class GrowthScreen(Leaf):
    """What has been growing. `filtered` tells span, scenario and lens; `page_wanted` how many to go back (or on)."""

    moment_wanted = Signal(str, int)
    filtered = Signal(str, str, str)
    page_wanted = Signal(int)
    save_wanted = Signal(str)
    hide_wanted = Signal()
    reply_wanted = Signal()
    library_wanted = Signal()
    opened = Signal(str)
    sought = Signal(str)
    found_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, (32, 24, 32, 32), 16, parent)
        self._page: GrowthPage | None = None
        self._seeking = False
        self._marks = GrowthMarks(look, Tip(look, self.inner))
        self._marks.moment_wanted.connect(self.moment_wanted)
        self._marks.page_wanted.connect(self.page_wanted)
        self._marks.save_wanted.connect(self.save_wanted)
        self._marks.walked.connect(self._follow)
        self._cards = growth_cards(look, self.moment_wanted.emit)
        self._make_head()
        self._found = FoundList(look)
        self._found.wanted.connect(self.found_wanted)
        self._found.hide()
        self.body.addWidget(self._found)
        self._empty = self._make_empty()
        self.body.addWidget(self._empty)
        side = QWidget()
        self._side = column(side, gap=look.px(16))
        self._next = NextCardView(look)
        self._next.opened.connect(self.opened)
        for card in (self._next, *self._cards.values()):
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._pair = Pair(self._marks, side, look.px(20), look.px(372))
        self.body.addWidget(self._pair)
        self.body.addStretch(1)

    def _follow(self, spot: QRect) -> None:
        """Keep what the keys have led to on the screen."""
        at = self._marks.mapTo(self.inner, spot.center())
        self._area.ensureVisible(at.x(), at.y(), 0, spot.height() + self._look.px(24))

    def _make_head(self) -> None:
        look = self._look
        self._top: QBoxLayout = row(gap=look.px(16))
        texts = column(gap=look.px(2))
        texts.addWidget(Prose(look, "What has been growing", "h1"))
        self._about = Prose(look, "")
        texts.addWidget(self._about)
        self._top.addLayout(texts, 1)
        reply, hide = Button(look, "Open a reply", QUIET), Button(look, "Hide this page", QUIET, icon="eye-off")
        reply.setAccessibleDescription("The file of what was agreed in supervision. It can be dropped here, too.")
        reply.clicked.connect(self.reply_wanted)
        hide.clicked.connect(self.hide_wanted)
        ways = Flow((look.px(4), 0))
        ways.fill([reply, hide])
        self._top.addWidget(ways, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._top)
        self.agreed = AgreedCardView(look)
        self.agreed.hide()
        self.body.addWidget(self.agreed)
        self._span, self._scenario = Pick(look, "Time"), Pick(look, "Conversations with")
        self._lens = Pick(look, "Principles to read by")
        self._span.show_options([(one, name) for one, (name, _) in SPANS.items()], "all")
        filters = Flow((look.px(8), look.px(8)))
        for pick in (self._span, self._scenario, self._lens):
            pick.setMinimumWidth(look.px(230))
            pick.picked.connect(self._tell_filter)
        filters.fill([self._span, self._scenario, self._lens])
        self._search = SearchField(look, "Search your words and what was said", "Search your words and what was said")
        self._search.textChanged.connect(self._wait_for_more)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell_sought)
        self.body.addWidget(self._search)
        self.body.addWidget(filters)
        self._filters = filters

    def focus_search(self) -> None:
        """Go to the search field, with what stands in it ready to be replaced."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _wait_for_more(self) -> None:
        self._pause.start()

    def _tell_sought(self) -> None:
        self.sought.emit(self._search.text())

    def show_found(self, found: Sequence[FoundMoment] | None) -> None:
        """Show what a search found in place of the page; None shows the page again."""
        self._seeking = found is not None
        self._found.setVisible(self._seeking)
        if found is not None:
            announce(self, self._found.show_found(found))
        self._show_parts()

    def show_reading(self) -> None:
        """Say in place of the page that a search goes on as soon as everything is read in."""
        self._seeking = True
        self._found.setVisible(True)
        announce(self, self._found.show_reading())
        self._show_parts()

    def _show_parts(self) -> None:
        """Show what there is to show, and let Tab follow the reading order; parts made anew would come last."""
        for one, two in pairwise(reading_order(self)):
            QWidget.setTabOrder(one, two)
        some = self._page is not None and bool(self._page.columns)
        self._filters.setHidden(self._seeking)
        self._empty.setVisible(not some and not self._seeking)
        self._pair.setVisible(some and not self._seeking)

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

    def show_agreed(self, card: AgreedCard | None) -> None:
        """Show what was agreed in supervision, or nothing."""
        self.agreed.setVisible(card is not None)
        if card is not None:
            self.agreed.show_card(card)

    def show_page(self, page: GrowthPage, anything: bool) -> None:
        """Show a page; `anything` says whether there is a conversation at all, filtered away or not."""
        self._page = page
        self._about.say(page.about if anything else "Your conversations, looked back on. Nothing here runs out.")
        self._reason.say(_NOTHING_IN if anything else _NOTHING)
        self._search.setVisible(anything)
        self._marks.show_page(page)
        self._cards["guesses"].show_guesses(page.guess_line, page.guesses)
        self._cards["endings"].show_endings(page.endings)
        self._cards["seldom"].show_seldom(page.seldom)
        self._cards["months"].show_months(page.months)
        self._show_parts()
        self.arrange(self.room())

    def _tell_filter(self) -> None:
        self.filtered.emit(self._span.current(), self._scenario.current(), self._lens.current())

    def arrange(self, room: int) -> None:
        """Fold to a width."""
        stand(self._top, room >= self._look.px(640))
        self._pair.fold(room, self._look.px(1000))
