"""hrtrainer list: the scenarios there are."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from hrtrainer import words as say
from hrtrainer.cli.ground import Ground
from hrtrainer.problem import Problem
from hrtrainer.scenario.library import read_file, read_library
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading


def readings(ground: Ground) -> tuple[Reading, ...]:
    """Everything in the shipped folder and in the person's own."""
    return read_library((ground.paths.scenarios, ground.paths.own_scenarios), ground.reference.known)


def find(ground: Ground, name: str) -> Reading:
    """The reading of a scenario by id or path. Raises Problem C12 when there is none, P07 when it cannot be opened."""
    path = Path(name)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        reading = read_file(path, ground.reference.known)
    else:
        library = readings(ground)
        found = [one for one in library if (one.scenario.id if one.scenario else Path(one.file).stem) == name]
        if not found:
            ids = ", ".join(one.scenario.id for one in library if one.scenario)
            raise Problem("C12", f"There is no scenario '{name}'.", f"known are: {ids}")
        reading = found[0]
    if reading.scenario is None:
        first = next(one for one in reading.diagnostics if one.stops_play)
        raise Problem(
            "P07",
            f"'{reading.file}' cannot be opened: line {first.spot[0]}: {first.message}",
            "See all with: hrtrainer check",
        )
    return reading


def list_scenarios(ground: Ground, words: Namespace) -> int:
    """Print the scenarios, one a line, or as JSON. Those that cannot be opened are told with their number of errors."""
    library = readings(ground)
    if words.json:
        json.dump([_plain(one) for one in library], sys.stdout, indent=2)
        print()
        return 0
    for one in library:
        print(_line(one.scenario) if one.scenario else f"{one.file}: {_broken(one)}")
    return 0


def _line(scenario: Scenario) -> str:
    return f"{scenario.id:24} {scenario.title} · {scenario.person.name} · {scenario.minutes} min"


def _broken(reading: Reading) -> str:
    errors = sum(one.stops_play for one in reading.diagnostics)
    return f"will not open: {say.count(errors, 'error')} (hrtrainer check tells which)"


def _plain(reading: Reading) -> dict[str, object]:
    scenario = reading.scenario
    plain: dict[str, object] = {"file": reading.file, "opens": scenario is not None}
    if scenario is not None:
        plain |= {
            "id": scenario.id,
            "title": scenario.title,
            "language": scenario.language,
            "person": scenario.person.name,
            "summary": scenario.summary,
            "minutes": scenario.minutes,
            "level": scenario.level,
            "audience": list(scenario.audience),
            "topics": list(scenario.topics),
            "content_note": scenario.content_note,
            "reviewed": say.reviews(scenario.credits.lived_experience_review, scenario.credits.clinical_review),
        }
    plain["errors"] = sum(one.stops_play for one in reading.diagnostics)
    return plain
