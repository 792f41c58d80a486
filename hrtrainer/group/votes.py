"""Reading a vote: who leads, and a hint for the facilitator. A hint says something; it never does anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer.group.state import BOTH, LESS_CHOSEN, MAJORITY, ROOM, Round, Visit

AGREED, SPLIT, SCATTERED, LEANING, MANY_PASSES = "agreed", "split", "scattered", "leaning", "many-passes"
NAMES = {
    AGREED: "Agreed",
    SPLIT: "Split",
    SCATTERED: "Scattered",
    LEANING: "Leaning",
    MANY_PASSES: "Many passes",
}


@dataclass(frozen=True, slots=True)
class Hint:
    """What a vote looks like, and words to say. `kind` is one of the five."""

    kind: str
    name: str
    say: str


def hints(totals: Sequence[int], passes: int, voters: int, letters: Sequence[str]) -> tuple[Hint, ...]:
    """What to make of a round, from its totals; passes are no votes. Empty when nobody has voted or passed."""
    found = []
    kind = reading(totals)
    if kind:
        order = _order(totals)
        first, second = letters[order[0]], letters[order[1]] if len(order) > 1 else ""
        found.append(Hint(kind, NAMES[kind], _say(kind, first, second)))
    if voters and passes * 4 > voters:
        found.append(Hint(MANY_PASSES, NAMES[MANY_PASSES], "“Plenty of us are still thinking. That is fine.”"))
    return tuple(found)


def reading(totals: Sequence[int]) -> str:
    """The kind of a round by the shares of its first and its second; empty when there are no votes."""
    votes = sum(totals)
    if not votes:
        return ""
    first, second = (*sorted(totals, reverse=True), 0)[:2]
    if first * 10 >= votes * 7 and first - second >= 2:
        return AGREED
    if first * 10 < votes * 6 and second * 10 >= votes * 3:
        return SPLIT
    return SCATTERED if first * 2 < votes else LEANING


def _order(totals: Sequence[int]) -> list[int]:
    return sorted(range(len(totals)), key=lambda at: (-totals[at], at))


def _say(kind: str, first: str, second: str) -> str:
    if kind == AGREED:
        return "“Most of us landed here. What would make you choose another?”"
    if kind == SPLIT:
        return "“Two strong readings. Let’s hear what each one is protecting, before anyone defends it.”"
    if kind == SCATTERED:
        return "“Several of these look possible. What are we unsure of?”"
    return f"“More of us chose {first}. Why might {second} be tempting?”"


@dataclass(frozen=True, slots=True)
class Run:
    """One way to settle on a reply: which is said, how that came about, and which is tried after it, if any."""

    how: str
    reply: str
    other: str = ""


def last_round(visit: Visit) -> Round | None:
    """The totals of the latest round of a visit, or None."""
    return max(visit.rounds, key=lambda one: one.number, default=None)


def runs(visit: Visit) -> tuple[Run, ...]:
    """What to offer at COMMIT: what most chose; on a split the less-chosen first, or both. Empty without votes."""
    counted = last_round(visit)
    if counted is None or not sum(counted.totals):
        return ()
    order = _order(counted.totals)
    first = visit.options[order[0]]
    offers = [Run(MAJORITY, first)]
    if reading(counted.totals) == SPLIT:
        second = visit.options[order[1]]
        offers = [Run(LESS_CHOSEN, second), Run(BOTH, first, second), Run(MAJORITY, first)]
    return tuple(offers)


def how_of(visit: Visit, reply: str) -> str:
    """How a reply that was simply picked came about."""
    counted = last_round(visit)
    if counted is None or not sum(counted.totals):
        return ROOM
    order = [visit.options[at] for at in _order(counted.totals) if counted.totals[at]]
    if reply not in order:
        return ROOM
    return MAJORITY if reply == order[0] else LESS_CHOSEN
