"""Closing or killing the program mid-conversation: the library offers to go on, exactly where it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow

PLAYER = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from hrtrainer.paths import paths
from hrtrainer.qt.app import application_for, make_window
place = paths(Path(sys.argv[1]))
app = application_for(place)
window = make_window(place)
window.show()
window.furnishing.briefing.open_scenario("eleven-weeks")
screen = window.screen_of("brief")
screen.begun.emit("camh", "canada-ontario", "debrief-only")
for key in (Qt.Key.Key_1, Qt.Key.Key_3):
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(app.focusWidget(), key)
session = window.furnishing.desk.session
print(session.state.turns, flush=True)
app.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_killed_conversation_goes_on_where_it_was(
    qtbot: QtBot, open_window: Callable[[], TrainerWindow], tmp_path: Path
) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", PLAYER, str(tmp_path / "home")]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    shown = child.stdout.readline().strip()
    child.kill()
    child.wait()
    child.stdout.close()
    assert shown == "2"

    window = open_window()
    card = window.shelf.library_page().go_on
    assert card is not None and card.title == "Eleven weeks"
    window.screen_of("library").gone_on.emit(card.key)  # type: ignore[attr-defined]
    session = window.furnishing.desk.session
    assert window.place == "conversation"
    assert session is not None and session.state.turns == 2
    assert session.started.lens == "camh" and session.started.region == "canada-ontario"
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_2)
    assert window.furnishing.desk.session is not None and window.furnishing.desk.session.state.turns == 3


def test_a_closed_window_offers_to_go_on_and_not_now_is_respected(
    open_window: Callable[[], TrainerWindow], qtbot: QtBot
) -> None:
    first = open_window()
    first.furnishing.briefing.open_scenario("in-a-rush")
    first.screen_of("brief").begun.emit("nhrc", "usa", "coached")  # type: ignore[attr-defined]
    qtbot.keyClick(QApplication.focusWidget() or first, Qt.Key.Key_1)
    first.close()
    second = open_window()
    card = second.shelf.library_page().go_on
    assert card is not None
    second.screen_of("library").go_on_declined.emit(card.key)  # type: ignore[attr-defined]
    assert second.shelf.library_page().go_on is None
