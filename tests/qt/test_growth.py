"""Growth in the window: by keys from a mark to its moment and back, filters, and what is saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from hrtrainer.history.spans import Span
from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.debrief import PRINCIPLES, REFLECT, DebriefScreen
from hrtrainer.qt.screens.growth import GrowthScreen
from hrtrainer.qt.widgets.found_list import FoundButton, FoundList
from hrtrainer.qt.widgets.moment_grid import MomentGrid
from hrtrainer.qt.widgets.prose import Prose
from tests.shots import _play_months as play_months


@pytest.fixture
def grid(window: TrainerWindow) -> MomentGrid:
    play_months(window)
    window.go("growth")
    QApplication.processEvents()
    found = window.screen_of("growth").findChildren(MomentGrid)[0]
    assert isinstance(found, MomentGrid)
    return found


def test_a_mark_opens_its_moment_by_keys_and_finishing_comes_back(
    qtbot: QtBot, window: TrainerWindow, grid: MomentGrid
) -> None:
    wanted: list[tuple[str, int]] = []
    grid.moment_wanted.connect(lambda key, turn: wanted.append((key, turn)))
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(grid, key)
    assert len(wanted) == 1
    session = window.furnishing.desk.session
    assert window.place == "debrief" and session is not None and session.started.session == wanted[0][0]
    screen = window.screen_of("debrief")
    assert isinstance(screen, DebriefScreen) and screen.step() == PRINCIPLES
    shown = [one.text() for one in screen.findChildren(type(window._rail._who)) if one.isVisible()]
    assert any(one.startswith(f"Turn {wanted[0][1]}") for one in shown)
    screen.finished.emit()
    assert window.place == "growth"


def test_the_page_follows_the_keys(qtbot: QtBot, window: TrainerWindow, grid: MomentGrid) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(grid, Qt.Key.Key_End)
    QApplication.processEvents()
    assert grid.visibleRegion().contains(grid._placed[grid._now].box.toAlignedRect())
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    QApplication.processEvents()
    assert grid.visibleRegion().contains(grid._placed[0].box.toAlignedRect())


def test_a_click_on_a_mark_opens_the_moment_that_is_drawn_there(
    qtbot: QtBot, window: TrainerWindow, grid: MomentGrid
) -> None:
    placed = grid._placed[3]
    with qtbot.waitSignal(grid.moment_wanted) as told:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=placed.box.center().toPoint())
    assert told.args == [placed.moment.key, placed.moment.turn]


def test_filters_narrow_what_is_shown_and_an_empty_time_says_so(window: TrainerWindow, grid: MomentGrid) -> None:
    screen = window.screen_of("growth")
    assert isinstance(screen, GrowthScreen)
    screen.filtered.emit("all", "eleven-weeks", "camh")
    assert screen._page is not None and {one.title for one in screen._page.columns} == {"Eleven weeks"}
    assert [row.name for row in screen._page.principles] == [
        one.name for one in window.stock.reference.yardstick.sets["camh"].principles
    ]
    window.furnishing.growing._within = _never  # type: ignore[method-assign]
    window.refill()
    assert not grid.isVisible() and "No conversations in this time" in screen._reason.text()


def _never() -> Span:
    return Span(since=2**60)


def test_hiding_the_page_takes_it_off_the_rail_and_is_kept(window: TrainerWindow, grid: MomentGrid) -> None:
    window.screen_of("growth").hide_wanted.emit()  # type: ignore[attr-defined]
    assert window.place == "library" and not window.settings.show_growth
    assert not window._rail._buttons["growth"].isVisible()


def test_picture_and_table_are_whole_files(window: TrainerWindow, grid: MomentGrid, tmp_path: Path) -> None:
    growing = window.furnishing.growing
    for name, begin in (("a.png", b"\x89PNG"), ("a.svg", b"<?xml")):
        path = tmp_path / name
        growing._saving.save_picture(growing._page())
        dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
        dialog.fileSelected.emit(str(path))
        dialog.close()
        assert path.read_bytes().startswith(begin)
    assert window.settings.save_folder == str(tmp_path)


def test_an_empty_start_offers_a_way_in(window: TrainerWindow) -> None:
    window.go("growth")
    screen = window.screen_of("growth")
    assert isinstance(screen, GrowthScreen)
    assert screen._reason.text() == "No conversations yet. Start anywhere."
    screen.library_wanted.emit()
    assert window.place == "library"


def test_a_search_by_keys_opens_the_reflection_that_it_found(
    qtbot: QtBot, window: TrainerWindow, grid: MomentGrid
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Slash)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, 'one silence "run')
    found = window.screen_of("growth").findChild(FoundList)
    qtbot.waitUntil(lambda: len(found.findChildren(FoundButton)) == 7)
    assert not grid.isVisible()
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), FoundButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    screen = window.screen_of("debrief")
    assert window.place == "debrief" and isinstance(screen, DebriefScreen) and screen.step() == REFLECT
    screen.finished.emit()
    field.clear()  # type: ignore[attr-defined]
    qtbot.waitUntil(grid.isVisible)


def test_a_question_while_a_long_history_is_read_in_is_answered_after_it(
    qtbot: QtBot, window: TrainerWindow, grid: MomentGrid
) -> None:
    searching, screen = window.furnishing.growing._searching, window.screen_of("growth")
    searching.begin()
    searching.ask(" silence ")
    found = screen.findChild(FoundList)
    assert [one.text() for one in found.findChildren(Prose)] == ["Reading what you wrote, and what was said …"]
    qtbot.waitUntil(lambda: len(found.findChildren(FoundButton)) > 0)
    searching.ask("")
    assert grid.isVisible()


def test_tab_follows_the_reading_order(qtbot: QtBot, window: TrainerWindow, grid: MomentGrid) -> None:
    QApplication.processEvents()
    window._rail._buttons["about"].setFocus()
    spots = []
    for _ in range(10):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        spots.append(focus.accessibleName().partition(".")[0])
    assert spots[:7] == [
        "Open a reply",
        "Hide this page",
        "Search your words and what was said",
        "Time",
        "Conversations with",
        "Principles to read by",
        "Earlier",
    ]
    assert spots[7] == "Principles, conversation by conversation"
