"""Rows dealt out over as many sheets as they need: nothing is made smaller, left out, or put in another order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from hrtrainer.qt.wall.look import EDGE, HIGH, WallLook
from hrtrainer.qt.wall.pieces import EMPTY, Block, Piece, Sheet
from hrtrainer.qt.wall.setting import line_of

TOP, BOTTOM = EDGE * HIGH, (1 - EDGE) * HIGH
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together if a sheet has room for them. `head` are rows that stand before them, and again before
    what is left of them on a next sheet. `gap` is the space before the group, `between` that between its rows.
    """

    rows: tuple[Block, ...]
    head: tuple[Block, ...] = ()
    gap: float = 0
    between: float = 0

    def for_room(self, room: float) -> "Group":
        """The same with its head among its rows, if that takes more than half of a room."""
        high = _high(self.head, self.between)
        return Group((*self.head, *self.rows), (), self.gap, self.between) if high > room / 2 else self

    @property
    def height(self) -> float:
        return _high((*self.head, *self.rows), self.between)


def _high(rows: Sequence[Block], between: float) -> float:
    return sum(row.height for row in rows) + between * max(0, len(rows) - 1)


Behind = Callable[[float, float], Iterable[Piece]]


def nothing(top: float, bottom: float) -> Iterable[Piece]:
    """Nothing behind the rows."""
    return ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the rows on every sheet. `foot` are blocks of the last line, the second of them at its right.

    `left` and `right` are where rows may stand, `top` is where the head begins, `inset` the room between the rows and
    what is painted `behind` them, which is given the first and the last unit of their room. Rows stand in the middle of
    their room from top to bottom when they are `centred`, and from left to right in the `middle`.
    """

    look: WallLook
    width: float
    head: Block = EMPTY
    foot: tuple[Block, ...] = ()
    ground: str = "ground"
    on: str = "ground"
    ink: str = "ink2"
    decor: tuple[Piece, ...] = ()
    behind: Behind = field(default=nothing)
    left: float = 0
    right: float = 0
    top: float = TOP
    inset: float = 0
    gap: float = 28
    centred: bool = False
    middle: bool = False

    @property
    def edge(self) -> float:
        """Where text may begin at the left."""
        return self.width * EDGE

    @property
    def room(self) -> float:
        """The width that text may take."""
        return self.width * (1 - 2 * EDGE)


def height_for_rows(frame: Frame) -> float:
    """How much room rows have on a page of one sheet."""
    return _room(frame, frame.foot)


Page = tuple[Frame, Sequence[Group]]


def sheets(frame: Frame, groups: Sequence[Group]) -> tuple[Sheet, ...]:
    """The sheets of a page."""
    return joined((frame, groups))


def joined(*pages: Page) -> tuple[Sheet, ...]:
    """The sheets of several pages, which are counted together as parts of one."""
    dealt = [_dealt(groups, _room(frame, frame.foot)) for frame, groups in pages]
    many = sum(map(len, dealt)) > 1
    if many:  # the line that says which part this is takes some room itself
        dealt = [_dealt(groups, _room(frame, _foot(frame, _part(8, 8)))) for frame, groups in pages]
    count, found = sum(map(len, dealt)), list[Sheet]()
    for (frame, _), parts in zip(pages, dealt, strict=True):
        for part in parts:
            found.append(_sheet(frame, part, _part(len(found) + 1, count) if many else ""))
    return tuple(found)


def fitting(*tries: Callable[[], tuple[Sheet, ...]]) -> tuple[Sheet, ...]:
    """The first of several ways to set a page in which all of it has room on one sheet; the last where none has."""
    for one in tries[:-1]:
        found = one()
        if len(found) == 1 and found[0].whole:
            return found
    return tries[-1]()


def _part(at: int, of: int) -> str:
    return f"part {at} of {of}"


Placed = list[tuple[Block, float]]


def _dealt(groups: Sequence[Group], room: float) -> list[Placed]:
    parts: list[Placed] = [[]]
    y = 0.0
    for group in (one.for_room(room) for one in groups):
        start = y + group.gap if parts[-1] else 0.0
        if parts[-1] and start + group.height > room + _SLACK:
            parts.append([])
            start = 0.0
        y = _put(parts, group, start, room)
    return parts


def _put(parts: list[Placed], group: Group, y: float, room: float) -> float:
    """Put a group on the last part, and what does not fit there on the next ones; where it ends on the last of them.

    A group that is parted is parted evenly, so that no line is left alone.
    """
    most = _rows_on_a_part(group, room)
    for at, row in enumerate(group.rows):
        if at and at % most == 0:
            parts.append([])
            y = 0.0
        for one in (*(group.head if at % most == 0 else ()), row):
            parts[-1].append((one, y))
            y += one.height + group.between
    return y - group.between


def _rows_on_a_part(group: Group, room: float) -> int:
    """How many rows of a group stand on each part; all of them where they fit."""
    tallest = max((row.height for row in group.rows), default=0) + group.between
    head = _high(group.head, group.between) + (group.between if group.head else 0)
    count = max(1, len(group.rows))
    if group.height <= room + _SLACK or not tallest:
        return count
    fit = max(1, int((room + group.between + _SLACK - head) // tallest))
    return -(-count // -(-count // fit))


def _foot(frame: Frame, mark: str) -> tuple[Block, ...]:
    if not mark:
        return frame.foot
    return (*frame.foot, line_of(frame.look, mark, "support", frame.ink, frame.on))


def _foot_lines(frame: Frame, foot: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The blocks of the foot in lines: side by side where there is room."""
    lines: list[tuple[Block, ...]] = []
    gap = frame.look.grown(40)
    for block in foot:
        wide = sum(one.width + gap for one in lines[-1]) + block.width if lines else 0
        if lines and wide <= frame.room:
            lines[-1] = (*lines[-1], block)
        elif block.pieces:
            lines.append((block,))
    return lines


