"""What is written on a room of the map, line by line, how high the room is, and at which height its doors are."""

from dataclasses import dataclass

from hrtrainer.maps.letters import lines
from hrtrainer.maps.rooms import Door, Room

WIDTH = 250.0
INSET = 12.0
SIZES = {"name": 15.0, "ending": 13.0, "sign": 12.0, "note": 13.0, "said": 13.0, "own": 13.0, "when": 12.0}
"""The kinds of writing, and the size of each."""
_LEADING = 1.3
_GAP = 7.0
_DOOR_ROOM = 14.0
"""Left free at the right, where the ways begin."""


@dataclass(frozen=True, slots=True)
class Written:
    """One line of writing: its kind, and the height of its base line below the top of the room."""

    kind: str
    text: str
    base: float


@dataclass(frozen=True, slots=True)
class Face:
    """A room as it looks. `doors` are the heights at which ways leave, `rules` those of the lines across the room."""

    written: tuple[Written, ...]
    rules: tuple[float, ...]
    doors: tuple[float, ...]
    enter: float
    height: float


def face(room: Room) -> Face:
    """The face of a room."""
    making = _Making()
    making.write("name", room.name)
    enter = making.height / 2 + _GAP / 2
    if room.ending:
        making.write("ending", room.ending)
    if room.signs:
        making.write("sign", " · ".join(room.signs))
    for note in room.notes:
        making.write("note", note)
    for door in room.doors:
        making.door(door)
    return Face(tuple(making.written), tuple(making.rules), tuple(making.doors), enter, making.height + _GAP)


class _Making:
    def __init__(self) -> None:
        self.written: list[Written] = []
        self.rules: list[float] = []
        self.doors: list[float] = []
        self.height = _GAP

    def write(self, kind: str, text: str) -> None:
        size = SIZES[kind]
        for line in lines(text, size, WIDTH - 2 * INSET - (_DOOR_ROOM if kind in ("said", "own", "when") else 0)):
            self.height += size * _LEADING
            self.written.append(Written(kind, line, self.height - size * (_LEADING - 1)))

    def door(self, door: Door) -> None:
        """A door: what is said begins a new part of the room; a further way of the same choice does not."""
        if door.said:
            self.height += _GAP
            self.rules.append(self.height)
            self.height += _GAP / 2
        top = self.height
        self.write("own" if door.own else "said", door.said)
        self.write("when", door.when)
        self.doors.append((top + self.height) / 2)
