"""hrtrainer export-twee and import-twee: a scenario on its way to Twine, and a story on its way back."""

import sys
from argparse import Namespace
from pathlib import Path

from hrtrainer import words as say
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.listing import find
from hrtrainer.history.atomic import atomic_write
from hrtrainer.paths import is_scenario_file
from hrtrainer.problem import Problem
from hrtrainer.scenario.fields import is_name
from hrtrainer.scenario.library import Unopened, read_text
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamlnotes import notes_of
from hrtrainer.scenario.yamltext import read_tree
from hrtrainer.twee import limits
from hrtrainer.twee.bringing import Brought, bring
from hrtrainer.twee.notation import write_twee
from hrtrainer.twee.outgoing import story_of

WRITTEN, ERRORS = 0, 1


def export_twee(ground: Ground, words: Namespace) -> int:
    """Write a scenario as a Twee 3 story. Raises Problem C12 or P07 for no such scenario, C15 for a file there, E01."""
    reading = find(ground, words.scenario)
    tree = read_tree(reading.source, Report(reading.file))
    assert tree is not None  # the same text was read a moment ago
    story = story_of(tree, notes_of(reading.source, tree))
    _write(words.output, write_twee(story), words.force)
    print(
        f"Saved {words.output.name}. In Twine: Library, Import. Bring it back with: "
        f"hrtrainer import-twee FILE.twee -o FILE.yaml",
        file=sys.stderr,
    )
    return 0


def import_twee(ground: Ground, words: Namespace) -> int:
    """Write the scenarios of a story file: 0 written and they open, 1 something keeps them from it.

    Raises Problem C10 when the file is missing, F15 when it cannot be read, C15 when the written one is there, C19 for
    many stories and one file, E01.
    """
    path = Path(words.story)
    if not path.is_file():
        raise Problem("C10", f"There is no file '{words.story}'.")
    brought = bring(_text(path), path.name, ground.reference.known)
    if len(brought) > 1 and is_scenario_file(words.output):
        raise Problem("C19", f"'{path.name}' holds {len(brought)} stories.", "Name a folder with -o: each gets a file.")
    for one in brought:
        for diagnostic in one.told:
            print(diagnostic)
        if one.text:
            target = words.output if is_scenario_file(words.output) else words.output / f"{_name(one, path)}.yaml"
            _write(target, one.text, words.force)
            print(f"Saved {target.name}: {_contents(one)}", file=sys.stderr)
    return WRITTEN if all(one.reading.scenario for one in brought) else ERRORS


def _text(path: Path) -> str:
    """The text of a story file. Raises Problem F15."""
    try:
        return read_text(path, limits.MOST_STORY_BYTES, signatures=())
    except Unopened as found:
        report = Report(path.name)
        report(found.code, found.spot, **found.values)
        first = report.in_order()[0]
        raise Problem("F15", f"'{path.name}' cannot be read: {first.message}", first.hint) from found


def _name(brought: Brought, path: Path) -> str:
    return brought.id if is_name(brought.id) else path.stem


def _contents(brought: Brought) -> str:
    scenario = brought.reading.scenario
    return _counted(scenario) if scenario else "it does not open yet; what keeps it from opening is told above."


def _counted(scenario: Scenario) -> str:
    choices = sum(len(scene.choices) for scene in scenario.scenes.values())
    counts = ((len(scenario.scenes), "scene"), (choices, "choice"), (len(scenario.endings), "ending"))
    return f"{say.listing([say.count(number, noun) for number, noun in counts])}. Look at it with: hrtrainer check"


def _write(path: Path, text: str, force: bool) -> None:
    if path.exists() and not force:
        raise Problem("C15", f"'{path.name}' is already there.", "Choose another name, or add --force.")
    atomic_write(path, text.encode("utf-8"))
