"""The library: who would you like to sit with today? Cards, filters, what waits, what will not open yet."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from hrtrainer.pages.library import LibraryPage, matching
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, row, upright
from hrtrainer.qt.widgets.buttons import CHIP, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow, Fold, PageScroll
from hrtrainer.qt.widgets.library_card import CardButton
from hrtrainer.qt.widgets.library_parts import Band, Broken, EmptyShelf
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.search_field import SearchField
from hrtrainer.qt.widgets.shelf import Shelf
from hrtrainer.words import count

_NOTHING = LibraryPage((), (), ())
_RING = 4
"""Room a button keeps around itself for the focus ring, in px; the rest of the page stands in by as much."""


def _level(widget: QWidget) -> QBoxLayout:
    """A widget that starts where the shape of a button does."""
    layout = row(margins=(_RING, 0, _RING, 0))
    layout.addWidget(widget)
    return layout


class LibraryScreen(QWidget):
    """Every scenario as a card. Wishes: open one, go on with one, open the folder, read how to write one."""

    opened = Signal(str)
    gone_on = Signal(str)
    go_on_declined = Signal(str)
    next_declined = Signal(str)
    folder_wanted = Signal()
    guide_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._page, self._shelf = look, _NOTHING, Shelf(look)
        self._cards: list[CardButton] = []
        self._audience = ""
        self._audiences: tuple[tuple[str, str], ...] | None = None
        inner = QWidget()
        side = look.px(32) - _RING
        self._inside = column(inner, (side, look.px(24), side, look.px(32)), look.px(16))
        self._inside.addLayout(self._header())
        self._band = Band(look, self._shelf, "Go on where you were", "Go on")
        self._band.taken.connect(self.gone_on)
        self._band.declined.connect(self.go_on_declined)
        self._inside.addLayout(_level(self._band))
        self._next: Band | None = None
        self._next_place = row(margins=(_RING, 0, _RING, 0))
        self._inside.addLayout(self._next_place)
        self._make_filters()
        self._grid = Fold(look.px(284), 3, (look.px(18), look.px(18)))
        self._empty = EmptyShelf(look)
        self._empty.cleared.connect(self._clear)
        self._make_broken()
        self._inside.addWidget(self._filters)
        for one in (self._grid, self._empty, self._broken):
            self._inside.addLayout(_level(one))
        self._inside.addStretch(1)
        self._inside.addLayout(_level(self._foot()))
        column(self).addWidget(PageScroll(look, inner, look.px(1500)))

    def _header(self) -> QBoxLayout:
        look = self._look
        self._head = row(margins=(_RING, 0, _RING, 0), gap=look.px(24))
        self._head.addWidget(Prose(look, "Who would you like to sit with today?", "h1"), 1)
        self._search = SearchField(look, "Search people, places, skills", "Search the scenarios")
        self._search.setMinimumWidth(look.px(300))
        self._search.textChanged.connect(self._refilter)
        self._head.addWidget(self._search)
        return self._head

    def _make_filters(self) -> None:
        look = self._look
        self._filters = Flow((look.px(2), 0))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._pick_audience)
        self._chips: list[Button] = []
        self._rule = upright()
        self._rule.setFixedSize(1, look.px(22))
        self._short = Button(look, "Under 10 min", CHIP, "clock")
        self._short.setAutoDefault(True)
        self._short.clicked.connect(self._refilter)
        self._count = Prose(look, "", "small")

    def _make_broken(self) -> None:
        look = self._look
        self._broken = QWidget()
        inside = column(self._broken, (0, look.px(12), 0, 0), look.px(10))
        inside.addWidget(Prose(look, "Will not open yet", "h2"))
        self._broken_cards = Fold(look.px(440), 2, (look.px(18), look.px(14)))
        inside.addWidget(self._broken_cards)

    def _foot(self) -> QWidget:
        look = self._look
        foot = Flow((look.px(4), 0))
        folder = Button(look, "Open your scenarios folder", QUIET, "folder-open")
        guide = Button(look, "How to write one", QUIET, "pen-line")
        self._foot_buttons = [folder, guide]
        for button, wish in ((folder, self.folder_wanted), (guide, self.guide_wanted)):
            button.setAutoDefault(True)
            button.clicked.connect(wish)
        foot.fill([Prose(look, "You can add your own.", "small"), folder, guide])
        return foot

    def show_page(self, page: LibraryPage) -> None:
        """Show the library. What was searched for and filtered by stays."""
        self._page = page
        pictures = {card.title: card.picture for card in page.cards}
        self._band.setVisible(page.go_on is not None)
        if page.go_on is not None:
            self._band.show_words(*page.go_on, pictures.get(page.go_on.title, ""))
        self._show_next(pictures)
        self._show_chips()
        self._show_broken()
        self._show_cards()

    def _show_next(self, pictures: Mapping[str, str]) -> None:
        """What could come next, in a band that is made once there is something."""
        suggested = self._page.next
        if self._next is None and suggested is not None:
            self._next = Band(self._look, self._shelf, "You could try next", "Open the brief")
            self._next.taken.connect(self.opened)
            self._next.declined.connect(self.next_declined)
            self._next_place.addWidget(self._next)
        if self._next is not None:
            self._next.setVisible(suggested is not None)
        if self._next is not None and suggested is not None:
            self._next.show_words(*suggested, pictures.get(suggested.title, ""))
            self._next.fold(self.width() < self._look.px(800))

    def focus_search(self) -> None:
        """Go to the search field, with what stands in it ready to be replaced."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _show_chips(self) -> None:
        """One chip for everything, one for each audience that occurs."""
        if self._audiences != self._page.audiences:
            self._audiences = self._page.audiences
            for chip in self._chips:
                self._group.removeButton(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [Button(self._look, name, CHIP) for name in ("All", *(name for _, name in self._audiences))]
            for at, chip in enumerate(self._chips):
                chip.setAutoDefault(True)
                self._group.addButton(chip, at)
            self._filters.fill([*self._chips, self._rule, self._short, self._count])
            ids = [audience for audience, _ in self._audiences]
            self._audience = self._audience if self._audience in ids else ""
            self._chips[ids.index(self._audience) + 1 if self._audience else 0].setChecked(True)
        self._chips[0].say(f"All {len(self._page.cards)}")
        self._rule.setVisible(bool(self._audiences))

    def _show_broken(self) -> None:
        for old in self._broken_cards.findChildren(Broken):
            old.hide()
            old.deleteLater()
        self._broken_cards.fill([Broken(self._look, one) for one in self._page.broken])
        self._broken.setVisible(bool(self._page.broken))

    def _show_cards(self) -> int:
        """Fill as many cards as match, and hide the others. The cards stay, so that the focus does."""
        found = matching(self._page.cards, self._audience, self._short.isChecked(), self._search.text())
        for widget, card in zip(self._cards, found, strict=False):
            widget.show_card(card)
        for card in found[len(self._cards) :]:
            widget = CardButton(self._look, self._shelf, card, self._grid)
            widget.opened.connect(self.opened)
            self._cards.append(widget)
        for at, widget in enumerate(self._cards):
            widget.setVisible(at < len(found))
        self._grid.fill(self._cards)
        self._grid.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._empty.show_reason(bool(self._page.cards))
        self._order()
        fewer = len(found) < len(self._page.cards)
        self._count.say(f"{len(found)} of {len(self._page.cards)} shown" if fewer else "")
        self._count.setVisible(fewer)
        return len(found)

    def _order(self) -> None:
        """Let Tab go through the page in reading order, whatever was made first."""
        ends = [self._empty.clear_button, *self._foot_buttons]
        following = self._next.buttons() if self._next is not None else []
        chain = [self._search, *self._band.buttons(), *following, *self._chips, self._short, *self._cards, *ends]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _pick_audience(self, at: int) -> None:
        self._audience = self._audiences[at - 1][0] if at and self._audiences else ""
        self._refilter()

    def _refilter(self) -> None:
        found = self._show_cards()
        announce(self, f"{count(found, 'scenario')} shown")

    def _clear(self) -> None:
        self._audience = ""
        self._chips[0].setChecked(True)
        self._short.setChecked(False)
        self._search.clear()
        self._show_cards()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        look = self._look
        narrow = self.width() < look.px(860)
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._head.setSpacing(look.px(12 if narrow else 24))
        for band in filter(None, (self._band, self._next)):
            band.fold(self.width() < look.px(800))
