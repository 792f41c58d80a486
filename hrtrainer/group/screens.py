"""Which screen the room sees: chosen by a person, never guessed; what happens when screens come and go."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Display:
    """A screen as the system tells of it. `name` is its plug, `make` what was built; the rectangle is in its units."""

    name: str
    make: str
    x: int
    y: int
    width: int
    height: int

    def overlaps(self, other: "Display") -> bool:
        """Whether both show some of the same picture."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return across > 0 and down > 0

    def is_same_as(self, other: "Display") -> bool:
        """Whether it is the same thing, perhaps in another place or size."""
        return (self.name, self.make) == (other.name, other.make)


class Standing(StrEnum):
    """How screens stand. The value stands in the log of a room."""

    TWO = "two"
    ONE = "one"
    UNKNOWN = ""


class Change(StrEnum):
    """What became of the room's screen."""

    NOTHING = "nothing"
    MOVED = "moved"
    LOST = "lost"
    RETURNED = "returned"


def pictures(displays: Sequence[Display]) -> tuple[tuple[Display, ...], ...]:
    """The screens by what they show: mirrored ones, and any that overlap, count as one."""
    groups: list[list[Display]] = []
    for one in displays:
        mine = [group for group in groups if any(one.overlaps(other) for other in group)]
        groups = [group for group in groups if group not in mine]
        groups.append([*(other for group in mine for other in group), one])
    order = {display: at for at, display in enumerate(displays)}
    groups.sort(key=lambda group: min(order[display] for display in group))
    return tuple(tuple(sorted(group, key=order.__getitem__)) for group in groups)


def found(chosen: Display, displays: Sequence[Display]) -> Display | None:
    """The screen that was chosen, as it stands now; None when it is gone, or shows the same as all others.

    A screen of the same make on another plug is taken for it where there is only one; anything else is asked about.
    """
    if len(pictures(displays)) < 2:
        return None
    same = [one for one in displays if one.is_same_as(chosen)]
    alike = [one for one in displays if chosen.make and one.make == chosen.make]
    return same[0] if same else alike[0] if len(alike) == 1 else None


def standing(chosen: Display | None, displays: Sequence[Display]) -> Standing:
    """How the screens stand now."""
    if len(pictures(displays)) < 2:
        return Standing.ONE
    return Standing.TWO if chosen is not None and found(chosen, displays) is not None else Standing.UNKNOWN


def change(chosen: Display | None, there: bool, displays: Sequence[Display]) -> tuple[Change, Display | None]:
    """What became of the room's screen now that the screens are these, and where it is. `there`: it was, until now."""
    now = found(chosen, displays) if chosen is not None else None
    if now is None:
        return (Change.LOST if there else Change.NOTHING), None
    if not there:
        return Change.RETURNED, now
    return (Change.NOTHING if now == chosen else Change.MOVED), now


def others(chosen: Display, displays: Sequence[Display]) -> tuple[Display, ...]:
    """The screens on which notes may stand: those that show nothing of the room's."""
    return tuple(one for group in pictures(displays) if chosen not in group for one in group)
