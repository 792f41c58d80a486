"""How long it takes to keep one event, as a multiple of the least a disk can do: append 4 KiB and fdatasync.

`python -m tests.bench.bench_history [FOLDER]` measures both in turns on the disk of FOLDER (else of the working folder)
and prints the ratio of the medians. The target is 1.5 or less; the times themselves say more about the disk.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from hrtrainer.history.lasting import LastingHistory
from hrtrainer.session.event import Chose, Event, SaidOwn, Started

ROUNDS = 2000
TARGET = 1.5
PAGE = b"x" * 4096
EVENTS: tuple[Event, ...] = (Chose(2, "ask-what-matters"), SaidOwn(3, "Und was war Ihnen dabei am wichtigsten?"))
sync = getattr(os, "fdatasync", os.fsync)  # macOS has only fsync


def measure(folder: Path) -> tuple[float, float]:
    """The medians, in microseconds, of keeping an event and of the plain append."""
    history = LastingHistory(folder / "history.db")
    history.begin(Started(1, "bench", "visit", "", "", "", 1, "nvc", "at"), "A visit", {})
    kept: list[int] = []
    plain: list[int] = []
    with open(folder / "plain", "ab", buffering=0) as file:
        for number in range(ROUNDS):
            begin = perf_counter_ns()
            history.append("bench", EVENTS[number % 2], turns=number, ending=None)
            middle = perf_counter_ns()
            file.write(PAGE)
            sync(file.fileno())
            kept.append(middle - begin)
            plain.append(perf_counter_ns() - middle)
    history.close()
    return median(kept) / 1000, median(plain) / 1000


def main() -> int:
    """Print the figures; 1 if the target is missed."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else Path.cwd()) as folder:
        kept, plain = measure(Path(folder))
    ratio = kept / plain
    print(
        f"one event kept {kept:.0f} us, 4 KiB + fdatasync {plain:.0f} us, ratio {ratio:.2f} (target {TARGET} or less)"
    )
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
