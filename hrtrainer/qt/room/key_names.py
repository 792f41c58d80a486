"""What a key press is called, as the table of keys writes it, on whatever keyboard it was pressed."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

_SHIFTED_DIGITS = "!@#$%^&*("
"""What Shift makes of 1 to 9 on a US keyboard: asked where the system does not tell which key it was."""
_ROW = "1234567890"
_X_CODES = {10 + at: digit for at, digit in enumerate(_ROW)}
_ROWS: Mapping[str, Mapping[int, str]] = {
    "xcb": _X_CODES,
    "wayland": _X_CODES,
    "windows": {2 + at: digit for at, digit in enumerate(_ROW)},
    "cocoa": dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), _ROW, strict=True)),
}
"""The row of digits by the code of the key, which is the same on every layout: scan codes, on macOS virtual keys."""
_ON_PLUS, _ON_MINUS = "=*?1", "_6"
"""What Shift makes of the keys of plus and minus, from US to French, German, Nordic and Czech keyboards."""


def names_of(event: QKeyEvent) -> Iterator[str]:
    """The names of a key press: the closest first."""
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if held == shift and (digit := _shifted_digit(event)):
        yield digit
    yield _named(held, key)
    if held == shift | control:
        sign = _named(Qt.KeyboardModifier.NoModifier, key)
        yield from ("Ctrl+Shift++",) if sign in _ON_PLUS else ("Ctrl+Shift+-",) if sign in _ON_MINUS else ()
    if held == Qt.KeyboardModifier.NoModifier and (digit := _key_of_row(event)):
        yield digit  # a keyboard on which the key of a digit gives a sign
    if held & shift and not event.text().isalnum():
        yield _named(held & ~shift, key)


def _shifted_digit(event: QKeyEvent) -> str:
    """The name of a key of the row of digits that is pressed with Shift, or nothing."""
    text = event.text()
    if len(text) == 1 and text in _ROW:  # a keyboard on which digits need Shift
        return text
    if digit := _key_of_row(event):
        return f"Shift+{digit}"
    if text == ")":
        return "Shift+0"
    return f"Shift+{_SHIFTED_DIGITS.index(text) + 1}" if text and text in _SHIFTED_DIGITS else ""


def _key_of_row(event: QKeyEvent) -> str:
    """Which digit stands on a key of their row, whatever the layout makes of it; empty for all other keys."""
    system = QGuiApplication.platformName()
    code = event.nativeVirtualKey() if system == "cocoa" else event.nativeScanCode()
    return _ROWS.get(system, {}).get(code, "")


def _named(held: Qt.KeyboardModifier, key: Qt.Key) -> str:
    return QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
