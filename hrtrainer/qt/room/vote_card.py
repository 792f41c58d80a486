"""The vote, for the facilitator's eyes: counted by clicks or typed, undone, summed, and read with a hint."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hrtrainer.group.action import Action
from hrtrainer.group.state import MOST_PEOPLE
from hrtrainer.pages.presenter import PresenterPage, VoteLine, VotePanel
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import Plain
from hrtrainer.qt.room.card import Card, KeyOf, small_button
from hrtrainer.qt.room.letter_sign import LetterSign
from hrtrainer.qt.room.stepper import Stepper
from hrtrainer.qt.widgets.boxes import column, line
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.prose import Prose


class Share(QWidget):
    """A bar as long as the share of a reply. The number beside it says the same."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._share = look, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, count: int, of: int) -> None:
        """Show how many of all."""
        self._share = min(1.0, count / of) if of else 0.0
        self.update()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(64), self._look.px(12))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(24), self._look.px(12))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self._share:
            painter.setBrush(self._look.colour("plum"))
            box.setWidth(max(box.height(), box.width() * self._share))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class _Row:
    """The widgets of one reply: its sign and words, the round before, the number, the bar."""

    def __init__(self, look: Look, shown: VoteLine) -> None:
        self.number = shown.number
        self.sign, self.words = LetterSign(look, shown.letter, shown.shape), Prose(look, shown.text)
        self.said = QWidget()
        middle = column(self.said)
        middle.addStretch(1)
        middle.addWidget(self.words)
        middle.addStretch(1)
        self.before = Plain("", "small", wrap=False)
        keys = (f"Shift+{shown.number}", str(shown.number))
        self.count, self.bar = Stepper(look, shown.letter, MOST_PEOPLE, keys), Share(look)

    def parts(self) -> tuple[QWidget, ...]:
        return self.sign, self.said, self.before, self.count, self.bar

    def show_line(self, shown: VoteLine, panel: VotePanel) -> None:
        self.before.say("" if shown.before is None else f"was {shown.before}")
        self.before.setVisible(shown.before is not None)
        self.count.show_number(shown.count)
        self.count.set_open(panel.open)
        self.bar.show_share(shown.count, panel.voters)


class VoteCard(Card):
    """A round that is open, or the last one that was."""

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(look, "Vote", role="h2", parent=parent)
        self._panel: VotePanel | None = None
        self._pass_key = key_of(Action.PASS) or "the button"
        self._rows: list[_Row] = []
        head = Flow((look.px(10), look.px(4)))
        self._how, self._hidden = Prose(look, "", "small"), Plain("", "badge", wrap=False)
        head.fill([self._hidden, self._how])
        self.inside.addWidget(head)
        self._grid = QGridLayout()
        self.inside.addLayout(self._grid)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(4, 1)
        self.inside.addWidget(line())
        self._passes = Stepper(look, "Passing", MOST_PEOPLE, (key_of(Action.TAKE_PASS), key_of(Action.PASS)))
        self._passes.stepped.connect(self._pass)
        self._passes.typed.connect(self._typed)
        self._passed = Plain("Passing", "body", wrap=False)
        self._sum = Prose(look, "", "strong")
        self._undo = small_button(look, "Undo", icon="undo-2", key=key_of(Action.UNDO))
        self._undo.clicked.connect(partial(self.wish, Action.UNDO))
        foot = Flow((look.px(12), look.px(4)))
        foot.fill([self._passed, self._passes, self._undo, self._sum])
        self.inside.addWidget(foot)

    def show_page(self, page: PresenterPage) -> None:
        self._panel = panel = page.vote
        self.setVisible(panel is not None)
        if panel is None:
            return
        self.title.say(panel.title)
        keys = f"1 adds a hand for A, Shift+1 takes it off, {self._pass_key} is a pass."
        self._how.say(f"{panel.how} Type or tap what you see: {keys}" if panel.open else "")
        self._hidden.say(panel.hidden)
        if [one.words.text() for one in self._rows] != [one.text for one in panel.lines]:
            self._make_rows(panel)
        for one, shown in zip(self._rows, panel.lines, strict=True):
            one.show_line(shown, panel)
        self._passes.show_number(panel.passes)
        self._passes.set_open(panel.open)
        was = "" if panel.passes_before is None else f" (was {panel.passes_before})"
        self._passed.say(f"Passing{was}")
        self._sum.say(f"{panel.sum_line}{': count again' if panel.over else ''}")
        self._undo.setVisible(panel.open)
        self._undo.setEnabled(panel.can_undo)

    def _make_rows(self, panel: VotePanel) -> None:
        for old in (part for one in self._rows for part in one.parts()):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_Row(self._look, shown) for shown in panel.lines]
        for at, one in enumerate(self._rows):
            one.count.stepped.connect(partial(self._step, one.number))
            one.count.typed.connect(self._typed)
            for place, part in enumerate(one.parts()):
                self._grid.addWidget(part, at, place)

    def _step(self, number: int, by: int) -> None:
        self.wish(Action.OPTION if by > 0 else Action.TAKE, number)

    def _pass(self, by: int) -> None:
        self.wish(Action.PASS if by > 0 else Action.TAKE_PASS)

    def _typed(self) -> None:
        totals = tuple(one.count.number() for one in self._rows)
        passes = self._passes.number()
        self.do(lambda led: led.count(totals, passes))

    def finish(self) -> None:
        for one in (*(one.count for one in self._rows), self._passes):
            one.finish()
