"""Where every room of a map stands on the sheet, and along which points the ways run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrtrainer.maps.faces import WIDTH, Face, face
from hrtrainer.maps.layers import Columns, Spot, columns
from hrtrainer.maps.rooms import Building, Room

Point = tuple[float, float]

_MARGIN, _TITLE = 30.0, 60.0
_BETWEEN_COLUMNS, _BETWEEN_ROOMS, _REST = 90.0, 26.0, 14.0
_CHANNEL, _LANE = 9.0, 22.0
_ENTER_BACK = 10.0
"""How far below the other ways those that come back enter a room."""
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """A room, its face, and its upper left corner."""

    room: Room
    face: Face
    at: Point


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a way. A `curve` has two points, anything else corners. `arrow` where it comes to a room."""

    points: tuple[Point, ...]
    curve: bool
    arrow: bool
    back: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole map, ready to be drawn."""

    title: str
    width: float
    height: float
    standing: tuple[Standing, ...]
    lines: tuple[Line, ...]


def sheet(of: Building) -> Sheet:
    """The sheet of a building."""
    faces = {name: face(room) for name, room in of.rooms.items()}
    ways = {name: [door.to for door in room.doors] for name, room in of.rooms.items()}
    placed = columns(ways, of.first, [name for name, room in of.rooms.items() if room.ending])
    making = _Making(of, faces, placed)
    making.stand()
    ahead = [line for name in of.rooms for line in making.leaving(name)]
    lines = [*ahead, *making.resting(), *making.going_back()]
    standing = tuple(Standing(room, faces[name], making.corner(name)) for name, room in of.rooms.items())
    return Sheet(of.title, making.width, making.height, standing, tuple(lines))


class _Making:
    def __init__(self, of: Building, faces: Mapping[str, Face], placed: Columns) -> None:
        self.of, self.faces, self.placed = of, faces, placed
        self.column = {spot: at for at, row in enumerate(placed.rows) for spot in row}
        self.tops: dict[Spot, float] = {}
        self.back = _returns(of, placed, self.column)
        entries = [[to for to in self.back if self.column[to] == at] for at in range(len(placed.rows))]
        exits = [[to for to, froms in self.back.items() if at in froms] for at in range(len(placed.rows))]
        self.entries, self.exits = entries, exits
        self.lefts: list[float] = []
        x = _MARGIN
        for at in range(len(placed.rows)):
            x += _CHANNEL * len(entries[at]) + (_BETWEEN_COLUMNS if at else _CHANNEL * bool(entries[at]))
            self.lefts.append(x)
            x += WIDTH + _CHANNEL * len(exits[at])
        self.width = x + _MARGIN + _CHANNEL * bool(exits and exits[-1])
        self.bottom = self.height = 0.0

    def stand(self) -> None:
        """Give every spot its height on the sheet: first one below the other, then towards what it is joined to."""
        for row in self.placed.rows:
            y = 0.0
            for spot in row:
                self.tops[spot] = y
                y += self._size(spot) + _BETWEEN_ROOMS
        doors = self._joined()
        for number in range(_ROUNDS):
            onwards = number % 2 == 0
            for row in self.placed.rows if onwards else self.placed.rows[::-1]:
                wanted = [self._wanted(spot, doors[onwards].get(spot, ())) for spot in row]
                sizes = [self._size(spot) + _BETWEEN_ROOMS for spot in row]
                self.tops.update(zip(row, spread(wanted, sizes), strict=True))
        least = min(self.tops.values(), default=0.0)
        for spot in self.tops:
            self.tops[spot] += _MARGIN + _TITLE - least
        self.bottom = max((self.tops[spot] + self._size(spot) for spot in self.tops), default=0.0)
        self.height = self.bottom + _MARGIN + _LANE * (len(self.back) + bool(self.back))

    def _joined(self) -> tuple[dict[Spot, list[tuple[Spot, float]]], dict[Spot, list[tuple[Spot, float]]]]:
        """For each spot those it leads to, and those that lead to it, each with how much higher it wants to be.

        A door wants to be beside the middle of the room that it leads to, or the map would wander down the sheet.
        """
        ahead: dict[Spot, list[tuple[Spot, float]]] = {}
        behind: dict[Spot, list[tuple[Spot, float]]] = {}
        for spot, to, height in self._steps():
            ahead.setdefault(spot, []).append((to, self._size(to) / 2 - height))
            behind.setdefault(to, []).append((spot, height - self._size(to) / 2))
        return ahead, behind

    def _steps(self) -> Iterable[tuple[Spot, Spot, float]]:
        """Every step from a spot to one of the next columns, and at which height of the first it begins."""
        for spot, tos in self.placed.ahead.items():
            if isinstance(spot, tuple):
                yield from ((spot, to, self._enter(spot)) for to in tos)
                continue
            for height, door in zip(self.faces[spot].doors, self.of.rooms[spot].doors, strict=True):
                if (spot, door.to) not in self.placed.back:
                    yield spot, self._next(spot, door.to), height

    def _next(self, room: str, to: str) -> Spot:
        rest = (to, self.column[room] + 1)
        return rest if rest in self.column and self.column[to] > self.column[room] + 1 else to

    def _wanted(self, spot: Spot, joined: Sequence[tuple[Spot, float]]) -> float:
        return sum(self.tops[one] + lower for one, lower in joined) / len(joined) if joined else self.tops[spot]

    def _size(self, spot: Spot) -> float:
        return _REST if isinstance(spot, tuple) else self.faces[spot].height

    def _enter(self, spot: Spot) -> float:
        return _REST / 2 if isinstance(spot, tuple) else self.faces[spot].enter

    def corner(self, spot: Spot) -> Point:
        return self.lefts[self.column[spot]], self.tops[spot]

    def _entrance(self, spot: Spot) -> Point:
        x, y = self.corner(spot)
        return x, y + self._enter(spot)

    def leaving(self, name: str) -> Iterable[Line]:
        """The first piece of every way out of a room that does not go back."""
        x, y = self.corner(name)
        for height, door in zip(self.faces[name].doors, self.of.rooms[name].doors, strict=True):
            if (name, door.to) not in self.placed.back:
                to = self._next(name, door.to)
                yield Line(((x + WIDTH, y + height), self._entrance(to)), True, isinstance(to, str))

    def resting(self) -> Iterable[Line]:
        """What long ways do in the columns that they pass: straight through, and on to the next."""
        for spot, tos in self.placed.ahead.items():
            if isinstance(spot, tuple):
                x, y = self._entrance(spot)
                yield Line(((x, y), (x + WIDTH, y)), False, False)
                for to in tos:
                    yield Line(((x + WIDTH, y), self._entrance(to)), True, isinstance(to, str))

    def going_back(self) -> Iterable[Line]:
        """The ways that go back: down beside their column, along under everything, and up to where they lead."""
        for lane, to in enumerate(self.back, start=1):
            below = self.bottom + _LANE * lane
            column = self.column[to]
            x, y = self._entrance(to)
            y += _ENTER_BACK
            up = x - _CHANNEL * (self.entries[column].index(to) + 2)
            for name in sorted(
                {room for room, back_to in self.placed.back if back_to == to}, key=self.column.__getitem__
            ):
                yield from self._return(name, to, below, (up, y), x)

    def _return(self, name: str, to: str, below: float, up: Point, x: float) -> Iterable[Line]:
        left, top = self.corner(name)
        column = self.column[name]
        down = left + WIDTH + _CHANNEL * (self.exits[column].index(to) + 1)
        label = f"back to {to}"
        for height, door in zip(self.faces[name].doors, self.of.rooms[name].doors, strict=True):
            if door.to == to:
                begin = (left + WIDTH, top + height)
                points = (begin, (down, begin[1]), (down, below), (up[0], below), up, (x, up[1]))
                yield Line(points, False, True, True, label)
                label = ""


def _returns(of: Building, placed: Columns, column: Mapping[Spot, int]) -> dict[str, set[int]]:
    """For each room that ways go back to, the columns they come from; the shortest way back first."""
    froms: dict[str, set[int]] = {}
    for name, to in sorted(placed.back, key=lambda way: (column[way[0]] - column[way[1]], way)):
        froms.setdefault(to, set()).add(column[name])
    return froms


def spread(wanted: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Tops that are as near to the wanted ones as they can be, in their order, each below the one before.

    Rooms that want to stand in the same place share the difference (the pool of adjacent violators).
    """
    pools: list[tuple[float, int]] = []  # the sum of what is wanted, without what stands above, and of how many
    above = 0.0
    for want, size in zip(wanted, sizes, strict=True):
        total, count = want - above, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
        above += size
    tops: list[float] = []
    above = 0.0
    starts = [total / count for total, count in pools for _ in range(count)]
    for start, size in zip(starts, sizes, strict=True):
        tops.append(start + above)
        above += size
    return tops
