"""Moving a window to another screen, as it stood."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_EDGE = 48


def move_to(window: QWidget, screen: QScreen) -> None:
    """Let a window stand on a screen: as large as it was where there is room, and filled again if it was."""
    filled, whole = window.isMaximized(), window.isFullScreen()
    room = screen.availableGeometry()
    if filled or whole:
        window.showNormal()
    size = window.size().boundedTo(room.size() - QSize(_EDGE, _EDGE)).expandedTo(window.minimumSize())
    middle = room.center() - QPoint(size.width() // 2, size.height() // 2)
    window.setScreen(screen)
    window.resize(size)
    window.move(max(room.x(), middle.x()), max(room.y(), middle.y()))
    if filled:
        window.showMaximized()
    elif whole:
        window.showFullScreen()
