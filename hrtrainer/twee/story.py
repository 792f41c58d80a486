"""A Twine story as plain values, whatever file it came from or goes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrtrainer.scenario.diagnostic import Spot

CODE_TAGS = frozenset({"script", "stylesheet", "Twine.private"})
"""Passages with one of these tags hold code or somebody's private notes, and are never shown to a player."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One card of the map. `spot` is its header, `line` where its text begins; `column` is added to the first line."""

    name: str
    text: str
    tags: tuple[str, ...] = ()
    position: str = ""
    size: str = ""
    spot: Spot = field(default=(1, 1), compare=False)
    line: int = field(default=1, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. `start` is the name of a passage."""

    title: str
    ifid: str
    passages: tuple[Passage, ...]
    start: str = "Start"
    format: str = ""
    format_version: str = ""
    zoom: str = ""
    tag_colors: Mapping[str, str] = field(default_factory=dict)
    spot: Spot = field(default=(1, 1), compare=False)

    def passage(self, name: str) -> Passage | None:
        """The first passage of this name, or None."""
        return next((passage for passage in self.passages if passage.name == name), None)
