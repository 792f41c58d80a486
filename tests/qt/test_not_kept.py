"""A session that is not kept: nothing of it reaches the disk, and every screen says so."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.brief import BriefScreen
from hrtrainer.qt.screens.debrief import DebriefScreen
from hrtrainer.qt.widgets.check import Check

SECRET = "the green bicycle in the yard"


def brief(window: TrainerWindow) -> BriefScreen:
    window.furnishing.briefing.open_scenario("in-a-rush")
    screen = window.screen_of("brief")
    assert isinstance(screen, BriefScreen)
    return screen


def play(window: TrainerWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    desk = window.furnishing.desk
    desk.act(lambda sitting: sitting.say(SECRET))
    while desk.session is not None and desk.session.state.ending is None:
        desk.act(lambda sitting: sitting.choose(sitting.session.state.choices[0].id))


def written(window: TrainerWindow) -> list[Path]:
    return [file for file in window.places.home.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]


def test_one_click_in_the_brief_and_nothing_is_written(window: TrainerWindow, qtbot: QtBot) -> None:
    check = brief(window).findChild(Check)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    play(window, qtbot)
    window.furnishing.practice.show_debrief(4)
    screen = window.screen_of("debrief")
    assert isinstance(screen, DebriefScreen)
    screen.reflected.emit("take-along", SECRET)
    assert window.furnishing.desk.session is not None and SECRET in str(window.furnishing.desk.session.log)
    assert "Not kept: it is gone when you leave." in [
        one.text() for one in screen.findChildren(type(window._rail._who))
    ]
    window.close()
    assert written(window) == []


def test_the_preset_of_a_shared_computer_proposes_not_to_keep_and_can_be_overruled(
    window: TrainerWindow, qtbot: QtBot
) -> None:
    window.change_settings(window.settings._replace(keep_sessions=False))
    check = brief(window).findChild(Check)
    assert check.isChecked()
    play(window, qtbot)
    assert window.history.sessions() == ()
    check = brief(window).findChild(Check)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    play(window, qtbot)
    assert len(window.history.sessions()) == 1
    window.close()
    assert written(window)


def test_larger_text_does_not_forget_that_a_session_is_not_to_be_kept(window: TrainerWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(brief(window).findChild(Check), Qt.MouseButton.LeftButton)
    window.change_settings(window.settings._replace(text_size=125))
    window.dress_again()
    qtbot.waitUntil(window.updatesEnabled)
    assert window.screen_of("brief").findChild(Check).isChecked()
    play(window, qtbot)
    assert window.history.sessions() == ()
