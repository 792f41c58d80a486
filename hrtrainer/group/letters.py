"""Letters of a scene's choices: fixed for the scene, the same in every view, on every way through it, and on paper.

Two choices that can never be on offer together share a letter, so that a wall shows A to D without a gap. Whether they
can is read from their conditions alone, as if every fact in them could be so or not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import assert_never

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import Choice, Scene

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SHAPES = ("triangle", "circle", "square", "diamond", "pentagon", "star", "cross", "ring")
_MOST_FACTS = 8
"""Beyond so many different facts two choices are taken to be possible together."""


@dataclass(frozen=True, slots=True)
class Lettered:
    """A choice with its letter. The shape is the second sign of the letter; colour is never needed."""

    letter: str
    shape: str
    choice: Choice


def lettered(scene: Scene) -> tuple[Lettered, ...]:
    """All choices of a scene in the order of their letters; those that exclude each other stand together."""
    slots: list[list[Choice]] = []
    for choice in scene.choices:
        free = (slot for slot in slots if all(_exclude(choice, other) for other in slot))
        slot = next(free, None)
        if slot is None:
            slots.append([choice])
        else:
            slot.append(choice)
    return tuple(Lettered(letter(at), shape(at), choice) for at, slot in enumerate(slots) for choice in slot)


def offered(scene: Scene, choices: Iterable[Choice]) -> tuple[Lettered, ...]:
    """The choices on offer now, lettered, in the order of their letters."""
    names = {choice.id for choice in choices}
    return tuple(one for one in lettered(scene) if one.choice.id in names)


def letter(at: int) -> str:
    """The letter of a place counted from 0. Beyond Z the letters are doubled."""
    return LETTERS[at % len(LETTERS)] * (1 + at // len(LETTERS))


def shape(at: int) -> str:
    """The shape of a place counted from 0."""
    return SHAPES[at % len(SHAPES)]


def most_letters(scenes: Iterable[Scene]) -> int:
    """How many different letters a set of cards needs for these scenes."""
    return max((len({one.letter for one in lettered(scene)}) for scene in scenes), default=0)


def _exclude(one: Choice, other: Choice) -> bool:
    if one.when is None or other.when is None:
        return False
    known = tuple(dict.fromkeys([*facts(one.when), *facts(other.when)]))
    if len(known) > _MOST_FACTS:
        return False
    return not any(
        _holds(one.when, dict(zip(known, so, strict=True))) and _holds(other.when, dict(zip(known, so, strict=True)))
        for so in product((False, True), repeat=len(known))
    )


def facts(condition: Condition) -> Iterator[Condition]:
    """The comparisons and facts that a condition is made of."""
    match condition:
        case Not(part):
            yield from facts(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from facts(part)
        case _:
            yield condition


def _holds(condition: Condition, so: dict[Condition, bool]) -> bool:
    match condition:
        case Not(part):
            return not _holds(part, so)
        case And(parts):
            return _all(parts, so)
        case Or(parts):
            return any(_holds(part, so) for part in parts)
        case Compare() | Fact() | Disposed():
            return so[condition]
        case _:
            assert_never(condition)


def _all(parts: Sequence[Condition], so: dict[Condition, bool]) -> bool:
    return all(_holds(part, so) for part in parts)
