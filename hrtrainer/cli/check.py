"""hrtrainer check: what is the matter with scenario files."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.language import overdue
from hrtrainer.cli.findings import as_github, as_json, as_sarif
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.trouble import say
from hrtrainer.cli.watching import watch
from hrtrainer.cli.wordlists import own_lists, with_own_lists
from hrtrainer.collector import without_collecting
from hrtrainer.paths import scenario_files
from hrtrainer.problem import Problem
from hrtrainer.scenario.diagnostic import Diagnostic, Severity
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.reader import Reading

CLEAN, ERRORS = 0, 1
_FORMS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}


def check(ground: Ground, words: Namespace) -> int:
    """Check files and folders and print what is found: 0 clean, 1 errors.

    Raises Problem C10 for a missing path, F14 for a word list that cannot be used.

    When the words say to watch, it checks again after every change, until Ctrl+C.
    """
    if not words.watch:
        return _check(ground, words)
    for name in words.paths:
        _must_be_there(Path(name))
    names = [*words.paths, *map(str, own_lists(ground, words))]
    return watch(names, lambda: _check_or_say(ground, words), sys.stdout if _is_text(words) else sys.stderr)


def _check_or_say(ground: Ground, words: Namespace) -> int:
    """Check; what was there when the watching began may be gone by now, and come back."""
    try:
        return _check(ground, words)
    except Problem as problem:
        return say(problem)


@without_collecting()
def _check(ground: Ground, words: Namespace) -> int:
    readings = [reading for name in words.paths for reading in _readings(ground, Path(name))]
    reference, today = with_own_lists(ground, words), date.today().isoformat()
    found = [*overdue(reference.word_files, today)]
    found += [one for reading in readings for one in inspect(reading, reference, today)]
    form = "json" if words.json else words.format
    told = _FORMS[form](found) if form in _FORMS else "\n".join(map(str, found))
    if told:
        print(told, flush=True)
    if _is_text(words):
        print(_last_line(readings, found), file=sys.stderr)
    count = (Severity.ERROR, Severity.WARNING) if words.strict else (Severity.ERROR,)
    return ERRORS if any(diagnostic.code.severity in count for diagnostic in found) else CLEAN


def _is_text(words: Namespace) -> bool:
    return not words.json and words.format == "text"


def _readings(ground: Ground, path: Path) -> list[Reading]:
    _must_be_there(path)
    files = _files(path) if os.path.isdir(path) else [path]
    return [read_file(file, ground.reference.known, str(file)) for file in files]


def _must_be_there(path: Path) -> None:
    """Raises Problem C10 when nothing has this name. What is there and may not be read is told by its reading."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Problem("C10", f"There is no file or folder '{path}'.") from error
    except OSError:
        return


def _files(folder: Path) -> list[Path]:
    files = list(scenario_files(folder))
    if files:
        return files
    try:
        os.listdir(folder)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise Problem("C10", f"The folder '{folder}' cannot be opened: {why}.") from error
    raise Problem("C10", f"There is no scenario in '{folder}'.", "Scenario files end in .yaml.")


def _last_line(readings: list[Reading], found: list[Diagnostic]) -> str:
    kinds = {"error": 0, "warning": 0, "suggestion": 0}
    for diagnostic in found:
        kinds[str(diagnostic.code.severity)] += 1
    told = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in kinds.items())
    return f"{len(readings)} {'file' if len(readings) == 1 else 'files'} checked: {told}."
