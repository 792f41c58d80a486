"""The small-group rule against somebody who knows it, and how many people were there."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from hrtrainer.group.suppress import BANDS, COUNTS, HIDDEN, HIDDEN_CELL, Published, published


def votes(replies: int, voters: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many people can vote or pass."""
    if not replies:
        yield ()
        return
    for first in range(voters + 1):
        for rest in votes(replies - 1, voters - first):
            yield (first, *rest)


@dataclass
class Attacker:
    """Goes through every vote there could have been and keeps those that would have been printed the same."""

    cells: dict[Published, list[set[int]]] = field(default_factory=dict)

    def learn(self, totals: tuple[int, ...], voters: int) -> None:
        shown = published(totals, voters)
        known = self.cells.setdefault(shown, [set() for _ in range(len(totals) + 1)])
        for values, cell in zip(known, (*totals, voters - sum(totals)), strict=True):
            values.add(cell)

    def computed(self) -> list[tuple[Published, list[set[int]]]]:
        """The tables that give a cell of one or two away, or that one or two people passed."""
        return [
            (shown, known)
            for shown, known in self.cells.items()
            if any(len(values) == 1 and 0 < min(values) < 3 for values in known)
        ]


@pytest.mark.parametrize("voters", range(1, 41))
def test_no_table_lets_a_count_of_one_or_two_be_worked_out(voters: int) -> None:
    for replies in (2, 3) if voters > 18 else (2, 3, 4):
        attacker = Attacker()
        for totals in votes(replies, voters):
            attacker.learn(totals, voters)
        assert attacker.computed() == []


@pytest.mark.parametrize("voters", range(19, 41))
def test_nor_does_one_of_four_or_five_replies_drawn_at_random(voters: int) -> None:
    chance = random.Random(voters)
    for replies in (4, 5):
        attacker = Attacker()
        drawn = []
        for _ in range(40):
            left, totals = voters, []
            for _ in range(replies):
                totals.append(chance.choice([0, 1, 2, chance.randint(0, left)]) if left > 2 else 0)
                left -= totals[-1]
            drawn.append(tuple(totals))
        shown = {published(totals, voters) for totals in drawn}
        for totals in drawn:
            for near in _near(totals, voters):
                if published(near, voters) in shown:
                    attacker.learn(near, voters)
        assert attacker.computed() == []


def _near(totals: tuple[int, ...], voters: int) -> Iterator[tuple[int, ...]]:
    """The vote itself and those that differ by a few hands: enough to leave a cell open, where it is open at all."""
    yield totals
    for at in range(len(totals)):
        for by in (-3, -2, -1, 1, 2, 3):
            near = (*totals[:at], totals[at] + by, *totals[at + 1 :])
            if near[at] >= 0 and sum(near) <= voters:
                yield near
            for to in range(len(totals)):
                moved = list(near)
                moved[to] -= by
                if min(moved) >= 0 and sum(moved) <= voters:
                    yield tuple(moved)


@pytest.mark.parametrize(
    ("totals", "voters", "by", "cells"),
    [
        ((12, 9, 3, 0), 24, COUNTS, ("12", "9", "3", "0")),
        ((12, 9, 2, 0), 23, BANDS, ("about half", "some", "some", "none")),
        ((12, 9, 0, 0), 22, BANDS, ("about half", "about half", "none", "none")),  # one person passed
        ((20, 3, 0, 0), 23, COUNTS, ("20", "3", "0", "0")),
        ((20, 1, 0, 0), 24, BANDS, ("most", "some", "none", "none")),
        ((5, 1, 0, 0), 6, BANDS, ("most", "some", "none", "none")),
        ((4, 4, 0, 0), 9, BANDS, ("some", "some", "none", "none")),
        ((3, 2, 0, 0), 5, HIDDEN, (HIDDEN_CELL,) * 4),
        ((4, 1, 1, 0), 6, HIDDEN, (HIDDEN_CELL,) * 4),
        ((4, 4, 4, 4), 12, HIDDEN, (HIDDEN_CELL,) * 4),  # more than there were
    ],
)
def test_what_is_printed(totals: tuple[int, ...], voters: int, by: str, cells: tuple[str, ...]) -> None:
    assert published(totals, voters) == Published(by, cells)


def test_a_large_room_is_told_at_once() -> None:
    assert published((100, 60, 39, 1), 200).by == BANDS
    assert published((100, 60, 40, 0), 200).by == COUNTS
    assert published((40,) * 4 + (39, 1, 0, 0), 200).by in (BANDS, HIDDEN)
