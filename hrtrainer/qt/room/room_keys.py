"""The keyboard of a room: its keys as they are set, heard in both windows, and whether it is on the page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.group.action import Action
from hrtrainer.group.keys import KEYS, bindings, read_keys
from hrtrainer.qt.room.presenter import PresenterScreen
from hrtrainer.qt.room.pressing import Pressing
from hrtrainer.qt.window import Window


class RoomKeys(QObject):
    """`wished` carries a Wish; `changed` once other keys are set. `screen` is asked for the presenter's screen."""

    wished = Signal(object)
    changed = Signal()

    def __init__(self, window: Window, awake: Callable[[], bool], screen: Callable[[], PresenterScreen]) -> None:
        super().__init__(window)
        self._window, self._screen = window, screen
        self.keys: Mapping[Action, tuple[str, ...]] = {}
        self._pressing = Pressing(self)
        self._pressing.awake = awake
        self._pressing.wished.connect(self.wished)
        self._pressing.lead_wanted.connect(self._lead)
        self._pressing.led.connect(self._tell)
        self._pressing.strayed.connect(self._bring_home)
        self.hear(window)
        window.settings_changed.connect(self.use)

    def hear(self, window: QWidget) -> None:
        """Hear the keys of a window too."""
        self._pressing.hear(window)

    def lead_out(self) -> None:
        """Take the keyboard out of the controls: the room stands elsewhere."""
        self._pressing.lead_out()

    def use(self) -> None:
        """Use the keys of the settings."""
        changed = read_keys(self._window.settings.room_keys)
        self._pressing.use(bindings(changed))
        if {**KEYS, **changed} != self.keys:
            self.keys = {**KEYS, **changed}
            self.changed.emit()

    def first(self, action: Action) -> str:
        """The key that the button of a wish shows, or nothing."""
        return next(iter(self.keys.get(action, ())), "")

    def _lead(self) -> None:
        self._screen().lead_in()

    def _tell(self, led: bool) -> None:
        self._screen().foot.show_led(led)

    def _bring_home(self) -> None:
        self._screen().take_focus()
