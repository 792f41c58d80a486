"""How long a conversation takes: an estimate, from its words and its decisions.

Reading goes at 200 words a minute, a little under what adults read silently (238, Brysbaert 2019), as the lines are
speech that is taken in and not skimmed. A decision takes 10 seconds beyond reading what can be said. Answers are taken
by chance, each that can be chosen as often as the others; own words only where nothing can be chosen. Notes after an
answer, the brief and the debrief are not counted.
"""

from collections.abc import Callable, Sequence

from hrtrainer.checks.graph import Graph
from hrtrainer.checks.space import Answer, Decision

WORDS_A_MINUTE = 200
SECONDS_A_DECISION = 10
_MOST_ROUNDS = 10_000
_STILL = 1e-9


def expected_minutes(whole: Graph) -> float | None:
    """The minutes that a play takes on average. None where a play by chance may never come to an end."""
    likely = [_likely(decision) for decision in whole.space.decisions]
    sure = _sure(whole, likely)
    openings = [answer for _, answer in whole.space.openings]
    if not all(answer.to < 0 or sure[answer.to] for answer in openings):
        return None
    own = [_own(decision) for decision in whole.space.decisions]
    values = [0.0] * len(own)

    def after(answers: Sequence[Answer]) -> float:
        each = (answer.words / WORDS_A_MINUTE + (values[answer.to] if answer.to >= 0 else 0.0) for answer in answers)
        return sum(each) / len(answers)

    for part in whole.parts:
        for _ in range(_MOST_ROUNDS):
            moved = 0.0
            for at in part:
                if sure[at]:
                    value = own[at] + after(likely[at])
                    moved, values[at] = max(moved, abs(value - values[at])), value
            if moved < _STILL or at not in whole.circles:
                break
        else:
            return None
    return after(openings)


def _likely(decision: Decision) -> list[Answer]:
    return [answer for answer in decision.answers if answer.choice] or decision.answers


def _own(decision: Decision) -> float:
    words = sum(len(choice.say.split()) for choice in decision.offered)
    return words / WORDS_A_MINUTE + SECONDS_A_DECISION / 60


def _sure(whole: Graph, likely: Sequence[Sequence[Answer]]) -> list[bool]:
    """Whether a play by chance comes to an end: from everywhere it can come to, an ending can be reached."""

    def settled(value: bool, holds: Callable[[int, list[bool]], bool]) -> list[bool]:
        values = [value] * len(likely)
        for part in whole.parts:
            again = True
            while again:
                again = False
                for at in part:
                    if values[at] == value and holds(at, values) != value:
                        values[at], again = not value, True
        return values

    ends = settled(False, lambda at, values: any(a.to < 0 or values[a.to] for a in likely[at]))
    return settled(True, lambda at, values: ends[at] and all(a.to < 0 or values[a.to] for a in likely[at]))
