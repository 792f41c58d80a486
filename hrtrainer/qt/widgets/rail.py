"""The rail at the left: where one can go."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.boxes import column, line, row
from hrtrainer.qt.widgets.buttons import NAV, Button
from hrtrainer.qt.widgets.picture import ProgramMark
from hrtrainer.words import PROGRAM

_PLACES = (
    ("library", "Practise", "library"),
    ("facilitate", "Facilitate", "users"),
    ("growth", "Growth", "sprout"),
    ("pack", "Supervision", "book-open-text"),
    ("settings", "Settings", "settings"),
    ("help", "Help and keys", "life-buoy"),
    ("about", "About", "info"),
)

_WITHIN = {"shared": "pack"}
"""Places that are reached from a place on the rail, and belong to it."""


class Rail(QFrame):
    """Practise on top, the rest below. Narrow windows show icons with tips."""

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self._look = look
        inside = column(self, (look.px(10), look.px(14), look.px(10), look.px(14)), look.px(4))
        head = row(gap=look.px(12), margins=(look.px(14), look.px(6), 0, look.px(14)))
        head.addWidget(ProgramMark(look, 26))
        self._name = Plain(PROGRAM, "h2", wrap=False)
        head.addWidget(self._name, 1)
        inside.addLayout(head)
        self._buttons: dict[str, Button] = {}
        for place, words, icon in _PLACES:
            if place == "settings":
                inside.addStretch(1)
            button = Button(look, words, NAV, icon=icon)
            button.clicked.connect(partial(self._go, place))
            self._buttons[place] = button
            inside.addWidget(button)
        inside.addSpacing(look.px(8))
        inside.addWidget(line())
        self._who = Plain("On this computer", "caption")
        inside.addWidget(self._who)

    def show_place(self, place: str, code_name: str, growth: bool = True) -> None:
        """Show where the person is, the name they go by, and the way to `growth` unless they hid it."""
        self._buttons["growth"].setVisible(growth)
        for name, button in self._buttons.items():
            button.setChecked(name == _WITHIN.get(place, place))
        self._who.say(f"{code_name}, on this computer" if code_name else "Kept on this computer only")

    def fold(self, width: int) -> None:
        """Show icons alone in a narrow window."""
        compact = width < 1180 or self._look.text_size >= 150
        for button in self._buttons.values():
            button.set_compact(compact)
        self._name.setVisible(not compact)
        self._who.setVisible(not compact)
        self.setFixedWidth(self._look.px(76) if compact else self._look.px(208))

    def _go(self, place: str) -> None:
        self.wanted.emit(place)
