"""Keys that belong to a screen. Letters still type while a text box has the focus: Qt asks the box first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget


def bind(screen: QWidget, keys: str, slot: Callable[[], object]) -> None:
    """Let keys ("1", "Left", "Ctrl+S") do something while the focus is in a screen."""
    shortcut = QShortcut(QKeySequence(keys), screen)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(slot)


def bind_enter(screen: QWidget, slot: Callable[[], object]) -> None:
    """Let Enter go on, unless a button has the focus: then it presses that button."""

    def pressed() -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and screen.isAncestorOf(focus):
            focus.click()
        elif focus is None or not focus.inherits("QPlainTextEdit"):  # by name: the class itself is slow to load
            slot()

    bind(screen, "Return", pressed)
    bind(screen, "Enter", pressed)
