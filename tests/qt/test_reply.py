"""A supervisor's reply in the window: dropped or opened, kept, shown in Growth, and suggested from."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.growth import GrowthScreen
from hrtrainer.qt.widgets.buttons import Button
from hrtrainer.receiving.reply import reply_bytes
from hrtrainer.session.agreed import Agreed

TOLD = Agreed("Ask before telling <b>now</b>.", "What do you know?", "eleven-weeks", "", "2036-12-03", "14:30", "Ash")


@pytest.fixture
def reply(tmp_path: Path) -> Path:
    path = tmp_path / "reply.json"
    path.write_bytes(reply_bytes(TOLD))
    return path


def growth(window: TrainerWindow) -> GrowthScreen:
    window.go("growth")
    screen = window.screen_of("growth")
    assert isinstance(screen, GrowthScreen)
    return screen


def press(holder: object, words: str) -> None:
    next(one for one in holder.findChildren(Button) if one.text() == words).click()


def test_a_reply_that_is_dropped_is_kept_shown_and_suggested_from(open_window, reply: Path) -> None:
    window = open_window()
    window.files_dropped.emit([str(reply)])
    assert window.place == "growth"
    screen = growth(window)
    assert not screen.agreed.isHidden() and TOLD.practise in screen.agreed._practise.text()
    assert "3 December 2036, 14:30" in screen.agreed._meet.text()
    suggested = window.furnishing.suggesting.next()
    assert suggested is not None and suggested.scenario == "eleven-weeks"
    assert not list(window.places.own_scenarios.glob("*")) if window.places.own_scenarios.exists() else True
    window.close()
    again = open_window()
    assert not growth(again).agreed.isHidden()


def test_a_reply_is_opened_by_a_button_and_put_aside_by_another(
    window: TrainerWindow, qtbot: QtBot, reply: Path
) -> None:
    press(growth(window), "Open a reply")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(reply))
    dialog.close()
    assert not growth(window).agreed.isHidden()
    press(growth(window).agreed, "Put it aside")
    assert growth(window).agreed.isHidden()
    suggested = window.furnishing.suggesting.next()
    assert suggested is None
    window.furnishing.replying.open(str(reply))
    assert not growth(window).agreed.isHidden()


def test_the_date_is_saved_for_a_calendar(window: TrainerWindow, reply: Path, tmp_path: Path) -> None:
    window.furnishing.replying.open(str(reply))
    press(growth(window).agreed, "Save the date")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "next.ics"))
    dialog.close()
    data = (tmp_path / "next.ics").read_bytes()
    assert b"DTSTART:20361203T143000" in data and b"Ask before" not in data


def test_another_file_is_told_and_changes_nothing(window: TrainerWindow, tmp_path: Path) -> None:
    told: list[str] = []
    window.tell_problem = lambda problem: told.append(problem.code)  # type: ignore[method-assign]
    (tmp_path / "odd.json").write_text("{}")
    window.files_dropped.emit([str(tmp_path / "odd.json")])
    window.furnishing.replying.open(str(tmp_path / "odd.json"))
    (tmp_path / "half.json").write_text('{"format": "hrtrainer-reply-1"}')
    window.files_dropped.emit([str(tmp_path / "half.json")])
    assert told == ["F20", "F31", "F31"] and growth(window).agreed.isHidden()
