"""What the wall shows now: one value, laid out once, for the wall itself and for its picture on the presenter."""

from PySide6.QtCore import QObject, QSize, Signal

from hrtrainer.pages.wall import BlackWall, CloseWall, VoteWall, Wall, WallPage
from hrtrainer.qt.wall.laying import laid_out
from hrtrainer.qt.wall.look import WallLook
from hrtrainer.qt.wall.pieces import Sheet

USUAL_SHAPE = QSize(1920, 1080)


class Showing(QObject):
    """The page, its parts, and the part that is seen. `changed` says that something else is to be painted.

    Every view on it paints the same sheet, so that what a facilitator sees small is what the room sees large.
    """

    changed = Signal()

    def __init__(self, look: WallLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.shape = USUAL_SHAPE
        self.page: WallPage = BlackWall()
        self.bar: tuple[int, int] | None = None
        self.part = 1
        self._sheets = laid_out(self.page, look, self.shape)

    def show_page(self, page: WallPage) -> None:
        """Show a page from its first part on; one that only goes on being filled stays at the part it is at."""
        if page != self.page:
            stays, self.page = _goes_on(self.page, page), page
            self._lay()
            self.part = min(self.part, self.parts) if stays else 1
            self.changed.emit()

    def show_wall(self, wall: Wall) -> None:
        """Show a wall as a whole: its size, its page, its bar."""
        self.set_scale(wall.scale)
        if wall.bar != self.bar:
            self.bar = wall.bar
            self.changed.emit()
        self.show_page(wall.page)

    @property
    def sheet(self) -> Sheet:
        """The part that is seen."""
        return self._sheets[self.part - 1]

    @property
    def parts(self) -> int:
        """How many parts the page has."""
        return len(self._sheets)

    def turn(self, by: int) -> bool:
        """Turn to the next part (1) or the one before (-1); False where there is none."""
        if not 1 <= self.part + by <= self.parts:
            return False
        self.part += by
        self.changed.emit()
        return True

    def set_scale(self, percent: int) -> None:
        """Use another size of text."""
        self._use(self.look._replace(text_size=percent))

    def use(self, look: WallLook) -> None:
        """Use another look; the size of the text stays."""
        self._use(look._replace(text_size=self.look.text_size))

    def set_shape(self, size: QSize) -> None:
        """Lay out for a screen of this size; only its shape matters."""
        if size.width() * self.shape.height() != size.height() * self.shape.width():
            self.shape = size
            self._again()

    def _use(self, look: WallLook) -> None:
        if look != self.look:
            self.look = look
            self._again()

    def _again(self) -> None:
        self._lay()
        self.part = min(self.part, self.parts)
        self.changed.emit()

    def _lay(self) -> None:
        self._sheets = laid_out(self.page, self.look, self.shape)


def _goes_on(before: WallPage, after: WallPage) -> bool:
    """Whether a page is the one before it with one more vote counted, or a line written or struck."""
    match before, after:
        case VoteWall(), VoteWall():
            return before.options == after.options
        case CloseWall(), CloseWall():
            return before.step == after.step
        case _:
            return False
