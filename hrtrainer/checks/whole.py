"""The spaces of a scenario: one of what can be chosen and what follows, and one for each group of lines beside it.

What only lines ask about changes nothing that follows. So it is not remembered in the space of the ways; each group of
lines that ask about the same things is followed in a space of its own, with those things and no others. Each of them is
small and exact, where one space for all lines together would be far larger and say no more.
"""

from collections.abc import Iterator
from typing import NamedTuple

from hrtrainer.checks.findings import Fixed, Never, fixed, lines_never
from hrtrainer.checks.live import Thing, deciding, of_lines, things_of
from hrtrainer.checks.nodes import Asked
from hrtrainer.checks.space import MOST_NODES, MOST_STATES, Progress, Space, explore
from hrtrainer.scenario.model import Scenario

LINES_TIMES = 4
"""A file with many groups of lines, each with much to follow, would keep its writer waiting; those left are told of."""


class Whole(NamedTuple):
    """`ways` answers all but the lines that ask about more; `lines` are the spaces for those."""

    ways: Space
    lines: tuple[Space, ...]

    @property
    def lines_complete(self) -> bool:
        """Whether all that lines ask about was followed to its end."""
        return self.ways.complete and all(space.complete for space in self.lines)

    def fixed(self) -> tuple[Fixed, ...]:
        """The conditions that say the same each time they are asked, in the order of the file."""
        return fixed(self._asked())

    def lines_never(self) -> tuple[Never, ...]:
        """The lines that are never said, where what they stand in is reached, in the order of the file."""
        return lines_never(self._asked())

    def undo(self) -> None:
        """Let go of all that was explored, once what it tells is told."""
        for space in (self.ways, *self.lines):
            space.flow.undo()

    def _asked(self) -> list[Asked]:
        """What was asked in spaces followed to their end. The ways are asked in each; the first answers for them."""
        return sorted({id(one.of): one for one in self._all()}.values(), key=lambda one: one.spot)

    def _all(self) -> Iterator[Asked]:
        for space in (*self.lines, self.ways) if self.ways.complete else ():
            if space.complete:
                yield from space.asked


def explore_whole(
    scenario: Scenario, progress: Progress | None = None, most: int = MOST_STATES, most_nodes: int = MOST_NODES
) -> Whole:
    """Explore a scenario. `progress` is told now and then how many states were explored.

    `most_nodes` is for the ways, and for each group; all groups together have room for LINES_TIMES as many.
    """
    ways = explore(scenario, progress=progress, most=most, most_nodes=most_nodes)
    lines: list[Space] = []
    left = most_nodes * LINES_TIMES
    for group in _groups(scenario) if ways.complete else ():
        lines.append(explore(scenario, group, progress, most, min(most_nodes, left)))
        left = max(0, left - lines[-1].room)
    return Whole(ways, tuple(lines))


def _groups(scenario: Scenario) -> list[frozenset[Thing]]:
    """What lines ask about beyond what decides; a group within another goes with that."""
    asked = of_lines(scenario)
    known = frozenset(deciding(scenario)) if asked else frozenset()
    found = {frozenset(things_of(condition)) - known for condition in asked} - {frozenset()}
    largest = [one for one in found if not any(one < other for other in found)]
    return sorted(largest, key=sorted)
