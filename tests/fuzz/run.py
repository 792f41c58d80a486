"""One run: inputs made one after another from a seed, each held against the laws, and what came of it."""

import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from hrtrainer.scenario.lookup import Reference
from tests.fuzz import changes, laws, seeds, structure

PATIENCE = 20.0
"""Seconds of work on one input after which it is given up, and told."""
MOST_TOLD = 40
LARGEST = 400_000
"""Bytes of the largest input that a change may make: what is larger is cut, or a run would be about few files."""


@dataclass(frozen=True)
class Slip:
    """An input that broke a law, or raised what nothing may raise."""

    number: int
    how: str
    told: str
    data: bytes


@dataclass
class Figures:
    """What came of a run."""

    files: int = 0
    opened: int = 0
    conditions: int = 0
    readable: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int, str] = (0.0, 0, "")
    kinds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    slips: list[Slip] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        self.files, self.opened = self.files + other.files, self.opened + other.opened
        self.conditions, self.readable = self.conditions + other.conditions, self.readable + other.readable
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.kinds += other.kinds
        self.found += other.found
        self.slips += other.slips


def changed(seed: int, number: int) -> tuple[str, bytes]:
    """The input with this number, and how it was made. The same for the same seed and number, whatever else is run."""
    drawn = Random(f"{seed}/{number}")
    how = drawn.choice(["bytes", "words", "lines", "structure", "plot"])
    if how == "structure":
        return how, structure.by_structure(drawn)[:LARGEST]
    if how == "plot":
        return how, structure.by_plot(drawn)[:LARGEST]
    name, data = drawn.choice(seeds.files() if drawn.random() < 0.8 else seeds.large())
    for _ in range(drawn.choice([1, 1, 2, 4])):
        if how == "bytes":
            data = changes.by_bytes(data, drawn)
        elif how == "words":
            data = changes.by_words(data.decode("utf-8", "replace"), drawn).encode("utf-8", "replace")
        else:
            data = changes.by_lines(data.decode("utf-8", "replace"), drawn)[0].encode("utf-8", "replace")
    return f"{how} of {name}", data[:LARGEST]


def run(seed: int, numbers: Iterable[int], folder: Path, reference: Reference, told: Callable[[int], None]) -> Figures:
    """Hold the inputs with these numbers, a file and a condition each, against the laws. Files are put in `folder`."""
    figures, path = Figures(), folder / "input.yaml"
    for number in numbers:
        how, data = changed(seed, number)
        path.write_bytes(data)
        begun = time.process_time()
        try:
            with _patience():
                opened, found = laws.file_keeps_its_word(path, reference)
            figures.opened += opened
            figures.found.update({one.code.id for one in found})
        except Exception:
            figures.slips.append(Slip(number, how, traceback.format_exc(), data))
        took = time.process_time() - begun
        figures.files += 1
        figures.kinds[how.split()[0]] += 1
        figures.seconds += took
        figures.slowest = max(figures.slowest, (took, number, how))
        _condition(seed, number, figures)
        told(number)
        if len(figures.slips) >= MOST_TOLD:
            break
    return figures


def _condition(seed: int, number: int, figures: Figures) -> None:
    text = changes.condition(Random(f"{seed}/{number}/condition"))
    figures.conditions += 1
    try:
        with _patience():
            figures.readable += laws.condition_keeps_its_word(text)
    except Exception:
        figures.slips.append(Slip(number, "condition", traceback.format_exc(), text.encode("utf-8", "replace")))


class TooLong(Exception):
    """An input that is worked on for longer than anybody would wait."""


@contextmanager
def _patience() -> Iterator[None]:
    """Raises TooLong in what runs too long, where the system can tell."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def over(_number: int, _frame: FrameType | None) -> None:
        raise TooLong(f"more than {PATIENCE} seconds of work")

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
