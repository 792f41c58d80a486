"""Bringing a story in: from the text of a file to scenario files, with everything that has to be told about it."""

from dataclasses import dataclass

from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import Reading, read_assembled
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Table, Text
from hrtrainer.scenario.yamlwriting import as_yaml
from hrtrainer.twee.incoming import own_tree
from hrtrainer.twee.notation import read_twee


@dataclass(frozen=True, slots=True)
class Brought:
    """One story as a scenario. `text` is what its file holds, empty when it cannot be written without loss.

    Places in `told` are places in the story's file. A scenario that is written may still have errors.
    """

    id: str
    text: str
    reading: Reading
    told: tuple[Diagnostic, ...]


def bring(source: str, file: str, known: Known) -> tuple[Brought, ...]:
    """Every story in the text of a file, in its order. `file` is how the file is called in messages. Raises nothing."""
    report = Report(file, source)
    story = read_twee(source, report)
    found = own_tree(story, report) if story is not None else None
    if found is None:
        errors = tuple(one for one in report.in_order() if one.stops_play)
        return (Brought("", "", Reading(file, None, errors, source), errors),)
    tree, comments = found
    text = as_yaml(tree, comments)
    reading = read_assembled(tree, report, source, known)
    told = tuple(one for one in reading.diagnostics if one.stops_play or one.code.id.startswith("T"))
    return (Brought(_id(tree), text, reading, told),)


def _id(tree: Table) -> str:
    node = tree.entries.get("id")
    return node.text.strip() if isinstance(node, Text) else ""
