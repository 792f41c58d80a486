"""What is drawn where the room may see this screen: the wall, and nothing of the facilitator's, until a key is held."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.group.keys import HOLD
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import small_button
from hrtrainer.qt.room.wall_card import Frame
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose

_WAITS = "There is a word for you."
_WHY = "The room may see this screen, so your notes are not on it. They show while the key is held."


class Curtain(QWidget):
    """The wall, large. `held` says whether the button is held down: then the notes show as they do for the key."""

    held = Signal(bool)

    def __init__(self, look: Look, showing: Showing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = column(self, (look.px(24), look.px(12), look.px(24), look.px(12)), look.px(8))
        inside.addWidget(Frame(look, showing), 1)
        button = small_button(look, "Hold to see your notes", icon="eye", key=HOLD)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it would lose the focus, and the press, as it goes
        button.pressed.connect(self._press)
        self._why = Prose(look, _WHY, "small")
        ways = Flow((look.px(12), 0))
        ways.fill([button, self._why])
        inside.addWidget(ways)

    def nudge(self, waits: bool) -> None:
        """Say that something waits to be read, and not what."""
        self._why.say(f"{_WAITS} {_WHY}" if waits else _WHY)

    def _press(self) -> None:
        self.held.emit(True)
