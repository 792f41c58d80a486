"""How long the language rules take, in seconds per megabyte of text.

The text is what people read in the shipped scenarios, which are checked over and over up to a megabyte: gathering the
texts, looking for the words of the shipped list, judging what is found. Beside it stands only the looking, the plain
way: one regular expression a rule, each run over each text.
"""

import json
import re
import sys
from collections.abc import Callable
from time import perf_counter

from hrtrainer.checks.finding import Finder
from hrtrainer.checks.language import check_language, finder
from hrtrainer.checks.places import Places
from hrtrainer.checks.texts import texts
from hrtrainer.paths import Paths, paths
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from hrtrainer.scenario.report import Report
from hrtrainer.shipped import read_reference
from tests.bench.row import Row

MEGABYTE = 1_000_000
MOST_SECONDS = 0.15


def _check(readings: list[Reading], words: Finder, reference: Reference) -> None:
    for reading in readings:
        assert reading.scenario is not None
        told = texts(reading.scenario)
        hits = words.find([one.text for one in told])
        places, report = Places(reading.source), Report(reading.file)
        check_language(reading.scenario, told, hits, reference.yardstick, places, report)


def _plain(places: Paths) -> list[re.Pattern[str]]:
    """One regular expression a rule, as somebody would write it first."""
    rules = json.loads((places.assets / "language.json").read_text(encoding="utf-8"))["rules"]
    return [
        re.compile(rf"\b(?:{'|'.join(map(_spelled, rule['phrases']))})\b", 0 if "case_sensitive" in rule else re.I)
        for rule in rules
    ]


def _spelled(phrase: str) -> str:
    optional = phrase.replace("]", ")?").replace("*", r"\w*")
    return optional.replace("(", "(?:").replace("[", "(?:").replace(" ", "[ -]")


def measure() -> list[Row]:
    """The figure."""
    places = paths()
    reference = read_reference(places.assets)
    readings = [read_file(path, reference.known) for path in sorted(places.scenarios.glob("*.yaml"))]
    once = [told.text for reading in readings if reading.scenario for told in texts(reading.scenario)]
    size = sum(len(text.encode()) for text in once)
    times = MEGABYTE // size + 1
    per_megabyte = MEGABYTE / (size * times)
    words, rules = finder(reference.word_files, "en"), _plain(places)
    assert words is not None
    ours = per_megabyte * min(_timed(lambda: _check(readings * times, words, reference)) for _ in range(5))
    plain = per_megabyte * min(
        _timed(lambda: [one.search(text) for one in rules for text in once * times]) for _ in (1, 2)
    )
    return [
        Row(
            "language rules, a megabyte of text",
            f"{ours:.3f} s",
            f"{len(rules)} regular expressions {plain:.2f} s",
            ours / plain,
            f"<= {MOST_SECONDS} s",
            ours <= MOST_SECONDS,
        )
    ]


def _timed(run: Callable[[], object]) -> float:
    begun = perf_counter()
    run()
    return perf_counter() - begun


def main() -> int:
    """Print the figure."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
