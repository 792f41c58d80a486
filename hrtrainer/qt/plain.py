"""The one door for text that a scenario or a person wrote: plain, without hidden characters, breakable.

A label on its own reads text as HTML, opens local files that it names, and can hang on a single line.
"""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

MOST_CHARACTERS = 20_000
_HIDDEN = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        0x200B,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        0xFEFF,
    ]
)
_LONG_WORD = r"(\S{60})(?=\S)"


def plain(text: str) -> str:
    """The text as it may be shown: no hidden or direction-changing characters, not endless, long words breakable."""
    clean = text[:MOST_CHARACTERS].translate(_HIDDEN)
    return re.sub(_LONG_WORD, "\\1\u200b", clean) if any(len(word) > 60 for word in clean.split()) else clean


def on_button(text: str) -> str:
    """The text as it may stand on a button: '&' is a letter there, not an accelerator."""
    return plain(text).replace("&", "&&")


def set_button_text(button: QAbstractButton, text: str) -> None:
    """Put a text on a button."""
    button.setText(on_button(text))


class Plain(QLabel):
    """A label that shows its text as typed, wraps it, and grows with it. `role` names its look in the style sheet."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None, wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        tag = role in ("chip", "badge")  # a tag is as large as its words, whatever room there is
        policy = QSizePolicy(
            QSizePolicy.Policy.Maximum if tag else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Fixed if tag else QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text."""
        self.setText(plain(text))
