"""Looking back: the growth screen, its filters, what it opens, and what it saves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.history.spans import Span, months_in, scenarios_played, sessions_in
from hrtrainer.pages.agreed import agreed_card
from hrtrainer.pages.growth import SPANS, TABLE_HEAD, GrowthPage, growth_page, growth_table
from hrtrainer.pages.library import LibraryCard
from hrtrainer.pasts import Pasts
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.growth_saving import GrowthSaving
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.replying import Replying
from hrtrainer.qt.screens.growth import GrowthScreen
from hrtrainer.qt.searching import Searching
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.window import Place, Window
from hrtrainer.seeking import FoundMoment
from hrtrainer.session.past import Past

_AT_ONCE = 24
"""How many conversations are looked back on at once; the others are a click away."""


class Growing(QObject):
    """Looking back. `opened` tells a scenario's id.

    `moment_wanted` tells a session's key, a turn (0: the whole of it), and whether its reflections are meant.
    """

    moment_wanted = Signal(str, int, bool)
    opened = Signal(str)

    def __init__(self, window: Window, ground: Ground, shelf: Shelf, pasts: Pasts, replying: Replying) -> None:
        super().__init__(window)
        self._replying = replying
        self._window, self._ground, self._shelf, self._pasts = window, ground, shelf, pasts
        self._span, self._scenario, self._lens, self._skip = "all", "", "", 0
        self._searching = Searching(window, ground.history, ground.reference)
        self._saving = GrowthSaving(window)
        window.add_place("growth", Place(self._make, self._fill))

    def _make(self, look: Look) -> QWidget:
        screen = GrowthScreen(look)
        screen.moment_wanted.connect(self._open_moment)
        screen.sought.connect(self._searching.ask)
        screen.found_wanted.connect(self._open_found)
        bind(screen, "/", screen.focus_search)
        screen.opened.connect(self.opened)
        screen.filtered.connect(self._filter)
        screen.page_wanted.connect(self._turn_page)
        screen.save_wanted.connect(self._save)
        screen.hide_wanted.connect(self._hide)
        screen.reply_wanted.connect(self._replying.ask)
        screen.agreed.date_wanted.connect(self._replying.ask_for_date)
        screen.agreed.aside_wanted.connect(self._replying.put_aside)
        screen.library_wanted.connect(self._to_library)
        return screen

    def _fill(self) -> None:
        self._window.attempt(self._show)

    def _show(self) -> None:
        screen = self._window.screen_of("growth")
        assert isinstance(screen, GrowthScreen)
        played = scenarios_played(self._ground.history)
        lenses = [(one.id, one.short) for one in self._ground.reference.yardstick.sets.values()]
        screen.show_filters(played, lenses, (self._span, self._scenario, self._set().id))
        screen.show_next(self._shelf.suggestion())
        screen.show_agreed(agreed_card(self._replying.current(), self._ground.today()))
        screen.show_page(self._page(), bool(played))
        self._searching.begin()

    def _page(self) -> GrowthPage:
        ground = self._ground
        pasts, earlier = self._looked_at()
        months = [(one.month, one.ended, one.open) for one in months_in(ground.history, self._within())]
        page = growth_page(pasts, months, self._endings(), self._set(), ground.reference, ground.today())
        return replace(page, earlier=earlier, later=self._skip > 0)

    def _looked_at(self) -> tuple[tuple[Past, ...], bool]:
        """The conversations of the page, the oldest first, and whether there are earlier ones."""
        rows = sessions_in(self._ground.history, self._within(), _AT_ONCE + 1, self._skip)
        return self._pasts.of(rows[:_AT_ONCE][::-1], self._set().id), len(rows) > _AT_ONCE

    def _within(self) -> Span:
        days = SPANS[self._span][1]
        since = datetime.now(tz=UTC) - timedelta(days=days)
        return Span(int(since.timestamp() * 1000) if days else 0, self._scenario)

    def _set(self) -> PrincipleSet:
        sets = self._ground.reference.yardstick.sets
        return sets.get(self._lens or self._window.settings.lens) or next(iter(sets.values()))

    def _endings(self) -> list[tuple[str, int, int]]:
        """The endings met of every scenario that was played and is still there."""
        played = self._ground.history.played()
        cards = [card for card in self._shelf.cards if isinstance(card, LibraryCard)]
        wanted = [card for card in cards if card.id in played and self._scenario in ("", card.id)]
        return [(card.title, min(len(played[card.id].endings), card.endings), card.endings) for card in wanted]

    def _filter(self, span: str, scenario: str, lens: str) -> None:
        self._span, self._scenario, self._lens, self._skip = span or "all", scenario, lens, 0
        self._fill()

    def _turn_page(self, way: int) -> None:
        self._skip = max(0, self._skip + way * _AT_ONCE)
        self._fill()

    def _save(self, what: str) -> None:
        page = self._page()
        if what == "table":
            pasts, _ = self._looked_at()
            self._saving.save_table(TABLE_HEAD, growth_table(pasts, self._set()))
        else:
            self._saving.save_picture(page)

    def _open_moment(self, key: str, turn: int) -> None:
        self.moment_wanted.emit(key, turn, False)

    def _open_found(self, found: object) -> None:
        assert isinstance(found, FoundMoment)
        self.moment_wanted.emit(found.key, found.turn, found.reflected)

    def _hide(self) -> None:
        self._window.change_settings(self._window.settings._replace(show_growth=False))
        self._window.go("library")
        self._window.tell("Growth is hidden. Settings brings it back.")

    def _to_library(self) -> None:
        self._window.go("library")
