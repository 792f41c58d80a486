"""From the text of a YAML file to a tree of plain words that know their place. The one door of yaml.

libyaml's events are folded by hand: no YAML types, no recursion, no aliases, and the limits act while it reads.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from hrtrainer.collector import without_collecting
from hrtrainer.scenario import limits
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.yamlhelp import plain_words


@dataclass(slots=True)
class Text:
    """A scalar as it was typed. `plain` when it stood without quotes or block mark."""

    text: str
    spot: Spot
    plain: bool


@dataclass(slots=True)
class Table:
    """A mapping: keys in file order, and where each key stands."""

    entries: dict[str, "Node"]
    keys: dict[str, Spot]
    spot: Spot


@dataclass(slots=True)
class Row:
    """A list."""

    items: list["Node"]
    spot: Spot


Node = Text | Table | Row

Report = Callable[..., None]
"""report(code_id, spot, **values): how a finding is handed in."""

_USUAL = re.compile("[\n -~\u00a1-\u1fff\u2010-\u2027\u3001-\ud7ff\U00010000-\U0010ffff]*")
"""What texts are made of. Where there is nothing else, nothing odd has to be looked for, which is slow."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BLANK_INDENT = re.compile("^[ \t]*([\u00a0\u2000-\u200a\u3000])", re.MULTILINE)

_OPENED = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")
"""Where the parser notices these too late, the fault is where they begin."""


_SCALAR = yaml.ScalarEvent
_OPEN_TABLE, _CLOSE_TABLE = yaml.MappingStartEvent, yaml.MappingEndEvent
_OPEN_ROW, _CLOSE_ROW = yaml.SequenceStartEvent, yaml.SequenceEndEvent
_Inside = tuple[dict[str, Node] | None, dict[str, Spot] | None, list[Node] | None]
"""Where what is met goes: the entries and keys of the innermost open table, or the items of a list."""
_NOWHERE: _Inside = (None, None, None)


class _Stopped(Exception):
    """Reading this file ends here; what is the matter has been reported."""


def read_tree(source: str, report: Report) -> Table | None:
    """The tree of a file's text, or None when something stops it; everything found is reported."""
    if not _readable(source, report):
        return None
    try:
        with without_collecting():  # looking for rubbish among thousands of objects that all live costs half the time
            return _Fold(source, report).tree()
    except _Stopped:
        return None
    except yaml.MarkedYAMLError as error:
        _syntax(source, error, report)
        return None


def without_unseen(text: str) -> str:
    """A text with a space for every character that a scenario may not hold."""
    return _UNSEEN.sub(" ", text)


def _readable(source: str, report: Report) -> bool:
    if _USUAL.fullmatch(source):
        return True
    found = _UNSEEN.search(source) or _BLANK_INDENT.search(source)
    if found is None:
        return True
    at = found.end() - 1
    line = source.count("\n", 0, at) + 1
    report("S002", (line, at - source.rfind("\n", 0, at)), point=f"U+{ord(source[at]):04X}")
    return False


def _syntax(source: str, error: yaml.MarkedYAMLError, report: Report) -> None:
    opened = str(error.context or "").startswith(_OPENED) and error.context_mark
    mark = opened or error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = source.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    if "\t" in text[: len(text) - len(text.lstrip())]:
        report("S014", (line, text.index("\t") + 1))
        return
    if "maximum nesting" in str(error.problem):  # newer parsers stop at a depth of their own, before we see it
        report("S005", (line, column), most=limits.MOST_DEPTH)
        return
    what, hint = plain_words(str(error.problem or ""), text)
    report("S003", (line, column), what=what, help=hint)


