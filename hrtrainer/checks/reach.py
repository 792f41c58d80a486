"""The least and the most of supported and strained, principle by principle, over all plays of a scenario.

A play answers every decision with a choice, or goes on by the scene's `otherwise`, which carries no mark and adds
nothing. Own words followed by the nearest choice take the same way without a mark; they are left out, or the least
would always be nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hrtrainer.checks.space import Space
from hrtrainer.checks.spans import Span, span
from hrtrainer.principles.mark import effect
from hrtrainer.principles.yardstick import Principle, PrincipleSet


@dataclass(frozen=True, slots=True)
class Reach:
    """One principle over all plays. The spans are None when no play comes to an end."""

    principle: Principle
    supported: Span | None
    strained: Span | None


@dataclass(frozen=True, slots=True)
class SetReach:
    """A set over all plays: each of its principles, and the answers that support, or strain, any of them."""

    principle_set: PrincipleSet
    supported: Span | None
    strained: Span | None
    principles: tuple[Reach, ...]


@dataclass(slots=True)
class Reaching:
    """Finds the reach of principles in a complete space. What counts the same answers is followed once."""

    space: Space
    _known: dict[frozenset[int], Span | None] = field(default_factory=dict)

    def of(self, principle_set: PrincipleSet, tick: Callable[[], None] = lambda: None) -> SetReach:
        """A set over all plays, its principles in the set's order. `tick` is called now and then."""
        rows = [self._counting(principle) for principle in principle_set.principles]
        supported = frozenset[int]().union(*(row[0] for row in rows))
        strained = frozenset[int]().union(*(row[1] for row in rows))
        return SetReach(
            principle_set,
            self._span(supported, tick),
            self._span(strained, tick),
            tuple(
                Reach(principle, self._span(row[0], tick), self._span(row[1], tick))
                for principle, row in zip(principle_set.principles, rows, strict=True)
            ),
        )

    def _counting(self, principle: Principle) -> tuple[frozenset[int], frozenset[int]]:
        """The choices that support a principle, and those that strain it."""
        words = {
            id(choice): word
            for scene in self.space.scenario.scenes.values()
            for choice in scene.choices
            if (word := effect(principle, choice.behaviours)) is not None
        }
        supporting = frozenset(name for name, word in words.items() if word.supporting)
        return supporting, frozenset(name for name, word in words.items() if word.straining)

    def _span(self, counting: frozenset[int], tick: Callable[[], None]) -> Span | None:
        tick()
        if counting not in self._known:
            self._known[counting] = span(self.space, lambda arc: id(arc.answer) in counting)
        return self._known[counting]
