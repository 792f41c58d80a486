"""The wall on two screens: collected by test_two_screens.py alone, which gives these tests a display of their own."""

import os
import subprocess

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.pages.wall import BlackWall
from hrtrainer.qt.wall.numbers import NumberCard
from hrtrainer.qt.wall.standing import RoomWall
from tests.qt.wall_fakes import REST, VOTE, FakeAwake, showing, wall

LAPTOP, PROJECTOR = QRect(0, 0, 1280, 800), QRect(1280, 0, 1920, 1080)
plugged = pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="screens come and go on an X server only")


class Stage:
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
def stage(qtbot: QtBot) -> Stage:
    assert [screen.geometry() for screen in QGuiApplication.screens()] == [LAPTOP, PROJECTOR]
    return Stage(qtbot)


def test_nothing_is_guessed_and_numbers_stand_on_both_screens_until_one_is_chosen(stage: Stage, qtbot: QtBot) -> None:
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


def test_the_screens_are_swapped_and_the_notes_leave_the_room_s_screen(stage: Stage, qtbot: QtBot) -> None:
    stage.side.choose(2)
    stage.side.show_wall(wall(VOTE))
    qtbot.waitUntil(lambda: stage.on(PROJECTOR))
    assert stage.side.showing.shape == PROJECTOR.size()
    stage.side.swap()
    qtbot.waitUntil(lambda: stage.on(LAPTOP))
    qtbot.waitUntil(lambda: PROJECTOR.contains(stage.notes.geometry().center()))
    assert stage.side.showing.shape == LAPTOP.size()
    assert [one.room for one in stage.side.screens()] == [True, False]


def test_the_room_s_screen_can_be_the_one_on_which_the_notes_stand(stage: Stage, qtbot: QtBot) -> None:
    stage.side.choose(1)
    stage.side.show_wall(wall(VOTE))
    qtbot.waitUntil(lambda: stage.on(LAPTOP))
    qtbot.waitUntil(lambda: PROJECTOR.contains(stage.notes.geometry().center()))


def test_hidden_and_shown_again_taken_away_and_brought_back(stage: Stage, qtbot: QtBot) -> None:
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
def test_a_cable_is_pulled_and_put_back(stage: Stage, qtbot: QtBot) -> None:
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
def test_numbers_go_with_a_screen_and_come_with_it(stage: Stage, qtbot: QtBot) -> None:
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
def test_two_screens_that_show_the_same_are_one(stage: Stage, qtbot: QtBot) -> None:
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


@plugged
def test_the_wall_never_takes_the_keyboard_from_the_notes(stage: Stage, qtbot: QtBot) -> None:
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