def _span(frame: Frame, foot: Sequence[Block]) -> tuple[float, float]:
    """The first and the last unit of the room for what stands between head and foot."""
    high = sum(max(block.height for block in line) for line in _foot_lines(frame, foot))
    top = frame.top + (frame.head.height + frame.gap if frame.head.pieces else 0)
    return top, BOTTOM - (high + frame.gap if high else 0)


def _room(frame: Frame, foot: Sequence[Block]) -> float:
    top, bottom = _span(frame, foot)
    return bottom - top - 2 * frame.inset


def _sheet(frame: Frame, part: Placed, mark: str) -> Sheet:
    foot = _foot(frame, mark)
    top, bottom = _span(frame, foot)
    left, right = frame.left or frame.edge, frame.right or frame.edge + frame.room
    used = max((y + row.height for row, y in part), default=0)
    start = top + frame.inset + (max(0.0, bottom - top - 2 * frame.inset - used) / 2 if frame.centred else 0)
    pieces = [*frame.decor, *frame.head.at(frame.edge, frame.top), *frame.behind(top, bottom)]
    for row, y in part:
        x = left + ((right - left - row.width) / 2 if frame.middle else 0)
        pieces += row.at(x, start + y)
    whole = used <= bottom - top - 2 * frame.inset + _SLACK
    return Sheet(frame.width, frame.ground, (*pieces, *_foot_pieces(frame, foot)), whole)


def _foot_pieces(frame: Frame, foot: Sequence[Block]) -> Iterable[Piece]:
    lines = _foot_lines(frame, foot)
    y = BOTTOM - sum(max(block.height for block in line) for line in lines)
    for line in lines:
        high = max(block.height for block in line)
        spare = frame.room - sum(block.width for block in line)
        x = frame.edge
        for at, block in enumerate(line):
            if at:
                x += spare / (len(line) - 1)
            yield from block.at(x, y + (high - block.height) / 2)
            x += block.width
        y += high
