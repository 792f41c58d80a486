"""Reading the notes that carry what Twine does not know: `<!-- hr: choice ID`, ways on, then parts as in the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamlnotes import notes_of
from hrtrainer.scenario.yamltext import Node, Row, Table, Text, read_tree
from hrtrainer.twee.markup import Note, read

LINE, CHOICE, SCENE, ENDING, OWN = "line", "choice", "scene", "ending", "own words"
_HEADING = re.compile(
    r"\s*hr:[ \t]*(?:(?P<bare>line|own words)\b|(?P<named>choice|scene|ending)\b[ \t]*(?P<id>[^\s{]*))[ \t]*"
)
_WAY = re.compile(r"[ \t]*to[ \t]+\[\[(?P<to>[^\n]+?)\]\](?:[ \t]+when[ \t]+(?P<when>.*))?[ \t]*")


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: the name of a passage, and a condition or nothing."""

    to: Text
    when: Text | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A note that was read. `id` is empty where the kind has none."""

    kind: str
    id: str
    ways: tuple[Way, ...]
    rest: Table
    spot: Spot
    comments: Mapping[Spot, list[str]]


def is_ours(note: Note) -> bool:
    """Whether a comment is one of our notes."""
    return note.text.lstrip().startswith("hr:")


def read_note(note: Note, report: Report) -> Parts | None:
    """The parts of a note; None, and told, where it cannot be read."""
    found = _HEADING.match(note.text)
    if not note.closed:
        report("T005", note.spot, what="it never ends; --> is missing")
        return None
    if found is None:
        report("T005", note.spot, what="it says of nothing we know that it is about it")
        return None
    before = note.text[: found.end()]
    line = note.spot[0] + before.count("\n")
    column = len(before) - before.rfind("\n") - 1 + (note.spot[1] - 1 if "\n" not in before else 0)
    lines = note.text[found.end() :].split("\n")
    ways: list[Way] = []
    for at, text in enumerate(lines):
        way = _WAY.fullmatch(text)
        if way is None and text.strip():
            break
        if way is not None:
            ways.append(_way(way, (line + at, column if at == 0 else 0)))
            lines[at] = ""
    body = "\n".join([" " * column + lines[0] if lines[0].strip() else "", *lines[1:]])
    comments: dict[Spot, list[str]] = {}
    rest = parts_of(body, line - 1, note.spot, report, comments)
    if rest is None:
        return None
    return Parts(found["bare"] or found["named"], found["id"] or "", tuple(ways), rest, note.spot, comments)


def _way(found: re.Match[str], spot: Spot) -> Way:
    line, column = spot
    to = Text(found["to"].strip(), (line, column + found.start("to") + 1), True)
    if found["when"] is None:
        return Way(to)
    return Way(to, Text(read(found["when"]).strip(), (line, column + found.start("when") + 1), True))


def parts_of(source: str, lines: int, spot: Spot, report: Report, comments: dict[Spot, list[str]]) -> Table | None:
    """The keys and values of a text that begins `lines` lines below the top of its file; None, told, if unreadable.

    The author's notes in it are put into `comments`.
    """
    if not source.strip():
        return Table({}, {}, spot)
    stopped = len(report.diagnostics)
    tree = read_tree(source, lambda code, at, **values: report(code, (at[0] + lines, at[1]), **values))
    if tree is None:
        if len(report.diagnostics) == stopped:
            report("T005", spot, what="no parts can be read in it")
        return None
    for (line, column), told in notes_of(source, tree).items():
        comments[line + lines, column] = [read(one) for one in told]
    _move(tree, lines)
    return tree


def _move(node: Node, lines: int) -> None:
    """Let a tree stand where its text stands in the whole file."""
    node.spot = (node.spot[0] + lines, node.spot[1])
    if isinstance(node, Table):
        node.keys = {key: (line + lines, column) for key, (line, column) in node.keys.items()}
    inside = node.entries.values() if isinstance(node, Table) else node.items if isinstance(node, Row) else ()
    for one in inside:
        _move(one, lines)
