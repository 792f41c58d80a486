"""Cards of the set-up: the scenario, which screen the room sees, how people choose, and what can be printed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from hrtrainer.export.prints import PRINTS
from hrtrainer.group.state import MOST_PEOPLE
from hrtrainer.group.timing import SIZES, scale_for
from hrtrainer.group.wording import METHODS
from hrtrainer.pages.room_setup import Draft, SetupPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.stepper import Stepper
from hrtrainer.qt.room.wall_side import ONE, UNKNOWN, ScreenShown
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.fold import Flow, Fold
from hrtrainer.qt.widgets.pick import Pick
from hrtrainer.qt.widgets.picture import Picture
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.widgets.segments import Segments
from hrtrainer.qt.widgets.tempo_card import TempoCard

_METHOD_ICONS = {"cards": "layers", "fingers": "heart", "hands": "hand", "tables": "users"}


class SetupCard(QFrame):
    """A card of the set-up. `changed` carries another Draft."""

    changed = Signal(object)

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._look, self._draft = look, Draft()
        self.inside = column(self, (look.px(20), look.px(14), look.px(20), look.px(16)), look.px(8))
        if title:
            self.inside.addWidget(Prose(look, title, "h3"))

    def show_page(self, page: SetupPage) -> None:
        """Show what was filled in."""
        self._draft = page.draft

    def change(self, draft: Draft) -> None:
        """Tell what is filled in now."""
        if draft != self._draft:
            self._draft = draft
            self.changed.emit(draft)


class CaseCard(SetupCard):
    """Which conversation. `scenario_wanted` carries the id of another."""

    scenario_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "The conversation", parent)
        self._picture = Picture(look, height=look.px(104), corners=(8, 8))
        self.inside.addWidget(self._picture)
        self._pick = Pick(look, "Conversation")
        self._pick.picked.connect(self.scenario_wanted)
        self.inside.addWidget(self._pick)
        self._about = Prose(look, "", "small")
        self.inside.addWidget(self._about)

    def show_scenarios(self, scenarios: Sequence[tuple[str, str]], fixed: bool) -> None:
        """Show what there is to choose; a room that has begun keeps its own."""
        self._scenarios = scenarios
        self._pick.setEnabled(not fixed)

    def show_page(self, page: SetupPage) -> None:
        super().show_page(page)
        self._picture.show_picture(page.picture)
        self._pick.show_options(self._scenarios, page.scenario)
        self._about.say(page.about)


class ScreensCard(SetupCard):
    """Which screen the room sees; `screen_chosen` carries its number. The test of the back row sets the wall's text."""

    screen_chosen = Signal(int)
    numbers_wanted = Signal()
    swap_wanted = Signal()
    test_wanted = Signal(bool)
    dark_wanted = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "Which screen can the room see?", parent)
        self._screens = Flow((look.px(4), look.px(2)))
        self.inside.addWidget(self._screens)
        self._about = Prose(look, "", "small")
        self.inside.addWidget(self._about)
        ask = Button(look, "Show the numbers", PLAIN)
        ask.clicked.connect(self.numbers_wanted)
        self._swap = Button(look, "Swap", PLAIN, "arrow-left-right", "S")
        self._swap.clicked.connect(self.swap_wanted)
        self._test = Button(look, "Back-row test", PLAIN, "eye")
        self._test.setCheckable(True)
        self._test.clicked.connect(self._tell_test)
        ways = Flow((look.px(4), look.px(2)))
        ways.fill([ask, self._swap, self._test])
        self.inside.addWidget(ways)
        self._read = Segments(
            look, "Smallest line that the back row reads",
            [*((str(at), f"Line {at}") for at in range(1, len(SIZES) + 1)), ("0", "None of them")],
        )  # fmt: skip
        self._read.picked.connect(self._scale)
        self._read.hide()
        self.inside.addWidget(self._read)
        self._scaled = Prose(look, "", "small")
        self.inside.addWidget(self._scaled)
        self._dark = Check(look, "The room is dark: light words on a dark wall")
        self._dark.toggled.connect(self.dark_wanted)
        self.inside.addWidget(self._dark)

    def show_theme(self, dark: bool) -> None:
        """Show whether the wall is set for a dark room."""
        self._dark.setChecked(dark)

    def show_screens(self, screens: Sequence[ScreenShown], standing: str) -> None:
        """Show the screens there are."""
        for old in self._screens.held:
            old.hide()
            old.deleteLater()
        buttons = []
        for one in screens:
            text = f"{one.number}   {one.name}, {one.width} × {one.height}"
            button = Button(self._look, text, PRIMARY if one.room else PLAIN, "presentation" if one.room else "")
            button.clicked.connect(partial(self.screen_chosen.emit, one.number))
            buttons.append(button)
        self._screens.fill(buttons)
        self._swap.setVisible(len(screens) > 1)
        self._about.say(_about_screens(screens, standing))

    def show_page(self, page: SetupPage) -> None:
        super().show_page(page)
        self._scaled.say(f"Text on the wall: {page.draft.scale} %.")

    def _tell_test(self, on: bool) -> None:
        self._read.setVisible(on)
        self.test_wanted.emit(on)

    def _scale(self, line: str) -> None:
        self.change(replace(self._draft, scale=scale_for(int(line))))


