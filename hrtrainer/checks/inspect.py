"""The whole check of one file: what reading it told, and what only the scenario as a whole can tell."""

from hrtrainer.checks.teaching.rules import teach
from hrtrainer.checks.ways import check_ways
from hrtrainer.checks.whole import explore_whole
from hrtrainer.checks.wording import check_wording
from hrtrainer.collector import without_collecting
from hrtrainer.scenario.accepting import settled
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from hrtrainer.scenario.report import Report

MOST_STATES, MOST_NODES = 200_000_000, 5_000
"""A file is explored so far while it is checked; `hrtrainer analyse` goes further."""


@without_collecting()
def inspect(reading: Reading, reference: Reference, today: str) -> tuple[Diagnostic, ...]:
    """Everything found in a file, from its top to its end. `today` is a date, YYYY-MM-DD. Raises nothing.

    A file that does not open has only what its reading told. What a file accepts is left out.
    """
    if reading.scenario is None:
        return reading.diagnostics
    report = Report(reading.file)
    # Each group of rules hands its findings to `report`.
    whole = explore_whole(reading.scenario, most=MOST_STATES, most_nodes=MOST_NODES)
    check_ways(whole, frozenset(one.spot for one in reading.diagnostics if one.code.id == "S301"), report)
    teach(whole.ways, reference.yardstick, report)
    check_wording(reading.scenario, reading.source, reference, today, report)
    whole.undo()
    left = settled(reading.scenario, (*reading.diagnostics, *report.in_order()), told := Report(reading.file))
    return tuple(sorted((*left, *told.in_order()), key=lambda one: (one.spot, one.code.id)))
