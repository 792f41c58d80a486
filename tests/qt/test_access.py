"""Every control of every screen has a name and a role, can be reached by Tab, and large text is never cut off."""

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from hrtrainer.qt.app import TrainerWindow
from hrtrainer.qt.room import making
from tests.qt.leads import TwoScreens
from tests.shots import SCREENS


@pytest.fixture(autouse=True)
def projector(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with a projector: on one screen a curtain hangs before the presenter."""
    monkeypatch.setattr(making, "RoomWall", TwoScreens)


CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)


def seen(window: TrainerWindow, kind: type[QWidget]) -> list[QWidget]:
    """The widgets of a kind that are on the screen now."""
    return [one for one in window.findChildren(kind) if one.isVisible() and not one.visibleRegion().isEmpty()]


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_has_a_name_and_a_role(window: TrainerWindow, name: str) -> None:
    SCREENS[name](window)
    QApplication.processEvents()
    QAccessible.setActive(True)
    for kind in CONTROLS:
        for control in seen(window, kind):
            told = QAccessible.queryAccessibleInterface(control)
            assert told is not None
            assert told.text(QAccessible.Text.Name).strip(), f"{name}: {control} has no name"
            assert told.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), f"{name}: {control}"
    QAccessible.setActive(False)


@pytest.mark.parametrize("name", SCREENS)
def test_no_single_line_is_wider_than_its_label_at_double_size(window: TrainerWindow, name: str) -> None:
    window.change_settings(window.settings._replace(text_size=200))
    window.resize(1280, 800)
    window.dress_again()
    SCREENS[name](window)
    for _ in range(6):
        QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 800), f"{name}: the window grew"
    for label in seen(window, QLabel):
        assert isinstance(label, QLabel)
        if not label.wordWrap() and label.text():
            words = QFontMetrics(label.font()).horizontalAdvance(label.text())
            assert words <= label.width() + 2, f"{name}: '{label.text()}' is cut off"
        elif label.text():
            assert label.height() + 2 >= label.heightForWidth(label.width()), f"{name}: '{label.text()}' is cut off"
