"""What can be the matter with a scenario file: place, severity, message and hint. Values, never raised."""

from dataclasses import dataclass, field
from enum import StrEnum

Spot = tuple[int, int]
"""Line and column, both counted from 1; columns in characters."""


class Severity(StrEnum):
    """How much a diagnostic matters. Only an error stops play."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding. `template` and `hint` are filled with the values of the case. An id is never used again."""

    id: str
    severity: Severity
    template: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in one file."""

    code: Code
    file: str
    spot: Spot
    message: str
    hint: str = ""

    @property
    def stops_play(self) -> bool:
        """Whether the scenario cannot be opened because of this."""
        return self.code.severity is Severity.ERROR

    def __str__(self) -> str:
        line, column = self.spot
        text = (
            f"{shown(self.file, len(self.file))}:{line}:{column}: {self.code.severity} {self.code.id}: {self.message}"
        )
        return f"{text}\n  hint: {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Accepted:
    """A kind of finding that the author leaves as it is, with the reason.

    `place` is the scene or ending where it holds; empty for the whole file.
    """

    code: str
    place: str
    reason: str
    spot: Spot = field(default=(1, 1), compare=False)


def shown(text: str, most: int = 40) -> str:
    """A piece of a file as it may stand in a message: short, and with control characters spelled out."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in short)
