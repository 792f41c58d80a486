"""What is wished for more seldom, each with its key: the map, sizes, the screens, the keys, the end."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.group import wording as say
from hrtrainer.group.action import Action
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.widgets.fold import Flow

_BUTTONS = (
    (Action.MAP, "Map"),
    (Action.GO, "Go to step"),
    (Action.NOTES_LARGER, "Larger notes"),
    (Action.NOTES_SMALLER, "Smaller notes"),
    (Action.WALL_LARGER, "Larger wall"),
    (Action.WALL_SMALLER, "Smaller wall"),
    (Action.SWAP, "Swap screens"),
    (Action.ESCAPE, "Take off what lies over the wall"),
    (Action.KEYS, "Keys"),
    (Action.END, say.BUTTONS[Action.END]),
)


class AlsoCard(Card):
    """The other wishes, and the way to the set-up."""

    setup_wanted = Signal()

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "Also", parent=parent)
        buttons = []
        for action, text in _BUTTONS:
            button = small_button(look, text, key=key_of(action))
            button.clicked.connect(partial(self.wish, action))
            buttons.append(button)
        setup = small_button(look, "Set-up of the room")
        setup.clicked.connect(partial(self.setup_wanted.emit))
        buttons.append(setup)
        ways = Flow((look.px(2), 0))
        ways.fill(buttons)
        self.inside.addWidget(ways)
