"""One conversation by keyboard alone, from the library to a saved PDF."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.qt.app import TrainerWindow


def press(
    qtbot: QtBot, window: TrainerWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def asked(qtbot: QtBot, window: TrainerWindow) -> None:
    """Wait until a question stands before the window and has the keyboard; between the two nothing has it."""
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, window) and _has_the_keyboard())


def _has_the_keyboard() -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and focused.window() is QApplication.activeWindow()


def tab_to(qtbot: QtBot, window: TrainerWindow, words: str) -> QWidget:
    """Press Tab until something whose accessible name begins with these words has the focus."""
    for _ in range(80):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName().startswith(words):
            return focus
        press(qtbot, window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reached '{words}'")


def test_a_conversation_by_keyboard_alone_from_the_library_to_a_saved_pdf(
    qtbot: QtBot, window: TrainerWindow, tmp_path: Path
) -> None:
    tab_to(qtbot, window, "In a rush")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.place == "brief"
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.place == "conversation"

    for answer in range(40):
        session = window.furnishing.desk.session
        assert session is not None
        if session.state.ending is not None and window.place == "conversation":
            break
        press(
            qtbot,
            window,
            (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[answer % 3]
            if window.place == "conversation"
            else Qt.Key.Key_Return,
        )
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.place == "debrief"

    target = tmp_path / "for supervision.pdf"
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_Return)
    tab_to(qtbot, window, "PDF")
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.place == "pack"
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QFileDialog))
    box = QApplication.activeWindow().findChild(QLineEdit)
    assert box is not None
    box.setText("")
    qtbot.keyClicks(box, str(target))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
