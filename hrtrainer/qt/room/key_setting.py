"""Setting the keys of a room: the place for it, and keeping them in the settings."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hrtrainer.group.keys import keys_text, read_keys
from hrtrainer.qt.keys import bind
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.keys_screen import Changed, KeysScreen
from hrtrainer.qt.window import Place, Window

PLACE = "room-keys"


class KeySetting(QObject):
    """The table of keys."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.add_place(PLACE, Place(self.make, self._fill))

    def make(self, look: Look) -> QWidget:
        """The screen."""
        screen = KeysScreen(look)
        screen.changed.connect(self._keep)
        screen.left.connect(self._back)
        bind(screen, "Esc", self._back)
        return screen

    def _fill(self) -> None:
        screen = self._window.screen_of(PLACE)
        assert isinstance(screen, KeysScreen)
        screen.show_keys(read_keys(self._window.settings.room_keys))

    def _keep(self, changed: Changed) -> None:
        self._window.change_settings(self._window.settings._replace(room_keys=keys_text(changed)))

    def _back(self) -> None:
        self._window.go("settings")
