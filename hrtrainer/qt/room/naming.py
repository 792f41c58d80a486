"""Asking for a short name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.qt.window import Window

_MOST = 60


def ask_name(window: Window, title: str, about: str, then: Callable[[str], object]) -> None:
    """Ask for a name; `then` is called with one that is not empty. Closing the question asks for nothing."""
    look, dialog = window.look, QDialog(window)
    dialog.setObjectName("asking")
    dialog.setWindowTitle(plain(title))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    inside = column(dialog, (look.px(28), look.px(24), look.px(28), look.px(24)), look.px(12))
    inside.addWidget(Prose(look, title, "h2"))
    field = QLineEdit()
    field.setMaxLength(_MOST)
    field.setAccessibleName(about)
    field.setPlaceholderText(about)
    inside.addWidget(field)

    def keep() -> None:
        name = field.text().strip()
        if name:
            dialog.close()
            then(name)

    save, leave = Button(look, "Keep it", PRIMARY), Button(look, "Not now", PLAIN)
    save.clicked.connect(keep)
    leave.clicked.connect(dialog.close)
    field.returnPressed.connect(keep)
    ways = Flow((look.px(10), 0))
    ways.fill([save, leave])
    inside.addWidget(ways)
    dialog.setMinimumWidth(min(look.px(460), window.width()))
    field.setFocus()
    dialog.open()
