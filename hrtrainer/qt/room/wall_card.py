"""What the room sees, small: the very sheet that stands on the wall, and what lies over it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.card import Card
from hrtrainer.qt.wall.showing import Showing
from hrtrainer.qt.wall.view import WallView
from hrtrainer.qt.widgets.boxes import column, row
from hrtrainer.qt.widgets.prose import Prose
from hrtrainer.sitting import now


class Frame(QWidget):
    """A thin line around the picture of the wall, which may be as light as the page."""

    def __init__(self, look: Look, showing: Showing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.view = WallView(showing, now)
        self.view.setAccessibleName("The room sees")
        column(self, (2, 2, 2, 2)).addWidget(self.view)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.pen("lineStrong"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(90))


class WallCard(Card):
    """The wall's picture, the screen it stands on, and what lies over it."""

    def __init__(self, look: Look, showing: Showing, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._showing = showing
        head = row(gap=look.px(8))
        self.inside.addLayout(head)
        head.addWidget(Prose(look, "The room sees", "h3"))
        self._screen = Prose(look, "", "caption")
        head.addWidget(self._screen, 1)
        self.inside.addWidget(Frame(look, showing))
        self._over = Prose(look, "", "smallstrong", "marigoldInk")
        self.inside.addWidget(self._over)
        showing.changed.connect(self._show_part)
        self._place = ""

    def show_screen(self, text: str) -> None:
        """Show which screen it is."""
        self._place = text
        self._show_part()

    def _show_part(self) -> None:
        parts = self._showing.parts
        part = f"part {self._showing.part} of {parts}" if parts > 1 else ""
        self._screen.say(" · ".join(filter(None, (self._place, part))))

    def show_page(self, page: PresenterPage) -> None:
        self._over.say(page.over_wall)
        self._over.setVisible(bool(page.over_wall))
