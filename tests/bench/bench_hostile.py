"""How long the reader works on the slowest of the large hostile texts, in seconds of a processor."""

import sys
from time import process_time

from hrtrainer.paths import paths
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.shipped import read_reference
from tests.bench.row import Row
from tests.scenario.large import LARGE

MOST_SECONDS = 2.0


def measure() -> list[Row]:
    """The figure."""
    known = read_reference(paths().assets).known
    took = {}
    for name, (text, _) in LARGE.items():
        begun = process_time()
        read_scenario(text, "a.yaml", known)
        took[name] = process_time() - begun
    slowest = max(took, key=lambda name: took[name])
    seconds = took[slowest]
    met = seconds <= MOST_SECONDS
    return [Row("a large hostile text, the slowest", f"{seconds:.2f} s", slowest, None, f"<= {MOST_SECONDS} s", met)]


def main() -> int:
    """Print the figure."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
