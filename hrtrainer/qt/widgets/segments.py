"""Segments: one of a few short names in one frame, that goes on in a second line when there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look
from hrtrainer.qt.plain import on_button, plain
from hrtrainer.qt.widgets.boxes import row
from hrtrainer.qt.widgets.fold import Flow


class _Segment(QRadioButton):
    """One name in the frame."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words = look, plain(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setText(on_button(text))
        self.setAccessibleName(self._words)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        look = self._look
        words = QFontMetricsF(look.font("strong")).horizontalAdvance(self._words)
        return QSize(round(words) + look.px(26), look.px(44))

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded(False)
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("plum" if on else "plumTint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 7, 7)
        if self.hasFocus():
            painter.setPen(look.pen("focus", 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("onPlum" if on else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class _Frame(Flow):
    """The frame round the segments, as wide as they are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__((0, 0), parent)
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.pen("lineStrong"))
        painter.setBrush(self._look.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class Segments(QWidget):
    """One of several (id, name) pairs, all of them seen. `picked` tells the id that a person chose."""

    picked = Signal(str)

    def __init__(
        self, look: Look, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._ids = [one for one, _ in options]
        self._group = QButtonGroup(self)
        segments = [_Segment(look, text) for _, text in options]
        for at, (segment, (_, text)) in enumerate(zip(segments, options, strict=True)):
            segment.setAccessibleName(f"{name}: {plain(text)}")
            self._group.addButton(segment, at)
        self._group.idClicked.connect(self._tell)
        frame = _Frame(look)
        frame.fill(segments)
        inside = row(self)
        inside.addWidget(frame)
        inside.addStretch(1)

    def pick(self, one: str) -> None:
        """Show which is picked, without telling."""
        if one in self._ids:
            self._group.button(self._ids.index(one)).setChecked(True)

    def _tell(self, at: int) -> None:
        self.picked.emit(self._ids[at])
