"""The presenter's screen: what the room sees, what to say, what was counted, the next step. For one pair of eyes."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrtrainer.group.action import Action
from hrtrainer.group.keys import HOLD
from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.also_card import AlsoCard
from hrtrainer.qt.room.bars import Foot, TopBar
from hrtrainer.qt.room.branches_card import BranchesCard
from hrtrainer.qt.room.card import Card, KeyOf
from hrtrainer.qt.room.clock_card import ClockCard
from hrtrainer.qt.room.close_cards import ColumnsCard, SaveCard, StrikeCard
from hrtrainer.qt.room.columns import Columns
from hrtrainer.qt.room.curtain import Curtain
from hrtrainer.qt.room.keys_card import KeysCard
from hrtrainer.qt.room.map_card import MapCard
from hrtrainer.qt.room.notes_card import NotesCard
from hrtrainer.qt.room.opening_cards import HoldCard, OpeningCard
from hrtrainer.qt.room.principle_cards import CompareCard, RevealCard
from hrtrainer.qt.room.talk_cards import HintCard, PromptsCard, RunsCard, SuggestionCard
from hrtrainer.qt.room.vote_card import VoteCard
from hrtrainer.qt.room.wall_card import WallCard
from hrtrainer.qt.room.written_cards import ParkCard, WritingCard
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.widgets.boxes import column

Keys = Mapping[Action, tuple[str, ...]]
_HOLD = Qt.Key(ord(HOLD))


class PresenterScreen(QWidget):
    """`wished` carries a Wish, `wanted` a Deed; `save_wanted` a format, `log_unwanted` that the log is to go; `moved`
    once another stage is shown.

    While the screen is `shared` with the room a curtain hangs before all that is private, unless a key is held.
    """

    wished = Signal(object)
    wanted = Signal(object)
    save_wanted = Signal(str)
    log_unwanted = Signal()
    setup_wanted = Signal()
    moved = Signal()

    def __init__(self, look: Look, showing: Showing, key_of: KeyOf, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Presenter")
        self._page: PresenterPage | None = None
        self._shared, self._held = True, False
        self._waits = ""
        whole = column(self)
        self.top, self.foot, self._curtain = TopBar(look, key_of), Foot(look, key_of), Curtain(look, showing)
        self._curtain.held.connect(self._hold)
        self.wall = WallCard(look, showing)
        self._make_cards(look, key_of, keys)
        whole.addWidget(self.top)
        whole.addWidget(self._columns, 1)
        whole.addWidget(self._curtain, 1)
        whole.addWidget(self.foot)
        for bar in (self.top, self.foot):
            bar.wished.connect(self.wished)
        self._draw_curtain()

    def _make_cards(self, look: Look, key_of: KeyOf, keys: Keys) -> None:
        self.branches = BranchesCard(look)
        self.vote, self.map, self.keys = VoteCard(look, key_of), MapCard(look, key_of), KeysCard(look, key_of, keys)
        self.clock, self.notes, self.park = ClockCard(look, key_of), NotesCard(look, key_of), ParkCard(look, key_of)
        self.save, also = SaveCard(look, key_of), AlsoCard(look, key_of)
        self.save.save_wanted.connect(self.save_wanted)
        self.save.log_unwanted.connect(self.log_unwanted)
        also.setup_wanted.connect(self.setup_wanted)
        suggestion = SuggestionCard(look, key_of)
        votes = (suggestion, RunsCard(look), self.vote, HintCard(look), RevealCard(look), CompareCard(look))
        written = (ColumnsCard(look), StrikeCard(look), PromptsCard(look, key_of), WritingCard(look))
        sees: tuple[Card, ...] = (self.wall, self.branches)
        hold = HoldCard(look)
        hold.setup_wanted.connect(self.setup_wanted)
        now: tuple[Card, ...] = (self.keys, self.map, self.save, hold, OpeningCard(look), *votes, *written)
        says: tuple[Card, ...] = (self.clock, self.notes, self.park, also)
        self._columns = Columns(look, (sees, now, says))
        self.cards = (*sees, *now, *says)
        for card in self.cards:
            card.wished.connect(self.wished)
            card.wanted.connect(self.wanted)

    # What is shown

    def show_page(self, page: PresenterPage) -> None:
        """Show a page."""
        moved = self._page is None or page.spot != self._page.spot
        self._page = page
        if moved:
            self._columns.to_top()
            announce(self, f"{page.stage_name}. {page.script}")
        for card in self.cards:
            card.show_page(page)
        self._show_bars()
        if moved:
            self.moved.emit()

    def share(self, shared: bool) -> None:
        """Say whether the room may see this screen."""
        if shared != self._shared:
            self._shared = shared
            self._draw_curtain()

    @property
    def is_bare(self) -> bool:
        """Whether nothing private is drawn now."""
        return self._shared and not self._held

    def _hold(self, held: bool) -> None:
        if held != self._held:
            self._held = held
            self._draw_curtain()

    def _draw_curtain(self) -> None:
        drawn = self.is_bare
        if drawn and self._columns.isAncestorOf(QApplication.focusWidget() or self):
            self.take_focus()
        self._columns.setVisible(not drawn)
        self._curtain.setVisible(drawn)
        self._show_bars()
        if not drawn and self._waits:
            self.foot.tell(self._waits)
            self._waits = ""
            self._curtain.nudge(False)

    def _show_bars(self) -> None:
        if self._page is not None:
            self.top.show_page(self._page, self.is_bare)
            self.foot.show_page(self._page, self.is_bare)

    def tell(self, sentence: str) -> None:
        """Tell quietly why something was not done; where the room may read it, once the key is held."""
        if self.is_bare:
            self._waits = sentence
            self._curtain.nudge(True)
        else:
            self.foot.tell(sentence)

    def finish(self) -> None:
        """Keep what is being typed."""
        for card in self.cards:
            card.finish()

    def toggle_keys(self) -> None:
        """Show the keys, or put them away."""
        self.keys.setVisible(self.keys.isHidden())

    # The keyboard

    def settle(self) -> None:
        """Put the map and the keys away, and bring the keyboard back."""
        self.map.hide()
        self.keys.hide()
        self.take_focus()

    def take_focus(self) -> None:
        """Bring the keyboard back to the page itself, where every key is a wish."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_in(self) -> None:
        """Take the keyboard into the controls, or back to the page."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self and self.isAncestorOf(focus):
            self.take_focus()
            return
        chain = [one for one in self._in_order() if one.isVisible() and one.isEnabled()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        if chain:
            chain[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _in_order(self) -> list[QWidget]:
        """What the keyboard can reach, what is to be done now first."""
        return [one for part in (self._columns, self.foot, self.top) for one in part.in_order()]

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _HOLD and not event.isAutoRepeat():
            self._hold(True)
        else:
            super().keyPressEvent(event)

    @guarded()
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _HOLD and not event.isAutoRepeat():
            self._hold(False)
        else:
            super().keyReleaseEvent(event)

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold(False)
        super().mouseReleaseEvent(event)

    @guarded()
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._hold(False)
        super().changeEvent(event)
