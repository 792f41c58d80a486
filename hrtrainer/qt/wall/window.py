"""The window on the room's screen. It takes no focus and reads no key: whoever leads hears the keys of both windows."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.wall.view import WallView
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.sitting import now

_CURSOR_FOR = 1500
"""Milliseconds for which the mouse is seen after it moved."""


class WallWindow(QWidget):
    """Full screen on the room's screen. `taken_away` when somebody closed it: that ends nothing."""

    taken_away = Signal()

    def __init__(self, showing: Showing) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("wall")
        self.setWindowTitle("The wall")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMouseTracking(True)
        self.view = WallView(showing, now, fades=True)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column(self).addWidget(self.view)
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(_CURSOR_FOR)
        self._hiding.timeout.connect(self._hide_cursor)
        self._hide_cursor()

    def put_up(self, screen: QScreen) -> None:
        """Stand on a screen, all over it."""
        handle = self.windowHandle()
        if self.isVisible() and handle is not None and handle.screen() is screen and self.size() == screen.size():
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())  # before it is full screen: some systems go by where a window stands
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # not showFullScreen(), which takes the keyboard from the notes

    def _hide_cursor(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._hiding.start()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # a key that means nothing does nothing here, and never goes on to Qt, which closes on some

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.taken_away.emit()
