"""Saving what the growth screen shows: its marks as a picture, its moments as a table."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from hrtrainer.export.table import csv_bytes
from hrtrainer.history.atomic import atomic_write
from hrtrainer.pages.growth import GrowthPage
from hrtrainer.qt.asking_where import Kind, ask_where
from hrtrainer.qt.look import Look
from hrtrainer.qt.widgets.moment_plan import paint_moments, plan_moments
from hrtrainer.qt.widgets.prose import LINE, Block
from hrtrainer.qt.window import Window

_NAME, _COLUMN, _MARGIN, _MOST = 220, 100, 32, 12
"""Measures of a picture in px: the names, a conversation, the margin; and the most conversations it holds."""


class GrowthSaving(QObject):
    """Asks where, writes all or nothing, and tells."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def save_table(self, head: Sequence[str], rows: Sequence[Sequence[int | str]]) -> None:
        """Ask where to save the moments, and save them as a table."""
        self._ask("Save the table", (("Table", ".csv"),), lambda _: csv_bytes(head, rows))

    def save_picture(self, page: GrowthPage) -> None:
        """Ask where to save the marks, and save them as a picture."""
        look = Look("light", 100, self._window.look.assets)
        self._ask(
            "Save the picture", (("Picture", ".png"), ("Drawing", ".svg")), lambda path: picture(look, page, path)
        )

    def _ask(self, title: str, kinds: Sequence[Kind], made: Callable[[Path], bytes]) -> None:
        ask_where(self._window, title, "growth", kinds, lambda path: self.write(path, made))

    def write(self, path: Path, made: Callable[[Path], bytes]) -> None:
        """Write what is made for a path. Raises Problem E01."""
        atomic_write(path, made(path))
        self._window.tell(f"Saved {path.name}. Nothing was sent anywhere.")


def picture(look: Look, page: GrowthPage, path: Path) -> bytes:
    """The marks of the newest conversations as SVG or, with any other ending of the name, PNG at twice its size."""
    count = len(page.columns)
    seen = range(max(0, count - _MOST), count)
    width = _NAME + _COLUMN * max(4, len(seen))
    plan = plan_moments(look, page.columns, page.principles, seen, width)
    title = Block(f"{page.lens_name}, conversation by conversation", look.font("h2"), LINE["h2"], 2)
    top = _MARGIN + title.lay(width) + 12
    size = QSize(width + 2 * _MARGIN, round(top + plan.height + _MARGIN))

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), look.colour("paper"))
        title.paint(painter, _MARGIN, _MARGIN, look.colour("ink"))
        painter.translate(_MARGIN, top)
        paint_moments(painter, look, plan)

    return _svg(size, paint) if path.suffix.lower() == ".svg" else _png(size, paint)


def _svg(size: QSize, paint: Callable[[QPainter], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(size)
    drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
    drawing.setTitle("What has been growing")
    painter = QPainter(drawing)
    paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def _png(size: QSize, paint: Callable[[QPainter], None]) -> bytes:
    image = QImage(size * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
