"""What of a vote may be published, so that no count of one or two can be worked out of it: counts, bands, or nothing.

The attacker is thought to know this file, how many people were there, and that whoever did not vote passed. Counts are
printed from ten people on, where no cell, nor those who did not vote, is one or two. Else bands are printed, where
every cell could still be at least two different numbers, or none or at least three; else nothing is. Whether bands are
safe depends on the bands alone, so that printing them says no more than they say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

COUNTS, BANDS, HIDDEN = "counts", "bands", "hidden"
LEAST_CELL, LEAST_FOR_COUNTS, LEAST_FOR_BANDS, LEAST_FOR_HALVES = 3, 10, 6, 14
"""The smallest count that is told, and the smallest rooms for counts, for bands, and for a band in the middle."""
NONE, SOME, HALF, MOST = "none", "some", "about half", "most"
HIDDEN_CELL = "not shown"
_FEW, _MOST_TRIES = 3, 20_000


@dataclass(frozen=True, slots=True)
class Published:
    """One round as it may be printed: by counts, bands or not at all, a word for each reply."""

    by: str
    cells: tuple[str, ...]


def published(totals: Sequence[int], voters: int) -> Published:
    """What may be printed of the totals of a round in which `voters` could vote."""
    if voters >= LEAST_FOR_BANDS and sum(totals) <= voters:
        if _countable(totals, voters):
            return Published(COUNTS, tuple(map(str, totals)))
        bands = tuple(band(total, voters) for total in totals)
        if _safe(bands, voters):
            return Published(BANDS, bands)
    return Published(HIDDEN, (HIDDEN_CELL,) * len(totals))


def band(total: int, voters: int) -> str:
    """The word for a share of those who could vote."""
    if not total:
        return NONE
    halves = voters >= LEAST_FOR_HALVES
    if total * 5 > voters * 3 if halves else total * 2 > voters:
        return MOST
    return HALF if halves and total * 5 >= voters * 2 else SOME


def _countable(totals: Sequence[int], voters: int) -> bool:
    cells = (*totals, voters - sum(totals))
    return voters >= LEAST_FOR_COUNTS and all(cell == 0 or cell >= LEAST_CELL for cell in cells)


@cache
def _safe(bands: tuple[str, ...], voters: int) -> bool:
    """Whether these bands leave open what every small cell is."""
    ranges = [[total for total in range(voters + 1) if band(total, voters) == word] for word in bands]
    for rows in ([row[:_FEW] for row in ranges], ranges):  # mostly a few small numbers show it
        seen = _possible(rows, voters)
        if seen is None:
            return False
        if all(len(values) > 1 or min(values, default=1) in (0, *range(LEAST_CELL, voters + 1)) for values in seen):
            return True
    return False


def _possible(rows: Sequence[Sequence[int]], voters: int) -> list[set[int]] | None:
    """The numbers that each cell, and those who did not vote, could be; None where it is too much to look at."""
    tries = 1
    for row in rows:
        tries *= len(row)
    if tries > _MOST_TRIES:
        return None
    seen: list[set[int]] = [set() for _ in range(len(rows) + 1)]
    for totals in _fitting(rows, voters):
        for values, cell in zip(seen, (*totals, voters - sum(totals)), strict=True):
            values.add(cell)
    return seen


def _fitting(rows: Sequence[Sequence[int]], voters: int) -> Iterator[tuple[int, ...]]:
    """The totals that would be printed by these bands: they add up, and were not printed as counts."""
    for totals in product(*rows):
        if sum(totals) <= voters and not _countable(totals, voters):
            yield totals
