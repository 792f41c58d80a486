"""An author's notes in a YAML file (what stands behind #), each by the place of the key or item that it is about.

The reader of YAML passes them over; whoever writes a file again has to keep them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.yamltext import Node, Row, Table, Text

_HASH = re.compile(r"(?:^|(?<=\s))#")


def notes_of(source: str, tree: Table) -> dict[Spot, list[str]]:
    """The notes of a text. One on a line of its own is about what follows, one behind a value about that value."""
    lines = source.split("\n")
    texts = list(_texts(tree))
    inside = _inside(lines, texts)
    places = sorted(set(_places(tree)))
    notes: dict[Spot, list[str]] = {}
    for number, line in enumerate(lines, start=1):
        if "#" not in line or inside.get(number) == len(line):
            continue
        found = _HASH.search(line, inside.get(number, 0))
        if found is None or not places:
            continue
        alone = not line[: found.start()].strip()
        at = bisect_left(places, (number, 0))
        if not alone and (at == len(places) or places[at][0] != number):
            at -= 1  # behind a value that began further up
        place = places[min(max(at, 0), len(places) - 1)]
        notes.setdefault(place, []).append(line[found.end() :].removeprefix(" ").rstrip())
    return notes


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
        return
    for one in node.entries.values() if isinstance(node, Table) else node.items:
        yield from _texts(one)


def _places(node: Node) -> Iterator[Spot]:
    """Where keys and items stand."""
    if isinstance(node, Table):
        for key, one in node.entries.items():
            yield node.keys[key]
            yield from _places(one)
    elif isinstance(node, Row):
        for one in node.items:
            yield one.spot
            yield from _places(one)


def _inside(lines: list[str], texts: list[Text]) -> dict[int, int]:
    """By line: up to which column a # belongs to a quoted or block text."""
    ends: dict[int, int] = {}
    for text in texts:
        line, column = text.spot
        sign = lines[line - 1][column - 1 : column]
        if text.plain or sign not in ("'", '"', "|", ">"):
            continue
        last, end = _end_of_block(lines, line) if sign in "|>" else _end_of_quoted(lines, line, column, sign)
        ends |= {number: len(lines[number - 1]) for number in range(line, last)}
        ends[last] = max(end, ends.get(last, 0))
    return ends


def _end_of_block(lines: list[str], line: int) -> tuple[int, int]:
    margin = len(lines[line - 1]) - len(lines[line - 1].lstrip(" "))
    last = line
    while last < len(lines) and (not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip(" ")) > margin):
        last += 1
    return last, len(lines[last - 1])


def _end_of_quoted(lines: list[str], line: int, column: int, sign: str) -> tuple[int, int]:
    at = column
    while line <= len(lines):
        text = lines[line - 1]
        while at < len(text):
            doubled = sign == "'" and text.startswith("''", at)
            if text[at] == sign and not doubled:
                return line, at + 1
            at += 2 if doubled or (text[at] == "\\" and sign == '"') else 1
        line, at = line + 1, 0
    return len(lines), 0
