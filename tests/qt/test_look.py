"""Another text size or theme: everything is made anew, and nothing of the old is left behind."""

from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from hrtrainer.qt.app import TrainerWindow


def remembered() -> int:
    """How many items of layouts PySide remembers. One that Qt has let go ends the program, sooner or later."""
    return sum(type(one).__name__ == "QWidgetItem" for one in Shiboken.getAllValidWrappers())


def test_no_item_of_a_layout_is_remembered_longer_than_its_layout_stands(window: TrainerWindow, qtbot: QtBot) -> None:
    found = []
    for size in (125, 150, 100, 125):
        window.change_settings(window.settings._replace(text_size=size))
        window.dress_again()
        qtbot.waitUntil(window.updatesEnabled)
        found.append(remembered())
    assert len(set(found)) == 1, found
