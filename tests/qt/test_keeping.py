"""What befalls the history while the window is open is told, the conversation goes on, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrtrainer.history.backups import backups_of
from hrtrainer.history.elsewhere import save_copy
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.store import History
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.settings import SettingsScreen
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.sitting import Wishes
from tests.stage import ROOT


def begin(window: TrainerWindow) -> None:
    wishes = Wishes("nhrc", "usa", "debrief-only", "", 1)
    window.furnishing.briefing.begun.emit(window.stock.find("in-a-rush"), wishes)


def answer(window: TrainerWindow, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_1) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def told(window: TrainerWindow) -> str:
    return window._notice._words.text() if window._notice.isVisible() else ""


def kept(window: TrainerWindow) -> int:
    with closing(History.to_read(window.places.history)) as history:
        return sum(len(history.log(row.key)) for row in history.sessions())


def press(asking: Asking, words: str) -> None:
    {button.text(): button for button in asking.findChildren(Button)}[words].click()


def unplug(window: TrainerWindow, tmp_path: Path) -> Path:
    aside = tmp_path / "unplugged"
    window.places.home.rename(aside)
    return aside


def test_a_drive_that_is_pulled_out_and_put_back(window: TrainerWindow, qtbot: QtBot, tmp_path: Path) -> None:
    begin(window)
    answer(window, qtbot)
    before = kept(window)
    aside = unplug(window, tmp_path)
    answer(window, qtbot)
    assert window.furnishing.desk.session is not None and window.furnishing.desk.session.state.turns == 2
    assert "not where it was" in told(window) and "go on in memory" in told(window)
    aside.rename(window.places.home)
    window.furnishing.care._try_again()
    assert "Everything is on the disk again" in told(window) and kept(window) == before + 1


def test_closing_with_something_that_is_not_on_the_disk_asks_first(
    window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window)
    answer(window, qtbot)
    unplug(window, tmp_path)
    answer(window, qtbot)
    window.close()
    (asking,) = window.findChildren(Asking)
    assert window.isVisible()
    press(asking, "Stay")
    assert window.isVisible()
    window.furnishing.care.save_copy(tmp_path / "copy.sqlite")
    assert not window.isVisible()
    with closing(History.to_read(tmp_path / "copy.sqlite")) as history:
        (row,) = history.sessions()
        assert row.turns == 2


def test_a_damaged_history_is_mended_at_the_start_and_told(open_window: Callable[[], TrainerWindow]) -> None:
    first = open_window()
    begin(first)
    first.close()
    first.places.history.write_bytes(b"<html>Sign in to your drive</html>")
    second = open_window()
    second.shelf.settle()
    assert "moved aside" in told(second) and "(H10)" in told(second)
    assert len(list(second.places.home.glob("history-damaged-*.sqlite"))) == 1


def test_damage_that_only_a_whole_check_sees_is_found_beside_the_window(
    open_window: Callable[[], TrainerWindow], qtbot: QtBot
) -> None:
    first = open_window()
    begin(first)
    answer(first, qtbot)
    first.records.history.connection.execute("UPDATE event SET name='other' WHERE seq=2")
    first.close()
    second = open_window()
    second.furnish()
    with qtbot.waitSignal(second.furnishing.care.mended, timeout=20_000):
        pass
    assert "up to the damage" in told(second)
    assert backups_of(second.places.history) == ()


def test_a_backup_is_made_beside_the_window(window: TrainerWindow, qtbot: QtBot) -> None:
    begin(window)
    answer(window, qtbot)
    qtbot.waitUntil(lambda: len(backups_of(window.places.history)) == 1, timeout=20_000)
    assert told(window) == ""


def test_a_history_that_another_program_holds_lets_people_practise(
    open_window: Callable[[], TrainerWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    holder = LastingHistory(tmp_path / "home" / "history.sqlite")
    window = open_window()
    begin(window)
    assert "only one program may write" in told(window) and "(H06)" in told(window)
    answer(window, qtbot)
    holder.close()
    window.furnishing.care._try_again()
    assert kept(window) == 2


SECOND = [sys.executable, "-m", "hrtrainer", "--home"]


def start_again(qtbot: QtBot, home: Path, *words: str) -> float:
    """Start the program once more; how many seconds it took to leave again, with the window's events going on."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begun = time.monotonic()
    with subprocess.Popen([*SECOND, str(home), *words], env=environment) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.returncode == 0
    return time.monotonic() - begun


def test_a_second_start_brings_the_window_forward_with_its_file(
    window: TrainerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.furnish()
    window.showMinimized()
    print(f"second start: {start_again(qtbot, window.places.home):.2f} s")
    assert not window.isMinimized() and window.place == "library"
    file = tmp_path / "mine.yaml"
    shutil.copyfile(window.places.scenarios / "eleven-weeks.yaml", file)
    start_again(qtbot, window.places.home, str(file))
    assert window.place == "brief"


HOLD = """
import sys, time
from pathlib import Path
from hrtrainer.paths import paths
from hrtrainer.qt.entry import load
load()
from hrtrainer.qt.app import application_for, make_window
place = paths(Path(sys.argv[1]))
application = application_for(place)
window = make_window(place)
window.show()
window.furnish()
print("there", flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_a_window_that_was_killed_keeps_nobody_out(open_window: Callable[[], TrainerWindow], tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HOLD, str(tmp_path / "home")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None and child.stdout.readline().strip() == b"there"
        child.kill()
    window = open_window()
    window.furnish()
    assert window.records.on_disk and window.furnishing.presence.alone
    assert "ended unexpectedly" in told(window)


def test_backups_from_the_settings(window: TrainerWindow, qtbot: QtBot, tmp_path: Path) -> None:
    begin(window)
    answer(window, qtbot)
    window.go("settings")
    screen = window.screen_of("settings")
    assert isinstance(screen, SettingsScreen)
    buttons = {button.text(): button for button in screen.backups.findChildren(Button)}
    assert not buttons["Go back to this backup"].isVisibleTo(screen)
    buttons["Back up now"].click()
    qtbot.waitUntil(lambda: told(window).startswith("Backed up, "), timeout=20_000)
    save_copy(window.records.history, tmp_path / "copy.sqlite")
    window.furnishing.desk.act(lambda sitting: sitting.choose(sitting.session.state.choices[0].id))
    assert kept(window) == 3
    buttons["Go back to this backup"].click()
    press(window.findChildren(Asking)[0], "Leave it as it is")
    assert kept(window) == 3
    qtbot.waitUntil(lambda: not window.findChildren(Asking))
    buttons["Go back to this backup"].click()
    press(window.findChildren(Asking)[0], "Go back")
    assert "kept as the backup of" in told(window) and kept(window) == 2
    assert window.furnishing.desk.sitting is None
    buttons["Check everything"].click()
    qtbot.waitUntil(lambda: "all of it is as it was written" in told(window), timeout=20_000)
    window.furnishing.around.backing.bring_in(tmp_path / "copy.sqlite")
    assert told(window) == "All of that copy is here already."
