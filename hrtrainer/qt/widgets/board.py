"""The board: what has been heard about risk, set, setting and the person, and what is still quiet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hrtrainer.pages.conversation import BoardArea, ConversationPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.boxes import clear, column, line, row, scrolling
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.picture import Icon, Picture

_ICONS = {"risk": "droplets", "set": "heart", "setting": "tent-tree", "person": "bike"}


class Board(QFrame):
    """The whole board, with the picture above it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self._look = look
        self.setFixedWidth(look.px(336) if look.text_size <= 125 else 400)
        whole = column(self)
        self._picture = Picture(look, height=124)
        whole.addWidget(self._picture)
        self._title = Plain("", "h2")
        head = QWidget()
        column(head, (look.px(20), look.px(12), look.px(20), look.px(10))).addWidget(self._title)
        whole.addWidget(head)
        whole.addWidget(line())
        inside = QWidget()
        self._areas = column(inside)
        whole.addWidget(scrolling(inside), 1)
        whole.addWidget(line())
        foot = QWidget()
        beside = row(foot, (look.px(20), look.px(10), look.px(20), look.px(10)), look.px(8))
        beside.addWidget(Icon(look, "ear", "ink3", 18))
        self._foot = Plain("", "small")
        beside.addWidget(self._foot, 1)
        whole.addWidget(foot)

    def show_page(self, page: ConversationPage) -> None:
        """Show what has been heard."""
        self._picture.show_picture(page.picture)
        self._title.say(page.board_title)
        self._foot.say(page.board_foot)
        clear(self._areas)
        for area in page.board:
            self._areas.addWidget(self._area(area))
            self._areas.addWidget(line())
        self._areas.addStretch(1)

    def _area(self, area: BoardArea) -> QWidget:
        look = self._look
        box = QWidget()
        inside = column(box, (look.px(20), look.px(10), look.px(20), look.px(10)), look.px(4))
        head = row(gap=look.px(10))
        head.addWidget(Icon(look, _ICONS[area.area], "ink2", 20))
        head.addWidget(Plain(area.name, "strong", wrap=False))
        head.addWidget(Plain(area.hint, "caption"), 1)
        inside.addLayout(head)
        for text, new in area.heard:
            inside.addLayout(self._card("check", "plum", text, "body", new))
        for _ in range(area.quiet):
            inside.addLayout(self._card("circle-dashed", "ink3", "Not heard yet", "small", False))
        box.setAccessibleName(f"{area.name}: {_spoken(area)}")
        return box

    def _card(self, icon: str, colour: str, text: str, role: str, new: bool) -> QHBoxLayout:
        look = self._look
        card = row(gap=look.px(8))
        card.addWidget(Icon(look, icon, colour, 18))
        card.addWidget(Plain(text, role), 1)
        if new:
            card.addWidget(Plain("new", "badge", wrap=False))
        return card


def _spoken(area: BoardArea) -> str:
    heard = "; ".join(text for text, _ in area.heard) or "nothing heard yet"
    return f"{heard}; {area.quiet} not heard yet" if area.quiet else heard


class BoardStrip(QFrame):
    """The folded board: a count an area. It opens over the transcript."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self._look = look
        self.setFixedWidth(look.px(64))
        self._inside = column(self, (0, look.px(8), 0, look.px(8)), look.px(10))
        self._open = Button(look, "What you’ve heard (B)", QUIET, icon="panel-right-open")
        self._open.set_compact(True)
        self._open.clicked.connect(self.opened)
        self._inside.addWidget(self._open)
        self._counts = column(gap=look.px(14))
        self._inside.addLayout(self._counts)
        self._inside.addStretch(1)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self._open,)

    def show_areas(self, areas: Sequence[BoardArea]) -> None:
        """Show how much has been heard in each area."""
        clear(self._counts)
        for area in areas:
            box = QWidget()
            inside = column(box, gap=2)
            beside = row()
            beside.addStretch(1)
            new = any(fresh for _, fresh in area.heard)
            beside.addWidget(Icon(self._look, _ICONS[area.area], "marigoldInk" if new else "ink2", 24))
            beside.addStretch(1)
            inside.addLayout(beside)
            text = f"{len(area.heard)} new" if new else str(len(area.heard))
            count = row()
            count.addStretch(1)
            count.addWidget(Plain(text, "strong" if not new else "smallstrong", wrap=False))
            count.addStretch(1)
            inside.addLayout(count)
            box.setAccessibleName(f"{area.name}: {_spoken(area)}")
            self._counts.addWidget(box)
