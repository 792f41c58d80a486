"""The bar above the presenter's columns, with what can be laid over the wall, and the bar below, with the next step."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from hrtrainer.group.action import Action
from hrtrainer.group.keys import Wish
from hrtrainer.pages.presenter import ButtonShown, PresenterPage, StepShown
from hrtrainer.qt.announce import announce
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.room.card import KeyOf, show_button, small_button
from hrtrainer.qt.widgets.boxes import column, line, row
from hrtrainer.qt.widgets.buttons import PRIMARY, Button
from hrtrainer.qt.widgets.fold import Flow
from hrtrainer.qt.widgets.leaf import reading_order, stand
from hrtrainer.qt.widgets.prose import Prose

_ICONS = {
    Action.BLACK: "square",
    Action.CARD: "message-circle-heart",
    Action.FREEZE: "picture-in-picture-2",
    Action.PAUSE: "leaf",
    Action.HIDE: "eye-off",
    Action.RETURN: "presentation",
    Action.BACK: "arrow-left",
    Action.COUNTS: "eye",
    Action.WHAT_IF: "split",
    Action.COMPARE: "arrow-left-right",
    Action.SKIP: "chevron-right",
    Action.NEXT: "arrow-right",
    Action.CLOSE: "check-check",
}
LED = "The keyboard is in the buttons: Space and Enter press the one in the frame. Esc or F6 leads back to the page."
_BESIDE, _WORDS = 1180, 900
"""From these widths on, at 100 %, the title stands beside the buttons, and these show their words."""


class _Row(Flow):
    """Buttons of wishes, made once and shown anew with each page."""

    wished = Signal(object)

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__((0, 0), parent)
        self._look, self._key_of = look, key_of
        self._buttons: dict[Action, Button] = {}
        self._compact = False

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, with the words as tips."""
        self._compact = compact
        for button in self._buttons.values():
            button.set_compact(compact)

    def show_buttons(self, shown: list[ButtonShown]) -> None:
        """Show these, in this order."""
        for one in shown:
            if one.action not in self._buttons:
                self._buttons[one.action] = button = small_button(
                    self._look, one.label, icon=_ICONS.get(one.action, "")
                )
                button.set_compact(self._compact)
                button.clicked.connect(partial(self._tell, one.action))
        buttons = [self._buttons[one.action] for one in shown]
        for button, one in zip(buttons, shown, strict=True):
            show_button(button, one, self._key_of(one.action))
        gone = [one for one in self.held if one not in buttons]
        if gone or list(self.held) != buttons:
            self.fill(buttons)  # before any is shown: a widget without a parent would be a window
        for old in gone:
            old.hide()
        for button in buttons:
            button.show()

    def _tell(self, action: Action) -> None:
        self.wished.emit(Wish(action))


class TopBar(QFrame):
    """Presenter only: what conversation this is, and what can be laid over the wall."""

    wished = Signal(object)

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        whole = column(self)
        self._look = look
        self._across: QBoxLayout = row(margins=(look.px(20), look.px(4), look.px(16), look.px(4)), gap=look.px(4))
        whole.addLayout(self._across)
        whole.addWidget(line())
        words = column()
        self._across.addLayout(words, 1)
        self._title, self._where = Prose(look, "", "h2"), Prose(look, "", "small")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._where)
        words.addStretch(1)
        self._row = _Row(look, key_of)
        self._row.wished.connect(self.wished)
        self._across.addWidget(self._row)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / self._look.text_size * 100
        stand(self._across, wide >= _BESIDE)
        self._title.setVisible(wide >= _BESIDE)
        self._row.set_compact(wide < _WORDS)

    def in_order(self) -> list[QWidget]:
        """What the keyboard can reach."""
        return reading_order(self)

    def show_page(self, page: PresenterPage, bare: bool) -> None:
        """Show a page; `bare` where the room may read it too."""
        self._title.say(page.title)
        where = () if bare else ("Presenter only", page.stage_name, page.where, page.people)
        self._where.say(" · ".join(filter(None, where)))
        self._where.setVisible(not bare)
        black = any(one.on for one in page.wall_buttons if one.action is Action.BLACK)
        back = [ButtonShown(Action.RETURN, "Bring the wall back")] if black else []
        self._row.show_buttons([*back, *page.wall_buttons])


