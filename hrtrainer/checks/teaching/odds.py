"""How likely it is that something happens so often by lot: an exact test where it is cheap, a safe bound beyond."""

from collections.abc import Sequence
from math import exp, log

LEVEL = 0.05
"""A rule that goes by chance tells of a file drawn by lot at most once in twenty files."""
MOST_EXACT = 200
"""Of so many draws the exact answer is summed up; it takes time with the square of them."""


def at_least(chances: Sequence[float], times: int) -> float:
    """How likely it is that at least `times` of some draws hit, each with its own chance (Poisson binomial).

    Exact up to MOST_EXACT draws. Beyond, the Chernoff bound, which is never below the exact answer (Hoeffding 1956):
    a rule that tells when this is small then tells less often, never more. At or below what is to be expected the
    answer is 1, unsummed: no rule asks there.
    """
    if times <= sum(chances):
        return 1.0
    if times > len(chances):
        return 0.0
    return _exact(chances, times) if len(chances) <= MOST_EXACT else _bound(chances, times)


def _exact(chances: Sequence[float], times: int) -> float:
    hits = [1.0]
    """hits[k] is how likely exactly k of the draws so far hit."""
    for chance in chances:
        missed = [one * (1 - chance) for one in hits]
        hit = [one * chance for one in hits]
        hits = [a + b for a, b in zip([*missed, 0.0], [0.0, *hit], strict=True)]
    return sum(hits[times:])


def _bound(chances: Sequence[float], times: int) -> float:
    draws = len(chances)
    share, found = sum(chances) / draws, times / draws
    if share == 0.0:
        return 0.0
    apart = found * log(found / share)
    if found < 1.0:
        apart += (1 - found) * log((1 - found) / (1 - share))
    return exp(-draws * apart)
