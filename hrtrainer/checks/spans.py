"""The least and the most of something that arcs add to, over all plays that come to an ending, each with a witness.

The least goes level by level: what can be come to without adding, then with one more, until an ending is met. The most,
where nothing goes back, is the least of what is missed: each arc costs what it stays behind the best that could follow
if no condition stood in the way. Where scenes go back, it is followed upwards, until no more can be added, or until
adding changes nothing any more: then there is no upper bound.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hrtrainer.checks.nearest import nearest
from hrtrainer.checks.nodes import Arc, Node
from hrtrainer.checks.space import Path, Space, named, path_of
from hrtrainer.checks.sweep import States, Sweep

Gain = Callable[[Arc], bool]
"""Whether an arc adds one."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The least or the most that a play can count, and a path that does. `count` is None where there is no upper bound.

    Then the path ends with an answer that counts and can be given again and again.
    """

    count: int | None
    path: Path


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most over all plays that come to an ending."""

    least: Extent
    most: Extent


def span(space: Space, gain: Gain) -> Span | None:
    """The least and the most over all plays of a complete space. None: no play comes to an end."""
    gaining = {arc: 1 for node in space.reached for arc in node.arcs if gain(arc)}
    least = _cheapest(space, gaining)
    if least is None:
        return None
    return Span(least, _climbed(space, gaining) if space.returning else _most(space, gaining))


def _cheapest(space: Space, costs: Mapping[Arc, int]) -> Extent | None:
    sweep = Sweep(costs, space.alive, ahead={0: {space.flow.root: 1}})
    while sweep.ahead:
        level = min(sweep.ahead)
        if not sweep.flood(level, lambda node, new: node.ending is None):
            last = sweep.batches[-1]
            return Extent(level, path_of(sweep.trail(len(sweep.batches) - 1, last.states & -last.states)))
    return None


def _most(space: Space, gaining: Mapping[Arc, int]) -> Extent:
    """The most where nothing goes back."""
    alive = space.alive or {}
    best: dict[Node, int] = {}
    costs: dict[Arc, int] = {}
    for node in sorted(alive, key=lambda node: -node.rank):
        found = [(gaining.get(arc, 0) + best[arc.to], arc) for arc in node.arcs if arc.to in best]
        best[node] = max((value for value, _ in found), default=0)
        for value, arc in found:
            if value < best[node]:
                costs[arc] = best[node] - value
    missed = _cheapest(space, costs)
    assert missed is not None
    assert missed.count is not None
    return Extent(best[space.flow.root] - missed.count, missed.path)


def _climbed(space: Space, gaining: Mapping[Arc, int]) -> Extent:
    """The most where scenes go back: on each level stands what can be come to with at least so much."""
    sweep = Sweep({}, space.alive, ahead={0: {space.flow.root: 1}})
    level, before = 0, -1
    while True:
        reached, sweep.done = sweep.done, {}
        begun = len(sweep.batches)
        sweep.flood(level)
        if sweep.done == reached:
            return _endless(space, sweep, begun, gaining)
        if not sweep.done:
            break
        before = begun
        sweep.ahead[level + 1] = _added(sweep, begun, gaining)
        level += 1
    at = next(at for at in range(before, len(sweep.batches)) if sweep.batches[at].node.ending)
    state = sweep.batches[at].states
    return Extent(level - 1, path_of(sweep.trail(at, state & -state, _climbing(gaining))))


def _climbing(gaining: Mapping[Arc, int]) -> Callable[[int, Arc, int], bool]:
    return lambda low, arc, high: low == high or (low + 1 == high and arc in gaining)


def _added(sweep: Sweep, begun: int, gaining: Mapping[Arc, int]) -> States:
    found: States = {}
    for batch in sweep.batches[begun:]:
        for arc in batch.node.arcs:
            if arc in gaining:
                found[arc.to] = found.get(arc.to, 0) | arc.image(batch.states)
    return found


def _endless(space: Space, sweep: Sweep, begun: int, gaining: Mapping[Arc, int]) -> Extent:
    """An answer that adds and can be given again and again: found by going back until a state comes up twice.

    The last two levels are the same set. Each of its states comes from one that is in it too, so going back never ends.
    """

    def fits(low: int, arc: Arc, high: int) -> bool:
        return low + 1 == high if arc in gaining else low == high

    at = begun
    state = sweep.batches[at].states & -sweep.batches[at].states
    met: set[tuple[Node, int]] = set()
    while True:
        found = sweep.earlier(at, state, fits)
        assert found is not None
        arc, at, state = found
        node = arc.node
        if at < begun:  # an arc that adds leads from the level below, where the same states are
            at = next(
                later
                for later in range(begun, len(sweep.batches))
                if sweep.batches[later].node is node and sweep.batches[later].states & state
            )
            if (node, state) in met and arc.answer is not None:
                way = nearest(space, {"": {node: state}})[""]
                return Extent(None, Path(way.days, (*way.answers, named(arc))))
            met.add((node, state))
