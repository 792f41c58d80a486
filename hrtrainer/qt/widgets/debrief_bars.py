"""The bars of the debrief: title, steps and the way out above; back, state and the next step below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QWidget

from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import row
from hrtrainer.qt.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hrtrainer.qt.widgets.picture import Icon
from hrtrainer.qt.widgets.steps import Steps
from hrtrainer.qt.widgets.text import Text

_GUESS, _REFLECT = 1, 4
_STAYS = "Stays on this computer."
_KEPT, _WAITS, _FAILED = "Saved on this computer", "Saving…", "Not saved yet. Your words are still here."
_NOT_KEPT = "Not kept: it is gone when you leave."


class Head(QFrame):
    """Title and steps, to the end, and out. Folds to two lines where one is too short."""

    step_wanted = Signal(int)
    end_wanted = Signal()
    stepped_out = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self._look = look
        self._names: tuple[str, ...] = ()
        self.setMinimumWidth(1)
        px = look.px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(22), px(4), px(18), px(4))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(0)
        self._words = QWidget()
        words = row(self._words, gap=px(14))
        self._title = Text("", "line")
        self._what = Text("Debrief", "small", wrap=False)
        words.addWidget(self._title)
        words.addWidget(self._what)
        words.addStretch(1)
        self._steps = Steps(look)
        self._steps.step_wanted.connect(self.step_wanted)
        self._ways = QWidget()
        ways = row(self._ways, gap=px(8))
        ways.addStretch(1)
        self._end = Button(look, "Skip to the end", QUIET)
        self._end.clicked.connect(self.end_wanted)
        keep = self._end.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._end.setSizePolicy(keep)
        self._out = Button(look, "Step out", PLAIN, icon="door-open", key="Esc")
        self._out.clicked.connect(self.stepped_out)
        ways.addWidget(self._end)
        ways.addWidget(self._out)

    def show_words(self, title: str, steps: Sequence[str]) -> None:
        """Show which conversation this is, and the names of the steps."""
        self._names = tuple(plain(one) for one in steps)
        self._title.say(title)
        natural = QFontMetricsF(self._look.font("line")).horizontalAdvance(self._title.text()) + 6
        self._title.setFixedWidth(min(round(natural), self._look.px(240)))
        self._steps.show_steps(steps)

    def told(self, step: int) -> str:
        """A step in words."""
        return f"Step {step} of {len(self._names)}: {self._names[step - 1]}" if 0 < step <= len(self._names) else ""

    def show_step(self, step: int, width: int) -> None:
        """Show the present step in a width."""
        self._end.setVisible(step != _REFLECT)
        px = self._look.px
        self._steps.show_now(step, False)
        ends = self._words.sizeHint().width() + self._ways.sizeHint().width()
        room = width - ends - px(22 + 18 + 24)
        short = room < self._steps.wide(False)
        two = short and room < self._steps.wide(True)
        if two:
            short = width - px(40) < self._steps.wide(False)
        self._steps.show_now(step, short)
        self._place(two)

    def _place(self, two: bool) -> None:
        middle, centre = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter
        for part in (self._words, self._steps, self._ways):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._words, 0, 0, middle)
        if two:
            self._grid.addWidget(self._steps, 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._steps, 0, 1, centre)
        self._grid.addWidget(self._ways, 0, 2, middle)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)


class Foot(QFrame):
    """Back at the left; at the right skipping, whether words are kept, and the next step.

    `keeping` is whether the session is kept at all.
    """

    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self._look = look
        self._steps: tuple[str, ...] = ()
        self.keeping = True
        px = look.px
        self._row: QBoxLayout = row(self, (px(40), px(8), px(40), px(8)), px(10))
        self._back = Button(look, "Back", QUIET, icon="arrow-left")
        self._back.clicked.connect(self.back_wanted)
        self._lock = Icon(look, "lock", "ink2", 17)
        self._stays = Text(_STAYS, "small")
        self._skip = Button(look, "Skip this", QUIET)
        self._skip.clicked.connect(self.skip_wanted)
        self._tick = Icon(look, "check", "ink2", 16)
        self._state = Text("", "small")
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._next = Button(look, "", PRIMARY, key="Enter")
        self._finish = Button(look, "Finish", PRIMARY)
        self._finish.setAccessibleDescription("Key: Ctrl+Enter")
        for button in (self._next, self._finish):
            button.clicked.connect(self.next_wanted)
        self._row.addWidget(self._back)
        self._row.addWidget(self._lock)
        self._row.addWidget(self._stays, 2)
        self._row.addStretch(1)
        self._row.addWidget(self._skip)
        self._row.addWidget(self._tick)
        self._row.addWidget(self._state, 1)
        self._row.addWidget(self._next)
        self._row.addWidget(self._finish)

    def show_words(self, steps: Sequence[str]) -> None:
        """The names of the steps, for the button that goes on."""
        self._steps = tuple(steps)

    def show_step(self, step: int, fixed: bool) -> None:
        """Show what can be done from a step; `fixed` when the guess was made."""
        guess, last = step == _GUESS, step == _REFLECT
        self._back.setVisible(not guess)
        self._lock.setVisible(guess)
        self._stays.setVisible(guess)
        self._skip.setVisible(guess and not fixed)
        self._tick.setVisible(last and self._state.text() == _KEPT)
        self._state.setVisible(last)
        self._next.setVisible(not last)
        self._finish.setVisible(last)
        if not last and step < len(self._steps):
            self._next.say("Show me the debrief" if guess and not fixed else self._steps[step])

    def show_kept(self, kept: bool, failed: bool = False) -> None:
        """Show whether what was written lies on the computer."""
        self._state.say(_NOT_KEPT if not self.keeping else _FAILED if failed else _KEPT if kept else _WAITS)
        kept = kept and self.keeping
        self._tick.setVisible(kept and self._state.isVisible())

    def show_fresh(self, answered: bool) -> None:
        """Show a session: what was written before lies on the computer, and so will what comes."""
        self._stays.say(_STAYS if self.keeping else _NOT_KEPT)
        self._state.say(_NOT_KEPT if not self.keeping else _KEPT if answered else _STAYS)

    def focus_next(self) -> None:
        """Give the keyboard to the button that goes on."""
        (self._finish if self._next.isHidden() else self._next).setFocus()

    def fold(self, width: int) -> None:
        """Keep less margin in a narrow window."""
        side = self._look.px(40 if width >= self._look.px(1000) else 12)
        self._row.setContentsMargins(side, self._look.px(8), side, self._look.px(8))
