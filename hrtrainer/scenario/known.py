"""The names a scenario may use that are not its own: behaviours, moves, sources, regional facts, pictures."""

from dataclasses import dataclass

LEVELS = ("first", "core", "stretch")
AREAS = ("risk", "set", "setting", "person")
KINDS = ("connected", "partly", "missed")
AUDIENCES = ("syringe-programme", "drop-in", "clinic", "outreach", "nurse", "peer", "support-worker", "counsellor")


@dataclass(frozen=True, slots=True)
class Known:
    """What the shipped data offers to scenarios, as sets of ids."""

    behaviours: frozenset[str]
    principles: frozenset[str]
    strategies: frozenset[str]
    moves: frozenset[str]
    sources: frozenset[str]
    facts: frozenset[str]
    pictures: frozenset[str]
