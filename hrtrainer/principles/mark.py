"""The mark of one choice on one principle: seven words, and never a number."""

from collections.abc import Iterable, Set
from enum import StrEnum

from hrtrainer.principles.yardstick import Principle


class Mark(StrEnum):
    """How a choice sat with a principle. The value is the word on the screen, in files and in exports."""

    SUPPORTS = "supports"
    SUPPORTS_A_LITTLE = "supports a little"
    BOTH = "both"
    STRAINS_A_LITTLE = "strains a little"
    STRAINS = "strains"
    CHANCE_NOT_TAKEN = "chance not taken"
    NOT_IN_PLAY = "not in play"

    @property
    def supporting(self) -> bool:
        """Whether the choice did something for the principle."""
        return self in (Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE, Mark.BOTH)

    @property
    def straining(self) -> bool:
        """Whether the choice did something against the principle."""
        return self in (Mark.STRAINS, Mark.STRAINS_A_LITTLE, Mark.BOTH)


def effect(principle: Principle, shown: Set[str]) -> Mark | None:
    """What the behaviours of one choice alone do for a principle; None when they touch neither side."""
    anchored, against = bool(shown & principle.supports), bool(shown & principle.strains)
    helped = anchored or bool(shown & principle.supports_a_little)
    strained = against or bool(shown & principle.strains_a_little)
    if helped and strained:
        return Mark.BOTH
    if helped:
        return Mark.SUPPORTS if anchored else Mark.SUPPORTS_A_LITTLE
    if strained:
        return Mark.STRAINS if against else Mark.STRAINS_A_LITTLE
    return None


def mark(principle: Principle, shown: Set[str], available: Iterable[Set[str]]) -> Mark:
    """The mark of a choice that shows `shown`, among the `available` choices (the chosen one may be among them)."""
    own = effect(principle, shown)
    if own is not None:
        return own
    return Mark.CHANCE_NOT_TAKEN if is_chance(principle, available) else Mark.NOT_IN_PLAY


def is_chance(principle: Principle, available: Iterable[Set[str]]) -> bool:
    """Whether some available choice would support the principle."""
    return any(not shown.isdisjoint(principle.supports | principle.supports_a_little) for shown in available)
