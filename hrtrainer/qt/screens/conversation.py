"""The conversation: transcript, choices, board."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from hrtrainer.pages.conversation import ConversationPage
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.keys import bind, bind_enter
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.widgets.board import Board, BoardStrip
from hrtrainer.qt.widgets.boxes import column, line, row, surface, upright
from hrtrainer.qt.widgets.buttons import PRIMARY, Button
from hrtrainer.qt.widgets.choices import Choices
from hrtrainer.qt.widgets.own_words import OwnWords
from hrtrainer.qt.widgets.topbar import TopBar
from hrtrainer.qt.widgets.transcript import Transcript

_FOLD_BELOW = 1240
_MOST_CHOICES = 0.55
"""The share of the height that choices may take; the talk keeps the rest."""


class ConversationScreen(QWidget):
    """Two people talking. Wishes go out as signals; `chosen` carries the choice and whether it was marked unsure."""

    chosen = Signal(str, bool)
    said_own = Signal(str)
    went_on = Signal()
    rewound = Signal()
    stepped_out = Signal()
    went_back = Signal()
    debrief_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page: ConversationPage | None = None
        self._board_open = False
        whole = column(self)
        self._bar = TopBar(look)
        self._bar.went_back.connect(self.went_back)
        self._bar.stepped_out.connect(self.stepped_out)
        whole.addWidget(self._bar)
        whole.addWidget(line())
        body = row()
        whole.addLayout(body, 1)
        left = QWidget()
        body.addWidget(left, 1)
        talk = column(left)
        talk.addStretch(1)
        self._transcript = Transcript(look)
        talk.addWidget(self._transcript, 1000)
        talk.addWidget(line())
        self._dock = QStackedWidget()
        talk.addWidget(self._dock)
        self._make_dock()
        self._edge = upright()
        body.addWidget(self._edge)
        self._strip = BoardStrip(look)
        self._strip.opened.connect(self.toggle_board)
        body.addWidget(self._strip)
        self._board = Board(look)
        body.addWidget(self._board)
        self._over = Board(look, self)
        self._over.hide()
        self._bind_keys()
        stops = (self._transcript, *self._choices.stops(), *self._strip.stops(), *self._bar.stops())
        for one, two in pairwise(stops):
            self.setTabOrder(one, two)

    def _make_dock(self) -> None:
        self._choices = Choices(self._look)
        self._choices.chosen.connect(self._choose)
        self._choices.own_wanted.connect(self.ask_own)
        self._choices.rewound.connect(self.rewound)
        self._choices.went_on.connect(self.went_on)
        self._own = OwnWords(self._look)
        self._own.said.connect(self._say_own)
        self._own.gave_up.connect(self._back_to_choices)
        self._end = self._make_end()
        for part in (self._choices, self._own, self._end):
            self._dock.addWidget(part)

    def _make_end(self) -> QFrame:
        look = self._look
        end = surface("sunken")
        end.setMinimumWidth(1)
        inside = row(end, (look.px(38), look.px(16), look.px(38), look.px(16)), look.px(12))
        self._ends = Plain("That is where this conversation ends.", "strong", wrap=False)
        inside.addWidget(self._ends)
        inside.addStretch(1)
        self._end_back = Button(look, "Rewind a turn", icon="undo-2", key="←")
        self._end_back.clicked.connect(self.rewound)
        inside.addWidget(self._end_back)
        self._to_debrief = Button(look, "Look back together", PRIMARY, key="Enter")
        self._to_debrief.clicked.connect(self.debrief_wanted)
        inside.addWidget(self._to_debrief)
        return end

    def _bind_keys(self) -> None:
        for number in range(1, 5):
            bind(self, str(number), partial(self._press_number, number))
        bind(self, "N", self.ask_own)
        bind(self, "U", self._mark_unsure)
        bind(self, "B", self.toggle_board)
        bind(self, "Left", self.rewound.emit)
        bind(self, "Backspace", self.rewound.emit)
        bind(self, "Esc", self._escape)
        bind_enter(self, self._enter)

    def show_page(self, page: ConversationPage) -> None:
        """Show a conversation as it stands."""
        fresh = self._page is None or page.transcript != self._page.transcript
        self._page = page
        self._bar.show_words(page.title, page.with_whom, page.tempo)
        self._transcript.show_lines(page.transcript)
        self._choices.show_choices(page.choices, page.can_rewind, page.own_pending, page.otherwise)
        for board in (self._board, self._over):
            board.show_page(page)
        self._strip.show_areas(page.board)
        self._own.empty()
        self._show_dock(self._end if page.ended else self._choices)
        self._fold()
        if fresh:
            announce(self._transcript, " ".join(said.spoken for said in page.newest))
        self.focus_answer()

    def focus_answer(self) -> None:
        """Put the focus where the next answer is given."""
        if self._dock.currentWidget() is self._end:
            self._to_debrief.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._choices.focus_first()

    def ask_own(self) -> None:
        """Ask for own words in place of the choices."""
        if self._page is None or self._page.ended or self._page.own_pending:
            return
        self._own.ask(self._page.person)
        self._show_dock(self._own)
        self._own.take_focus()

    def draft(self) -> str:
        """Own words that are being written and were not said yet."""
        return self._own.text() if self._dock.currentWidget() is self._own else ""

    def take_up(self, draft: str) -> None:
        """Go on writing where a draft ended."""
        self.ask_own()
        self._own.write(draft)

    def toggle_board(self) -> None:
        """Open or close the folded board."""
        self._board_open = not self._board_open
        self._fold()

    def _show_dock(self, part: QWidget) -> None:
        self._dock.setCurrentWidget(part)
        self._fit_dock()

    def _back_to_choices(self) -> None:
        self._show_dock(self._choices)
        self._choices.focus_first()

    def _choose(self, choice: str) -> None:
        self.chosen.emit(choice, self._choices.unsure)

    def _say_own(self, text: str) -> None:
        self.said_own.emit(text)

    def _press_number(self, number: int) -> None:
        if self._dock.currentWidget() is self._choices:
            self._choices.pick(number)

    def _mark_unsure(self) -> None:
        if self._dock.currentWidget() is self._choices:
            self._choices.mark_unsure()

    def _enter(self) -> None:
        if self._dock.currentWidget() is self._end:
            self.debrief_wanted.emit()

    def _escape(self) -> None:
        if self._board_open and self._over.isVisible():
            self.toggle_board()
        elif self._dock.currentWidget() is self._own:
            self._back_to_choices()
        else:
            self.stepped_out.emit()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        folded = self.width() < _FOLD_BELOW or self._look.text_size >= 150
        self._strip.setVisible(folded)
        self._board.setVisible(not folded and not self._board_open)
        self._bar.fold(self.width())
        self._ends.setVisible(self.width() >= self._look.px(800))
        self._end_back.set_compact(self.width() < self._look.px(800))
        over = folded and self._board_open
        self._over.setVisible(over)
        if over:
            top = self._bar.height() + 1
            left = self.width() - self._strip.width() - self._over.width()
            self._over.setGeometry(left, top, self._over.width(), self.height() - top)
            self._over.raise_()
        self._fit_dock()

    def _fit_dock(self) -> None:
        most = round((self.height() - self._bar.height()) * _MOST_CHOICES)
        self._choices.fit(most)
        part = self._dock.currentWidget()
        if part is None:
            return
        wanted = part.sizeHint().height()
        if part.hasHeightForWidth() and part is not self._choices:
            wanted = part.heightForWidth(max(1, self._dock.width()))
        self._dock.setFixedHeight(min(wanted, self.height()))
