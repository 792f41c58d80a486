"""The look: colours, type and measures of one theme at one text size, and the style sheet made of them."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hrtrainer.qt.style import sheet

SANS = "Atkinson Hyperlegible Next"
SERIF = "Literata"
MONO = "Atkinson Hyperlegible Mono"

COLOURS = {
    "light": {
        "ground": "#F6F1E9",
        "rail": "#ECE4D8",
        "paper": "#FFFDF8",
        "sunken": "#EFE8DD",
        "line": "#DCD1C2",
        "lineStrong": "#8A7D74",
        "ink": "#2A2030",
        "ink2": "#574B5B",
        "ink3": "#6A5E6C",
        "plum": "#5A2D58",
        "plumHover": "#70406D",
        "plumPress": "#431F41",
        "plumTint": "#F0E4EE",
        "onPlum": "#FFFAF3",
        "marigold": "#E0A03A",
        "marigoldTint": "#FBEFD7",
        "marigoldInk": "#7A4E06",
        "strains": "#954410",
        "strainsFill": "#B15A1E",
        "strainsSoft": "#E0A876",
        "strainsTint": "#F9EADC",
        "supports": "#15616A",
        "supportsFill": "#2A7D84",
        "supportsSoft": "#8CC1C0",
        "supportsTint": "#DFEEEB",
        "neither": "#6A5E6C",
        "neitherTint": "#EFE9E3",
        "focus": "#5A2D58",
        "onFill": "#FFFFFF",
    },
    "dark": {
        "ground": "#1D1722",
        "rail": "#17121B",
        "paper": "#2A2230",
        "sunken": "#221B28",
        "line": "#463B4D",
        "lineStrong": "#8F8294",
        "ink": "#F5EEE6",
        "ink2": "#CFC3CC",
        "ink3": "#B0A3B0",
        "plum": "#DDB2D8",
        "plumHover": "#E9C8E5",
        "plumPress": "#C795C1",
        "plumTint": "#43304A",
        "onPlum": "#2A1230",
        "marigold": "#EDB85C",
        "marigoldTint": "#4A3A1E",
        "marigoldInk": "#F3CF8E",
        "strains": "#F2B588",
        "strainsFill": "#D98545",
        "strainsSoft": "#8E5A33",
        "strainsTint": "#463024",
        "supports": "#92D3D0",
        "supportsFill": "#4DA5A8",
        "supportsSoft": "#35696D",
        "supportsTint": "#1F3F42",
        "neither": "#B0A3B0",
        "neitherTint": "#352C3B",
        "focus": "#F3CF8E",
        "onFill": "#1D1722",
    },
}

TYPE = {
    "display": (40, SERIF, 500, False),
    "h1": (32, SERIF, 500, False),
    "h2": (22, SERIF, 500, False),
    "h3": (16, SANS, 600, False),
    "client": (22, SERIF, 400, False),
    "narration": (16, SERIF, 400, False),
    "worker": (18, SANS, 400, False),
    "cue": (16, SANS, 400, True),
    "choice": (17, SANS, 400, False),
    "body": (16, SANS, 400, False),
    "strong": (16, SANS, 600, False),
    "small": (14, SANS, 400, False),
    "smallstrong": (14, SANS, 600, False),
    "caption": (13, SANS, 400, False),
    "kbd": (13, SANS, 600, False),
    "quote": (16, SERIF, 400, True),
    "line": (19, SERIF, 400, False),
    "source": (14, MONO, 400, False),
}
"""Size in px at 100 %, family, weight, italic."""


class Look(NamedTuple):
    """One theme at one text size (in percent). `assets` is where fonts, icons and pictures lie."""

    theme: str
    text_size: int
    assets: Path
    reduced_motion: bool = False

    def px(self, size: float) -> int:
        """A measure that grows with the text."""
        return round(size * self.text_size / 100)

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return QColor(COLOURS[self.theme][name])

    def font(self, role: str) -> QFont:
        """The font of a role, at this text size."""
        size, family, weight, italic = TYPE[role]
        font = QFont(family)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def qss(self) -> str:
        """The style sheet of the whole window."""
        return sheet(
            COLOURS[self.theme],
            {role: (self.px(size), family, weight, italic) for role, (size, family, weight, italic) in TYPE.items()},
            self.px,
        )

    def pen(self, colour: str, width: float = 1, dashed: bool = False) -> QPen:
        """A line of a colour of the theme."""
        pen = QPen(self.colour(colour), width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def icon_pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon drawn in a colour of the theme. `size` in logical px."""
        path = self.assets / "icons" / f"{name}.svg"
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        svg = path.read_text(encoding="utf-8").replace("currentColor", COLOURS[self.theme][colour])
        painter = QPainter(pixmap)
        QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, colour: str, size: int) -> QIcon:
        """An icon for a button."""
        return QIcon(self.icon_pixmap(name, colour, size, 2.0))


FIRST_FONTS = ("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-SemiBold", "Literata-Medium")
"""What the library is written in; the others are loaded once it is painted."""


def load_fonts(folder: Path, first: bool) -> None:
    """Make bundled fonts known to Qt, so that every computer shows the same letters: the first ones, or the rest."""
    for path in sorted(folder.glob("*.ttf")):
        if (path.stem in FIRST_FONTS) is first:
            QFontDatabase.addApplicationFont(str(path))
