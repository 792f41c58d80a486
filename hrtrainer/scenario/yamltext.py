"""From the text of a YAML file to a tree of plain words that know their place. The one door of yaml.

libyaml's events are folded by hand: no YAML types, no recursion, no aliases, and the limits act while it reads.
"""

import gc
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

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

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANK_INDENT = re.compile("^[ \t]*([\u00a0\u2000-\u200a\u3000])", re.MULTILINE)


class _Stopped(Exception):
    """Reading this file ends here; what is the matter has been reported."""


def read_tree(source: str, report: Report) -> Table | None:
    """The tree of a file's text, or None when something stops it; everything found is reported."""
    if not _readable(source, report):
        return None
    was_collecting = gc.isenabled()
    gc.disable()  # thousands of small objects that all live: collecting in between costs half the time
    try:
        return _Fold(source, report).tree()
    except _Stopped:
        return None
    except yaml.MarkedYAMLError as error:
        _syntax(source, error, report)
        return None
    finally:
        if was_collecting:
            gc.enable()


def _readable(source: str, report: Report) -> bool:
    found = _UNSEEN.search(source) or _BLANK_INDENT.search(source)
    if found is None:
        return True
    at = found.end() - 1
    line = source.count("\n", 0, at) + 1
    report("S002", (line, at - source.rfind("\n", 0, at)), point=f"U+{ord(source[at]):04X}")
    return False


def _syntax(source: str, error: yaml.MarkedYAMLError, report: Report) -> None:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = source.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    if "\t" in text[: len(text) - len(text.lstrip())]:
        report("S014", (line, text.index("\t") + 1))
        return
    what, hint = plain_words(str(error.problem or ""), text, column)
    report("S003", (line, column), what=what, help=hint)


class _Fold:
    """One pass over the parser's events, with a stack of open tables and rows."""

    def __init__(self, source: str, report: Report) -> None:
        self._parser: Any = yaml.CSafeLoader(source)
        self._report = report
        self._count = 0

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
        stack: list[tuple[Table | Row, str | None]] = []
        here: Table | Row | None = None
        key: str | None = None
        root: Node | None = None
        documents = 0
        get_event = self._parser.get_event
        scalar, open_table, open_row = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        closing = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is scalar:
                if here.__class__ is Table and key is None:
                    key = self._key(here, event)  # type: ignore[arg-type]
                    continue
                node: Node = self._text(event)
            elif kind is open_table or kind is open_row:
                node = self._open(event, kind is open_table, len(stack), here.__class__ is Table and key is None)
            elif kind in closing:
                here, key = stack.pop()[0] if stack else None, None  # type: ignore[assignment]
                here = stack[-1][0] if stack else None
                continue
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self._stop("S011", event.start_mark)
                continue
            elif kind is yaml.AliasEvent:
                raise self._stop("S008", event.start_mark, sign="*", kind="alias")
            else:
                continue
            if here is None:
                root = node
            elif here.__class__ is Row:
                here.items.append(node)  # type: ignore[union-attr]
            else:
                here.entries[key] = node  # type: ignore[union-attr,index]
                key = None
            if node.__class__ is not Text:
                stack.append((node, None))  # type: ignore[arg-type]
                here, key = node, None  # type: ignore[assignment]
        return root

    def _open(self, event: Any, table: bool, depth: int, as_key: bool) -> Table | Row:
        mark = event.start_mark
        if event.anchor is not None:
            raise self._stop("S008", mark, sign="&", kind="anchor")
        if event.tag is not None:
            raise self._stop("S009", mark)
        if as_key:
            raise self._stop("S015", mark)
        if depth >= limits.MOST_DEPTH:
            raise self._stop("S005", mark, most=limits.MOST_DEPTH)
        self._counted(mark)
        spot = (mark.line + 1, mark.column + 1)
        return Table({}, {}, spot) if table else Row([], spot)

    def _text(self, event: Any) -> Text:
        mark = event.start_mark
        value: str = event.value
        if event.anchor is not None:
            raise self._stop("S008", mark, sign="&", kind="anchor")
        if event.tag is not None:
            raise self._stop("S009", mark)
        if len(value) > limits.MOST_CHARACTERS:
            raise self._stop("S007", mark, length=len(value), most=limits.MOST_CHARACTERS)
        if event.style == '"' and (found := _UNSEEN.search(value)):  # an escape can write what the file may not hold
            raise self._stop("S002", mark, point=f"U+{ord(found.group()):04X}")
        self._counted(mark)
        return Text(value, (mark.line + 1, mark.column + 1), event.implicit[0])

    def _key(self, table: Table, event: Any) -> str:
        text = self._text(event)
        key = text.text
        if not key or len(key) > limits.MOST_KEY_CHARACTERS or (key == "<<" and text.plain):
            raise self._stop("S015", event.start_mark)
        if key in table.keys:
            self._report("S010", text.spot, key=key, first=table.keys[key][0])
        table.keys[key] = text.spot
        return key

    def _counted(self, mark: Any) -> None:
        self._count += 1
        if self._count > limits.MOST_NODES:
            raise self._stop("S006", mark, most=limits.MOST_NODES)
