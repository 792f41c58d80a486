"""The wall on two screens: collected by test_two_screens.py alone, which gives these tests a display of their own."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.group.stage import Cover, Stage
from hrtrainer.pages.wall import BlackWall, VoteWall
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.wall.numbers import NumberCard
from hrtrainer.qt.wall.standing import RoomWall
from tests.qt.test_leading import Keyboard
from tests.qt.wall_fakes import REST, VOTE, FakeAwake, showing, wall

LAPTOP, PROJECTOR = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)
plugged = pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="screens come and go on an X server only")


class Scene:
    """Notes on the first screen, and the wall's side; what it tells is kept."""

    def __init__(self, qtbot: QtBot) -> None:
        self.notes = QWidget()
        qtbot.addWidget(self.notes)
        self.notes.setGeometry(100, 100, 1000, 600)
        self.notes.show()
        qtbot.waitExposed(self.notes)
        self.awake = FakeAwake()
        self.side = RoomWall(showing(), self.notes, lambda: self.awake)
        self.told: list[str] = []
        for name in ("lost", "returned", "taken_away"):
            getattr(self.side, name).connect(lambda name=name: self.told.append(name))

    @property
    def window(self) -> QWidget:
        window = self.side.window()
        assert window is not None
        return window

    def on(self, place: QRect) -> bool:
        return self.window.isVisible() and self.window.geometry() == place and self.window.isFullScreen()


@pytest.fixture
def stage(qtbot: QtBot) -> Scene:
    assert [screen.geometry() for screen in QGuiApplication.screens()] == [LAPTOP, PROJECTOR]
    return Scene(qtbot)


def test_nothing_is_guessed_and_numbers_stand_on_both_screens_until_one_is_chosen(stage: Scene, qtbot: QtBot) -> None:
    side = stage.side
    assert side.standing == ""
    assert [(one.number, one.width, one.height, one.room) for one in side.screens()] == [
        (1, 1280, 800, False),
        (2, 1920, 1080, False),
    ]
    side.show_wall(wall(VOTE))
    assert side.window() is None
    side.ask()
    cards = [one for one in QApplication.topLevelWidgets() if isinstance(one, NumberCard) and one.isVisible()]
    assert sorted((card.geometry() for card in cards), key=QRect.x) == [LAPTOP, PROJECTOR]
    qtbot.keyClick(cards[0], Qt.Key.Key_2)
    assert side.standing == "two" and [one.room for one in side.screens()] == [False, True]
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    assert not any(card.isVisible() for card in cards)
    assert LAPTOP.contains(stage.notes.geometry().center())


def test_the_screens_are_swapped_and_the_notes_leave_the_room_s_screen(stage: Scene, qtbot: QtBot) -> None:
    stage.side.choose(2)
    stage.side.show_wall(wall(VOTE))
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    assert stage.side.showing.shape == PROJECTOR.size()
    stage.side.swap()
    qtbot.waitUntil(lambda: stage.on(LAPTOP))
    qtbot.waitUntil(lambda: PROJECTOR.contains(stage.notes.geometry().center()))
    assert stage.side.showing.shape == LAPTOP.size()
    assert [one.room for one in stage.side.screens()] == [True, False]


def test_the_room_s_screen_can_be_the_one_on_which_the_notes_stand(stage: Scene, qtbot: QtBot) -> None:
    stage.side.choose(1)
    stage.side.show_wall(wall(VOTE))
    qtbot.waitUntil(lambda: stage.on(LAPTOP))
    qtbot.waitUntil(lambda: PROJECTOR.contains(stage.notes.geometry().center()))


def test_hidden_and_shown_again_taken_away_and_brought_back(stage: Scene, qtbot: QtBot) -> None:
    stage.side.choose(2)
    stage.side.show_wall(wall(VOTE))
    stage.side.show_wall(wall(VOTE, hidden=True))
    assert not stage.window.isVisible()
    stage.side.show_wall(wall(VOTE))
    assert stage.window.isVisible()
    stage.window.close()
    assert stage.told == ["taken_away"] and not stage.window.isVisible()
    stage.side.show_wall(wall(VOTE))
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    stage.side.put_away()
    assert not stage.window.isVisible() and stage.awake.asked == ["hold", "release"]


@plugged
def test_a_cable_is_pulled_and_put_back(stage: Scene, qtbot: QtBot) -> None:
    stage.side.choose(2)
    stage.side.show_wall(wall(REST))
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    _monitors("--delmonitor", "PROJECTOR")
    try:
        qtbot.waitUntil(lambda: stage.told == ["lost"])
        assert not stage.window.isVisible() and stage.side.standing == "one"
        assert stage.side.showing.page == REST
        stage.side.show_wall(wall(VOTE))
        assert not stage.window.isVisible()
    finally:
        _monitors("--setmonitor", "PROJECTOR", "1920/500x1080/280+1280+0", "none")
    qtbot.waitUntil(lambda: stage.told == ["lost", "returned"])
    assert stage.side.showing.page == BlackWall() and stage.side.standing == "two"
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    stage.side.show_wall(wall(VOTE))
    assert stage.on(PROJECTOR) and stage.side.showing.page == VOTE
    assert stage.awake.asked == ["hold"]


