"""The principle sets as their sources word them, the behaviours a rater can point at, and the crosswalk."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One thing that can be seen or heard in a choice. `honours` says which side it is on, in every set."""

    id: str
    name: str
    means: str
    honours: bool


@dataclass(frozen=True, slots=True)
class Principle:
    """One principle of one source.

    `supports` and `strains` are its anchors, the behaviours that define it; `supports_a_little` and
    `strains_a_little` are the behaviours that count in a report without defining it.
    """

    id: str
    name: str
    meaning: str
    supports: frozenset[str]
    supports_a_little: frozenset[str]
    strains: frozenset[str]
    strains_a_little: frozenset[str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrincipleSet:
    """All principles of one source, in the source's order. `beside` are items that its page names elsewhere."""

    id: str
    name: str
    short: str
    source: str
    publisher: str
    principles: tuple[Principle, ...]
    beside: tuple[Principle, ...] = ()


@dataclass(frozen=True, slots=True)
class Strategy:
    """One of the ten practical strategies that a ledger entry may stand for."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Yardstick:
    """Everything that choices are read against. `digest` names the exact text it was read from."""

    digest: str
    behaviours: Mapping[str, Behaviour]
    sets: Mapping[str, PrincipleSet]
    strategies: Mapping[str, Strategy]

    def principle(self, principle_id: str) -> Principle | None:
        """The principle with this id in any set, or None."""
        for principle_set in self.sets.values():
            for principle in principle_set.principles:
                if principle.id == principle_id:
                    return principle
        return None
