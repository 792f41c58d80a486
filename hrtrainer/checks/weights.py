"""A weight for each state of a node, side by side in one number: how many plays come to it, or how likely it is.

It is the set of states with a lane of some bits in the place of each bit, so masks and shifts do here what they do
there, and where states fall together their weights are added.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from operator import add
from typing import TypeVar

from hrtrainer.checks.nodes import Arc, Node
from hrtrainer.checks.space import Space
from hrtrainer.checks.sweep import States

W = TypeVar("W")


@dataclass(slots=True)
class Lanes:
    """Lanes of `width` bits, for `size` states."""

    width: int
    size: int
    _wide: dict[int, int] = field(default_factory=dict)

    def wide(self, states: int) -> int:
        """A set of states with its bits as wide as lanes."""
        found = self._wide.get(states)
        if found is None:
            digits = f"{states:b}".replace("0", "o").replace("1", "1" * self.width).replace("o", "0" * self.width)
            found = self._wide[states] = int(digits, 2)
        return found

    def moved(self, arc: Arc, weights: int) -> int:
        """The weights where an arc leads."""
        weights &= self.wide(arc.mask)
        for parts in arc.shifts if weights else ():
            new = 0
            for mask, far in parts:
                part = weights & self.wide(mask)
                new += part << far * self.width if far >= 0 else part >> -far * self.width
            weights = new
        return weights

    def total(self, weights: int) -> int:
        """The sum of all lanes; it has to fit into one."""
        half = self.size
        while half > 1:
            half = (half + 1) // 2
            weights = (weights >> half * self.width) + (weights & ((1 << half * self.width) - 1))
        return weights


def pour(
    root: Node,
    weight: W,
    step: Callable[[Node, W], Iterable[tuple[Node, W]]],
    add: Callable[[W, W], W],
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Pass a weight on from the beginning until nothing is left of it. `tick` is called at each step.

    `step` says what goes where of the weight of a node; what comes together is added first. Where nothing goes back,
    each node is stepped through once; what goes back waits until all before it has been passed on.
    """
    later = {root: weight}
    while later:
        pending, later = later, {}
        heap = [(node.rank, node.number, node) for node in pending]
        heapify(heap)
        while heap:
            node = heappop(heap)[2]
            tick()
            for to, part in step(node, pending.pop(node)):
                ahead = to.rank > node.rank
                row = pending if ahead else later
                if ahead and to not in row:
                    heappush(heap, (to.rank, to.number, to))
                row[to] = add(row[to], part) if to in row else part


def plays(space: Space, tick: Callable[[], None] = lambda: None) -> int | None:
    """How many plays there are: each day, and each row of answers to an ending. None: no upper bound."""
    alive = space.alive or {}
    if space.returning and _endless(alive):
        return None
    size = space.flow.layout.size
    lanes = Lanes(_most_paths(space.flow.root, alive).bit_length() + size.bit_length(), size)
    found = 0

    def step(node: Node, weights: int) -> Iterator[tuple[Node, int]]:
        nonlocal found
        if node.ending is not None:
            found += lanes.total(weights)
        for arc in node.arcs:
            moved = lanes.moved(arc, weights) if arc.to in alive else 0
            if moved and space.returning:
                moved &= lanes.wide(alive[arc.to])
            if moved:
                yield arc.to, moved

    pour(space.flow.root, 1, step, add, tick)
    return found


def _most_paths(root: Node, alive: States) -> int:
    """More than the paths to any one node can be: all arcs along which states are left, as if each state took each."""
    most = 0

    def step(node: Node, weight: tuple[int, int]) -> Iterator[tuple[Node, tuple[int, int]]]:
        nonlocal most
        states, paths = weight
        if node.ending is not None:
            most += paths
        for arc in node.arcs:
            moved = arc.image(states) & alive.get(arc.to, 0)
            if moved:
                yield arc.to, (moved, paths)

    pour(root, (1, 1), step, lambda one, other: (one[0] | other[0], one[1] + other[1]))
    return most


def _endless(alive: States) -> bool:
    """Whether something can go round: are states left when those that lead to none go, again and again?"""
    left = dict(alive)
    heap = [(-node.rank, node.number, node) for node in left]
    heapify(heap)
    waiting = set(left)
    while heap:
        node = heappop(heap)[2]
        waiting.discard(node)
        states = 0
        for arc in node.arcs:
            states |= arc.before(left.get(arc.to, 0))
        states &= left[node]
        if states != left[node]:
            left[node] = states
            for arc in node.into:
                if arc.node in left and arc.node not in waiting:
                    waiting.add(arc.node)
                    heappush(heap, (-arc.node.rank, arc.node.number, arc.node))
    return any(left.values())
