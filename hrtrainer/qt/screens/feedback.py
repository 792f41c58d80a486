"""The notes after an answer: what it did, principle by principle, and another line to try."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QWidget

from hrtrainer import words
from hrtrainer.pages.feedback import FeedbackPage, InsteadShown
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.keys import bind, bind_enter
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain, plain
from hrtrainer.qt.widgets.boxes import clear, column, line, row, scrolling, surface, upright
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.mark_card import MarkCard
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.topbar import TopBar
from hrtrainer.qt.widgets.transcript import Transcript


class FeedbackScreen(QWidget):
    """Consequence, then principle, then another line. `saw_differently` carries the answer's event and the words."""

    went_on = Signal()
    retried = Signal()
    saw_differently = Signal(int, str)
    stepped_out = Signal()
    went_back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page: FeedbackPage | None = None
        self._cards: list[MarkCard] = []
        whole = column(self)
        self._bar = TopBar(look)
        self._bar.went_back.connect(self.went_back)
        self._bar.stepped_out.connect(self.stepped_out)
        whole.addWidget(self._bar)
        whole.addWidget(line())
        body = row()
        whole.addLayout(body, 1)
        self._left = self._make_left()
        body.addWidget(self._left)
        body.addWidget(upright())
        body.addWidget(self._make_right(), 1)
        bind(self, "Left", self.retried.emit)
        bind(self, "Backspace", self.retried.emit)
        bind(self, "D", self.toggle_differently)
        bind(self, "Esc", self.stepped_out.emit)
        bind(self, "Ctrl+Return", self._go_on)
        bind_enter(self, self._go_on)

    def _make_left(self) -> QFrame:
        look = self._look
        left = surface("paper")
        inside = column(left, (0, 0, 0, look.px(16)))
        inside.addStretch(1)
        self._exchange = Transcript(look, compact=True)
        inside.addWidget(self._exchange, 1000)
        well = surface("well")
        holder = QWidget()
        column(holder, (look.px(18), look.px(8), look.px(18), 0)).addWidget(well)
        words_in = column(well, (look.px(16), look.px(12), look.px(16), look.px(12)), look.px(4))
        head = row(gap=look.px(8))
        head.addWidget(Icon(look, "ear", "ink", 20))
        head.addWidget(Plain("On the board this turn", "strong"), 1)
        words_in.addLayout(head)
        self._board_note = Plain("", "small")
        words_in.addWidget(self._board_note)
        inside.addWidget(holder)
        return left

    def _make_right(self) -> QWidget:
        look = self._look
        right = QWidget()
        whole = column(right)
        inside = QWidget()
        self._notes = column(inside, (look.px(36), look.px(20), look.px(36), look.px(16)), look.px(14))
        self._area = scrolling(inside)
        whole.addWidget(self._area, 1)
        whole.addWidget(line())
        foot = QWidget()
        foot.setMinimumWidth(1)  # the buttons fold in _lay_out
        beside = row(foot, (look.px(32), look.px(8), look.px(32), look.px(8)), look.px(8))
        self._retry = Button(look, "Try another line", PLAIN, icon="undo-2", key="←")
        self._retry.clicked.connect(self.retried)
        self._differ = Button(look, "I see it differently", QUIET, icon="message-circle-question-mark", key="D")
        self._differ.clicked.connect(self.toggle_differently)
        self._on = Button(look, "Go on", PRIMARY, key="Enter")
        self._on.clicked.connect(self._go_on)
        beside.addWidget(self._retry)
        beside.addWidget(self._differ)
        beside.addStretch(1)
        beside.addWidget(self._on)
        whole.addWidget(foot)
        return right

    def show_page(self, page: FeedbackPage) -> None:
        """Show the notes on an answer."""
        self._page = page
        self._bar.show_words(page.title, page.with_whom, "Coached")
        self._exchange.show_lines(page.exchange)
        self._board_note.say(page.board_note)
        self._on.say(page.go_on)
        clear(self._notes)
        self._fill(page)
        self._area.verticalScrollBar().setValue(0)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)
        said = [line.spoken for line in page.exchange if line.kind == "person"][-1:]
        announce(self, " ".join([*said, page.headline, *(f"{card.mark}: {card.name}." for card in page.cards)]))
        self._lay_out()

    def _fill(self, page: FeedbackPage) -> None:
        look = self._look
        top = row(gap=look.px(12))
        if page.move:
            top.addWidget(Plain(f"Your move: {page.move}", "chip", wrap=False))
        if page.unsure:
            top.addWidget(Plain("You marked: not sure", "small", wrap=False))
        top.addStretch(1)
        self._notes.addLayout(top)
        self._notes.addWidget(Plain(page.headline, "h1"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(16))
        self._cards = [MarkCard(look, card) for card in page.cards]
        self._notes.addWidget(holder)
        if not page.cards:
            self._notes.addWidget(
                Plain("This line touched no principle of the set directly. The other’s answer says the most.", "body")
            )
        if page.chances:
            self._notes.addWidget(Plain(_chances(page.chances), "small"))
        if page.instead:
            self._notes.addWidget(self._instead(page.instead))
        self._notes.addWidget(self._differently(page))
        for icon, text in (("book-marked", _sources(page)), ("users", page.reviewed)):
            beside = row(gap=look.px(8))
            beside.addWidget(Icon(look, icon, "ink3", 18), 0, Qt.AlignmentFlag.AlignTop)
            beside.addWidget(Plain(text, "small"), 1)
            self._notes.addLayout(beside)
        self._notes.addStretch(1)

    def _instead(self, others: Sequence[InsteadShown]) -> QFrame:
        look = self._look
        card = surface("card")
        inside = column(card, (look.px(20), look.px(14), look.px(20), look.px(16)), look.px(10))
        head = row()
        head.addWidget(Plain("What else could be said", "h2"), 1)
        head.addWidget(Plain("Yours will sound different.", "small", wrap=False))
        inside.addLayout(head)
        self._others = QGridLayout()
        self._others.setSpacing(look.px(18))
        self._other_boxes = []
        for other in others:
            box = QWidget()
            words_in = column(box, gap=look.px(8))
            chip = row()
            chip.addWidget(Plain(other.move, "chip", wrap=False))
            chip.addStretch(1)
            words_in.addLayout(chip)
            words_in.addWidget(Plain(words.quoted(other.say), "line"))
            words_in.addStretch(1)
            self._other_boxes.append(box)
        inside.addLayout(self._others)
        return card

    def _differently(self, page: FeedbackPage) -> QFrame:
        look = self._look
        self._differ_card = surface("plumTint")
        inside = column(self._differ_card, (look.px(20), look.px(14), look.px(20), look.px(14)), look.px(8))
        inside.addWidget(
            Plain("How do you see it? This is kept with your session, for supervision and for the authors.", "strong")
        )
        self._differ_box = QPlainTextEdit(plain(page.differently))
        self._differ_box.setAccessibleName("How you see it")
        self._differ_box.setTabChangesFocus(True)
        self._differ_box.setFixedHeight(look.px(84))
        inside.addWidget(self._differ_box)
        foot = row()
        foot.addStretch(1)
        keep = Button(look, "Keep this note", PLAIN)
        keep.clicked.connect(self.keep_note)
        foot.addWidget(keep)
        inside.addLayout(foot)
        self._differ_card.setVisible(bool(page.differently))
        return self._differ_card

    def toggle_differently(self) -> None:
        """Open or close the box for seeing it differently."""
        self._differ_card.setVisible(not self._differ_card.isVisible())
        if self._differ_card.isVisible():
            self._differ_box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._differ_card)
        else:
            self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_note(self) -> None:
        """Tell what stands in the box, when it is new."""
        text = self._differ_box.toPlainText().strip()
        if self._page is not None and text and text != self._page.differently:
            self.saw_differently.emit(self._page.event, text)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self.keep_note()
        self.went_on.emit()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._page is None:
            return
        look = self._look
        self._bar.fold(self.width())
        for button in (self._retry, self._differ):
            button.set_compact(self.width() < look.px(820))
        narrow = self.width() < look.px(1000)
        self._left.setVisible(not narrow)
        self._left.setFixedWidth(min(look.px(424), round(self.width() * 0.34)))
        room = self.width() - (0 if narrow else self._left.width()) - look.px(72)
        columns = 3 if room >= look.px(860) else 2 if room >= look.px(560) else 1
        _place(self._grid, self._cards, columns)
        if self._page.instead:
            _place(self._others, self._other_boxes, min(columns, len(self._other_boxes)))


def _place(grid: QGridLayout, boxes: Sequence[QWidget], columns: int) -> None:
    for at, box in enumerate(boxes):
        grid.addWidget(box, at // columns, at % columns)
    for at in range(3):
        grid.setColumnStretch(at, 1 if at < columns else 0)


def _chances(names: Sequence[str]) -> str:
    return f"Another line here would have supported: {words.listing([f'“{name}”' for name in names])}."


def _sources(page: FeedbackPage) -> str:
    cited = dict.fromkeys(source for card in page.cards for source in card.sources)
    return f"{page.source} Facts: {'; '.join(cited)}." if cited else page.source
