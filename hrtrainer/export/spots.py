"""Where on the pages of a laid-out pack each line stands that can be struck."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from hrtrainer.export.typesetting import Laid, as_drawings

_MARK = "line:"
_CLOSE = 0.003
"""As shares of a page: what lies nearer than this touches."""
_NUMBERS = re.compile(r"-?[\d.]+(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class Spot:
    """One printed line of a text, on a page (from 0); left, top, width and height as shares of that page."""

    id: str
    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something is drawn: moved and stretched."""

    x: float
    y: float
    wide: float
    high: float

    def inside(self, moved: str) -> "_Place":
        """The place of what is drawn in this one under a transform of SVG. Nothing of ours is turned."""
        found = [float(number) for number in _NUMBERS.findall(moved)]
        if moved.startswith("matrix"):
            wide, _, _, high, x, y = found
        elif moved.startswith("scale"):
            wide, high, x, y = found[0], found[-1], 0.0, 0.0
        else:
            wide, high, x, y = 1.0, 1.0, *([*found, 0.0, 0.0][:2])
        return _Place(self.x + self.wide * x, self.y + self.high * y, self.wide * wide, self.high * high)


def spots(made: Laid, fonts: Path) -> tuple[Spot, ...]:
    """Every line of a pack that stands on its pages and can be struck, in reading order."""
    return tuple(spot for page, drawing in enumerate(as_drawings(made, fonts)) for spot in spots_in(drawing, page))


def spots_in(drawing: bytes, page: int) -> Iterator[Spot]:
    """The lines on one page that is drawn as SVG by typst."""
    root = ElementTree.fromstring(drawing)
    _, _, wide, high = (float(number) for number in root.attrib["viewBox"].split())
    last: Spot | None = None
    for id, at, width, height in _links(root, _Place(0, 0, 1, 1)):
        spot = Spot(id, page, at.x / wide, at.y / high, width / wide, height / high)
        if last is not None and _go_on(last, spot):
            last = replace(last, width=spot.left + spot.width - last.left)
            continue
        if last is not None:
            yield last
        last = spot
    if last is not None:
        yield last


def _go_on(one: Spot, other: Spot) -> bool:
    """Whether a piece of a line goes on where the one before it ends: quotation marks are pieces of their own."""
    beside = abs(one.left + one.width - other.left) < _CLOSE
    return one.id == other.id and beside and abs(one.top - other.top) < _CLOSE


def _links(element: ElementTree.Element, at: _Place) -> Iterator[tuple[str, _Place, float, float]]:
    for child in element:
        here = at.inside(child.attrib["transform"]) if "transform" in child.attrib else at
        name, target = child.tag.rpartition("}")[2], child.attrib.get("href", "")
        if name == "a" and target.startswith(_MARK):
            for box in child:
                width, height = float(box.attrib["width"]), float(box.attrib["height"])
                yield target.removeprefix(_MARK), here, width * here.wide, height * here.high
        elif name == "g":
            yield from _links(child, here)
