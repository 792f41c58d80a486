"""The steps of a debrief along the top: done, now and to come; each can be gone to."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.boxes import clear, row

DONE, NOW, TO_COME = "done", "you are here", "to come"
_RING = 4


class Step(QAbstractButton):
    """One step: a numbered circle and its name."""

    def __init__(self, look: Look, number: int, of: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._number, self._of, self._name = look, number, of, plain(name)
        self._state, self._short = TO_COME, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(on_button(name))

    def show_state(self, state: str, short: bool) -> None:
        """Show how far this step is; short shows the name of the present step only."""
        self._state, self._short = state, short
        self.setAccessibleName(f"Step {self._number} of {self._of}: {self._name}, {state}")
        self.updateGeometry()
        self.update()

    def _named(self) -> bool:
        return not self._short or self._state == NOW

    def wide(self, short: bool) -> int:
        """The width this step would have."""
        look = self._look
        if short and self._state != NOW:
            return look.px(44)
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(self._name)
        return round(words) + look.px(24 + 9) + 2 * (_RING + look.px(6))

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self.wide(self._short), self._look.px(44))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(24)
        left = _RING + look.px(6) if self._named() else (self.width() - side) / 2
        disc = QRectF(left, (self.height() - side) / 2, side, side).adjusted(0.75, 0.75, -0.75, -0.75)
        now = self._state == NOW
        painter.setPen(look.pen("lineStrong" if self._state == TO_COME else "plum", 1.5))
        painter.setBrush(look.colour("plum") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if self._state == DONE:
            tick = look.px(14)
            at = disc.center()
            pixmap = look.icon_pixmap("check", "plum", tick, self.devicePixelRatioF())
            painter.drawPixmap(round(at.x() - tick / 2), round(at.y() - tick / 2), pixmap)
        else:
            painter.setPen(look.colour("onPlum" if now else "ink3"))
            painter.setFont(look.font("kbd"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if self._named():
            painter.setFont(look.font("strong" if now else "body"))
            lit = self._state == DONE or self.underMouse()
            painter.setPen(look.colour("plum" if now else "ink2" if lit else "ink3"))
            words = QRectF(disc.right() + look.px(9), 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name)
        if self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 3.5, -1.5, -3.5), 10, 10)


class Steps(QWidget):
    """All steps in a row. Steps are counted from 1."""

    step_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names: tuple[str, ...] = ()
        self._steps: list[Step] = []
        self._row = row(self, gap=look.px(4))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Steps of the debrief")

    def show_steps(self, names: Sequence[str]) -> None:
        """Show the names of the steps."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        clear(self._row)
        self._steps = [Step(self._look, at, len(names), name) for at, name in enumerate(names, 1)]
        for at, step in enumerate(self._steps, 1):
            step.clicked.connect(partial(self.step_wanted.emit, at))
            self._row.addWidget(step)

    def show_now(self, now: int, short: bool) -> None:
        """Show where the person is."""
        for at, step in enumerate(self._steps, 1):
            step.show_state(NOW if at == now else DONE if at < now else TO_COME, short)

    def wide(self, short: bool) -> int:
        """The width of all steps."""
        return sum(step.wide(short) for step in self._steps) + self._look.px(4) * max(0, len(self._steps) - 1)
