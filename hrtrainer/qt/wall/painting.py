"""Painting a sheet: every piece in its box, and nothing that is not a piece."""

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPolygonF, QTransform
from PySide6.QtSvg import QSvgRenderer

from hrtrainer.qt.wall.look import DARK_ROOM, HIGH, WallLook, sized
from hrtrainer.qt.wall.pieces import Dot, HalfDisc, Halves, Panel, Sheet, Sign, Vignette, Words
from hrtrainer.qt.widgets.glyph import paint_glyph

_PICTURE = (640, 360)


def paint(painter: QPainter, look: WallLook, sheet: Sheet, box: QRectF) -> None:
    """Paint a sheet into a box, as large as fits, with its ground all over."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(box, look.colour(sheet.ground))
    scale = min(box.width() / sheet.width, box.height() / HIGH)
    painter.translate(box.center() - QPointF(sheet.width, HIGH) * scale / 2)
    painter.scale(scale, scale)
    for piece in sheet.pieces:
        _paint(painter, look, piece)
    painter.restore()


def _paint(painter: QPainter, look: WallLook, piece: object) -> None:
    match piece:
        case Words():
            _words(painter, look, piece)
        case Panel():
            _panel(painter, look, piece)
        case Sign():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillPath(outline(piece.shape, piece.box), look.colour(piece.ink))
        case Halves():
            paint_glyph(painter, look, piece.box, piece.mark)
        case HalfDisc():
            _solid(painter, look.colour(piece.fill))
            painter.drawPie(piece.box, (90 if piece.left else 270) * 16, 180 * 16)
        case Dot():
            _dot(painter, look, piece)
        case Vignette():
            _vignette(painter, look, piece)


def _solid(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _words(painter: QPainter, look: WallLook, words: Words) -> None:
    font = sized(words.percent) if words.percent else look.font(words.role)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.colour(words.ink))
    base = words.box.y() + (words.box.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    painter.drawText(QPointF(words.box.x(), base), words.text)
    if words.struck:
        through = base - metrics.xHeight() / 2
        painter.fillRect(QRectF(words.box.x(), through - 2.5, words.box.width(), 5), look.colour(words.ink))


def _panel(painter: QPainter, look: WallLook, panel: Panel) -> None:
    if panel.fill:
        _solid(painter, look.colour(panel.fill))
        painter.drawRoundedRect(panel.box, panel.radius, panel.radius)
    if panel.line:
        painter.setPen(look.pen(panel.line, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(panel.box.adjusted(1.5, 1.5, -1.5, -1.5), panel.radius, panel.radius)


def _dot(painter: QPainter, look: WallLook, dot: Dot) -> None:
    if dot.filled:
        _solid(painter, look.colour(dot.ink))
        painter.drawEllipse(dot.box)
        return
    painter.setPen(look.pen(dot.ink, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot.box.adjusted(2, 2, -2, -2))


def _vignette(painter: QPainter, look: WallLook, picture: Vignette) -> None:
    drawing = _drawing(look.assets / "pictures" / f"{picture.name}.svg")
    if drawing is None:
        return
    scale = max(picture.box.width() / _PICTURE[0], picture.box.height() / _PICTURE[1])
    wide, high = _PICTURE[0] * scale, _PICTURE[1] * scale
    painter.save()
    painter.setClipRect(picture.box)
    middle = picture.box.center()
    drawing.render(painter, QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high))
    if look.theme == DARK_ROOM:
        veil = look.colour("ground")
        veil.setAlphaF(0.3)
        painter.fillRect(picture.box, veil)
    painter.restore()


@lru_cache(maxsize=2)
def _drawing(path: Path) -> QSvgRenderer | None:
    return QSvgRenderer(path.read_bytes()) if path.is_file() else None


def _star(points: int, inner: float, turn: float = 0) -> QPolygonF:
    """Corners around 0, 0 at distance 1, with others between them nearer by."""
    corners = []
    for at in range(points * 2):
        far, angle = (1.0, inner)[at % 2], pi * at / points - pi / 2 + turn
        corners.append(QPointF(far * cos(angle), far * sin(angle)))
    return QPolygonF(corners)


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])


_CORNERS: dict[str, Callable[[], QPolygonF]] = {
    "triangle": lambda: _polygon((0, -0.83), (0.92, 0.83), (-0.92, 0.83)),
    "square": lambda: _polygon((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "diamond": lambda: _polygon((0, -1), (1, 0), (0, 1), (-1, 0)),
    "pentagon": lambda: _star(5, cos(pi / 5)),
    "star": lambda: _star(5, 0.42),
    "cross": lambda: _polygon(
        *((-0.3, -0.95), (0.3, -0.95), (0.3, -0.3), (0.95, -0.3), (0.95, 0.3), (0.3, 0.3)),
        *((0.3, 0.95), (-0.3, 0.95), (-0.3, 0.3), (-0.95, 0.3), (-0.95, -0.3), (-0.3, -0.3)),
    ),
}


def outline(shape: str, box: QRectF) -> QPainterPath:
    """The outline of a letter's shape in a box. Circle and ring are round; all others have corners."""
    path = QPainterPath()
    if shape in _CORNERS:
        path.addPolygon(_CORNERS[shape]())
        path.closeSubpath()
    else:
        path.addEllipse(QPointF(0, 0), 0.9, 0.9)
        if shape == "ring":
            path.addEllipse(QPointF(0, 0), 0.5, 0.5)
    place = QTransform.fromTranslate(box.center().x(), box.center().y())
    return place.scale(box.width() / 2, box.height() / 2).map(path)
