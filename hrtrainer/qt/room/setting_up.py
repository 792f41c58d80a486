"""Setting a room up: what is filled in and made of it, screens, prints, plans, and rooms that were left."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer import words
from hrtrainer.facilitating import Facilitating
from hrtrainer.group.timing import usual_agenda
from hrtrainer.history.rooms import rooms
from hrtrainer.history.rows import SessionRow
from hrtrainer.pages.library import BrokenCard
from hrtrainer.pages.room_setup import Draft, SetupPage, setup_page
from hrtrainer.pages.wall_of import back_row_wall
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.desk import RoomDesk
from hrtrainer.qt.room.handing_over import HandingOver
from hrtrainer.qt.room.naming import ask_name
from hrtrainer.qt.room.plans import fitting, kept_plans, with_plan
from hrtrainer.qt.room.setup import SetupScreen
from hrtrainer.qt.room.wall_side import UNKNOWN, WallSide
from hrtrainer.qt.shelf import Shelf
from hrtrainer.qt.wall.look import wall_look
from hrtrainer.qt.window import Place, Window
from hrtrainer.scenario.reader import Reading
from hrtrainer.session.telling import Teller

PLACE = "facilitate"
_MOST_LEFT = 3


class SettingUp(QObject):
    """The place before the room. `opened` says that both windows are wanted, `gone_on` carries the row of a room."""

    opened = Signal()
    gone_on = Signal(object)

    def __init__(self, window: Window, ground: Ground, shelf: Shelf, desk: RoomDesk, wall: WallSide) -> None:
        super().__init__(window)
        self._window, self._ground, self._shelf, self._desk, self._wall = window, ground, shelf, desk, wall
        self._handing_over = HandingOver(window, ground)
        self.reading: Reading | None = None
        self.draft = Draft()
        window.add_place(PLACE, Place(self.make, self._fill))
        window.left.connect(self._leave)
        wall.changed.connect(self._show_screens)
        window.settings_changed.connect(self._use_look)

    def open(self, scenario_id: str = "") -> None:
        """Go to the set-up, with a scenario of the library where none is being led."""
        if scenario_id and self._desk.led is None:
            self._choose(scenario_id)
        self._window.go(PLACE)

    def _choose(self, scenario_id: str) -> None:
        reading = self._ground.stock.find(scenario_id)
        if reading is not None and reading.scenario is not None:
            self.reading = reading
            agenda = usual_agenda(reading.scenario, self.draft.agenda.minutes)
            kept = self.draft.agenda
            self.draft = replace(
                self.draft,
                agenda=replace(
                    agenda, pace=kept.pace, agreements=kept.agreements, ways_out=kept.ways_out, support=kept.support,
                    starts=kept.starts, counts_allowed=kept.counts_allowed, clock_on_wall=kept.clock_on_wall,
                ),
            )  # fmt: skip

    def take_over(self) -> None:
        """Show the room that is led as it was set up."""
        room = self._desk.room
        if room is not None:
            state = room.state
            self.draft = Draft(state.people, state.method, state.tables, state.scale, state.agenda)

    def start_over(self) -> None:
        """Forget the room that was led; who sits here next may be another group."""
        self.reading, self.draft = None, Draft()

    def teller(self) -> Teller | None:
        """What is needed to tell the scenario that is being set up, or led."""
        room, settings = self._desk.room, self._window.settings
        reference = self._desk.led.reference if self._desk.led is not None else self._ground.reference
        scenario = room.scenario if room is not None else self.reading.scenario if self.reading is not None else None
        if scenario is None:
            return None
        lens = room.lens if room is not None else reference.yardstick.sets[settings.lens]
        region = room.session.started.region if room is not None else settings.region
        return Teller(scenario, reference, reference.regions[region], lens)

    def page(self) -> SetupPage | None:
        """What the set-up shows now."""
        tell = self.teller()
        return setup_page(tell, self.draft) if tell is not None else None

    def make(self, look: Look) -> QWidget:
        """The screen."""
        screen = SetupScreen(look)
        screen.changed.connect(self._change)
        screen.opened.connect(self._open_both)
        screen.plan_keeping_wanted.connect(self._ask_name)
        screen.rooms.gone_on.connect(partial(self._with_row, self.gone_on.emit))
        screen.rooms.dropped.connect(partial(self._with_row, self._drop))
        screen.case.scenario_wanted.connect(self._choose_and_fill)
        screen.plan.length_wanted.connect(self._use_length)
        screen.plan.plan_wanted.connect(self._use_plan)
        screen.prints.print_wanted.connect(self._print)
        screen.screens.screen_chosen.connect(self._wall.choose)
        screen.screens.numbers_wanted.connect(self._wall.ask)
        screen.screens.swap_wanted.connect(self._wall.swap)
        screen.screens.test_wanted.connect(self._test_back_row)
        screen.screens.dark_wanted.connect(self._darken)
        bind(screen, "F5", self._open_both)
        bind(screen, "S", self._wall.swap)
        return screen

    def _screen(self) -> SetupScreen:
        screen = self._window.screen_of(PLACE)
        assert isinstance(screen, SetupScreen)
        return screen

    def _fill(self) -> None:
        screen, cards = self._screen(), [one for one in self._shelf.cards if not isinstance(one, BrokenCard)]
        if self.reading is None and self._desk.led is None and cards:
            self._choose(cards[0].id)
        room = self._desk.room
        titles = [(one.id, one.title) for one in cards] if room is None else [(room.scenario.id, room.scenario.title)]
        screen.case.show_scenarios(titles, fixed=room is not None)
        screen.plan.show_plans(kept_plans(self._window.settings))
        screen.rooms.show_rooms(self._left_rooms() if room is None else [])
        screen.screens.show_theme(self._window.settings.wall_dark)
        self._show_screens()
        self._show()

    def _show(self) -> None:
        page = self.page()
        if page is not None and self._window.place == PLACE:
            self._screen().show_page(page, self._desk.led is not None, self._window.settings.keep_sessions)

    def _show_screens(self) -> None:
        if self._window.place == PLACE:
            self._screen().screens.show_screens(self._wall.screens(), self._wall.standing)

    def _left_rooms(self) -> list[tuple[str, str]]:
        rows = [row for row in rooms(self._ground.history) if row.ending is None][:_MOST_LEFT]
        return [(row.key, f"{row.title}, {words.long_day(words.day(row.last))}: {_so_far(row)}") for row in rows]

    def _with_row(self, deed: object, key: str) -> None:
        row = self._ground.history.session(key)
        if row is not None and callable(deed):
            deed(row)

    def _drop(self, row: SessionRow) -> None:
        self._window.attempt(lambda: self._ground.history.drop(row.key))
        self._fill()

    # What is filled in

    def _change(self, draft: object) -> None:
        assert isinstance(draft, Draft)
        self.draft = draft
        self._show()

    def _choose_and_fill(self, scenario_id: str) -> None:
        self._choose(scenario_id)
        self._show()

    def _use_length(self, minutes: int) -> None:
        tell = self.teller()
        if tell is not None:
            usual = usual_agenda(tell.scenario, minutes)
            agenda = self.draft.agenda
            self.draft = replace(
                self.draft,
                agenda=replace(agenda, minutes=minutes, turning_points=usual.turning_points, debrief=usual.debrief),
            )
            self._show()

    def _use_plan(self, name: str) -> None:
        tell, agenda = self.teller(), kept_plans(self._window.settings).get(name)
        if tell is not None and agenda is not None:
            self.draft = replace(self.draft, agenda=fitting(agenda, tell.scenario))
            self._show()

    def _ask_name(self) -> None:
        self._screen().finish()
        ask_name(self._window, "Keep this plan", "Name of the plan", self._keep_plan)

    def _keep_plan(self, name: str) -> None:
        self._window.change_settings(with_plan(self._window.settings, name, self.draft.agenda))
        self._screen().plan.show_plans(kept_plans(self._window.settings))
        self._window.tell(f"Kept the plan “{name}”.")

    def _print(self, what: str) -> None:
        self._screen().finish()
        tell = self.teller()
        if tell is not None:
            self._handing_over.save_print(what, tell, self.draft.agenda)

    def _darken(self, on: bool) -> None:
        self._window.change_settings(self._window.settings._replace(wall_dark=on))

    def _use_look(self) -> None:
        self._wall.showing.use(wall_look(self._window.settings, self._window.look.assets))

    def _test_back_row(self, on: bool) -> None:
        if on:
            self._wall.show_page(back_row_wall())
        elif self._desk.led is None:
            self._wall.put_away()
        else:
            self._desk.changed.emit()

    def _open_both(self) -> None:
        self._screen().finish()
        page = self.page()
        if page is None:
            return
        if page.missing:
            self._window.tell(page.missing)
            self._screen().take_focus()
        elif self._wall.standing == UNKNOWN:
            self._window.tell("Say first which screen the room can see.")
            self._wall.ask()
        else:
            self.opened.emit()

    def _leave(self, place: str) -> None:
        if place == PLACE:
            self._screen().finish()


def _so_far(row: SessionRow) -> str:
    return words.count(row.turns, "reply", "replies") + " so far"


def set_up_room(draft: Draft, standing: str, led: Facilitating) -> None:
    """Bring a room to what was filled in; what stands already is not kept anew."""
    state = led.room.state
    if draft.agenda != state.agenda:
        led.plan(draft.agenda)
    now = (draft.people, draft.method, draft.tables, draft.scale, standing)
    if now != (state.people, state.method, state.tables, state.scale, state.screens):
        led.set_up(*now)
