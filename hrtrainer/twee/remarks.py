"""The notes that an author wrote to themselves in a scenario file, on their way into the passages of a story."""

from collections.abc import Iterator, Mapping, Sequence

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.yamltext import Node, Row, Table
from hrtrainer.twee.markup import written


class Remarks:
    """Notes by the place of what they are about. Each is handed out once."""

    def __init__(self, notes: Mapping[Spot, Sequence[str]]) -> None:
        self._left = {spot: list(lines) for spot, lines in notes.items()}

    def places(self, node: Node) -> Iterator[Spot]:
        """Where the keys and items inside of a node stand."""
        if isinstance(node, Table):
            for key, one in node.entries.items():
                yield node.keys.get(key, node.spot)
                yield from self.places(one)
        elif isinstance(node, Row):
            for one in node.items:
                yield one.spot
                yield from self.places(one)

    def before(self, *spots: Spot) -> list[str]:
        """The notes about some places as one comment, which stands in a passage before them; or nothing."""
        lines = [line for spot in dict.fromkeys(spots) for line in self._left.pop(spot, ())]
        if not lines:
            return []
        text = "\n".join(written(line).replace("--", "-&#45;") for line in lines)
        return [f"<!-- {text.replace('hr:', 'hr&#58;')} -->"]

    def under(self, node: Node) -> dict[Spot, list[str]]:
        """The notes about what is inside of a node, which is written with them."""
        return {spot: self._left.pop(spot) for spot in self.places(node) if spot in self._left}

    def last(self, node: Table) -> dict[Spot, list[str]]:
        """Everything not handed out yet, for the last table; what is about nothing in it goes to its first key."""
        notes = self.under(node)
        if others := [line for lines in self._left.values() for line in lines]:
            first = next(self.places(node))
            notes[first] = [*notes.get(first, []), *others]
        self._left.clear()
        return notes
