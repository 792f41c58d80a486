"""One figure of a bench, as it is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside what, their ratio, and the mark it should meet."""

    what: str
    ours: str
    beside: str
    ratio: float | None
    mark: str | None = None
    met: bool | None = None

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        return f"{self.what:44} {self.ours:>16}   {self.beside:34} {ratio:>6}   {self.mark or '':8} {verdict}".rstrip()
