"""How the wall looks: two themes, and type for the back row. Measures are in units, of which every wall is 1080 high.

How large type has to be. DISCAS (ANSI/INFOCOMM V202.01, by AVIXA) asks of what is read to take part in a decision that

    height of a sign / height of the picture >= distance of the farthest reader / (200 x height of the picture),

which is also the 1/200 rule of the FAA: 17.2 minutes of arc. ISO 9241-3 measures a sign on a capital letter, and so do
we; type of a size in units then reaches readers at

    size / 1080 x capital x 200   heights of the picture,

where `capital` is the height of a capital letter in parts of the size: 0.668 in Atkinson Hyperlegible Next and 0.701 in
Literata, as the files of the fonts say (the tests read it there). The least text has to reach 6.1 heights, what is read
to choose or to understand 8.1, the name of a principle and the letter of a reply 10.2. That is at least

                         Atkinson               Literata
    least text           4.57 %, 49.3 units     4.35 %, 47.0 units
    lines, replies       6.06 %, 65.5 units     5.78 %, 62.4 units
    letters, principles  7.63 %, 82.5 units     7.28 %, 78.6 units

and the sizes below are these or more. Text has a contrast of 8:1 or more in both themes, as light in the room takes
some of it away: 7:1 is left on a wall that shows white 15 times as bright as black.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from hrtrainer.qt.look import SANS, SERIF, Look
from hrtrainer.settings import Settings

HIGH = 1080
"""The height of every wall, in its own units; its width follows from the shape of the screen."""
EDGE = 0.05
"""The share of each edge where nothing is written: old projectors crop it."""
LEAST, READ, NAMED = 6.1, 8.1, 10.2
"""How many heights of the picture away the farthest reader may sit: the least text; what is read; what is named."""

DAY, DARK_ROOM = "wall-day", "wall-dark-room"
COLOURS = {
    DAY: {
        "ground": "#FBF7F0",
        "paper": "#FFFFFF",
        "line": "#CDBFAE",
        "lineStrong": "#6E6259",
        "ink": "#1C1521",
        "ink2": "#423747",
        "plum": "#4A2148",
        "plumTint": "#F0E4EE",
        "onPlum": "#FFFFFF",
        "marigold": "#E0A03A",
        "strains": "#6E2F06",
        "strainsFill": "#A9541A",
        "strainsTint": "#FAEBDD",
        "supports": "#0A474F",
        "supportsFill": "#1A6B73",
        "supportsTint": "#DFEEEB",
        "neither": "#3C3140",
        "neitherTint": "#EFE9E3",
        "talk": "#4A2148",
        "onTalk": "#FFFAF3",
        "oat": "#F6E7D2",
        "black": "#000000",
    },
    DARK_ROOM: {
        "ground": "#140F18",
        "paper": "#211A27",
        "line": "#4A4051",
        "lineStrong": "#A99CAE",
        "ink": "#FFFDF8",
        "ink2": "#E4DBE2",
        "plum": "#E9C8E5",
        "plumTint": "#37283C",
        "onPlum": "#24102A",
        "marigold": "#EDB85C",
        "strains": "#FFCFAA",
        "strainsFill": "#E2934F",
        "strainsTint": "#3B281C",
        "supports": "#B5E6E3",
        "supportsFill": "#5DB3B5",
        "supportsTint": "#17363A",
        "neither": "#E4DAE3",
        "neitherTint": "#2E2634",
        "talk": "#331A34",
        "onTalk": "#FFFAF3",
        "oat": "#E4DBE2",
        "black": "#000000",
    },
}


class Type(NamedTuple):
    """How a role is set: size and height of a line in units, family, weight, italic, and how far it has to reach."""

    size: float
    line: float
    family: str
    weight: int
    italic: bool = False
    reach: float = READ


TYPES = {
    "title": Type(104, 130, SERIF, 500),
    "calm": Type(116, 148, SERIF, 500),
    "ask": Type(120, 158, SERIF, 500),
    "prompt": Type(96, 124, SERIF, 500),
    "question": Type(80, 100, SERIF, 500),
    "client": Type(78, 108, SERIF, 500),
    "heard": Type(64, 86, SERIF, 500),
    "said": Type(78, 104, SANS, 400),
    "option": Type(66, 80, SANS, 400),
    "strong": Type(66, 80, SANS, 600),
    "letter": Type(84, 96, SANS, 700, reach=NAMED),
    "principle": Type(92, 112, SERIF, 500, reach=NAMED),
    "word": Type(76, 92, SANS, 700),
    "sentence": Type(66, 88, SANS, 400),
    "support": Type(50, 60, SANS, 400, reach=LEAST),
    "name": Type(50, 60, SANS, 600, reach=LEAST),
    "manner": Type(50, 60, SANS, 400, True, reach=LEAST),
}


class WallLook(Look):
    """One theme of the wall at one size of text, which the back row settles."""

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return QColor(COLOURS[self.theme][name])

    def font(self, role: str) -> QFont:
        """The font of a role, in units."""
        kind = TYPES[role]
        return _font(kind, round(kind.size * self.text_size / 100))

    def line(self, role: str) -> float:
        """The height of a line of a role."""
        return TYPES[role].line * self.text_size / 100

    def grown(self, size: float) -> float:
        """A measure that grows with the text."""
        return size * self.text_size / 100


def wall_look(settings: Settings, assets: Path) -> WallLook:
    """How the wall looks, by the settings: for a lit room or a dark one."""
    return WallLook(DARK_ROOM if settings.wall_dark else DAY, 100, assets, settings.reduced_motion)


def sized(percent: int) -> QFont:
    """The least text so many per cent as large, whatever the size of a wall: for the test of the back row."""
    return _font(TYPES["support"], round(TYPES["support"].size * percent / 100))


def reach(size: float, capital: float) -> float:
    """How far away, in heights of the picture, type of a size in units can be read. `capital` in parts of the size."""
    return size / HIGH * capital * 200


def _font(kind: Type, size: int) -> QFont:
    font = QFont(kind.family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(kind.weight))
    font.setItalic(kind.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
