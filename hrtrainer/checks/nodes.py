"""The parts of a flow: nodes, the arcs between them, and the conditions that are asked on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hrtrainer.checks.layout import Shift
from hrtrainer.scenario.condition import Condition
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import Choice, Ending, Line, Otherwise, Scene, Way

Days = tuple[tuple[str, str], ...]


@dataclass(slots=True, eq=False)
class Asked:
    """A condition where it stands, and whether it has held and has not held when it was asked there."""

    where: str
    condition: Condition
    spot: Spot
    of: Choice | Line | Way | Ending
    yes: bool = False
    no: bool = False


class Ask(NamedTuple):
    """A condition asked at a node: in which states, in which of them it holds, and after which answer (if one)."""

    asked: Asked
    within: int
    holds: int
    answer: Choice | Otherwise | None


@dataclass(slots=True, eq=False)
class Node:
    """A place with one value of the key. `scene` is None for endings, for `end`, and for the beginning.

    `offers` are the choices of a scene, each with the states in which it can be taken.
    """

    number: int
    rank: int
    name: str
    key: int
    scene: Scene | None
    ending: Ending | None
    arcs: list["Arc"] = field(default_factory=list)
    into: list["Arc"] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    offers: list[tuple[Choice, int]] = field(default_factory=list)

    @property
    def decides(self) -> bool:
        """Whether something is answered here."""
        return self.scene is not None and bool(self.scene.choices)


@dataclass(slots=True, eq=False)
class Arc:
    """The states in which one way is taken, and how they change. `answer` is None where nothing is answered."""

    node: Node
    to: Node
    mask: int
    shifts: tuple[Shift, ...]
    answer: Choice | Otherwise | None
    days: Days = ()

    def image(self, states: int) -> int:
        """Where states lead."""
        states &= self.mask
        if states:
            for parts in self.shifts:
                moved = 0
                for mask, far in parts:
                    moved |= (states & mask) << far if far >= 0 else (states & mask) >> -far
                states = moved
        return states

    def before(self, states: int) -> int:
        """The states that lead into these."""
        return self.mask & before(self.shifts, states)

    @property
    def choice(self) -> Choice | None:
        """The choice that is taken, if it is one."""
        return self.answer if isinstance(self.answer, Choice) else None


def before(shifts: Sequence[Shift], states: int) -> int:
    """The states that some shifts bring into these."""
    for parts in reversed(shifts):
        found = 0
        for mask, far in parts:
            found |= (states >> far if far >= 0 else states << -far) & mask
        states = found
    return states
