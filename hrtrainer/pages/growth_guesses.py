"""What the person guessed beside what the notes say, conversation by conversation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.session.past import Past, PastGuess

_MOST = 2
_SIDE = {
    Mark.SUPPORTS: 2,
    Mark.SUPPORTS_A_LITTLE: 1,
    Mark.BOTH: 0,
    Mark.CHANCE_NOT_TAKEN: 0,
    Mark.STRAINS_A_LITTLE: -1,
    Mark.STRAINS: -2,
}
"""Which way a mark leans: only to say on which side of the notes a guess lay. No sum of it is kept or shown."""


@dataclass(frozen=True, slots=True)
class GuessRow:
    """One principle: what was guessed, the marks it had as (turn, mark), and both in words."""

    name: str
    guessed: str
    marks: tuple[tuple[int, Mark], ...]
    told: str


@dataclass(frozen=True, slots=True)
class GuessBeside:
    """The guesses of one conversation, and how the other left beside how they were thought to."""

    key: str
    day: str
    title: str
    rows: tuple[GuessRow, ...]
    left: str


def guesses_beside(pasts: Sequence[Past], days: Mapping[str, str]) -> tuple[GuessBeside, ...]:
    """The newest conversations that were guessed about, the newest first."""
    guessed = [past for past in pasts if past.guesses or past.guess_left]
    return tuple(
        GuessBeside(past.key, days[past.key], past.title, tuple(_row(one) for one in past.guesses), _left(past))
        for past in reversed(guessed[-_MOST:])
    )


def guess_line(pasts: Sequence[Past]) -> str:
    """On which side of the notes the guesses lay lately, in a sentence; empty when nothing was guessed."""
    leans = [lean for past in pasts for one in past.guesses if (lean := _lean(one)) is not None]
    if not leans:
        return ""
    lower, higher = sum(lean < 0 for lean in leans), sum(lean > 0 for lean in leans)
    if lower * 2 > len(leans):
        return "Often you marked yourself lower than the notes did."
    if higher * 2 > len(leans):
        return "Often you marked yourself higher than the notes did."
    return "Your guess and the notes were mostly close."


def _lean(one: PastGuess) -> int | None:
    """Below 0 when the guess lay lower than every mark, above 0 when higher; None where nothing can be compared."""
    mark = next((found for found in Mark if found == one.guessed), None)
    if mark not in _SIDE or not one.marks:
        return None
    sides = [_SIDE[found] for _, found in one.marks if found in _SIDE]
    lowest, highest = min(sides), max(sides)
    return -1 if _SIDE[mark] < lowest else 1 if _SIDE[mark] > highest else 0


def _row(one: PastGuess) -> GuessRow:
    noted = words.listing([f"{mark} at turn {turn}" for turn, mark in one.marks]) or "not in play"
    return GuessRow(one.name, one.guessed, one.marks, f"{one.name}: you guessed {one.guessed}; the notes say {noted}.")


def _left(past: Past) -> str:
    if not past.guess_left:
        return ""
    was = past.ending_title or "not ended"
    return f"How {past.person} left: you guessed “{past.guess_left}”; it was “{was}”."
