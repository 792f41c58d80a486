"""A card of the presenter's screen: it shows a part of the page, and tells what is wished for or to be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from hrtrainer.facilitating import Facilitating
from hrtrainer.group.action import Action
from hrtrainer.group.keys import Wish
from hrtrainer.pages.presenter import ButtonShown, PresenterPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.boxes import column
from hrtrainer.qt.widgets.buttons import PLAIN, Button
from hrtrainer.qt.widgets.prose import Prose

Deed = Callable[[Facilitating], object]
KeyOf = Callable[[Action], str]
"""What a button shows: the first key of a wish, or an empty text."""


class Card(QFrame):
    """`wished` carries a Wish, `wanted` a Deed. Subclasses fill `inside`, and show their part in `show_page`."""

    wished = Signal(object)
    wanted = Signal(object)

    def __init__(
        self, look: Look, title: str = "", ground: str = "card", role: str = "h3", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", ground)
        self._look = look
        self.inside = column(self, (look.px(20), look.px(14), look.px(20), look.px(16)), look.px(8))
        self.title = Prose(look, title, role)
        if title:
            self.inside.addWidget(self.title)

    def show_page(self, page: PresenterPage) -> None:
        """Show what this card is for; a card with nothing to show hides itself."""

    def finish(self) -> None:
        """Tell what is being typed, before the room goes elsewhere."""

    def wish(self, action: Action, number: int = 0) -> None:
        """Tell a wish."""
        self.wished.emit(Wish(action, number))

    def do(self, deed: Deed) -> None:
        """Tell something to be done with the room."""
        self.wanted.emit(deed)


def by_tab(control: QWidget) -> None:
    """Let a button, or a list to pick from, take the keyboard by Tab alone: after a click Space still means forward."""
    control.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def small_button(look: Look, text: str, kind: str = PLAIN, icon: str = "", key: str = "") -> Button:
    """A button of the presenter's screen."""
    button = Button(look, text, kind, icon, key)
    by_tab(button)
    return button


def show_button(button: Button, shown: ButtonShown, key: str) -> None:
    """Let a button show its words, its key, whether it is on, and why it cannot be pressed."""
    button.show_key(key)
    button.say(shown.label)
    button.show_why(shown.why)
    button.setCheckable(shown.on)
    button.setChecked(shown.on)


def same(held: Sequence[object], shown: Sequence[object]) -> bool:
    """Whether what is held is what is to be shown."""
    return list(held) == list(shown)