def _about_screens(screens: Sequence[ScreenShown], standing: str) -> str:
    if len(screens) < 2:
        return (
            "There is one screen, or all screens show the same. Extend the desktop in your system’s display settings, "
            "print the facilitator’s sheet, or go on with one screen: your notes then show only while a key is held."
        )
    if standing == UNKNOWN:
        return "Each screen shows its number. Choose the one that the room looks at; nothing is guessed."
    if standing == ONE:
        return "Wall and notes share one screen: your notes show only while a key is held."
    return "Your notes stay on the other screen."


class ChooseCard(SetupCard):
    """How many are here, and how they choose."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "How will people choose?", parent)
        self.people = Stepper(look, "People here", MOST_PEOPLE)
        self.people.typed.connect(self._set_people)
        self.people.stepped.connect(self._step_people)
        self._tables = Stepper(look, "Tables", MOST_PEOPLE)
        self._tables.typed.connect(self._set_tables)
        self._tables.stepped.connect(self._step_tables)
        self._tables_name = Prose(look, "Tables", "body")
        numbers = Flow((look.px(10), look.px(2)))
        numbers.fill([Prose(look, "People here", "body"), self.people, self._tables_name, self._tables])
        self.inside.addWidget(numbers)
        self._size = Prose(look, "", "small")
        self.inside.addWidget(self._size)
        self._group = QButtonGroup(self)
        self._methods = {}
        for name, (text, about) in METHODS.items():
            card = self._methods[name] = TempoCard(look, _METHOD_ICONS[name], text, about)
            card.clicked.connect(partial(self._set_method, name))
            self._group.addButton(card)
        fold = Fold(look.px(200), 2, (look.px(8), look.px(8)))
        fold.fill(list(self._methods.values()))
        self.inside.addWidget(fold)
        self._counts = Prose(look, "", "small")
        self.inside.addWidget(self._counts)

    def show_page(self, page: SetupPage) -> None:
        super().show_page(page)
        self.people.show_number(page.draft.people)
        self._tables.show_number(page.draft.tables)
        for part in (self._tables, self._tables_name):
            part.setVisible(page.draft.method == "tables")
        self._methods[page.draft.method].setChecked(True)
        self._size.say(page.size_note)
        self._size.setVisible(bool(page.size_note))
        self._counts.say(page.counts_note)

    def _set_people(self, people: int) -> None:
        self.change(replace(self._draft, people=people))

    def _step_people(self, by: int) -> None:
        self._set_people(min(MOST_PEOPLE, max(0, self._draft.people + by)))

    def _set_tables(self, tables: int) -> None:
        self.change(replace(self._draft, tables=tables))

    def _step_tables(self, by: int) -> None:
        self._set_tables(min(MOST_PEOPLE, max(0, self._draft.tables + by)))

    def _set_method(self, method: str) -> None:
        self.change(replace(self._draft, method=method))


class PrintsCard(SetupCard):
    """What a room can hold in its hands. `print_wanted` carries the name of a print."""

    print_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "On paper", parent)
        self.inside.addWidget(Prose(look, "PDF, from this conversation and this plan.", "small"))
        buttons = []
        for name, text in PRINTS.items():
            button = Button(look, text, PLAIN, "printer")
            button.clicked.connect(partial(self.print_wanted.emit, name))
            buttons.append(button)
        ways = Flow((look.px(4), look.px(2)))
        ways.fill(buttons)
        self.inside.addWidget(ways)
