"""The space as a graph: its circles, what can be reached from where, and the least and the most along all paths."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from hrtrainer.checks.space import Answer, Path, Space, named

Gain = Callable[[Answer], int]


@dataclass(frozen=True, slots=True)
class Graph:
    """`parts` are the decisions in groups, those nearest to an ending first; a group of several is a circle.

    `open` says for each decision, as bits, which endings can still be reached.
    """

    space: Space
    parts: tuple[tuple[int, ...], ...]
    circles: frozenset[int]
    open: tuple[int, ...]


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


def graph(space: Space) -> Graph:
    """The graph of a complete space."""
    parts = tuple(_parts(space))
    circles = {at for part in parts if len(part) > 1 for at in part}
    circles |= {at for at, decision in enumerate(space.decisions) if any(a.to == at for a in decision.answers)}
    opened = [0] * len(space.decisions)
    for part in parts:
        tos = (answer.to for at in part for answer in space.decisions[at].answers)
        found = reduce(or_, (opened[to] if to >= 0 else 1 << (-1 - to) for to in tos), 0)
        for at in part:
            opened[at] = found
    return Graph(space, parts, frozenset(circles), tuple(opened))


def plays(whole: Graph) -> int | None:
    """How many plays there are: each day, and each row of answers to an ending. None: no upper bound."""
    if any(whole.open[at] for at in whole.circles):
        return None
    counts = [0] * len(whole.open)
    for part in whole.parts:
        for at in part:
            tos = [answer.to for answer in whole.space.decisions[at].answers] if whole.open[at] else []
            counts[at] = sum(counts[to] if to >= 0 else 1 for to in tos)
    return sum(counts[answer.to] if answer.to >= 0 else 1 for _, answer in whole.space.openings)


def span(whole: Graph, gain: Gain, first: Gain = lambda opening: 0) -> Span | None:
    """The least and the most of something that answers add to (never take from). None: nothing comes to an end.

    `first` is what the opening adds, before anything is answered.
    """
    least = _extent(whole, gain, first, most=False)
    if least is None:
        return None
    most = _endless(whole, gain) or _extent(whole, gain, first, most=True)
    assert most is not None
    return Span(least, most)


def _endless(whole: Graph, gain: Gain) -> Extent | None:
    """An answer within a circle that adds: it can be given for ever, and an ending be reached still."""
    if not whole.circles:
        return None
    home = {at: number for number, part in enumerate(whole.parts) for at in part}
    for at in sorted(whole.circles):
        decision = whole.space.decisions[at]
        for answer in decision.answers if whole.open[at] else ():
            if answer.to >= 0 and home[answer.to] == home[at] and gain(answer) > 0:
                return Extent(None, whole.space.path(at, named(decision, answer)))
    return None


def _extent(whole: Graph, gain: Gain, first: Gain, most: bool) -> Extent | None:
    values: list[int | None] = [None] * len(whole.open)
    taken: dict[int, Answer] = {}
    for part in whole.parts:
        if whole.open[part[0]]:
            _settle(whole, part, gain, most, values, taken)
    found: tuple[int, int] | None = None
    for number, (_, answer) in enumerate(whole.space.openings):
        after = 0 if answer.to < 0 else values[answer.to]
        count = None if after is None else after + first(answer)
        if count is not None and (found is None or (count > found[0] if most else count < found[0])):
            found = count, number
    return None if found is None else Extent(found[0], _followed(whole.space, found[1], taken))


def _settle(
    whole: Graph, part: tuple[int, ...], gain: Gain, most: bool, values: list[int | None], taken: dict[int, Answer]
) -> None:
    """The best of each decision of a group. A change must be for the better, so that no path goes round in circles."""
    decisions, again = whole.space.decisions, True
    while again:
        again = False
        for at in part:
            value = values[at]
            for answer in decisions[at].answers:
                after = 0 if answer.to < 0 else values[answer.to]
                if after is None:
                    continue
                after += gain(answer)
                if value is None or (after > value if most else after < value):
                    value, taken[at] = after, answer
                    again = len(part) > 1
            values[at] = value


def _followed(space: Space, number: int, taken: dict[int, Answer]) -> Path:
    days, answer = space.openings[number]
    answers = []
    while answer.to >= 0:
        decision, answer = space.decisions[answer.to], taken[answer.to]
        answers.append(named(decision, answer))
    return Path(tuple(sorted(days)), tuple(answers))


def _parts(space: Space) -> Iterator[tuple[int, ...]]:
    """The strongly connected groups of decisions, each after all that it leads to (Tarjan's way, without recursion)."""
    ahead = [[answer.to for answer in decision.answers if answer.to >= 0] for decision in space.decisions]
    index, low = [-1] * len(ahead), [0] * len(ahead)
    closed = [False] * len(ahead)
    stack: list[int] = []
    count = 0
    for root in range(len(ahead)):
        work = [(root, 0)] if index[root] < 0 else []
        while work:
            at, next_one = work.pop()
            if next_one == 0:
                index[at] = low[at] = count
                count += 1
                stack.append(at)
            for number in range(next_one, len(ahead[at])):
                to = ahead[at][number]
                if index[to] < 0:
                    work += [(at, number + 1), (to, 0)]
                    break
                if not closed[to]:
                    low[at] = min(low[at], low[to])
            else:
                if low[at] == index[at]:
                    part = _popped(stack, at)
                    for one in part:
                        closed[one] = True
                    yield part
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[at])


def _popped(stack: list[int], down_to: int) -> tuple[int, ...]:
    part = [stack.pop()]
    while part[-1] != down_to:
        part.append(stack.pop())
    return tuple(sorted(part))
