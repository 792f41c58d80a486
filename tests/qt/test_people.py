"""Several people at one computer: the entrance, a passphrase from setting to losing it, and leaving without a trace."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.history.sealing import Unsealed
from hrtrainer.paths import Paths, paths
from hrtrainer.profiles import keys
from hrtrainer.profiles.people import add_person, people
from hrtrainer.qt.app import TrainerWindow, make_window
from hrtrainer.qt.code_sheet import code_sheet, paint_sheet
from hrtrainer.qt.entrance import Entrance
from hrtrainer.qt.farewell import Farewell
from hrtrainer.qt.guest import Guest
from hrtrainer.qt.screens.people import PeopleScreen
from hrtrainer.qt.widgets.check import Check
from hrtrainer.qt.widgets.prose import Prose

SECRET = "the green bicycle in the yard"
WORDS = "three old bicycles"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "COST", 2**10)


@pytest.fixture
def root(tmp_path: Path) -> Paths:
    return paths(tmp_path / "home")


@pytest.fixture
def entrance(qtbot: QtBot, root: Paths, window: TrainerWindow) -> Iterator[Callable[[], Entrance]]:
    """Makes the entrance; the window of the fixture has made the application and is closed first."""

    def come() -> Entrance:
        window.close()
        made = Entrance(root, window.look)
        qtbot.addWidget(made)
        made.show()
        made.welcome(None)
        return made

    yield come


def field(holder: QWidget, name: str) -> QLineEdit:
    return next(one for one in holder.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def button(holder: QWidget, name: str) -> QPushButton:
    QApplication.processEvents()
    return next(one for one in holder.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible())


def click(qtbot: QtBot, holder: QWidget, name: str) -> None:
    qtbot.mouseClick(button(holder, name), Qt.MouseButton.LeftButton)


def write_something(window: TrainerWindow) -> str:
    """Play, and write in every place where one can; gives the session's key."""
    window.furnishing.briefing.open_scenario("in-a-rush")
    window.screen_of("brief").begun.emit("nhrc", "usa", "coached")  # type: ignore[attr-defined]
    desk = window.furnishing.desk
    desk.act(lambda sitting: sitting.say(SECRET))
    while desk.session is not None and desk.session.state.ending is None:
        desk.act(lambda sitting: sitting.choose(sitting.session.state.choices[0].id))
    desk.act(lambda sitting: sitting.see_differently(3, SECRET))
    desk.act(lambda sitting: sitting.reflect("take-along", SECRET))
    assert desk.sitting is not None
    return desk.sitting.key


def readable(root: Paths) -> list[str]:
    """The files in which what was written can be read."""
    files = [file for file in root.home.rglob("*") if file.is_file()]
    return [file.name for file in files if SECRET.encode() in file.read_bytes()]


def people_screen(window: TrainerWindow) -> PeopleScreen:
    window.go("people")
    QApplication.processEvents()
    screen = window.screen_of("people")
    assert isinstance(screen, PeopleScreen)
    return screen


def set_passphrase(qtbot: QtBot, window: TrainerWindow) -> str:
    """Set the passphrase as a person does; gives the recovery code that is shown."""
    screen = people_screen(window)
    assert not button(screen, "Set the passphrase").isEnabled()  # not before it is understood what losing it means
    for name in ("New passphrase", "New passphrase once more"):
        qtbot.keyClicks(field(screen, name), WORDS)
    check = next(one for one in screen.findChildren(Check) if one.accessibleName().startswith("I understand"))
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    click(qtbot, screen, "Set the passphrase")
    assert screen.code.isVisible()
    return screen.code._text


