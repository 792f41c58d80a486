"""A scale of five stops from strains to supports. Each stop is a radio button; the picked one shows the two halves."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import plain
from hrtrainer.qt.widgets.boxes import row
from hrtrainer.qt.widgets.glyph import paint_glyph, tone

STOPS = (Mark.STRAINS, Mark.STRAINS_A_LITTLE, Mark.CHANCE_NOT_TAKEN, Mark.SUPPORTS_A_LITTLE, Mark.SUPPORTS)
_MIDDLE = 2
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(STOPS) - 1}


class Stop(QAbstractButton):
    """One stop. It draws itself; the line between stops and the word below belong to the scale."""

    def __init__(self, look: Look, mark: Mark, scale: "Scale") -> None:
        super().__init__(scale)
        self._look, self._mark, self._scale = look, mark, scale
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(44), self._look.px(44))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._scale.pressed(Qt.Key(event.key())):
            super().keyPressEvent(event)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setBrush(look.colour("paper"))
        if self.isChecked():
            painter.setPen(look.pen("focus" if self.hasFocus() else "plum", 3 if self.hasFocus() else 2))
            painter.drawEllipse(middle, look.px(19), look.px(19))
            wide, high = look.px(35), look.px(26)
            paint_glyph(painter, look, QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high), self._mark)
            return
        over = self.underMouse() and self.isEnabled()
        painter.setPen(look.pen("plum" if over else "lineStrong", 2 if over else 1.5))
        painter.drawEllipse(middle, look.px(8 if over else 6.25), look.px(8 if over else 6.25))
        if self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, look.px(17), look.px(17))


class Scale(QWidget):
    """Where somebody puts a principle. `placed` tells the mark's word, or an empty text when it was taken away."""

    placed = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = look, plain(name)
        self._mark: Mark | None = None
        self._stops = [Stop(look, mark, self) for mark in STOPS]
        line = row(self, (look.px(4), 0, look.px(4), self._below()))
        for at, stop in enumerate(self._stops):
            stop.setAccessibleName(f"{self._name}: {STOPS[at]}")
            stop.setToolTip(words.first_capital(STOPS[at]))
            stop.clicked.connect(partial(self._pick, at))
            if at:
                line.addStretch(1)
            line.addWidget(stop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(look.px(5 * 44 + 8))
        self._tell()

    def _below(self) -> int:
        return round(QFontMetricsF(self._look.font("small")).height())

    def mark(self) -> str:
        """The word of the mark, or an empty text."""
        return str(self._mark) if self._mark else ""

    def place(self, word: str) -> None:
        """Put the glyph where a word stands, without telling."""
        found = next((mark for mark in STOPS if mark == word), None)
        self._mark = found
        for stop, mark in zip(self._stops, STOPS, strict=True):
            stop.setAutoExclusive(False)
            stop.setChecked(mark is found)
            stop.setAutoExclusive(True)
        self._tell()

    def set_fixed(self, fixed: bool) -> None:
        """What stands stays, or may be moved again."""
        for stop in self._stops:
            stop.setEnabled(not fixed)

    def pressed(self, key: Qt.Key) -> bool:
        """Do what a key does here; whether it did something."""
        if key in _ENDS:
            self._pick(_ENDS[key])
        elif key in _ARROWS:
            at = _MIDDLE if self._mark is None else STOPS.index(self._mark) + _ARROWS[key]
            self._move_to(max(0, min(len(STOPS) - 1, at)))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._mark:
            self._pick(STOPS.index(self._mark))
        else:
            return False
        return True

    def _move_to(self, at: int) -> None:
        if STOPS[at] is not self._mark:
            self._pick(at)

    def _pick(self, at: int) -> None:
        """Put the glyph here; a second time takes it away."""
        again = STOPS[at] is self._mark
        self.place("" if again else STOPS[at])
        self._stops[at].setFocus()
        self.placed.emit(self.mark())

    def _tell(self) -> None:
        held = _MIDDLE if self._mark is None else STOPS.index(self._mark)
        for at, stop in enumerate(self._stops):
            stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == held else Qt.FocusPolicy.ClickFocus)
            stop.setAccessibleDescription("Arrow keys move it, Delete takes it away" if at == held else "")
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.mark() or "not placed")
        self.update()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = [stop.geometry().center() for stop in (self._stops[0], self._stops[-1])]
        painter.setPen(look.pen("line", 2))
        painter.drawLine(ends[0].x(), ends[0].y(), ends[1].x(), ends[1].y())
        if not self._mark:
            return
        at = self._stops[STOPS.index(self._mark)].geometry()
        painter.setFont(look.font("small"))
        painter.setPen(look.colour(tone(self._mark)))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(self._mark) + 4
        left = max(0.0, min(self.width() - wide, at.center().x() - wide / 2))
        painter.drawText(QRectF(left, at.bottom(), wide, self._below()), Qt.AlignmentFlag.AlignCenter, self._mark)
