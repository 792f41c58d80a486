"""The keys while a room is led, as they are set now."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QWidget

from hrtrainer.group.action import Action
from hrtrainer.group.keys import HOLD, KEYS, LEAD_IN, NAMES, SAVE
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Cap, Prose
from hrtrainer.words import first_capital

_MORE = (
    ("1 to 8", "A reply: spotlight it, add a hand for it, or choose it. Shift takes a hand off"),
    (
        LEAD_IN,
        "Takes the keyboard into the buttons and boxes, and back to the page. In there Tab goes on, and Space and "
        "Enter press the button in the frame; everywhere else they go forward. A click, Esc or the next stage leads "
        "it out.",
    ),
    (HOLD, "Shows your notes while it is held, where the room may see this screen"),
    (SAVE, "Saves the report, once the room has seen it"),
)


class KeysCard(Card):
    """Every wish with its keys. A clicker sends PgDown and PgUp, a full stop or B, F5 and Esc."""

    def __init__(
        self, look: Look, key_of: KeyOf, keys: Mapping[Action, tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "Keys", role="h2", parent=parent)
        grid = QGridLayout()
        self.inside.addLayout(grid)
        grid.setColumnStretch(1, 1)
        rows = [*((keys.get(action, usual), first_capital(NAMES[action])) for action, usual in KEYS.items())]
        for at, (names, text) in enumerate([*rows, *(((name,), text) for name, text in _MORE)]):
            caps = Flow((look.px(6), look.px(4)))
            caps.setFixedWidth(look.px(210))
            caps.fill([Cap(look, name) for name in names])
            grid.addWidget(caps, at, 0)
            grid.addWidget(Prose(look, text), at, 1)
        shut = small_button(look, "Close the keys", key=key_of(Action.KEYS))
        shut.clicked.connect(self.hide)
        ways = Flow((0, 0))
        ways.fill([shut])
        self.inside.addWidget(ways)
        self.hide()
