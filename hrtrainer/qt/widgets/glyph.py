"""The two halves: apart when a line strains a principle, meeting when it supports it. Shape and word before colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.principles.mark import Mark
from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import Look

_SHAPES: dict[Mark, tuple[float, float, bool]] = {
    Mark.STRAINS: (5.2, 4.2, True),
    Mark.STRAINS_A_LITTLE: (3.2, 2.6, True),
    Mark.CHANCE_NOT_TAKEN: (2.6, 0, False),
    Mark.SUPPORTS_A_LITTLE: (2.6, 0, True),
    Mark.SUPPORTS: (0.7, 0, True),
}
"""Gap, offset and whether filled, in a box of 32 by 24 with halves of radius 7.6."""


def tone(mark: Mark) -> str:
    """The colour family of a mark: supports, strains or neither."""
    if mark in (Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE):
        return "supports"
    return "strains" if mark in (Mark.STRAINS, Mark.STRAINS_A_LITTLE) else "neither"


def paint_glyph(painter: QPainter, look: Look, box: QRectF, mark: Mark) -> None:
    """Draw the glyph of a mark in a box of 32 by 24, scaled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 32, box.height() / 24)
    if mark is Mark.NOT_IN_PLAY:
        painter.setPen(look.pen("neither", 2))
        painter.drawLine(11, 12, 21, 12)
    elif mark is Mark.BOTH:  # one half meets, one half is apart: the tension is named, not averaged away
        _half(painter, look, "supports", 16 - 0.7, 12, True, True)
        _half(painter, look, "strains", 16 + 5.2, 12 + 4.2, False, True)
    else:
        gap, offset, filled = _SHAPES[mark]
        _half(painter, look, tone(mark), 16 - gap, 12 - offset, True, filled)
        _half(painter, look, tone(mark), 16 + gap, 12 + offset, False, filled)
    painter.restore()


def _half(painter: QPainter, look: Look, colour: str, x: float, y: float, left: bool, filled: bool) -> None:
    fill = {"supports": "supportsFill", "strains": "strainsFill"}.get(colour, colour)
    painter.setPen(Qt.PenStyle.NoPen if filled else look.pen(fill, 1.6))
    painter.setBrush(look.colour(fill) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPie(QRectF(x - 7.6, y - 7.6, 15.2, 15.2), (90 if left else 270) * 16, 180 * 16)


class Glyph(QWidget):
    """The glyph of a mark; the word stands beside it, so it is silent to screen readers."""

    def __init__(self, look: Look, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._mark = look, mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.update()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(32), self._look.px(24))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_glyph(painter, self._look, QRectF(0, 0, self.width(), self.height()), self._mark)
