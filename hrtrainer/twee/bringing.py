"""Bringing a story in: from the text of a file to scenario files, with everything that has to be told about it."""

from dataclasses import dataclass

from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import Reading, read_assembled, read_scenario
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Table, Text
from hrtrainer.scenario.yamlwriting import Comments, as_yaml
from hrtrainer.twee.incoming import is_own, own_tree
from hrtrainer.twee.notation import read_twee
from hrtrainer.twee.published import is_published, read_published
from hrtrainer.twee.skeleton import skeleton_of
from hrtrainer.twee.story import Story


@dataclass(frozen=True, slots=True)
class Brought:
    """One story as a scenario. `text` is what its file holds, empty when it cannot be written without loss.

    Places in `told` are places in the story's file, or in the scenario's where only that shows what is the matter. A
    scenario that is written may still have errors.
    """

    id: str
    text: str
    reading: Reading
    told: tuple[Diagnostic, ...]


def bring(source: str, file: str, known: Known) -> tuple[Brought, ...]:
    """Every story in the text of a file, in its order. `file` is how the file is called in messages. Raises nothing."""
    report = Report(file, source)
    if is_published(source):
        stories = read_published(source, report)
    else:
        story = read_twee(source, report)
        stories = (story,) if story is not None else ()
    if not stories:
        return (_nothing(report, source),)
    ids: dict[str, int] = {}
    return tuple(_distinct(_brought(story, _copy(report, source), source, known), ids) for story in stories)


def _copy(report: Report, source: str) -> Report:
    """A report for one story, with what was told of the file as a whole."""
    copy = Report(report.file, source)
    copy.diagnostics = list(report.diagnostics)
    return copy


def _nothing(report: Report, source: str) -> Brought:
    errors = tuple(one for one in report.in_order() if one.stops_play)
    return Brought("", "", Reading(report.file, None, errors, source), errors)


def _brought(story: Story, report: Report, source: str, known: Known) -> Brought:
    if not is_own(story):
        draft = skeleton_of(story, report)
        if draft is None:
            return _nothing(report, source)
        return _written(draft.tree, draft.comments, report, source, known, tuple(draft.left))
    found = own_tree(story, report)
    return _nothing(report, source) if found is None else _written(*found, report, source, known, ())


def _written(
    tree: Table, comments: Comments, report: Report, source: str, known: Known, left: tuple[Diagnostic, ...]
) -> Brought:
    name, text = _id(tree), as_yaml(tree, comments)
    reading = read_assembled(tree, report, source, known)
    told = [one for one in (*reading.diagnostics, *left) if one.stops_play or one.code.id.startswith("T")]
    if reading.scenario is not None:
        reading = read_scenario(text, f"{name}.yaml", known)
        told += [one for one in reading.diagnostics if one.stops_play]
    return Brought(name, text, reading, tuple(sorted(told, key=lambda one: one.spot)))


def _id(tree: Table) -> str:
    node = tree.entries.get("id")
    return node.text.strip() if isinstance(node, Text) else ""


def _distinct(brought: Brought, ids: dict[str, int]) -> Brought:
    """Two stories of one id in an archive: the second is told by a number, in its file's name only."""
    ids[brought.id] = ids.get(brought.id, 0) + 1
    if ids[brought.id] == 1:
        return brought
    return Brought(f"{brought.id}-{ids[brought.id]}", brought.text, brought.reading, brought.told)
