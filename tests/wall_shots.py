"""The wall in every state as pictures, for eyes: python -m tests.wall_shots DIR [NAME ...]

Every stage of a shipped conversation in both themes at 1920x1080, and by day at 1024x768 at both ends of the sizes.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hrtrainer.pages.wall import WallPage
from hrtrainer.qt.look import load_fonts
from hrtrainer.qt.wall.laying import laid_out
from hrtrainer.qt.wall.look import DARK_ROOM, DAY, WallLook
from hrtrainer.qt.wall.painting import paint
from tests.group.walls import walls
from tests.stage import ASSETS

SIZES = {
    "day": (DAY, 100, QSize(1920, 1080)),
    "dark": (DARK_ROOM, 100, QSize(1920, 1080)),
    "old": (DAY, 100, QSize(1024, 768)),
    "large": (DAY, 150, QSize(1024, 768)),
}


def pictures(pages: dict[str, WallPage], wanted: list[str]) -> Iterator[tuple[str, QImage]]:
    """Every page that is wanted, part by part, at every size."""
    for size, (theme, scale, shape) in SIZES.items():
        look = WallLook(theme, scale, ASSETS)
        for name, page in pages.items():
            if wanted and not name.startswith(tuple(wanted)):
                continue
            for number, sheet in enumerate(laid_out(page, look, shape), 1):
                image = QImage(shape, QImage.Format.Format_RGB32)
                painter = QPainter(image)
                paint(painter, look, sheet, QRectF(0, 0, shape.width(), shape.height()))
                painter.end()
                yield f"{name}-{size}-{number}", image


def render(folder: Path, wanted: list[str]) -> None:
    """Render the wall into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts(ASSETS / "fonts", first=True)
    load_fonts(ASSETS / "fonts", first=False)
    for name, image in pictures(walls("in-a-rush"), wanted):
        image.save(str(folder / f"{name}.png"))
    del application


if __name__ == "__main__":
    render(Path(sys.argv[1]), sys.argv[2:])
