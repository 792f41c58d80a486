"""Taking typed values out of a table, with a diagnostic for everything that is not as it should be.

A value that is missing or odd is reported and replaced by an empty one, so that reading goes on to the end of the file.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache

from hrtrainer.scenario.condition import Condition, Unreadable, parse
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Row, Table, Text

TO_WRITE = "To write:"
"""How a place-holder begins, in drafts that were brought in from elsewhere."""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]{0,8})")
_PLACE_HOLDER = re.compile(r"\{region:([^{}]*)(\}?)")
parsed = lru_cache(maxsize=512)(parse)
"""`parse`, with a memory: authors write the same few conditions over and over."""
_KINDS = {Text: "text", Table: "keys and values", Row: "a list"}


def is_name(text: str) -> bool:
    """Whether a text can be used as an id."""
    return _NAME.fullmatch(text) is not None


class Keys:
    """The keys of one kind of table: those that it needs, and those that it may have. `known` are both."""

    __slots__ = ("allowed", "known", "needed")

    def __init__(self, needed: Iterable[str] = (), allowed: Iterable[str] = ()) -> None:
        self.needed, self.allowed = tuple(needed), tuple(allowed)
        self.known = frozenset((*self.needed, *self.allowed))


class Fields:
    """The fields of one table. `owner` names it in messages ('A scene')."""

    __slots__ = ("_table", "owner", "report", "spot")

    def __init__(self, report: Report, node: Node, owner: str, keys: Keys) -> None:
        self.report = report
        self.owner = owner
        self.spot: Spot = node.spot
        if not isinstance(node, Table):
            self._table = Table({}, {}, node.spot)
            self._wrong(owner, node, "keys and values")
            return
        self._table = node
        if not node.entries.keys() <= keys.known:
            for key in node.entries:
                if key not in keys.known:
                    report("S101", node.keys[key], owner=owner, key=key, guess=report.guess(key, keys.known))
        for key in keys.needed:
            if key not in node.entries:
                report("S102", node.spot, owner=owner, key=key, help="")

    def _wrong(self, owner: str, node: Node, wanted: str) -> None:
        hint = ""
        if isinstance(node, Table | Row) and wanted == "text":
            hint = "Text that begins with [ or {, or has ': ' in it, goes in quotes."
        elif wanted == "a list":
            hint = "Put '-' before each item."
        self.report("S103", node.spot, owner=owner, wanted=wanted, found=_KINDS[type(node)], help=hint)

    def node(self, key: str) -> Node | None:
        """The node under a key, or None."""
        return self._table.entries.get(key)

    def has(self, key: str) -> bool:
        """Whether the key stands there."""
        return key in self._table.entries

    def spot_of(self, key: str) -> Spot:
        """Where the value of a key begins; the table's own place when it has none."""
        node = self._table.entries.get(key)
        return node.spot if node else self.spot

    def key_spot(self, key: str) -> Spot:
        """Where a key itself stands."""
        return self._table.keys.get(key, self.spot)

    def name_spot(self, key: str, name: str) -> Spot:
        """Where a name stands that is a key of the table under `key`."""
        node = self._table.entries.get(key)
        return node.keys.get(name, node.spot) if isinstance(node, Table) else self.spot

    def word(self, key: str) -> str:
        """A text that is a name or a setting: not prose."""
        node = self._table.entries.get(key)
        return self._as_text(key, node) if node is not None else ""

    def _as_text(self, key: str, node: Node) -> str:
        if isinstance(node, Text):
            text = node.text.strip()
            if not text:
                self.report("S105", node.spot, key=key)
            return text
        self._wrong(f"'{key}'", node, "text")
        return ""

    def prose(self, key: str) -> str:
        """A text for people: words, with `{region:...}` place-holders noted."""
        return self.prose_of(key, self._table.entries[key]) if key in self._table.entries else ""

    def prose_of(self, key: str, node: Node) -> str:
        """The prose of a node that stands under `key`."""
        text = (node.text.strip() if isinstance(node, Text) else "") or self._as_text(key, node)
        if self.report.comments and isinstance(node, Text) and node.plain:
            self.report.comment_after(text, node.spot)
        if text.startswith(TO_WRITE):
            self.report("S310", node.spot, text=text)
        if "{region:" in text:
            for found in _PLACE_HOLDER.finditer(text):
                self.report.refer("fact", found.group(1) if found.group(2) else found.group(), node.spot)
        return text

    def one_of(self, key: str, words: Iterable[str]) -> str:
        """One of a few words."""
        text = self.word(key)
        if text and text not in (known := tuple(words)):
            self.report("S104", self.spot_of(key), key=key, value=text, guess=self.report.guess(text, known))
        return text

    def name(self, key: str) -> str:
        """An id."""
        text = self.word(key)
        if text and not is_name(text):
            self.report("S106", self.spot_of(key), value=text)
        return text

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number between two bounds."""
        node = self._table.entries.get(key)
        return least if node is None else self.whole_of(key, node, least, most)

    def whole_of(self, key: str, node: Node, least: int, most: int) -> int:
        """The whole number of a node that stands under `key`."""
        text = self._as_text(key, node)
        if not text:
            return least
        if not _WHOLE.fullmatch(text):
            found, wanted = f"'{text}'", "a whole number"
            self.report("S103", node.spot, owner=f"'{key}'", wanted=wanted, found=found, help="Write digits: 12.")
            return least
        number = int(text)
        if not least <= number <= most:
            self.report("S107", node.spot, key=key, least=least, most=most, value=number)
            return least
        return number

    def yes(self, key: str) -> bool:
        """true or false; false when the key is not there."""
        return self.one_of(key, ("true", "false")) == "true"

    def day(self, key: str) -> str:
        """A date as YYYY-MM-DD."""
        text = self.word(key)
        try:
            return date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            self.report("S112", self.spot_of(key), value=text)
            return ""

    def row(self, key: str) -> list[Node]:
        """The items of a list; none when the key is not there."""
        node = self._table.entries.get(key)
        if node is None:
            return []
        if not isinstance(node, Row):
            self._wrong(f"'{key}'", node, "a list")
            return []
        return node.items

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of prose."""
        return tuple(self.prose_of(key, item) for item in self.row(key))

    def words(self, key: str, among: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of single words; with `among`, each one of those."""
        words = []
        for item in self.row(key):
            word = self._as_text(key, item)
            if word and among is not None and word not in among:
                self.report("S104", item.spot, key=key, value=word, guess=self.report.guess(word, among))
            words.append(word)
        return tuple(words)

    def references(self, key: str, kind: str) -> tuple[str, ...]:
        """A list of names that have to exist."""
        names = []
        for item in self.row(key):
            name = self._as_text(key, item)
            self.report.refer(kind, name, item.spot)
            names.append(name)
        return tuple(names)

    def table(self, key: str) -> Collection[tuple[str, Node]]:
        """The keys and nodes of a table under a key."""
        node = self._table.entries.get(key)
        if node is None:
            return ()
        if not isinstance(node, Table):
            self._wrong(f"'{key}'", node, "keys and values")
            return ()
        return node.entries.items()

    def named(self, key: str) -> Collection[tuple[str, Node]]:
        """The entries of a table whose keys are ids."""
        node = self._table.entries.get(key)
        entries = self.table(key)
        if isinstance(node, Table):
            for name, _ in entries:
                if not is_name(name):
                    self.report("S106", node.keys[name], value=name)
            if not entries:
                self.report("S105", node.spot, key=key)
        return entries

    def condition(self) -> Condition | None:
        """The condition under `when`, with its names noted; None when there is none."""
        node = self._table.entries.get("when")
        if node is None:
            return None
        text = self.word("when")
        if not text or not isinstance(node, Text):
            return None
        blanks = len(node.text) - len(node.text.lstrip())
        shift = node.spot[1] - 1 + (0 if node.plain else 1) + blanks
        try:
            condition = parsed(text)
        except Unreadable as error:
            self.report("S116", (node.spot[0], shift + error.column), what=error.what, help=error.hint)
            return None
        self.report.conditions.append((condition, (node.spot[0], shift)))
        return condition
