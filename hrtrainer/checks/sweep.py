"""Following sets of states through a flow, forwards and backwards, and finding the way by which one was come to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from hrtrainer.checks.nodes import Arc, Node

States = dict[Node, int]
"""For each node a set of states."""
Fits = Callable[[int, Arc, int], bool]
Met = Callable[[Node, int], bool]
"""Told of the new states of a node; says whether to go on."""


class Batch(NamedTuple):
    """States of a node that were come to together, at a level, later than all batches before it."""

    node: Node
    states: int
    level: int


@dataclass(slots=True)
class Sweep:
    """States followed forwards, level by level. No state is followed twice.

    `costs` says how many levels further up an arc leads; other arcs stay on their level. `within` is what may be met.
    """

    costs: Mapping[Arc, int]
    within: Mapping[Node, int] | None = None
    done: States = field(default_factory=dict)
    batches: list[Batch] = field(default_factory=list)
    ahead: dict[int, States] = field(default_factory=dict)
    _at: dict[Node, list[int]] = field(default_factory=dict)
    _placed: int = 0

    def flood(self, level: int, met: Met | None = None) -> bool:
        """Follow what lies ahead on a level. Returns whether it was followed to its end."""
        pending = self.ahead.pop(level, {})
        heap = [(node.rank, node.number, node) for node in pending]
        heapify(heap)
        done, costs = self.done, self.costs
        while heap:
            node = heappop(heap)[2]
            new, old = pending.pop(node), done.get(node, 0)
            new ^= new & old
            if self.within is not None:
                new &= self.within.get(node, 0)
            if not new:
                continue
            done[node] = old | new
            self.batches.append(Batch(node, new, level))
            if met is not None and not met(node, new):
                return False
            for arc in node.arcs:
                moved = arc.image(new)
                if not moved:
                    continue
                to = arc.to
                if costs.get(arc):
                    row = self.ahead.setdefault(level + costs[arc], {})
                    row[to] = row.get(to, 0) | moved
                elif to in pending:
                    pending[to] |= moved
                else:
                    pending[to] = moved
                    heappush(heap, (to.rank, to.number, to))
        return True

    def trail(self, at: int, state: int, fits: Fits | None = None) -> list[Arc]:
        """The arcs by which a state of a batch was first come to, from where the sweep began. `state` is a set of one.

        `fits` says whether an arc may lead from a level to a level; without it, it goes by the costs.
        """
        arcs: list[Arc] = []
        while (found := self.earlier(at, state, fits or self._costing)) is not None:
            arc, at, state = found
            arcs.append(arc)
        return arcs[::-1]

    def earlier(self, at: int, state: int, fits: Fits) -> tuple[Arc, int, int] | None:
        """What led to a state of a batch: the arc, and a state of an earlier batch. None at the beginning."""
        batch = self.batches[at]
        places = self._places()
        for arc in batch.node.into:
            source = arc.before(state)
            for earlier in places.get(arc.node, ()) if source else ():
                if earlier >= at:
                    break
                found = source & self.batches[earlier].states
                if found and fits(self.batches[earlier].level, arc, batch.level):
                    return arc, earlier, found & -found
        return None

    def _costing(self, low: int, arc: Arc, high: int) -> bool:
        return low + self.costs.get(arc, 0) == high

    def _places(self) -> dict[Node, list[int]]:
        """Where the batches of each node stand, as far as they were made."""
        for at in range(self._placed, len(self.batches)):
            self._at.setdefault(self.batches[at].node, []).append(at)
        self._placed = len(self.batches)
        return self._at


def back(seeds: Iterable[tuple[Node, int]], within: Mapping[Node, int], follow: Callable[[Arc], bool]) -> States:
    """The states within a set from which one of the seeds can be reached along some arcs, the seeds themselves too."""
    pending: States = {}
    for node, states in seeds:
        pending[node] = pending.get(node, 0) | states
    heap = [(-node.rank, node.number, node) for node in pending]
    heapify(heap)
    done: States = {}
    while heap:
        node = heappop(heap)[2]
        old = done.get(node, 0)
        new = pending.pop(node) & within.get(node, 0)
        new ^= new & old
        if not new:
            continue
        done[node] = old | new
        for arc in node.into:
            if not follow(arc):
                continue
            moved = arc.before(new)
            if not moved:
                continue
            if arc.node in pending:
                pending[arc.node] |= moved
            else:
                pending[arc.node] = moved
                heappush(heap, (-arc.node.rank, arc.node.number, arc.node))
    return done
