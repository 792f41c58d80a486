"""What could come next, in the window: with its reason, one step from its brief, and gone for now when declined."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.screens.library import LibraryScreen
from tests.shots import _play_months as play_months


def suggested(window: TrainerWindow) -> str | None:
    page = window.shelf.library_page()
    return page.next.scenario if page.next else None


def test_it_is_worked_out_in_the_background_kept_and_there_at_the_next_start(
    qtbot: QtBot, open_window: Callable[[], TrainerWindow]
) -> None:
    first = open_window()
    assert suggested(first) is None
    play_months(first)
    first.furnish()  # as the program does once it is painted
    qtbot.waitUntil(lambda: suggested(first) is not None)
    expected = suggested(first)
    first.close()
    second = open_window()
    assert not second.records.are_open and suggested(second) == expected
    screen = second.screen_of("library")
    assert isinstance(screen, LibraryScreen) and screen._next is not None and screen._next.isVisible()
    screen._next.taken.emit(expected)
    assert second.place == "brief"


def test_not_now_and_topics_left_out_are_respected(qtbot: QtBot, window: TrainerWindow) -> None:
    play_months(window)
    window.furnish()
    qtbot.waitUntil(lambda: suggested(window) is not None)
    name = suggested(window)
    card = next(one for one in window.shelf.library_page().cards if one.id == name)
    window.change_settings(window.settings._replace(left_out=card.topics))
    assert suggested(window) != name
    window.change_settings(window.settings._replace(left_out=()))
    window.go("library")
    screen = window.screen_of("library")
    assert isinstance(screen, LibraryScreen)
    screen.next_declined.emit(name)
    assert suggested(window) is None
    assert screen._next is not None and not screen._next.isVisible()
    window.go("growth")
    assert window.screen_of("growth")._next.isVisible()  # type: ignore[attr-defined]