@plugged
def test_numbers_go_with_a_screen_and_come_with_it(stage: Scene, qtbot: QtBot) -> None:
    stage.side.ask()
    _monitors("--delmonitor", "PROJECTOR")
    try:
        qtbot.waitUntil(lambda: not _cards())
        assert stage.side.standing == "one"
    finally:
        _monitors("--setmonitor", "PROJECTOR", "1920/500x1080/280+1280+0", "none")
    qtbot.waitUntil(lambda: len(stage.side.screens()) == 2)
    stage.side.ask()
    assert len(_cards()) == 2
    stage.side.put_away()


@plugged
def test_two_screens_that_show_the_same_are_one(stage: Scene, qtbot: QtBot) -> None:
    stage.side.choose(2)
    stage.side.show_wall(wall(REST))
    _monitors("--delmonitor", "PROJECTOR")
    try:
        qtbot.waitUntil(lambda: stage.told == ["lost"])
        _monitors("--setmonitor", "PROJECTOR", "1280/500x800/280+0+0", "none")
        qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 2)
        assert stage.side.standing == "one" and len(stage.side.screens()) == 1
        assert not stage.window.isVisible() and stage.told == ["lost"]
    finally:
        _monitors("--delmonitor", "PROJECTOR")
        qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 1)
        _monitors("--setmonitor", "PROJECTOR", "1920/500x1080/280+1280+0", "none")
    qtbot.waitUntil(lambda: stage.told == ["lost", "returned"])


def test_the_wall_never_takes_the_keyboard_from_the_notes(stage: Scene, qtbot: QtBot) -> None:
    stage.notes.activateWindow()
    qtbot.waitUntil(stage.notes.isActiveWindow)
    stage.side.choose(2)
    stage.side.show_wall(wall(VOTE))
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    assert stage.notes.isActiveWindow()


def _cards() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, NumberCard) and one.isVisible()]


def _monitors(*arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], check=True, timeout=20)


def _at(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    """A key pressed while the wall has the keyboard, as on a desktop that gives it to whatever is clicked."""
    qtbot.keyClick(window, key)
    QApplication.processEvents()


def test_a_room_is_led_from_hold_to_its_report_with_keys_on_either_screen(
    open_window: Callable[[], TrainerWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    keys = Keyboard(qtbot, open_window())
    side = keys.leading._wall
    assert isinstance(side, RoomWall)
    keys.begin()
    qtbot.waitUntil(lambda: len(_cards()) == 2)
    qtbot.keyClick(_cards()[0], Qt.Key.Key_2)
    qtbot.waitUntil(keys.window.isActiveWindow)
    keys.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: keys.window.place == "presenter")
    keys.slow_down()
    wall_window = side.window()
    assert wall_window is not None and wall_window.geometry() == PROJECTOR
    while keys.stage is not Stage.VOTE_1:
        _at(wall_window, qtbot, Qt.Key.Key_PageDown)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Escape, Qt.Key.Key_F5):
        _at(wall_window, qtbot, key)
    page = side.showing.page
    assert isinstance(page, VoteWall) and (page.chosen, page.of) == (2, 22)
    if os.environ.get("DISPLAY"):
        _pull_and_put_back(keys, side, qtbot)
    wall_window.close()
    room = keys.leading.desk.room
    assert room is not None and Cover.HIDE in room.state.covers and not wall_window.isVisible()
    qtbot.waitUntil(keys.window.isActiveWindow)
    keys.press(Qt.Key.Key_F5)
    qtbot.waitUntil(keys.window.isActiveWindow)
    assert wall_window.isVisible() and keys.stage is Stage.VOTE_1
    keys.to(Stage.CROSSROADS)
    keys.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    keys.to(Stage.REPORT)
    keys.save(tmp_path / "group.html")
    assert b"We said A" in (tmp_path / "group.html").read_bytes()
    keys.end()
    assert keys.leading.desk.led is None and not wall_window.isVisible()


def _pull_and_put_back(keys: Keyboard, side: RoomWall, qtbot: QtBot) -> None:
    window = side.window()
    assert window is not None
    _monitors("--delmonitor", "PROJECTOR")
    try:
        qtbot.waitUntil(lambda: side.standing == "one")
        assert not window.isVisible() and keys.stage is Stage.VOTE_1
    finally:
        _monitors("--setmonitor", "PROJECTOR", "1920/500x1080/280+1280+0", "none")
    qtbot.waitUntil(lambda: side.standing == "two" and window.isVisible())
    assert side.showing.page == BlackWall() and keys.stage is Stage.VOTE_1
    keys.press(Qt.Key.Key_F5)
    page = side.showing.page
    assert isinstance(page, VoteWall) and page.chosen == 2
