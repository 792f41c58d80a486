"""Keys and clickers: what is pressed in the presenter's window or on the wall becomes a wish, before any widget has it.

The one table is hrtrainer/group/keys.py, with what Settings changed. Qt's own shortcuts would not do: the window has
some of these keys too, and a button or a text box may keep one for itself.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
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

from hrtrainer.group.keys import Bindings, bindings, pressed
from hrtrainer.qt.guard import guarded

_SHIFTED_DIGITS = "!@#$%^&*("
"""What Shift makes of 1 to 9 on most keyboards, where Qt names the sign and not the digit."""
_PRESS = ("Space", "Return", "Enter", "Tab")
"""Keys that belong to a button while the keyboard has gone to one."""
LEAD_IN = "F6"
"""The key that takes the keyboard into the controls, and back to the page."""


def names_of(event: QKeyEvent) -> Iterator[str]:
    """The names of a key press, as the table writes them: the closest first."""
    shift = Qt.KeyboardModifier.ShiftModifier
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if held == shift and event.text().isdigit():  # a keyboard on which digits need Shift
        yield event.text()
    if held == shift and event.text() and event.text() in _SHIFTED_DIGITS:
        yield f"Shift+{_SHIFTED_DIGITS.index(event.text()) + 1}"
    if held == shift and event.text() == ")":
        yield "Shift+0"
    yield _named(held, key)
    if held & shift and not event.text().isalnum():
        yield _named(held & ~shift, key)


def _named(held: Qt.KeyboardModifier, key: Qt.Key) -> str:
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)


def typing(widget: QWidget | None) -> bool:
    """Whether keys belong to a widget: text is written, or one of a list is picked."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox | QAbstractItemView)


class Pressing(QObject):
    """Hears the keys of some windows while it is `awake`. `wished` carries a Wish."""

    wished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Bindings = bindings()
        self._windows: list[QWidget] = []
        self._heard: QWidget | None = None
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

    def _follow(self) -> None:
        """Hear what has the focus. Nothing of the signal is taken: it may carry a widget in the middle of its end."""
        if self._heard is not None and isValid(self._heard) and self._heard not in self._windows:
            self._heard.removeEventFilter(self)
        focus = QApplication.focusWidget()
        self._heard = focus if focus is not None and focus.window() in self._windows else None
        if self._heard is not None and self._heard not in self._windows:
            self._heard.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if not self.awake():
            return False
        focus = QApplication.focusWidget()
        names = [name for name in names_of(event) if name in self._keys]
        if not names or (isinstance(focus, QAbstractButton) and names[0] in _PRESS):
            return False
        wish = pressed(self._keys, names[0], typing=typing(focus))
        if wish is None:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.wished.emit(wish)
        return True
