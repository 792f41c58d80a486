"""Drawings of one look, made once for each size: a page of cards asks for the same few again and again."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hrtrainer.qt.look import Look

_MOST = 60
"""Pictures kept before the shelf is emptied: sizes of a window that is being resized are not worth keeping."""


class Shelf:
    """Fonts, icons and pictures of one look, kept."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._fonts: dict[str, QFont] = {}
        self._icons: dict[tuple[str, str, int, float], QPixmap] = {}
        self._pictures: dict[tuple[str, int, int, float], QPixmap] = {}

    def font(self, role: str) -> QFont:
        """The font of a role."""
        if role not in self._fonts:
            self._fonts[role] = self._look.font(role)
        return self._fonts[role]

    def icon(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """An icon in a colour of the theme."""
        key = (name, colour, size, ratio)
        if key not in self._icons:
            self._icons[key] = self._look.icon_pixmap(name, colour, size, ratio)
        return self._icons[key]

    def picture(self, name: str, width: int, height: int, ratio: float) -> QPixmap:
        """A vignette that fills a box; a plain ground when there is none of this name."""
        key = (name, width, height, ratio)
        if key not in self._pictures:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            self._pictures[key] = self._drawn(name, width, height, ratio)
        return self._pictures[key]

    def _drawn(self, name: str, width: int, height: int, ratio: float) -> QPixmap:
        look = self._look
        pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        pixmap.fill(look.colour("sunken"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = look.assets / "pictures" / f"{name}.svg"
        if name and path.is_file():
            scale = max(pixmap.width() / 640, pixmap.height() / 360)
            wide, high = 640 * scale, 360 * scale
            box = QRectF((pixmap.width() - wide) / 2, (pixmap.height() - high) / 2, wide, high)
            QSvgRenderer(path.read_bytes()).render(painter, box)
        if look.theme == "dark":
            veil = look.colour("ground")
            veil.setAlphaF(0.16)
            painter.fillRect(pixmap.rect(), veil)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
