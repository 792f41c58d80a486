"""The window's own mark in the data folder: that it is there, that it comes forward, and how it ended last time."""

from contextlib import suppress

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.history.lock import Lock
from hrtrainer.paths import Paths
from hrtrainer.qt.only_one import taken_wish


class Presence(QObject):
    """Stands from the first painted picture to the last. `wanted` carries the path of a file that a second start names.

    `ended_badly` says whether the window before this one left without a goodbye.
    """

    wanted = Signal(object)

    def __init__(self, window: QWidget, places: Paths) -> None:
        super().__init__(window)
        self._window, self._places = window, places
        self._lock = Lock(places.window_lock)
        self.alone = self.ended_badly = False
        with suppress(OSError):
            places.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.alone = self._lock.take()
            if self.alone:
                self.ended_badly = places.running.exists()
                places.running.touch(mode=0o600)
                self._watcher = QFileSystemWatcher([str(places.home)], self)
                self._watcher.directoryChanged.connect(self._look)
                self._look()

    def leave(self) -> None:
        """Say goodbye."""
        if self.alone:
            with suppress(OSError):
                self._places.running.unlink(missing_ok=True)
            self._lock.free()
            self.alone = False

    def _look(self) -> None:
        wish = taken_wish(self._places)
        if wish is None:
            return
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if wish:
            self.wanted.emit(wish)
