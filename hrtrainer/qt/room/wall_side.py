"""What the facilitator's side asks of the wall's side: which screen the room sees, and what stands on it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrtrainer.pages.wall import Wall, WallPage
from hrtrainer.qt.wall.showing import Showing

TWO, ONE, UNKNOWN = "two", "one", ""
"""How the screens stand, as the log of a room keeps it: notes and wall apart, both on one, or nobody has said yet."""


@dataclass(frozen=True, slots=True)
class ScreenShown:
    """A screen: the number that is shown on it, its name and size in pixels, and whether it is the room's."""

    number: int
    name: str
    width: int
    height: int
    room: bool = False


class WallSide(QObject):
    """The wall as the facilitator's side knows it; this one has no screen but the facilitator's own.

    `showing` is what the wall shows, for its small picture. `changed` when screens came, went, or were chosen; `lost`
    when the room's screen went, `returned` once it is back: nothing stands on it then until `show_wall`. `taken_away`
    when somebody closed the wall's window; `told` carries a sentence for the facilitator.
    """

    changed = Signal()
    lost = Signal()
    returned = Signal()
    taken_away = Signal()
    told = Signal(str)

    def __init__(self, showing: Showing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.showing = showing

    def screens(self) -> tuple[ScreenShown, ...]:
        """The screens there are; those that show the same picture count once."""
        return ()

    @property
    def standing(self) -> str:
        """How the screens stand now: TWO, ONE or UNKNOWN. With ONE nothing private is drawn unless a key is held."""
        return ONE

    def ask(self) -> None:
        """Show its number on each screen, until one is chosen."""

    def choose(self, number: int) -> None:
        """The room sees the screen with this number."""

    def swap(self) -> None:
        """Change the places of the wall and the notes."""

    def show_wall(self, wall: Wall) -> None:
        """Put the wall of a room up, or what changed of it."""
        self.showing.show_wall(wall)

    def show_page(self, page: WallPage) -> None:
        """Put up a page that belongs to no stage, as the test of the back row."""
        self.showing.show_page(page)

    def turn(self, by: int) -> bool:
        """Go on to the next part of a page that needs several, or back; False where there is none."""
        return self.showing.turn(by)

    def put_away(self) -> None:
        """Take the wall down, and let the display sleep again."""

    def window(self) -> QWidget | None:
        """The window on the room's screen, or None: keys that are pressed there count too."""
        return None
