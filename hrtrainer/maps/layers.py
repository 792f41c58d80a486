"""Columns for the rooms of a map: who stands in which one, and in which order, so that few ways cross.

The usual layered drawing: ways that go back are set apart, every room stands as far along as its longest way from the
beginning, a way over several columns gets a resting place in each, and the order comes from the middle of neighbours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_SWEEPS = 12
MOST_RESTS = 20_000
"""Resting places of long ways. Where there would be more, long ways are drawn straight across."""

Rest = tuple[str, int]
"""A resting place: where the ways through it lead, and the column. Ways to one room share it."""
Spot = str | Rest


@dataclass(slots=True)
class Columns:
    """The columns from left to right, each from top to bottom.

    `ahead` lists for each spot those it leads to in the next column; `back` the ways (from, to) that go back.
    """

    rows: list[list[Spot]]
    ahead: dict[Spot, list[Spot]] = field(default_factory=dict)
    back: frozenset[tuple[str, str]] = frozenset()


def columns(ways: Mapping[str, Sequence[str]], first: str, last: Iterable[str]) -> Columns:
    """The columns of some rooms. `ways` says for each where its doors lead, in order; `last` stand in the last one."""
    back, order = _backward(ways, first)
    forward = {room: [to for to in dict.fromkeys(tos) if (room, to) not in back] for room, tos in ways.items()}
    at = _longest(forward, order)
    end = max(at.values(), default=0)
    at |= {room: end for room in last}
    placed = Columns([[] for _ in range(end + 1)], back=back)
    rests = sum(max(0, at[to] - at[room] - 1) for room, tos in forward.items() for to in tos)
    for room in order:
        placed.rows[at[room]].append(room)
    for room in order:
        for to in forward[room]:
            _join(placed, room, to, at, rests <= MOST_RESTS)
    _order(placed)
    return placed


def _backward(ways: Mapping[str, Sequence[str]], first: str) -> tuple[frozenset[tuple[str, str]], list[str]]:
    """The ways that lead back to where one has come from, and all rooms, each before those it leads on to."""
    back: set[tuple[str, str]] = set()
    done: list[str] = []
    state: dict[str, int] = {}  # 1: on the way that is being walked; 2: all behind it is known
    for root in (first, *ways):
        stack = [] if root in state else [(root, iter(ways[root]))]
        state.setdefault(root, 1)
        while stack:
            room, ahead = stack[-1]
            for to in ahead:
                if state.get(to) == 1:
                    back.add((room, to))
                elif to not in state:
                    state[to] = 1
                    stack.append((to, iter(ways[to])))
                    break
            else:
                state[room] = 2
                done.append(room)
                stack.pop()
    return frozenset(back), done[::-1]


def _longest(forward: Mapping[str, Sequence[str]], order: Iterable[str]) -> dict[str, int]:
    at = dict.fromkeys(forward, 0)
    for room in order:
        for to in forward[room]:
            at[to] = max(at[to], at[room] + 1)
    return at


def _join(placed: Columns, room: str, to: str, at: Mapping[str, int], rests: bool) -> None:
    """Lead from a room to another over a resting place in every column between them."""
    spot: Spot = room
    for column in range(at[room] + 1, at[to]) if rests else ():
        rest = (to, column)
        known = rest in placed.ahead
        placed.ahead.setdefault(rest, [])
        placed.ahead.setdefault(spot, []).append(rest)
        if known:
            return  # from here on others have gone the same way
        placed.rows[column].append(rest)
        spot = rest
    placed.ahead.setdefault(spot, []).append(to)


def _order(placed: Columns) -> None:
    """Put every column into the order of its neighbours' middle, forwards and backwards; the best order is kept."""
    best, fewest = [list(row) for row in placed.rows], _crossings(placed)
    for sweep in range(_SWEEPS):
        onwards = sweep % 2 == 0
        rows = placed.rows if onwards else placed.rows[::-1]
        for row, following in pairwise(rows):
            pulls = _pulls_ahead(row, placed) if onwards else _pulls_back(row, following, placed)
            middle = {spot: _mean(pulls.get(spot, ()), at) for at, spot in enumerate(following)}
            following.sort(key=middle.__getitem__)
        if (crossings := _crossings(placed)) < fewest:
            best, fewest = [list(row) for row in placed.rows], crossings
    placed.rows[:] = best


def _pulls_ahead(row: Sequence[Spot], placed: Columns) -> dict[Spot, list[float]]:
    """For each spot of the next column, from how far up or down it is led to; upper doors count as higher up."""
    pulls: dict[Spot, list[float]] = {}
    for at, spot in enumerate(row):
        tos = placed.ahead.get(spot, ())
        for door, to in enumerate(tos):
            pulls.setdefault(to, []).append(at + door / len(tos))
    return pulls


def _pulls_back(row: Sequence[Spot], before: Sequence[Spot], placed: Columns) -> dict[Spot, list[float]]:
    place = {spot: float(at) for at, spot in enumerate(row)}
    return {spot: [place[to] for to in placed.ahead.get(spot, ()) if to in place] for spot in before}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(placed: Columns) -> int:
    """How many ways cross between neighbouring columns: pairs that stand the other way round, counted in a tree."""
    crossings = 0
    for row, following in pairwise(placed.rows):
        place = {spot: at for at, spot in enumerate(following, start=1)}
        ends = [place[to] for spot in row for to in placed.ahead.get(spot, ()) if to in place]
        tree = [0] * (len(following) + 1)
        for passed, at in enumerate(ends):
            below = 0
            one = at
            while one:
                below += tree[one]
                one &= one - 1
            crossings += passed - below
            one = at
            while one < len(tree):
                tree[one] += 1
                one += one & -one
    return crossings
