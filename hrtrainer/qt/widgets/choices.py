"""The choices of a decision: equal boxes, two columns or one, docked under the transcript."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from hrtrainer.pages.conversation import ChoiceShown
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.boxes import column, row, scrolling
from hrtrainer.qt.widgets.buttons import QUIET, Button
from hrtrainer.qt.widgets.choice import Choice


class Choices(QFrame):
    """What can be said now. `own_wanted`: none of these is what I'd say."""

    chosen = Signal(str)
    own_wanted = Signal()
    rewound = Signal()
    went_on = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._look = look
        self._ids: list[str] = []
        self._most = 400
        whole = column(self, (look.px(34), look.px(8), look.px(34), look.px(12)), look.px(6))
        self.setMinimumWidth(1)  # the buttons of the head fold in _lay_out
        whole.addLayout(self._head())
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(12))
        self._area = scrolling(inside)
        self._inside = inside
        whole.addWidget(self._area)
        self._area.verticalScrollBar().valueChanged.connect(self._tell_more)
        self._area.verticalScrollBar().rangeChanged.connect(self._tell_more)
        self._buttons = [Choice(look, inside) for _ in range(4)]
        for at, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._pick, at))

    def _head(self) -> QHBoxLayout:
        look = self._look
        head = row(gap=look.px(4))
        self._question = Plain("What do you say?", "smallstrong", wrap=False)
        self._question.setProperty("tone", "ink")
        head.addWidget(self._question)
        self._more = Plain("", "small", wrap=False)
        head.addStretch(1)
        head.addWidget(self._more)
        self._on = Button(look, "Go on without picking", QUIET)
        self._on.clicked.connect(self.went_on)
        self._none = Button(look, "None of these is what I’d say", QUIET, icon="pen-line", key="N")
        self._none.clicked.connect(self.own_wanted)
        self._unsure = Button(look, "Mark “not sure”", QUIET, icon="circle-dashed", key="U")
        self._unsure.setCheckable(True)
        self._unsure.toggled.connect(self._show_unsure)
        self._back = Button(look, "Rewind a turn", QUIET, icon="undo-2", key="←")
        self._back.clicked.connect(self.rewound)
        for button in (self._on, self._none, self._unsure, self._back):
            head.addWidget(button)
        return head

    def show_choices(self, choices: Sequence[ChoiceShown], can_rewind: bool, own: str, otherwise: bool) -> None:
        """Show what can be said. With `own` words said, a nearest choice is picked, or the talk goes on when it can."""
        self._ids = [choice.id for choice in choices]
        while len(self._buttons) < len(choices):
            button = Choice(self._look, self._inside)
            button.clicked.connect(partial(self._pick, len(self._buttons)))
            self._buttons.append(button)
        for box, choice in zip(self._buttons, choices, strict=False):
            box.show_choice(choice.number, choice.say, choice.tried)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(choices))
        self._question.say("Which is nearest to what you said? It will not be marked." if own else "What do you say?")
        self._on.setVisible(bool(own) and otherwise)
        self._none.setVisible(not own)
        self._unsure.setVisible(not own)
        self._unsure.setChecked(False)
        self._back.setEnabled(can_rewind)
        self._lay_out()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order: what can be said, then what else can be done."""
        return (*self._buttons, self._on, self._none, self._unsure, self._back)

    @property
    def unsure(self) -> bool:
        """Whether the person marked the next answer as unsure."""
        return self._unsure.isChecked()

    def pick(self, number: int) -> None:
        """Pick the choice with this number, from 1; nothing when there is none."""
        if 1 <= number <= len(self._ids):
            self.chosen.emit(self._ids[number - 1])

    def mark_unsure(self) -> None:
        """Turn the mark on or off."""
        if self._unsure.isVisible():
            self._unsure.toggle()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        if self._ids:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, most: int) -> None:
        """Take at most so much height; what does not fit is scrolled to."""
        self._most = most
        self._lay_out()

    def _pick(self, at: int) -> None:
        if at < len(self._ids):
            self.chosen.emit(self._ids[at])

    def _show_unsure(self, on: bool) -> None:
        self._unsure.say("Marked “not sure”" if on else "Mark “not sure”")

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._look
        margins = 2 * look.px(34)
        for button in (self._none, self._unsure, self._back):
            button.set_compact(self.width() < look.px(940))
        columns = 1 if self.width() < look.px(820) or look.text_size >= 200 else 2
        gap = look.px(12)
        width = (self.width() - margins - (columns - 1) * gap) // columns
        live = self._buttons[: len(self._ids)]
        tallest = max((button.heightForWidth(width) for button in live), default=0)
        for at, box in enumerate(live):
            box.setFixedHeight(tallest)
            self._grid.addWidget(box, at // columns, at % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        rows = -(-len(live) // columns)
        wanted = rows * tallest + max(0, rows - 1) * gap
        room = max(tallest, self._most - look.px(52) - look.px(32))
        self._area.setFixedHeight(min(wanted, room))
        self._tell_more()

    def _tell_more(self, *_: int) -> None:
        bottom = self._area.verticalScrollBar().value() + self._area.viewport().height()
        below = sum(button.y() + button.height() / 2 > bottom for button in self._buttons[: len(self._ids)])
        self._more.say(f"{below} more below" if below else "")
