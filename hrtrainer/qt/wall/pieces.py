"""What a wall is painted from: pieces, each with the box it stands in. Every line of text is a piece of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from hrtrainer.principles.mark import Mark


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. `role` is how it is set, `ink` its colour, `on` the colour it stands on.

    `percent` is for the test of the back row alone: the least text so many per cent as large, and no role.
    """

    box: QRectF
    text: str
    role: str
    ink: str = "ink"
    on: str = "ground"
    struck: bool = False
    percent: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """A plain surface with round corners, and a line around it where it has a colour for one."""

    box: QRectF
    fill: str
    line: str = ""
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """The shape of a letter."""

    box: QRectF
    shape: str
    ink: str


@dataclass(frozen=True, slots=True)
class Halves:
    """The glyph of a mark."""

    box: QRectF
    mark: Mark


@dataclass(frozen=True, slots=True)
class HalfDisc:
    """The left or the right half of a disc; the box is that of the whole."""

    box: QRectF
    fill: str
    left: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot: filled, or a ring."""

    box: QRectF
    ink: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Vignette:
    """A picture of a place, cut to its box."""

    box: QRectF
    name: str


Piece = Words | Panel | Sign | Halves | HalfDisc | Dot | Vignette


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part of a page, as it is painted: on a ground, from the first piece to the last. `width` in units.

    `whole` says whether everything on it has room.
    """

    width: float
    ground: str
    pieces: tuple[Piece, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces that stay together, as if their corner were at 0, 0."""

    pieces: tuple[Piece, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> tuple[Piece, ...]:
        """The pieces with that corner elsewhere."""
        return tuple(moved(piece, x, y) for piece in self.pieces)


EMPTY = Block((), 0, 0)
SPACE = Block((Panel(QRectF(0, 0, 1, 1), ""),), 1, 1)
"""Holds a place where something else is to stand at the right."""


def moved(piece: Piece, x: float, y: float) -> Piece:
    """A piece elsewhere."""
    return replace(piece, box=piece.box.translated(x, y))


def of(piece: Piece) -> Block:
    """A block of one piece."""
    return Block((moved(piece, -piece.box.x(), -piece.box.y()),), piece.box.width(), piece.box.height())


def stacked(blocks: Iterable[Block], gap: float = 0) -> Block:
    """One under the other."""
    pieces: list[Piece] = []
    width = y = 0.0
    for block in blocks:
        if not block.pieces:
            continue
        y += gap if pieces else 0
        pieces += block.at(0, y)
        width, y = max(width, block.width), y + block.height
    return Block(tuple(pieces), width, y)


def beside(blocks: Sequence[Block], gap: float = 0) -> Block:
    """Side by side, their middles on one line."""
    shown = [block for block in blocks if block.pieces]
    height = max((block.height for block in shown), default=0)
    pieces: list[Piece] = []
    x = 0.0
    for block in shown:
        x += gap if pieces else 0
        pieces += block.at(x, (height - block.height) / 2)
        x += block.width
    return Block(tuple(pieces), x, height)


def aligned(blocks: Sequence[Block], gap: float) -> Block:
    """Side by side, their tops on one line."""
    pieces: list[Piece] = []
    x = 0.0
    for at, block in enumerate(blocks):
        x += gap if at else 0
        pieces += block.at(x, 0)
        x += block.width
    return Block(tuple(pieces), x, max((block.height for block in blocks), default=0))


def read_aloud(sheet: Sheet) -> str:
    """The words of a sheet, for a screen reader."""
    return " ".join(piece.text for piece in sheet.pieces if isinstance(piece, Words))
