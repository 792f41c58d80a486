"""How long reading the shipped scenarios takes, positions, checks and all, beside a bare YAML load of the same text.

The bare load is `yaml.load(text, CSafeLoader)`: data without places, nothing checked. Both in turns, with Python's
collector on and off. The mark is 0.9; a bare fold of the parser's events, which keeps places and checks nothing, needs
about 0.6 of it with these texts, and the events alone 0.4.
"""

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import yaml

from hrtrainer.paths import paths, scenario_files
from hrtrainer.scenario.fields import parsed
from hrtrainer.scenario.library import read_text
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.shipped import read_reference
from tests.bench.row import Row

ROUNDS = 25
MARK = 0.9


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def measure() -> list[Row]:
    """The figures: all shipped scenarios, one after the other, in every round."""
    places = paths()
    known = read_reference(places.assets).known
    texts = [read_text(path) for path in scenario_files(places.scenarios)]

    def ours() -> None:
        parsed.cache_clear()  # as in a program that has just begun
        for text in texts:
            read_scenario(text, "bench", known)

    def bare() -> None:
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    rows = []
    for collecting in (True, False):
        pairs = []
        (gc.enable if collecting else gc.disable)()
        for _ in range(ROUNDS):
            gc.collect()
            first = _seconds(ours)
            gc.collect()
            pairs.append((first, _seconds(bare)))
        gc.enable()
        ratio = median(first / second for first, second in pairs)
        one, two = (median(column) * 1000 for column in zip(*pairs, strict=True))
        what = f"reading {len(texts)} scenarios, collector {'on' if collecting else 'off'}"
        rows.append(Row(what, f"{one:.1f} ms", f"bare yaml load {two:.1f} ms", ratio, f"<= {MARK}", ratio <= MARK))
    return rows


def main() -> int:
    """Print the figures."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
