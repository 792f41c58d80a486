"""An exception anywhere ends in one dialog with what is kept and a report that quotes nobody; the program goes on."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, qWarning
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.faults import KEPT, ended_at
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.qt.widgets.prose import Prose
from tests.stage import ROOT

SECRET = "I never told anyone about the green bicycle"


class Sender(QObject):
    sent = Signal()


class Painted(QWidget):
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        raise KeyError(SECRET)


class Sized(QWidget):
    @guarded(False)
    def event(self, event: object) -> bool:
        raise KeyError(SECRET)


class Dying:
    def __del__(self) -> None:
        raise KeyError(SECRET)


def fail() -> None:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(f"{SECRET} in {__file__}") from error


def in_a_slot() -> None:
    sender = Sender()
    sender.sent.connect(fail)
    sender.sent.emit()


def in_a_timer() -> None:
    QTimer.singleShot(0, fail)


def in_an_override() -> None:
    QCoreApplication.sendEvent(Sized(), QEvent(QEvent.Type.User))


def while_deleting() -> None:
    Dying()


def in_a_thread() -> None:
    import threading

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def dialogs(window: TrainerWindow) -> list[Asking]:
    return window.findChildren(Asking)


@pytest.fixture
def watched(window: TrainerWindow) -> TrainerWindow:
    """A window that watches for faults, as it does once it is painted."""
    window.furnish()
    return window


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("fault", [in_a_slot, in_a_timer, in_an_override, while_deleting, in_a_thread])
def test_a_fault_anywhere_is_one_dialog_that_quotes_nobody(
    watched: TrainerWindow, qtbot: QtBot, fault: Callable[[], None]
) -> None:
    fault()
    qtbot.waitUntil(lambda: bool(dialogs(watched)))
    asking = dialogs(watched)[0]
    assert KEPT in [text.text() for text in asking.findChildren(Prose)]
    report = asking.findChildren(QPlainTextEdit)[0].toPlainText()
    log = watched.places.log.read_text(encoding="utf-8")
    for text in (report, log):
        assert "Error at " in text and "test_faults.py:" in text
        assert SECRET not in text and str(ROOT) not in text and str(Path.home()) not in text
    buttons = {button.text(): button for button in asking.findChildren(Button)}
    buttons["Copy the report"].click()
    assert QGuiApplication.clipboard().text() == report
    watched.go("help")
    assert watched.place == "help"


@pytest.mark.qt_no_exception_capture
def test_at_most_three_dialogs_and_none_for_painting(watched: TrainerWindow, qtbot: QtBot) -> None:
    painted = Painted()
    qtbot.addWidget(painted)
    painted.show()
    for _ in range(20):
        painted.repaint()
    qtbot.wait(20)
    assert dialogs(watched) == []
    for _ in range(20):
        in_a_slot()
    qtbot.wait(20)
    assert len(dialogs(watched)) == 3
    assert watched.places.log.read_text(encoding="utf-8").count("ValueError at") == 20


def test_messages_of_qt_go_to_the_log_without_paths(watched: TrainerWindow) -> None:
    qWarning("cannot read file:///home/robin/secret/a.png or C:\\Users\\robin\\b.png today")
    log = watched.places.log.read_text(encoding="utf-8")
    assert "WARNING Qt: cannot read (a path) or (a path) today" in log


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.qt_no_exception_capture
def test_a_log_that_cannot_be_written_hurts_nobody(
    open_window: Callable[[], TrainerWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "hrtrainer.log").symlink_to("/dev/full")
    window = open_window()
    window.furnish()
    in_a_slot()
    qtbot.waitUntil(lambda: bool(dialogs(window)))


def test_the_log_is_turned_over(watched: TrainerWindow) -> None:
    for number in range(9_000):
        logging.getLogger("hrtrainer").warning("%s %s", number, "x" * 60)
    sizes = [file.stat().st_size for file in watched.places.home.glob("hrtrainer.log*") if file.suffix != ".fatal"]
    assert len(sizes) == 3 and max(sizes) <= 200_000


ENDING = """
import ctypes, os, sys
from pathlib import Path
from hrtrainer.paths import paths
from hrtrainer.qt.app import application_for, make_window
place = paths(Path(sys.argv[1]))
application = application_for(place)
window = make_window(place)
window.show()
window.furnish()
print("there", flush=True)
ctypes.string_at(0)
"""


def test_a_fault_of_the_machine_is_written_down_and_told_at_the_next_start(
    open_window: Callable[[], TrainerWindow], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ENDING, str(home)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert done.stdout == "there\n" and done.returncode != 0
    assert "Fatal" in ended_at(home / "hrtrainer.log.fatal") or "fault" in ended_at(home / "hrtrainer.log.fatal")
    window = open_window()
    window.furnish()
    assert "ended last time: " in window.places.log.read_text(encoding="utf-8")
    assert "ended unexpectedly last time" in window._notice._words.text()
    window.close()
    assert not window.places.running.exists() and not window.places.fatal.exists()
    again = open_window()
    again.furnish()
    assert "unexpectedly" not in again._notice._words.text()
