"""The least and the most of supported and strained, principle by principle, over all plays of a scenario.

A play answers every decision with a choice, or goes on by the scene's `otherwise`, which carries no mark and adds
nothing. Own words followed by the nearest choice take the same way without a mark; they are left out, or the least
would always be nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hrtrainer.checks.graph import Gain, Graph, Span, span
from hrtrainer.checks.space import Answer
from hrtrainer.principles.mark import Mark, effect
from hrtrainer.principles.yardstick import Principle, PrincipleSet


@dataclass(frozen=True, slots=True)
class Reach:
    """One principle over all plays. The spans are None when no play comes to an end."""

    principle: Principle
    supported: Span | None
    strained: Span | None


def reaches(whole: Graph, principle_set: PrincipleSet) -> tuple[Reach, ...]:
    """Every principle of a set over all plays, in the set's order."""
    scenes = whole.space.scenario.scenes.values()
    choices = {id(choice): choice.behaviours for scene in scenes for choice in scene.choices}
    known: dict[frozenset[int], Span | None] = {}

    def spanned(principle: Principle, counts: Callable[[Mark], bool]) -> Span | None:
        words = {name: effect(principle, shown) for name, shown in choices.items()}
        counting = frozenset(name for name, word in words.items() if word is not None and counts(word))
        if counting not in known:
            known[counting] = span(whole, _gain(counting))
        return known[counting]

    return tuple(
        Reach(one, spanned(one, lambda word: word.supporting), spanned(one, lambda word: word.straining))
        for one in principle_set.principles
    )


def _gain(counting: frozenset[int]) -> Gain:
    def gain(answer: Answer) -> int:
        return 1 if id(answer.choice) in counting else 0

    return gain
