"""The set-up of a room: conversation, screens, people, plan, agreements, paper; and rooms that were left."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hrtrainer.pages.room_setup import SetupPage
from hrtrainer.qt.look import Look
from hrtrainer.qt.room.plan_cards import CareCard, PlanCard, RulesCard
from hrtrainer.qt.room.setup_cards import CaseCard, ChooseCard, PrintsCard, ScreensCard, SetupCard
from hrtrainer.qt.widgets.boxes import column, line, row, surface
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.fold import Flow, Fold, PageScroll
from hrtrainer.qt.widgets.prose import Prose

_NOT_KEPT = "As Settings says, this room lives in memory alone: it cannot be gone on with after the program ends."


class LeftRooms(QFrame):
    """Rooms that were left: go on with one, or let it be. The newest stands first."""

    gone_on = Signal(str)
    dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "plumTint")
        self._look = look
        self._body = column(self, (look.px(20), look.px(12), look.px(20), look.px(12)), look.px(4))
        self._body.addWidget(Prose(look, "A room was left", "h3"))
        self._rows: list[QWidget] = []

    def show_rooms(self, rooms: Sequence[tuple[str, str]]) -> None:
        """Show rooms by key and words."""
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [self._row(key, text) for key, text in rooms]
        for one in self._rows:
            self._body.addWidget(one)
        self.setVisible(bool(rooms))

    def _row(self, key: str, text: str) -> QWidget:
        look = self._look
        line_of = Flow((look.px(8), 0))
        go = Button(look, "Go on with it", PLAIN)
        go.clicked.connect(partial(self.gone_on.emit, key))
        leave = Button(look, "Not again", QUIET)
        leave.setAccessibleDescription("It is kept, and no longer offered.")
        leave.clicked.connect(partial(self.dropped.emit, key))
        line_of.fill([Prose(look, text), go, leave])
        return line_of


class SetupScreen(QWidget):
    """`changed` carries a Draft. `opened`: both windows are wanted. `plan_keeping_wanted`: the plan is to be kept."""

    changed = Signal(object)
    opened = Signal()
    plan_keeping_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.case, self.screens, self.choose = CaseCard(look), ScreensCard(look), ChooseCard(look)
        self.plan, self.rules, self.care, self.prints = (
            PlanCard(look),
            RulesCard(look),
            CareCard(look),
            PrintsCard(look),
        )
        self.rooms = LeftRooms(look)
        inner = QWidget()
        inside = column(inner, (look.px(32), look.px(20), look.px(32), look.px(24)), look.px(14))
        self._heading = Prose(look, "Set up the room", "h1")
        inside.addWidget(self._heading)
        inside.addWidget(self.rooms)
        fold = Fold(look.px(400), 2, (look.px(18), look.px(16)))
        fold.fill(
            [_stack(look, (self.case, self.screens, self.rules)), _stack(look, (self.choose, self.plan, self.care))]
        )
        inside.addWidget(fold)
        inside.addWidget(self.prints)
        inside.addStretch(1)
        whole = column(self)
        whole.addWidget(PageScroll(look, inner, look.px(1300)), 1)
        whole.addWidget(self._foot())
        self._cards: tuple[SetupCard, ...] = (
            *(self.case, self.screens, self.choose, self.plan, self.rules, self.care, self.prints),
        )  # fmt: skip
        for card in self._cards:
            card.changed.connect(self.changed)

    def _foot(self) -> QFrame:
        look, foot = self._look, surface("sunken")
        inside = column(foot)
        inside.addWidget(line())
        across: QBoxLayout = row(margins=(look.px(32), look.px(6), look.px(28), look.px(6)), gap=look.px(8))
        inside.addLayout(across)
        self._told = Prose(look, "", "small")
        across.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        self._keep = Button(look, "Save as a plan", PLAIN)
        self._keep.clicked.connect(self.plan_keeping_wanted)
        self._open = Button(look, "Open both windows", PRIMARY, key="F5")
        self._open.clicked.connect(self.opened)
        across.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        return foot

    def show_page(self, page: SetupPage, going_on: bool, kept: bool) -> None:
        """Show what was filled in; for a room that has begun, on the way back to it; and whether its log is kept."""
        self._heading.say("The room’s set-up" if going_on else "Set up the room")
        self._open.say("Back to the room" if going_on else "Open both windows")
        self._open.show_why(page.missing)
        support = page.draft.agenda.support
        named = f"People can go to: {support}" if support else "Nobody is named to go to yet."
        self._told.say(page.missing or (named if kept else f"{_NOT_KEPT} {named}"))
        for card in self._cards:
            card.show_page(page)

    def finish(self) -> None:
        """Tell what is being typed."""
        self.choose.people.finish()
        self.care.finish()

    def take_focus(self) -> None:
        """Begin with the number of people: all else has a usual value."""
        self.choose.people.take_focus()


def _stack(look: Look, cards: Sequence[QWidget]) -> QWidget:
    stack = QWidget()
    inside = column(stack, gap=look.px(16))
    for card in cards:
        inside.addWidget(card)
    inside.addStretch(1)
    return stack
