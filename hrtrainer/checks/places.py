"""Where things stand in a scenario's file, for those who look at its model only.

Most checks find nothing, so the file is read a second time only when somebody asks.
"""

from functools import cached_property

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.yamltext import Node, Row, Table, Text, read_tree

Path = tuple[str | int, ...]
"""The keys and numbers that lead to a value, from the top: ("scenes", "counter", "lines", 0, "narrator")."""


class Places:
    """The places of one file's values. `source` is its text, which has been read before without a fault."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _tree(self) -> Table | None:
        return read_tree(self._source, lambda *_, **__: None)

    @cached_property
    def _rows(self) -> list[str]:
        return self._source.split("\n")

    def spot(self, path: Path) -> Spot:
        """Where a value begins. A part of the path that is not there is left out."""
        node = self._node(path)
        return node.spot if node is not None else (1, 1)

    def _node(self, path: Path) -> Node | None:
        node: Node | None = self._tree
        for step in path:
            inner = _inside(node, step)
            if inner is None:
                break
            node = inner
        return node

    def word(self, path: Path, text: str, begin: int, end: int) -> Spot:
        """Where the words `text[begin:end]` of a value stand: they themselves, or the value if it is written otherwise.

        Quotes and escapes shift columns, so the words are looked for: the same one of all their like in the text.
        """
        node = self._node(path)
        if not isinstance(node, Text) or node.spot[0] > len(self._rows):
            return self.spot(path)
        words = text[begin:end]
        line, column = node.spot
        row, at = self._rows[line - 1], column - 2
        for _ in range(text.count(words, 0, begin) + 1):
            at = row.find(words, at + 1)
            if at < 0:
                return node.spot
        return line, at + 1


def _inside(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Table) and isinstance(step, str):
        return node.entries.get(step)
    if isinstance(node, Row) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
