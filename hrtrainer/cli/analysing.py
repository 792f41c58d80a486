"""hrtrainer analyse: what can happen in a scenario, before anybody plays it."""

import json
import sys
from argparse import Namespace
from time import monotonic

from hrtrainer.checks.analysis import Analysis, analyse
from hrtrainer.checks.space import Progress
from hrtrainer.cli.analysis_json import plain
from hrtrainer.cli.analysis_text import told
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.listing import find
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.problem import Problem
from hrtrainer.settings import read_settings

ALL = "all"
_PATIENCE = 1.0
"""Seconds after which somebody who looks on is told how far it is."""


def analysed(ground: Ground, words: Namespace) -> int:
    """Explore a scenario and print what is found, or the JSON that `plain` describes. Always 0: a finding is no error.

    Raises Problem C12 or P07 when there is no such scenario, C11 when there is no such principle set.
    """
    scenario = find(ground, words.scenario).scenario
    assert scenario is not None
    progress = _Told()
    try:
        analysis = analyse(scenario, _sets(ground, words.lens), progress.tell if sys.stderr.isatty() else None)
    finally:
        progress.clear()
    _print(analysis, words.json)
    return 0


def _print(analysis: Analysis, as_json: bool) -> None:
    if as_json:
        json.dump(plain(analysis), sys.stdout, indent=2, ensure_ascii=False)
        print()
        return
    for line in told(analysis):
        print(line)


def _sets(ground: Ground, lens: str | None) -> list[PrincipleSet]:
    sets = ground.reference.yardstick.sets
    if lens == ALL:
        return list(sets.values())
    wanted = lens or read_settings(ground.paths.settings)[0].lens
    if wanted not in sets:
        raise Problem("C11", f"There is no principle set '{wanted}'.", f"known are: {', '.join(sets)}, {ALL}")
    return [sets[wanted]]


class _Told:
    """One line on the terminal that says how far it is, once it takes long."""

    def __init__(self) -> None:
        self._begun, self._shown = monotonic(), False

    @property
    def tell(self) -> Progress:
        return self._tell

    def _tell(self, states: int) -> None:
        if monotonic() - self._begun > _PATIENCE:
            self._shown = True
            print(f"\r{states:,} states explored ...", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._shown:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
