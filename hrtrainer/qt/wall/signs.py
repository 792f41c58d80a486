"""Small signs of a wall: a letter with its shape, dots that say how far, the mark of the program."""

from PySide6.QtCore import QRectF

from hrtrainer.qt.wall.look import WallLook
from hrtrainer.qt.wall.pieces import Block, Dot, HalfDisc, Panel, Sign, beside, of
from hrtrainer.qt.wall.setting import line_of


def chip(look: WallLook, letter: str, shape: str, width: float = 0, height: float = 0) -> Block:
    """A letter and its shape on plum."""
    name = line_of(look, letter, "letter", "onPlum", "plum")
    sign = of(Sign(QRectF(0, 0, look.grown(52), look.grown(52)), shape, "onPlum"))
    pair = beside((name, sign), look.grown(18))
    wide, high = max(width, pair.width + look.grown(44)), max(height, pair.height)
    panel = Panel(QRectF(0, 0, wide, high), "plum", radius=look.grown(18))
    return Block((panel, *pair.at((wide - pair.width) / 2, (high - pair.height) / 2)), wide, high)


def dots(look: WallLook, step: int, of_all: int, ink: str = "plum") -> Block:
    """As many dots as there are steps, filled up to the present one."""
    side = look.grown(28)
    return beside([of(Dot(QRectF(0, 0, side, side), ink, at <= step)) for at in range(1, of_all + 1)], look.grown(20))


def half(look: WallLook, left: bool) -> Block:
    """Half a disc before who speaks: the left one for the other person, the right one for us."""
    side = look.grown(52)
    disc = HalfDisc(QRectF(0 if left else -side / 2, 0, side, side), "marigold" if left else "plum", left)
    return Block((disc,), side / 2, side)


def mark(centre: float, top: float, radius: float, gap: float) -> tuple[HalfDisc, HalfDisc]:
    """The two halves that face each other."""
    box = QRectF(centre - radius, top, 2 * radius, 2 * radius)
    return HalfDisc(box.translated(-gap / 2, 0), "marigold", True), HalfDisc(box.translated(gap / 2, 0), "plum", False)
