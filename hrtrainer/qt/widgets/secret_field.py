"""A field for what nobody should read over a shoulder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


def secret_field(name: str) -> QLineEdit:
    """A field that shows a dot for each letter, and of which no keyboard learns words."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    field.setMaxLength(1000)
    hints = Qt.InputMethodHint
    field.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText)
    return field
