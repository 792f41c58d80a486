"""Walk files: transcripts that a writer can read. This reads them; test_walks plays them.

One thing a line, as in `at: counter`, `choose: bag-and-ask`, `go on`; a line that begins with # is a comment.
"""

from dataclasses import dataclass
from pathlib import Path

ALONE = ("go on", "rewind")
"""Lines that say all by themselves. Every other line is a word, a colon, and the rest."""


@dataclass(frozen=True)
class Step:
    """One line of a walk: what it asks for, the rest of it, and where it stands (`file:line`)."""

    word: str
    rest: str
    where: str


@dataclass(frozen=True)
class Walk:
    """One walk through the scenario it is named after: SCENARIO-ID.NAME.walk."""

    scenario: str
    name: str
    seed: int
    steps: tuple[Step, ...]


def read_walk(path: Path) -> Walk:
    """The walk in a file. Raises AssertionError with file and line for a line that says nothing."""
    steps = []
    seed = 1
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text, where = line.strip(), f"{path.name}:{number}"
        if not text or text.startswith("#"):
            continue
        word, colon, rest = (part.strip() for part in text.partition(":"))
        assert text in ALONE or (colon and word and rest), f"{where}: '{text}' is no line of a walk"
        if word == "seed":
            seed = int(rest)
        else:
            steps.append(Step(word if colon else text, rest, where))
    scenario, _, name = path.stem.partition(".")
    return Walk(scenario, name, seed, tuple(steps))
