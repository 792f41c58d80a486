"""What one reply did, principle by principle: the cards that a room uncovers one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer.principles.mark import Mark, mark
from hrtrainer.principles.yardstick import Principle, PrincipleSet
from hrtrainer.scenario.model import Choice
from hrtrainer.session.profile import Evidence, evidence

_ORDER = (Mark.SUPPORTS, Mark.BOTH, Mark.SUPPORTS_A_LITTLE, Mark.STRAINS_A_LITTLE, Mark.STRAINS)


@dataclass(frozen=True, slots=True)
class Reveal:
    """One principle that a reply touches, with what the mark rests on."""

    principle: Principle
    mark: Mark
    evidence: tuple[Evidence, ...]


def reveals(lens: PrincipleSet, choice: Choice, available: Sequence[Choice]) -> tuple[Reveal, ...]:
    """The principles that a choice supports or strains: what helped first, then in the order of the set."""
    shown = [other.behaviours for other in available]
    found = [
        Reveal(one, mark(one, choice.behaviours, shown), evidence(one, choice))
        for one in lens.principles
        if evidence(one, choice)
    ]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.mark)))


def chances(lens: PrincipleSet, choice: Choice, available: Sequence[Choice]) -> tuple[Principle, ...]:
    """The principles that another reply on offer would have supported and this one does not touch."""
    shown = [other.behaviours for other in available]
    return tuple(one for one in lens.principles if mark(one, choice.behaviours, shown) is Mark.CHANCE_NOT_TAKEN)
