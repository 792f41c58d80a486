"""hrtrainer check: what is the matter with scenario files."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from hrtrainer.checks.inspect import inspect
from hrtrainer.cli.findings import as_github, as_json, as_sarif
from hrtrainer.cli.ground import Ground
from hrtrainer.paths import scenario_files
from hrtrainer.problem import Problem
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.reader import Reading

CLEAN, ERRORS = 0, 1
_FORMS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}


def check(ground: Ground, words: Namespace) -> int:
    """Check files and folders and print what is found: 0 clean, 1 errors. Raises Problem C10 for a missing path."""
    readings = [reading for name in words.paths for reading in _readings(ground, Path(name))]
    today = date.today().isoformat()
    found = [one for reading in readings for one in inspect(reading, ground.reference, today)]
    form = "json" if words.json else words.format
    told = _FORMS[form](found) if form in _FORMS else "\n".join(map(str, found))
    if told:
        print(told)
    if form == "text":
        print(_last_line(readings, found), file=sys.stderr)
    return ERRORS if any(diagnostic.stops_play for diagnostic in found) else CLEAN


def _readings(ground: Ground, path: Path) -> list[Reading]:
    if not path.exists():
        raise Problem("C10", f"There is no file or folder '{path}'.")
    files = list(scenario_files(path)) if path.is_dir() else [path]
    if not files:
        raise Problem("C10", f"There is no scenario in '{path}'.", "Scenario files end in .yaml.")
    return [read_file(file, ground.reference.known, str(file)) for file in files]


def _last_line(readings: list[Reading], found: list[Diagnostic]) -> str:
    kinds = {"error": 0, "warning": 0, "suggestion": 0}
    for diagnostic in found:
        kinds[str(diagnostic.code.severity)] += 1
    told = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in kinds.items())
    return f"{len(readings)} {'file' if len(readings) == 1 else 'files'} checked: {told}."