class _Fold:
    """One pass over the parser's events, with a stack of open tables and rows."""

    def __init__(self, source: str, report: Report) -> None:
        self._parser: Any = yaml.CSafeLoader(source)
        self._report = report
        self._documents = 0
        self._root: Node | None = None
        self._known: set[str] = set()
        self._escapes = "\\" in source  # only then can a text hold what the file does not show

    def _stop(self, code: str, mark: Any, **values: object) -> _Stopped:
        self._report(code, (mark.line + 1, mark.column + 1), **values)
        return _Stopped()

    def tree(self) -> Table | None:
        root = self._fold()
        if root is None:
            self._report("S012", (1, 1), what="it is empty")
        elif not isinstance(root, Table):
            self._report("S012", root.spot, what="it does not begin with keys")
        else:
            return root
        return None

    def _fold(self) -> Node | None:
        """All that is done here is done for every word of a file; what is rare stands elsewhere."""
        stack: list[_Inside] = []
        entries, keys, items = _NOWHERE
        key: str | None = None
        escapes, longest, most, count = self._escapes, limits.MOST_CHARACTERS, limits.MOST_NODES, 0
        for event in iter(self._parser.get_event, None):
            kind = type(event)
            if kind is _SCALAR:
                count += 1
                text, mark = event.value, event.start_mark
                if event.anchor is not None or event.tag is not None or escapes or len(text) > longest or count > most:
                    self._look_at(event, count)
                spot = (mark.line + 1, mark.column + 1)
                if key is None and keys is not None:
                    if text in keys or text not in self._known:
                        self._look_at_key(event, keys)
                    key, keys[text] = text, spot
                    continue
                node: Node = Text(text, spot, event.implicit[0])
            elif kind is _CLOSE_TABLE or kind is _CLOSE_ROW:
                stack.pop()
                entries, keys, items = stack[-1] if stack else _NOWHERE
                continue
            elif kind is _OPEN_TABLE or kind is _OPEN_ROW:
                count += 1
                node, inside = self._opened(event, key is None and keys is not None, len(stack), count)
                stack.append(inside)
            else:
                self._beside(event)
                continue
            if key is not None and entries is not None:
                entries[key], key = node, None
            elif items is not None:
                items.append(node)
            else:
                self._root = node
            if kind is not _SCALAR:
                entries, keys, items = inside
        return self._root

    def _look_at(self, event: Any, count: int) -> None:
        mark, text = event.start_mark, event.value
        self._no_yaml_signs(event)
        if len(text) > limits.MOST_CHARACTERS:
            raise self._stop("S007", mark, length=len(text), most=limits.MOST_CHARACTERS)
        if event.style == '"' and (found := _UNSEEN.search(text)):  # an escape can write what the file may not hold
            raise self._stop("S002", mark, point=f"U+{ord(found.group()):04X}")
        if count > limits.MOST_NODES:
            raise self._stop("S006", mark, most=limits.MOST_NODES)

    def _no_yaml_signs(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._stop("S008", event.start_mark, sign="&", kind="anchor")
        if event.tag is not None:
            raise self._stop("S009", event.start_mark)

    def _opened(self, event: Any, as_key: bool, depth: int, count: int) -> tuple[Table | Row, _Inside]:
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._no_yaml_signs(event)
        if as_key:
            raise self._stop("S015", mark)
        if depth >= limits.MOST_DEPTH:
            raise self._stop("S005", mark, most=limits.MOST_DEPTH)
        if count > limits.MOST_NODES:
            raise self._stop("S006", mark, most=limits.MOST_NODES)
        spot = (mark.line + 1, mark.column + 1)
        if type(event) is _OPEN_ROW:
            row = Row([], spot)
            return row, (None, None, row.items)
        table = Table({}, {}, spot)
        return table, (table.entries, table.keys, None)

    def _look_at_key(self, event: Any, keys: dict[str, Spot]) -> None:
        """A key that stands there already, or was never looked at: the same few come again and again."""
        key, mark = event.value, event.start_mark
        if not key or len(key) > limits.MOST_KEY_CHARACTERS or (key == "<<" and event.implicit[0]):
            raise self._stop("S015", mark)
        if key in keys:
            self._report("S010", (mark.line + 1, mark.column + 1), key=key, first=keys[key][0])
        if key != "<<":  # between quotes it is a key like others, and without them never
            self._known.add(key)

    def _beside(self, event: Any) -> None:
        """What is no value: a second document or an alias ends the reading."""
        if type(event) is yaml.AliasEvent:
            raise self._stop("S008", event.start_mark, sign="*", kind="alias")
        if type(event) is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._stop("S011", event.start_mark)
