"""Where a window stands on the screens."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hrtrainer.settings import Settings

_FRAME = 48
"""Room for a title bar and borders, which Qt does not count, when the window opens for the first time."""


def place(window: QWidget, settings: Settings) -> None:
    """Let it stand where it stood last time, as far as the screens of today allow."""
    where = settings.window
    screen = QGuiApplication.primaryScreen().availableGeometry()
    if len(where) == 4 and any(one.availableGeometry().intersects(QRect(*where)) for one in QGuiApplication.screens()):
        window.setGeometry(*where)
    else:
        window.resize(min(1440, screen.width() - _FRAME), min(900, screen.height() - _FRAME))
    if settings.maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)