def test_from_setting_a_passphrase_to_opening_with_it(
    qtbot: QtBot, window: TrainerWindow, root: Paths, entrance: Callable[[], Entrance]
) -> None:
    key = write_something(window)
    assert readable(root)
    set_passphrase(qtbot, window)
    assert readable(root) == []
    assert "bicycle" in str(window.history.log(key))
    assert window.furnishing.desk.act(lambda sitting: sitting.reflect("again", f"{SECRET} once more"))
    assert readable(root) == []
    door = entrance()
    assert readable(root) == []
    qtbot.keyClicks(field(door, "Passphrase"), "three new bicycles")
    qtbot.keyClick(field(door, "Passphrase"), Qt.Key.Key_Return)
    said = "That is not the passphrase. Try again as often as you like; nothing locks you out."
    qtbot.waitUntil(lambda: door.screen_shown._locked_trouble.text() == said)
    field(door, "Passphrase").setText(WORDS)
    qtbot.keyClick(field(door, "Passphrase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.guest is not None)
    assert door.guest is not None
    second = make_window(door.guest.places, door.guest)
    qtbot.addWidget(second)
    second.show()
    found = second.furnishing.growing._searching._seeking.find("bicycle once")
    assert [one.piece for one in found] == [f"{SECRET} once more"]
    assert readable(root) == []
    second.close()
    assert readable(root) == []
    kept = json.loads(root.catalogue.read_text(encoding="utf-8"))  # what was played is nobody's business either
    assert (kept["played"], kept["go_on"], kept["next"], kept["history"]) == ({}, None, None, None)


def test_what_comes_from_elsewhere_is_sealed_too(qtbot: QtBot, window: TrainerWindow, root: Paths) -> None:
    key = write_something(window)
    set_passphrase(qtbot, window)
    seal, window.history.seal = window.history.seal, Unsealed()
    window.furnishing.desk.act(lambda sitting: sitting.reflect("again", SECRET))  # as in a copy from before
    window.history.seal = seal
    assert readable(root)
    window.furnishing.around.backing.changed.emit()
    assert readable(root) == [] and str(window.history.log(key)).count(SECRET) == 4


def test_a_lost_passphrase_is_replaced_by_the_code(
    qtbot: QtBot, window: TrainerWindow, root: Paths, entrance: Callable[[], Entrance]
) -> None:
    code = set_passphrase(qtbot, window)
    door = entrance()
    click(qtbot, door, "I lost my passphrase")
    for name, typed in (
        ("Recovery code", code.lower().replace("-", " ")),
        ("New passphrase", "four old bicycles"),
        ("New passphrase once more", "four old bicycles"),
    ):
        qtbot.keyClicks(field(door, name), typed)
    click(qtbot, door, "Open, and set the new passphrase")
    qtbot.waitUntil(lambda: door.guest is not None)
    again = entrance()
    qtbot.keyClicks(field(again, "Passphrase"), "four old bicycles")
    click(qtbot, again, "Open")
    qtbot.waitUntil(lambda: again.guest is not None)


def test_changing_a_new_code_and_taking_it_off(qtbot: QtBot, window: TrainerWindow, root: Paths) -> None:
    key = write_something(window)
    code = set_passphrase(qtbot, window)
    screen = people_screen(window)
    qtbot.keyClicks(field(screen, "Present passphrase"), "something else")
    click(qtbot, screen, "A new recovery code")
    assert "That is not the passphrase." in screen.having._fields._trouble.text()
    field(screen, "Present passphrase").setText(WORDS)
    click(qtbot, screen, "A new recovery code")
    assert screen.code._text not in ("", code)
    field(screen, "Present passphrase").setText(WORDS)
    click(qtbot, screen, "Take the passphrase off")
    assert not root.keys.exists() and readable(root)
    assert "bicycle" in str(window.history.log(key))


def test_two_people_each_with_their_own(qtbot: QtBot, window: TrainerWindow, root: Paths) -> None:
    window.change_settings(window.settings._replace(code_name="Tansy"))
    write_something(window)
    screen = people_screen(window)
    assert not any(
        one.accessibleName() == "Let somebody else in" and one.isVisible() for one in screen.findChildren(QPushButton)
    )
    qtbot.keyClicks(screen._new, "Sorrel")
    qtbot.keyClick(screen._new, Qt.Key.Key_Return)
    assert [one.name for one in people(root)] == ["Tansy", "Sorrel"]
    click(qtbot, screen, "Let somebody else in")
    assert not window.isVisible() and callable(window.parting)
    door = Entrance(root, window.look)
    qtbot.addWidget(door)
    door.show()
    door.welcome(None)
    click(qtbot, door, "Sorrel")
    assert door.guest is not None and door.guest.places.home.parent.name == "people"
    sorrel = make_window(door.guest.places, door.guest)
    qtbot.addWidget(sorrel)
    sorrel.show()
    assert sorrel.settings.code_name == "Sorrel" and sorrel.history.sessions() == ()
    sorrel.close()


def test_everything_of_mine_goes_and_what_stays_elsewhere_was_said(
    qtbot: QtBot, window: TrainerWindow, root: Paths
) -> None:
    write_something(window)
    sorrel = add_person(root, "Sorrel")
    screen = people_screen(window)
    assert not button(screen, "Delete it now, and close").isEnabled()
    told = " ".join(one.text() for one in screen.findChildren(type(window._rail._who)))
    assert "saved elsewhere" in told and "solid-state" in told and "backups" in told
    check = next(one for one in screen.findChildren(Check) if one.accessibleName().startswith("Yes, delete"))
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    click(qtbot, screen, "Delete it now, and close")
    assert not window.isVisible()
    QTimer.singleShot(0, lambda: _read_and_close(qtbot))
    window.parting()
    left = {file.relative_to(root.home).as_posix() for file in root.home.rglob("*") if file.is_file()}
    assert left == {"people.json", sorrel.places.settings.relative_to(root.home).as_posix()}


def _read_and_close(qtbot: QtBot) -> None:
    farewell = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Farewell))
    said = [one.text() for one in farewell.findChildren(Prose)]
    assert said[0] == "Everything of yours is deleted." and any("saved elsewhere" in one for one in said)
    click(qtbot, farewell, "Close")


