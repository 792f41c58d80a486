"""Setting a room up, and setting its keys: by the controls that people use."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.group.action import Action
from hrtrainer.group.agenda import AGREEMENTS
from hrtrainer.group.state import RoomState
from hrtrainer.pages.wall import BackRowWall
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.room import making
from hrtrainer.qt.room.keys_screen import KeysScreen
from hrtrainer.qt.room.presenter import PresenterScreen
from hrtrainer.qt.room.setting_up import SettingUp
from hrtrainer.qt.room.setup import SetupScreen
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.qt.widgets.check import Check
from hrtrainer.settings import read_settings
from tests.qt.leads import TwoScreens
from tests.qt.test_keyboard import asked, press

K = Qt.Key


@pytest.fixture
def window(open_window: Callable[[], TrainerWindow], monkeypatch: pytest.MonkeyPatch) -> Iterator[TrainerWindow]:
    """The window of a fresh start, on a computer with a projector."""
    monkeypatch.setattr(making, "RoomWall", TwoScreens)
    yield open_window()


class Setup:
    """The set-up, opened for the shipped conversation at the counter."""

    def __init__(self, window: TrainerWindow) -> None:
        self.window = window
        self.doing: SettingUp = window.furnishing.leading.setting_up
        self.doing.open("in-a-rush")

    @property
    def screen(self) -> SetupScreen:
        screen = self.window.screen_of("facilitate")
        assert isinstance(screen, SetupScreen)
        return screen

    @property
    def wall(self) -> TwoScreens:
        wall = self.window.furnishing.leading._wall
        assert isinstance(wall, TwoScreens)
        return wall

    @property
    def state(self) -> RoomState:
        room = self.window.furnishing.leading.desk.room
        assert room is not None
        state: RoomState = room.state
        return state

    def button(self, text: str) -> Button:
        return next(one for one in self.screen.findChildren(Button) if one.text() == text)

    def check(self, text: str) -> Check:
        return next(one for one in self.screen.findChildren(Check) if one.accessibleName().startswith(text))

    def field(self, name: str) -> QLineEdit:
        return next(one for one in self.screen.findChildren(QLineEdit) if one.accessibleName() == name)

    def people(self, number: int) -> None:
        field = self.field("People here")
        field.setFocus()
        field.setText(str(number))
        field.editingFinished.emit()


@pytest.fixture
def setup(window: TrainerWindow) -> Setup:
    return Setup(window)


def test_nothing_opens_before_it_is_known_how_many_are_here(setup: Setup, qtbot: QtBot) -> None:
    setup.button("Open both windows").click()
    assert setup.window.place == "facilitate"
    setup.people(14)
    setup.button("Open both windows").click()
    assert setup.window.place == "presenter"
    assert (setup.state.people, setup.state.method, setup.state.screens) == (14, "cards", "two")


def test_nothing_opens_before_the_room_s_screen_is_chosen(setup: Setup) -> None:
    setup.people(14)
    setup.wall.choose(0)
    setup.button("Open both windows").click()
    assert setup.window.place == "facilitate"
    next(one for one in setup.screen.findChildren(Button) if "Projector" in one.text()).click()
    setup.button("Open both windows").click()
    assert setup.window.place == "presenter"


def test_a_plan_warns_of_more_than_five_turning_points_an_hour(setup: Setup) -> None:
    setup.screen.plan._length.picked.emit("45")
    points = list(setup.screen.plan._checks.values())
    assert len(points) == 5 and not setup.screen.plan._warned.isVisible()
    for check in points:
        if not check.isChecked():
            check.click()
    assert "5 turning points in 45 minutes leave little time to talk" in setup.screen.plan._warned.text()
    page = setup.doing.page()
    assert page is not None and len(page.draft.agenda.turning_points) == len(points)


def test_ground_rules_are_left_out_and_worded_anew(setup: Setup) -> None:
    setup.check(AGREEMENTS[0]).click()
    setup.button("Edit the words").click()
    box = setup.screen.rules._box
    box.setPlainText(box.toPlainText() + "\nWe end on time.")
    setup.button("Done").click()
    agreements = setup.doing.draft.agenda.agreements
    assert AGREEMENTS[0] not in agreements and agreements[-1] == "We end on time."
    assert setup.check("We end on time.").isChecked()


def test_what_is_filled_in_reaches_the_room_and_can_be_changed_while_it_is_led(setup: Setup, qtbot: QtBot) -> None:
    setup.people(24)
    setup.screen.choose._methods["tables"].click()
    tables = setup.field("Tables")
    tables.setFocus()
    tables.setText("6")
    support = setup.field("People can go to")
    support.setFocus()
    qtbot.keyClicks(support, "A peer worker, room 4")
    press(qtbot, setup.window, K.Key_F5)
    assert setup.window.place == "presenter"
    assert (setup.state.method, setup.state.tables, setup.state.voters) == ("tables", 6, 6)
    assert setup.state.agenda.support == "A peer worker, room 4"
    setup.doing.open()
    setup.people(25)
    setup.button("Back to the room").click()
    assert setup.window.place == "presenter" and setup.state.people == 25


def test_the_back_row_sets_the_size_of_the_wall_s_text(setup: Setup) -> None:
    setup.button("Back-row test").click()
    assert isinstance(setup.wall.pages[-1], BackRowWall)
    setup.screen.screens._read.picked.emit("3")
    setup.button("Back-row test").click()
    assert setup.doing.draft.scale == 125 and not setup.wall.up
    setup.people(20)
    setup.button("Open both windows").click()
    assert setup.wall.walls[-1].scale == 125


def test_a_plan_is_kept_by_name_and_used_again(setup: Setup, qtbot: QtBot) -> None:
    setup.screen.plan._length.picked.emit("90")
    setup.button("Save as a plan").click()
    asked(qtbot, setup.window)
    qtbot.keyClicks(QApplication.focusWidget(), "A long afternoon")
    press(qtbot, setup.window, K.Key_Return)
    settings, odd = read_settings(setup.window.places.settings)
    assert not odd and settings.room_plans["A long afternoon"]["minutes"] == 90
    setup.screen.plan._length.picked.emit("45")
    assert setup.doing.draft.agenda.minutes == 45
    setup.screen.plan._kept.picked.emit("A long afternoon")
    assert setup.doing.draft.agenda.minutes == 90


def test_letter_cards_are_saved_from_the_set_up(setup: Setup, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "cards.pdf"
    next(one for one in setup.screen.prints.findChildren(Button) if "Letter cards" in one.text()).click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    box = QApplication.activeWindow().findChild(QLineEdit)
    assert box is not None
    box.setText(str(target))
    qtbot.keyClick(box, K.Key_Return)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")


def test_the_brief_leads_to_the_set_up_of_its_conversation(window: TrainerWindow) -> None:
    window.furnishing.briefing.open_scenario("eleven-weeks")
    brief = window.screen_of("brief")
    next(one for one in brief.findChildren(Button) if one.text() == "Facilitate it with a group").click()
    assert window.place == "facilitate"
    page = window.furnishing.leading.setting_up.page()
    assert page is not None and page.scenario == "eleven-weeks"


# Keys


def keys_screen(window: TrainerWindow) -> KeysScreen:
    window.go("room-keys")
    screen = window.screen_of("room-keys")
    assert isinstance(screen, KeysScreen)
    return screen


def add(screen: KeysScreen, action: Action, qtbot: QtBot, key: Qt.Key) -> None:
    button = screen._add[action]
    button.click()
    qtbot.keyClick(button, key)
    QApplication.processEvents()


def test_a_key_is_added_by_pressing_it_and_works_at_once(setup: Setup, qtbot: QtBot) -> None:
    screen = keys_screen(setup.window)
    screen.findChildren(QWidget)
    add(screen, Action.FORWARD, qtbot, K.Key_F9)
    assert not screen._odd.isVisible()
    settings, _ = read_settings(setup.window.places.settings)
    assert settings.room_keys["forward"][-1] == "F9"
    setup.doing.open()
    setup.people(20)
    setup.button("Open both windows").click()
    press(qtbot, setup.window, K.Key_F9)
    assert setup.state.spot.stage == "brief"


def test_a_key_of_two_wishes_is_told_and_the_usual_keys_come_back(window: TrainerWindow, qtbot: QtBot) -> None:
    screen = keys_screen(window)
    add(screen, Action.FORWARD, qtbot, K.Key_B)
    assert screen._odd.isVisible() and screen._odd.text() == "B is asked for by forward and black."
    next(one for one in screen.findChildren(Button) if one.text() == "All as usual").click()
    assert not screen._odd.isVisible() and not window.settings.room_keys


def test_buttons_show_the_key_that_was_set(setup: Setup, qtbot: QtBot) -> None:
    setup.people(20)
    setup.button("Open both windows").click()
    setup.window.go("settings")
    screen = keys_screen(setup.window)
    next(one for one in screen.findChildren(Button) if one.accessibleName() == "No key: Black").click()
    add(screen, Action.BLACK, qtbot, K.Key_J)
    setup.window.go("presenter")
    presenter = setup.window.screen_of("presenter")
    assert isinstance(presenter, PresenterScreen)
    black = next(one for one in presenter.findChildren(Button) if one.text() == "Black")
    assert black.accessibleDescription() == "Key: J"
    press(qtbot, setup.window, K.Key_B)
    assert not setup.state.covers
    press(qtbot, setup.window, K.Key_J)
    assert setup.state.covers
