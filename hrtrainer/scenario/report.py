"""Collecting what is found in one file, and the names it points at, until all of it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from hrtrainer.scenario import limits
from hrtrainer.scenario.codes import BY_ID
from hrtrainer.scenario.condition import Condition
from hrtrainer.scenario.diagnostic import Diagnostic, Spot, shown


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that stands in the file and has to exist. `kind` says what it should name."""

    kind: str
    name: str
    spot: Spot


class Report:
    """The diagnostics and references of one file, in the order they were met."""

    def __init__(self, file: str, source: str = "") -> None:
        self.file = file
        self._lines = source.split("\n")
        self.diagnostics: list[Diagnostic] = []
        self.references: list[Reference] = []
        self.conditions: list[tuple[Condition, Spot]] = []

    def __call__(self, code_id: str, spot: Spot, **values: object) -> None:
        """Hand in a finding: `values` fill the code's template and hint."""
        if len(self.diagnostics) >= limits.MOST_PROBLEMS:
            return
        code = BY_ID[code_id]
        words = {key: shown(value, 160) if isinstance(value, str) else value for key, value in values.items()}
        self.diagnostics.append(
            Diagnostic(code, self.file, spot, code.template.format(**words), code.hint.format(**words).strip())
        )

    def refer(self, kind: str, name: str, spot: Spot) -> None:
        """Note that the file names something here."""
        self.references.append(Reference(kind, name, spot))

    def comment_after(self, text: str, spot: Spot) -> None:
        """Tell when an unquoted text is cut short by a comment on its line."""
        rest = self._lines[spot[0] - 1][spot[1] - 1 :] if spot[0] <= len(self._lines) else ""
        kept, hash_sign, _ = rest.partition(" #")
        if hash_sign and kept.strip() == text:
            self("S016", (spot[0], spot[1] + len(kept) + 1), kept=text[-24:])

    @property
    def stopped(self) -> bool:
        """Whether something found so far keeps the scenario from being opened."""
        return any(diagnostic.stops_play for diagnostic in self.diagnostics)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Everything found, from the top of the file to its end."""
        return tuple(sorted(self.diagnostics, key=lambda diagnostic: (diagnostic.spot, diagnostic.code.id)))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint with the nearest known name; or the known names, when they are few; or nothing."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known are: {', '.join(names)}" if 0 < len(names) <= 12 else ""
