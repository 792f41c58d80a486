"""The debrief: four steps, from the person's own guess to what they want to keep."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QWidget

from hrtrainer.pages.debrief import DebriefPage
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.screens.debrief_guess import GuessPage
from hrtrainer.qt.screens.debrief_left import LeftPage
from hrtrainer.qt.screens.debrief_principles import PrinciplesPage
from hrtrainer.qt.screens.debrief_reflect import ReflectPage
from hrtrainer.qt.widgets.boxes import column, line
from hrtrainer.qt.widgets.debrief_bars import Foot, Head
from hrtrainer.qt.widgets.leaf import Leaf, reading_order
from hrtrainer.qt.widgets.writing import Writing

GUESS, LEFT, PRINCIPLES, REFLECT = 1, 2, 3, 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SCROLLS = {Qt.Key.Key_PageDown: 0.9, Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_Down: 0.1, Qt.Key.Key_Up: -0.1}


class DebriefScreen(QWidget):
    """The frame and its four pages. Steps are counted from 1.

    A guess is told when its step is left, other than by 'Skip this'. `show_page` never takes away what was typed and is
    not yet kept; a page of another session starts over, so the holder calls `flush` before it changes the session.
    """

    guessed = Signal(object, str, str)
    reflected = Signal(str, str)
    lens_changed = Signal(str)
    save_wanted = Signal(str)
    again = Signal()
    finished = Signal()
    stepped_out = Signal()
    step_changed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._step, self._session = look, 0, ""
        self._page: DebriefPage | None = None
        self._stale: set[int] = set()
        whole = column(self)
        self._head = Head(look)
        whole.addWidget(self._head)
        whole.addWidget(line())
        self._stack = QStackedWidget()
        self._guess, self._left = GuessPage(look), LeftPage(look)
        self._principles, self._reflect = PrinciplesPage(look), ReflectPage(look)
        self._pages: tuple[Leaf, ...] = (self._guess, self._left, self._principles, self._reflect)
        for page in self._pages:
            self._stack.addWidget(page)
        whole.addWidget(self._stack, 1)
        whole.addWidget(line())
        self._foot = Foot(look)
        whole.addWidget(self._foot)
        self._wire()

    def _wire(self) -> None:
        self._head.step_wanted.connect(self._go)
        self._head.end_wanted.connect(self._to_end)
        self._head.stepped_out.connect(self._step_out)
        self._foot.back_wanted.connect(self._go_back)
        self._foot.skip_wanted.connect(self._skip_guess)
        self._foot.next_wanted.connect(self._go_on)
        self._principles.lens_changed.connect(self.lens_changed)
        self._reflect.reflected.connect(self._tell_reflected)
        self._reflect.waiting.connect(self._wait)
        self._reflect.save_wanted.connect(self.save)
        self._reflect.again.connect(self._meet_again)

    def show_page(self, page: DebriefPage, step: int | None = None) -> None:
        """Show a debrief; without a step the present one stays, or the first that is still open."""
        fresh = page.summary.session != self._session
        self._session = page.summary.session
        self._head.show_words(page.title, page.steps)
        self._guess.show_page(page)
        self._reflect.show_page(page)
        self._page, self._stale = page, {LEFT, PRINCIPLES}  # filled when they are gone to: together they would stall
        self._foot.show_words(page.steps)
        if fresh:
            self._foot.show_fresh(self._reflect.answered())
        if step is not None:
            self._show_step(step)
        elif fresh or not self._step:
            self._show_step(LEFT if _guess_made(page) else GUESS)
        else:
            self._fill(self._step)
            self._show_bars()

    def _fill(self, step: int) -> None:
        """Fill a step that has not been shown since the page changed."""
        if self._page is not None and step in self._stale:
            self._stale.discard(step)
            (self._left if step == LEFT else self._principles).show_page(self._page)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the reading order; parts made anew would come last."""
        stops = reading_order(self)
        for one, two in pairwise(stops):
            QWidget.setTabOrder(one, two)

    def show_turn(self, turn: int) -> None:
        """Show a turn of the path, in step 3; 0 and what is not there show nothing more."""
        if turn and self._step == PRINCIPLES:
            self._principles.show_turn(turn)

    def flush(self) -> None:
        """Tell at once what was written and not yet told."""
        self._reflect.flush()

    def show_keeping(self, keeping: bool) -> None:
        """Say whether this session is kept at all; called before its page is shown."""
        self._foot.keeping = keeping

    def show_kept(self, kept: bool) -> None:
        """Show whether what was written lies on the computer; for the case that it could not be kept."""
        self._foot.show_kept(kept, failed=not kept)

    def step(self) -> int:
        """The present step, from 1."""
        return self._step

    def _go(self, step: int) -> None:
        """Go to a step; what was guessed or written on the way is told first."""
        if step == self._step:
            return
        if self._step == GUESS:
            self._tell_guess()
        self._show_step(step)

    def _go_back(self) -> None:
        self._go(max(GUESS, self._step - 1))

    def _to_end(self) -> None:
        self._go(REFLECT)

    def _go_on(self) -> None:
        if self._step == REFLECT:
            self.flush()
            self.finished.emit()
        else:
            self._go(self._step + 1)

    def _skip_guess(self) -> None:
        self._show_step(LEFT)

    def _tell_guess(self) -> None:
        marks, left, sure = self._guess.guess()
        if not self._guess.fixed and (marks or left or sure):
            self._guess.fix()
            self.guessed.emit(marks, left, sure)

    def _show_step(self, step: int) -> None:
        self.flush()
        changed = step != self._step
        focus = QApplication.focusWidget()
        inside = focus is not None and self._stack.isAncestorOf(focus)
        self._step = max(GUESS, min(REFLECT, step))
        self._fill(self._step)
        self._stack.setCurrentIndex(self._step - 1)
        self._show_bars()
        if not changed:
            return
        page = self._pages[self._step - 1]
        page.scroll_to_top()
        if inside or focus is None or not focus.isVisible():
            self._foot.focus_next()
        announce(self, self._head.told(self._step))
        self.step_changed.emit(self._step)

    def _show_bars(self) -> None:
        self._head.show_step(self._step, self.width())
        self._foot.show_step(self._step, self._guess.fixed)

    def _tell_reflected(self, question: str, text: str) -> None:
        self._foot.show_kept(True)
        self.reflected.emit(question, text)

    def _wait(self) -> None:
        self._foot.show_kept(False)

    def save(self, form: str) -> None:
        """Keep what is being written, then tell that it is to be saved; with no format, that what goes in is chosen."""
        self.flush()
        self.save_wanted.emit(form)

    def _meet_again(self) -> None:
        self.flush()
        self.again.emit()

    def _step_out(self) -> None:
        self.flush()
        self.stepped_out.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focus = Qt.Key(event.key()), QApplication.focusWidget()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and (control or not isinstance(focus, Writing)):
            if isinstance(focus, QAbstractButton) and not focus.isCheckable() and not control:
                focus.click()
            else:
                self._go_on()
        elif key == Qt.Key.Key_Escape:
            self._step_out()
        elif key in _SCROLLS:
            self._pages[self._step - 1].scroll_by(_SCROLLS[key])
        else:
            super().keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._head.show_step(self._step, self.width())
        self._foot.fold(self.width())

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()


def _guess_made(page: DebriefPage) -> bool:
    return bool(page.summary.guess or page.guess_left or any(one.guessed for one in page.guesses))