class Strip(QWidget):
    """The stages of this decision, with the present one in a frame. The bar above says the same in words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[StepShown, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[StepShown, ...]) -> None:
        """Show the stages."""
        self._steps = steps
        here = next((one.name for one in steps if one.place == "here"), "")
        self.setAccessibleName(f"Stage: {plain(here)}" if here else "")
        self.update()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(40))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, pad = QFontMetricsF(look.font("strong")), look.px(12)
        widths = [metrics.horizontalAdvance(one.name) + 2 * pad for one in self._steps]
        here = next((at for at, one in enumerate(self._steps) if one.place == "here"), 0)
        first = 0
        while first < here and sum(widths[first : here + 2]) > self.width():
            first += 1
        x = 0.0
        for one, wide in list(zip(self._steps, widths, strict=True))[first:]:
            if x + wide > self.width() + 1:
                break
            box = QRectF(x, 0, wide, self.height()).adjusted(1, look.px(4), -1, -look.px(4))
            if one.place == "here":
                painter.setPen(look.pen("plum", 2))
                painter.setBrush(look.colour("paper"))
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setFont(look.font("strong" if one.place == "here" else "body"))
            painter.setPen(look.colour({"here": "plum", "before": "ink"}.get(one.place, "ink3")))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, one.name)
            x += wide


class Foot(QFrame):
    """The stages, what was refused, what else can be done, and the next step as one clear button."""

    wished = Signal(object)

    def __init__(self, look: Look, key_of: KeyOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._key_of = key_of
        self._look = look
        whole = column(self)
        whole.addWidget(line())
        inside = column(margins=(look.px(20), look.px(4), look.px(16), look.px(6)))
        whole.addLayout(inside)
        self._told = Prose(look, "", "strong", "strains")
        self._told.hide()
        inside.addWidget(self._told)
        self._led = Prose(look, LED, "small", "ink")
        self._led.hide()
        inside.addWidget(self._led)
        across = row(gap=look.px(8))
        inside.addLayout(across)
        self.strip = Strip(look)
        across.addWidget(self.strip, 1)
        self._row = _Row(look, key_of)
        self._row.wished.connect(self.wished)
        across.addWidget(self._row)
        self.next = Button(look, "", PRIMARY)
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(partial(self.wished.emit, Wish(Action.FORWARD)))
        across.addWidget(self.next)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.set_compact(self.width() / self._look.text_size * 100 < _BESIDE)

    def in_order(self) -> list[QWidget]:
        """What the keyboard can reach."""
        return reading_order(self)

    def show_page(self, page: PresenterPage, bare: bool) -> None:
        """Show a page; `bare` where the room may read it too."""
        self._told.hide()
        self.strip.show_steps(() if bare else page.steps)
        self._row.show_buttons(
            [one for one in page.buttons if _offered(one, page) and (not bare or one.action is Action.BACK)]
        )
        following = ButtonShown(Action.FORWARD, "Forward") if bare else page.next
        show_button(self.next, following, self._key_of(Action.FORWARD))
        self.next.setCheckable(False)

    def tell(self, sentence: str) -> None:
        """Tell quietly why something was not done; the next page takes it away."""
        self._told.say(sentence)
        self._told.show()
        announce(self, sentence)

    def show_led(self, led: bool) -> None:
        """Say what Space and Enter do while the keyboard is in the controls."""
        self._led.setVisible(led)
        if led:
            announce(self, LED)

    def told(self) -> str:
        """What is told now."""
        return "" if self._told.isHidden() else self._told.text()


def _offered(one: ButtonShown, page: PresenterPage) -> bool:
    """Whether a button stands at the foot: what can be done now, and the counts while there is a vote to be shown."""
    if one.action is Action.COUNTS:
        return page.vote is not None
    return one.action is not Action.END and not one.why
