"""Keys and clickers: what is pressed in the presenter's window or on the wall becomes a wish, before any widget has it.

The one table is hrtrainer/group/keys.py, with what Settings changed. Qt's own shortcuts would not do: the window has
some of these keys too, and a button or a text box may keep one for itself.

Some clickers send Space or Enter. Neither may press a button by chance, and yet somebody who works by keyboard presses
buttons with them. So the keyboard is either on the page, where they go forward, or led into the controls: by F6, or by
Tab from a text box. Nothing else leads it there, neither a click nor a field that goes away; a click, Esc, F6 or
another stage leads it out again.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from hrtrainer.group.keys import LEAD_IN, Bindings, bindings, pressed
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.room.key_names import names_of

_TABS = ("Tab", "Shift+Tab", "Shift+Backtab", "Backtab")
_PRESS = (*_TABS, "Space", "Return", "Enter")
"""Keys of a button, once the keyboard was led to it."""
_MOVE = ("Up", "Down", "Left", "Right", "Home", "End", "Return", "Enter")
"""Keys of a list, as the map is one."""


def typing(widget: QWidget | None) -> bool:
    """Whether letters belong to a widget: text is written, or one of several is picked by its name."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox)


class Pressing(QObject):
    """Hears the keys of some windows while it is `awake`. `wished` carries a Wish.

    `lead_wanted`: the keyboard is wanted in the controls, or on the page again. `led` carries whether it is in the
    controls now. `strayed`: it came to a button without being led there, and is to go home.
    """

    wished = Signal(object)
    lead_wanted = Signal()
    led = Signal(bool)
    strayed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Bindings = bindings()
        self._windows: list[QWidget] = []
        self._heard: QWidget | None = None
        self._clicked_in: QWindow | None = None
        self._led = False
        self._let_through: tuple[int, int] | None = None
        self.awake: Callable[[], bool] = lambda: False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def use(self, keys: Bindings) -> None:
        """Hear these keys from now on."""
        self._keys = keys

    def hear(self, window: QWidget) -> None:
        """Hear the keys of a window too."""
        if window not in self._windows:
            window.installEventFilter(self)
            self._windows.append(window)

    def lead_out(self) -> None:
        """Take the keyboard out of the controls; a text box may keep it."""
        self._lead(False)
        self._follow()

    def _follow(self) -> None:
        """Hear what has the focus. Nothing of the signal is taken: it may carry a widget in the middle of its end."""
        before = self._heard if self._heard is not None and isValid(self._heard) else None
        if before is not None and before not in self._windows:
            before.removeEventFilter(self)
        focus = QApplication.focusWidget()
        self._heard = focus if focus is not None and focus.window() in self._windows else None
        if self._heard is not None and self._heard not in self._windows:
            self._heard.installEventFilter(self)
        if self._heard is None:
            return
        went_away = before is not None and not (before.isVisible() and before.isEnabled())
        if self._led and (went_away or not _is_control(focus)):
            self._lead(False)
        if not self._led and (went_away or isinstance(focus, QAbstractButton | QComboBox)) and self.awake():
            self.strayed.emit()

    def _lead(self, on: bool) -> None:
        """While the keyboard is in the controls a click anywhere in the window leads it out."""
        if on == self._led:
            return
        self._led = on
        if self._clicked_in is not None and isValid(self._clicked_in):
            self._clicked_in.removeEventFilter(self)
        self._clicked_in = self._windows[0].windowHandle() if on else None
        if self._clicked_in is not None:
            self._clicked_in.installEventFilter(self)
        self.led.emit(on)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and watched is self._clicked_in and self.awake():
            self.lead_out()
            return False
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if not self.awake():
            return False
        first = kind == QEvent.Type.KeyPress and not event.isAutoRepeat()
        this = (event.timestamp(), event.key())
        if first and this == self._let_through:
            return False  # a widget has had it, and it goes up from there: what it did may have moved the keyboard
        heard = self._hear(list(names_of(event)), event, first)
        self._let_through = this if first and not heard else None
        return heard

    def _hear(self, names: list[str], event: QKeyEvent, first: bool) -> bool:
        """Whether a press was heard here, and no widget is to have it. `first`: the press itself, and not a repeat."""
        focus = QApplication.focusWidget()
        known = [name for name in names if name in self._keys]
        if LEAD_IN in names:
            event.accept()
            if first:
                self._lead(True)
                self.lead_wanted.emit()
            return True
        wish = None
        if known and not self._belongs(known[0], focus):
            wish = pressed(self._keys, known[0], typing=typing(focus))
        if wish is None:
            if first and names[0] in _TABS:
                self._lead(True)
            return False
        event.accept()
        if first:
            self.wished.emit(wish)
        return True

    def _belongs(self, name: str, focus: QWidget | None) -> bool:
        """Whether a key is for the widget that has the keyboard."""
        if isinstance(focus, QAbstractItemView) and name in _MOVE:
            return True
        return self._led and (name in _TABS or (isinstance(focus, QAbstractButton) and name in _PRESS))


def _is_control(widget: QWidget | None) -> bool:
    return typing(widget) or isinstance(widget, QAbstractButton | QAbstractItemView)
