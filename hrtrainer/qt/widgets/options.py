"""Picking one of a few: rows with a round mark, and segments in a line. Both are radio buttons to screen readers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.boxes import clear, column
from hrtrainer.qt.widgets.leaf import stand


class Option(QAbstractButton):
    """One of several, with wrapped text and a round mark (`dot`), or a segment without one."""

    def __init__(self, look: Look, text: str, dot: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self._dot = look, plain(text), dot
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(on_button(text))
        self.setAccessibleName(self._words)
        self.setMouseTracking(True)

    def _inner(self, width: float, height: float = 10_000) -> QRectF:
        look = self._look
        left = look.px(14 + 22 + 12) if self._dot else look.px(8)
        return QRectF(left, 0, max(30.0, width - left - look.px(12 if self._dot else 8)), height)

    def _role(self) -> str:
        return "strong" if self.isChecked() and not self._dot else "body"

    @guarded(46)
    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(self._look.font("body" if self._dot else "strong"))
        words = metrics.boundingRect(self._inner(width), Qt.TextFlag.TextWordWrap, self._words).height()
        return max(self._look.px(46 if self._dot else 44), round(words + self._look.px(20)))

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("strong")).horizontalAdvance(self._words)
        wide = round(words) + self._look.px(60 if self._dot else 20)
        return QSize(wide, self.heightForWidth(wide))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._look.font("strong"))
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0.0)
        return QSize(round(longest) + self._look.px(62 if self._dot else 20), self._look.px(44))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, over, focus = self.isChecked(), self.underMouse() and self.isEnabled(), self.hasFocus()
        pen = 3 if focus else 2 if on and self._dot else 1
        line = "focus" if focus else "plum" if on or over else "line"
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        ink = "ink"
        if self._dot:
            painter.setPen(look.pen(line, pen))
            painter.setBrush(look.colour("plumTint") if on or over else look.colour("paper"))
            painter.drawRoundedRect(box, 10, 10)
            self._paint_dot(painter, on)
        else:
            ink = "onPlum" if on else "ink2"
            if on or over:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("plum" if on else "plumTint"))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 7, 7)
            if focus:
                painter.setPen(look.pen("focus", 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 9, 9)
        painter.setFont(look.font(self._role()))
        painter.setPen(look.colour(ink))
        across = Qt.AlignmentFlag.AlignLeft if self._dot else Qt.AlignmentFlag.AlignHCenter
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | across
        painter.drawText(self._inner(self.width(), self.height()), flags, self._words)

    def _paint_dot(self, painter: QPainter, on: bool) -> None:
        look = self._look
        middle = QPointF(look.px(14 + 11), self.height() / 2)
        painter.setPen(look.pen("plum" if on else "lineStrong", 1.5))
        painter.setBrush(look.colour("paper"))
        painter.drawEllipse(middle, look.px(10.25), look.px(10.25))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("plum"))
            painter.drawEllipse(middle, look.px(6), look.px(6))


class Options(QWidget):
    """Several options, one of which may be picked. `picked` tells its position; -1 is none."""

    picked = Signal(int)

    def __init__(self, look: Look, dots: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._dots = look, dots
        self._texts: tuple[str, ...] = ()
        self._options: list[Option] = []
        self._layout: QBoxLayout = column(self, gap=look.px(10) if dots else 0)
        if not dots:
            stand(self._layout, True)
            edge = look.px(1)
            self._layout.setContentsMargins(edge, edge, edge, edge)

    def show_options(self, texts: Sequence[str]) -> None:
        """Show other options; nothing is picked."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        clear(self._layout)
        self._options = [Option(self._look, text, self._dots) for text in texts]
        for at, option in enumerate(self._options):
            option.clicked.connect(partial(self.picked.emit, at))
            self._layout.addWidget(option)

    def fold(self, beside: bool) -> None:
        """Stand in a line or in a column."""
        stand(self._layout, beside)

    def wide(self) -> int:
        """The width that a line of all options needs."""
        return sum(option.sizeHint().width() for option in self._options)

    def current(self) -> int:
        """What is picked, or -1."""
        return next((at for at, option in enumerate(self._options) if option.isChecked()), -1)

    def pick(self, at: int) -> None:
        """Pick one without telling; -1 picks none."""
        for option in self._options:
            option.setAutoExclusive(False)
            option.setChecked(False)
            option.setAutoExclusive(True)
        if 0 <= at < len(self._options):
            self._options[at].setChecked(True)

    def set_fixed(self, fixed: bool) -> None:
        """What is picked stays picked, or may change again."""
        for option in self._options:
            option.setEnabled(not fixed)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.pen("lineStrong"))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
