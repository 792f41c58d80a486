"""Collecting what is found in one file, and the names it points at, until all of it is known."""

from collections.abc import Collection
from difflib import get_close_matches

from hrtrainer.scenario import limits
from hrtrainer.scenario.codes import BY_ID
from hrtrainer.scenario.condition import Condition
from hrtrainer.scenario.diagnostic import Diagnostic, Severity, Spot, shown


class Report:
    """The diagnostics and references of one file, in the order they were met.

    `stopped` says whether something found so far keeps the scenario from being opened.
    """

    def __init__(self, file: str, source: str = "") -> None:
        self.file = file
        self.comments = " #" in source
        self._lines = source.split("\n") if self.comments else []
        self.diagnostics: list[Diagnostic] = []
        self.stopped = False
        self.references: list[tuple[str, str, Spot]] = []
        self.conditions: list[tuple[Condition, Spot]] = []

    def __call__(self, code_id: str, spot: Spot, **values: object) -> None:
        """Hand in a finding: `values` fill the code's template and hint. The same finding is told once.

        Past the limit only a first error is still taken: without it the file would count as playable.
        """
        code = BY_ID[code_id]
        if self.full and (self.stopped or code.severity is not Severity.ERROR):
            return
        words = {key: shown(value, 160) if isinstance(value, str) else value for key, value in values.items()}
        found = Diagnostic(code, self.file, spot, code.template.format(**words), code.hint.format(**words).strip())
        if found not in self.diagnostics:
            self.diagnostics.append(found)
            self.stopped = self.stopped or found.stops_play

    def refer(self, kind: str, name: str, spot: Spot) -> None:
        """Note that the file names something here. `kind` says what it should name."""
        self.references.append((kind, name, spot))

    def comment_after(self, text: str, spot: Spot) -> None:
        """Tell when an unquoted text is cut short by a comment on its line. To be asked where there are `comments`."""
        rest = self._lines[spot[0] - 1][spot[1] - 1 :] if spot[0] <= len(self._lines) else ""
        kept, hash_sign, _ = rest.partition(" #")
        if hash_sign and kept.strip() == text:
            self("S016", (spot[0], spot[1] + len(kept) + 1), kept=text[-24:])

    def guess(self, name: str, known: Collection[str]) -> str:
        """The hint beside a name that nothing has; none where the finding would no longer be listed."""
        return "" if self.full else did_you_mean(name, known)

    @property
    def full(self) -> bool:
        """Whether nothing more is taken but a first error, so that no place has to be looked for."""
        return len(self.diagnostics) >= limits.MOST_PROBLEMS

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Everything found, from the top of the file to its end."""
        return tuple(sorted(self.diagnostics, key=lambda diagnostic: (diagnostic.spot, diagnostic.code.id)))


def did_you_mean(name: str, known: Collection[str]) -> str:
    """A hint with the nearest known name; or the known names, when they are few; or nothing."""
    if len(known) > limits.MOST_COMPARED:
        return ""
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known are: {', '.join(names)}" if 0 < len(names) <= 12 else ""
