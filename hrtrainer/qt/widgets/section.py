"""A part of a longer page: a card with a heading, and rows of a name and what belongs to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column, line
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.prose import Prose


class Section(QFrame):
    """A card with a heading. What it holds is added to `inside`."""

    def __init__(
        self, look: Look, title: str, icon: str = "", ground: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("surface", ground)
        self.inside = column(self, (look.px(24), look.px(18), look.px(24), look.px(22)), look.px(10))
        head = Flow((look.px(10), 0))
        words = Prose(look, title, "h2")
        head.fill([Icon(look, icon, "plum", 22), words] if icon else [words])
        self.inside.addWidget(head)
        self.inside.addSpacing(look.px(2))

    def add_text(self, text: str, role: str = "body", colour: str = "") -> Prose:
        """Add a text that wraps."""
        words = Prose(self._look, text, role, colour)
        self.inside.addWidget(words)
        return words

    def add_field(self, name: str, control: QWidget, about: str = "") -> None:
        """Add a control under its name, with a line about it."""
        look = self._look
        field = column(gap=look.px(6))
        field.addWidget(Prose(look, name, "h3"))
        field.addWidget(control)
        if about:
            field.addWidget(Prose(look, about, "small"))
            control.setAccessibleDescription(about)
        if not control.accessibleName():
            control.setAccessibleName(name)
        self.inside.addLayout(field)
        self.inside.addSpacing(look.px(6))


def named_rows(look: Look, rows: Sequence[tuple[str, str]], role: str = "small") -> QWidget:
    """Names in bold, each with a text under it, and thin lines between."""
    holder = QWidget()
    inside = column(holder, gap=look.px(2))
    for at, (name, text) in enumerate(rows):
        if at:
            inside.addSpacing(look.px(6))
            inside.addWidget(line())
            inside.addSpacing(look.px(6))
        inside.addWidget(Prose(look, name, "strong"))
        inside.addWidget(Prose(look, text, role, "ink2"))
    inside.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder
