"""A window on an empty home, in the look of a fresh start. Never autouse: most tests need no window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hrtrainer.paths import paths
from hrtrainer.qt.app import TrainerWindow, application_for, make_window


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The kind of application that pytest-qt makes."""
    from PySide6.QtWidgets import QApplication

    return QApplication


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], TrainerWindow]]:
    """Opens the window; a second call opens it again on the same home, as after a new start."""
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the window installs its own; put it back afterwards
    opened: list[TrainerWindow] = []

    def open_it() -> TrainerWindow:
        place = paths(tmp_path / "home")
        application_for(place)
        window = make_window(place)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window: Callable[[], TrainerWindow]) -> TrainerWindow:
    """The window of a fresh start."""
    return open_window()