def test_no_folder_of_the_system_is_named_in_any_file(
    qtbot: QtBot, window: TrainerWindow, root: Paths, tmp_path: Path
) -> None:
    write_something(window)
    window.go("growth")
    add_person(root, "Sorrel")
    set_passphrase(qtbot, window)
    sys.excepthook(ValueError, ValueError(str(tmp_path)), None)
    window.close()
    files = [file for file in root.home.rglob("*") if file.is_file()]
    assert {"history.sqlite", "settings.json", "catalogue.json", "hrtrainer.log"} <= {file.name for file in files}
    assert [file.name for file in files if str(tmp_path).encode() in file.read_bytes()] == []


def test_alone_without_a_passphrase_nothing_of_this_is_loaded_before_the_first_paint(root: Paths) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from hrtrainer.paths import paths\n"
        "from hrtrainer.qt.app import application_for, make_window\n"
        "application = application_for(paths(Path(sys.argv[1])))\n"
        "window = make_window(paths(Path(sys.argv[1]))); window.show(); application.processEvents()\n"
        "print([name for name in sys.modules if 'profiles' in name or name.startswith('cryptography')])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(root.home)], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_sheet_holds_the_code_and_prints(window: TrainerWindow, tmp_path: Path) -> None:
    code = keys.new_code()
    assert keys.plain_code(code) in keys.plain_code("".join(code_sheet(code)))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    paint_sheet(printer, code)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_list_of_people_that_cannot_be_read_lets_the_first_in(
    qtbot: QtBot, window: TrainerWindow, root: Paths, entrance: Callable[[], Entrance]
) -> None:
    root.home.mkdir(exist_ok=True)
    root.people.write_text("[", encoding="utf-8")
    door = entrance()
    assert "(C25)" in door.screen_shown._who_trouble.text()
    click(qtbot, door, "Without a name")
    assert door.guest == Guest(root, root)
    assert QApplication.instance() is not None


def test_the_code_stays_until_it_was_read_also_when_the_text_grows(qtbot: QtBot, window: TrainerWindow) -> None:
    code = set_passphrase(qtbot, window)
    window.change_settings(window.settings._replace(text_size=150))
    window.dress_again()
    screen = people_screen(window)
    assert screen.code.isVisible() and screen.code._text == code
    click(qtbot, screen, "I have it")
    window.change_settings(window.settings._replace(text_size=100))
    window.dress_again()
    assert not people_screen(window).code.isVisible()


def test_another_folder_is_used_once_everything_is_there(
    qtbot: QtBot, window: TrainerWindow, root: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr("hrtrainer.paths.default_home", lambda: root.home)
    monkeypatch.setattr("hrtrainer.profiles.moving.default_home", lambda: root.home)
    monkeypatch.setattr("hrtrainer.qt.people.QProcess.startDetached", lambda *words: started.append(words))
    key = write_something(window)
    window.furnishing.people.move_to(root.home / "inside")
    assert window.isVisible()  # told, and nothing else
    window.furnishing.people.move_to(tmp_path / "stick")
    assert not window.isVisible()
    QTimer.singleShot(0, lambda: _close_what_says(qtbot, "Everything is in the other folder now."))
    window.parting()
    assert paths().home == tmp_path / "stick" and len(started) == 1
    again = make_window(paths())
    qtbot.addWidget(again)
    again.show()
    assert SECRET in str(again.history.log(key))
    again.close()


def _close_what_says(qtbot: QtBot, title: str) -> None:
    farewell = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Farewell) and one.isVisible())
    assert farewell.findChildren(Prose)[0].text() == title
    click(qtbot, farewell, "Close")
