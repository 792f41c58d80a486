"""Drawings: vignettes that fill their box, icons in a colour of the theme, and the mark of the program."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrtrainer.qt.guard import guarded
from hrtrainer.qt.look import COLOURS, Look


class Picture(QWidget):
    """A vignette, cut to its box. `corners` are the radii at the top and the bottom."""

    def __init__(
        self,
        look: Look,
        name: str = "",
        height: int = 104,
        corners: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._height, self._corners = look, height, corners
        self._drawing = QSvgRenderer()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_picture(name)

    def show_picture(self, name: str) -> None:
        """Show a vignette by name; a plain ground when there is none."""
        path = self._look.assets / "pictures" / f"{name}.svg"
        self._drawing.load(
            path.read_bytes()
            if name and path.is_file()
            else b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 360'/>"
        )
        self.update()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._height)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._outline())
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        scale = max(self.width() / 640, self.height() / 360)
        wide, high = 640 * scale, 360 * scale
        self._drawing.render(painter, QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high))
        if self._look.theme == "dark":
            veil = self._look.colour("ground")
            veil.setAlphaF(0.16)
            painter.fillRect(self.rect(), veil)

    def _outline(self) -> QPainterPath:
        top, bottom = self._corners
        path = QPainterPath()
        box = QRectF(self.rect())
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, top, top)
        half = box.adjusted(0, box.height() / 2, 0, 0)
        path.addRoundedRect(half, bottom, bottom)
        if bottom == 0:
            path.addRect(half)
        return path


class Icon(QWidget):
    """A small icon beside words; silent to screen readers."""

    def __init__(
        self, look: Look, name: str, colour: str = "ink2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._colour, self._size = look, name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._look.px(self._size)
        painter.drawPixmap(0, 0, self._look.icon_pixmap(self._name, self._colour, size, self.devicePixelRatioF()))


class ProgramMark(QWidget):
    """The two half discs: marigold for the other, plum for the worker; `apart` when somebody has stepped out."""

    def __init__(self, look: Look, height: int = 24, apart: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._height = look, height
        name = "mark-apart" if apart else "mark"
        svg = (look.assets / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
        colours = COLOURS[look.theme]
        self._drawing = QSvgRenderer(
            svg.replace("#E0A03A", colours["marigold"]).replace("#5A2D58", colours["plum"]).encode()
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        box = self._drawing.viewBoxF()
        height = self._look.px(self._height)
        return QSize(round(height * box.width() / max(1.0, box.height())), height)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawing.render(QPainter(self), QRectF(self.rect()))
