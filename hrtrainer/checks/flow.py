"""A scenario as nodes and arcs over sets of states: what can be answered where, what it changes, where it leads.

A node is a scene, an ending or the choice among endings, with one value of the key; beside it stands a set of states as
the bits of one whole number (`layout.py`). An arc moves such a set on in one go. Nodes are made when they are come to.

What the conversation does is told by session/play.py; that this says the same is proven by tests/checks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from hrtrainer.checks.layout import Layout, Shift
from hrtrainer.checks.live import DAY, METER, Thing, answers, entered, happened
from hrtrainer.checks.nodes import Arc, Ask, Asked, Days, Node, before
from hrtrainer.checks.ranks import ranks
from hrtrainer.scenario.condition import Condition
from hrtrainer.scenario.model import END, Choice, Ending, Line, Otherwise, Scenario, Scene, Way

ENDINGS = "endings"


@dataclass(slots=True)
class Flow:
    """The nodes and arcs of a scenario, as far as they were come to."""

    scenario: Scenario
    layout: Layout
    nodes: list[Node] = field(default_factory=list)
    _nodes: dict[tuple[str, int], Node] = field(default_factory=dict)
    _asked: dict[int, Asked] = field(default_factory=dict)
    _entries: dict[str, tuple[tuple[Shift, ...], list[Thing]]] = field(default_factory=dict)
    _ranks: dict[str, int] = field(default_factory=dict)
    _happens: bool = True
    """Whether anything that happens is state, and not meters alone."""

    def __post_init__(self) -> None:
        self._ranks = ranks(self.scenario)
        self._happens = any(kind != METER for kind, _ in (*self.layout.dials, *self.layout.keyed))
        root = self._node("", 0)
        days = [
            [(person.id, day) for day in person.dispositions]
            for person in self.scenario.people.values()
            if person.dispositions
        ]
        for row in product(*days):
            self._open(root, row)

    @property
    def root(self) -> Node:
        """Where every play begins: the state of its first bit."""
        return self.nodes[0]

    @property
    def asked(self) -> list[Asked]:
        """The conditions that were asked."""
        return list(self._asked.values())

    def _open(self, root: Node, days: Days) -> None:
        layout = self.layout
        at = sum(dial.start * dial.at for dial in layout.dials.values())
        key = sum(dial.start << dial.at for dial in layout.keyed.values())
        shifts, key = self._moved(key, [(DAY, f"{person} {day}") for person, day in days], ())
        self._lead(root, (Way(self.scenario.start),), 1, (((1, at),), *shifts), key, None, "", days)

    def _node(self, name: str, key: int) -> Node:
        node = self._nodes.get((name, key))
        if node is None:
            scene, ending = self.scenario.scenes.get(name), None
            if scene is None and name not in ("", END):
                ending = self.scenario.ending(name)
            node = self._nodes[name, key] = Node(len(self.nodes), self._ranks[name], name, key, scene, ending)
            self.nodes.append(node)
        return node

    def undo(self) -> None:
        """Part nodes and arcs, which hold each other, once all is told: they go at once, and need no looking for."""
        for node in self.nodes:
            node.arcs.clear()
            node.into.clear()

    def explore(self, node: Node) -> None:
        """Make the arcs of a node that was come to; to be done once."""
        full = self.layout.full
        if node.scene is not None:
            self._hear(node, node.name, node.scene.lines, full, (), node.key, None)
            if node.scene.choices:
                self._decide(node, node.scene)
            else:
                self._lead(node, node.scene.ways, full, (), node.key, None, node.name)
        elif node.ending is not None:
            self._hear(node, f"{ENDINGS}/{node.name}", node.ending.lines, full, (), node.key, None)
        elif node.name == END:
            self._lead(node, self.scenario.endings, full, (), node.key, None, ENDINGS)

    def _decide(self, node: Node, scene: Scene) -> None:
        full = self.layout.full
        for answer in answers(scene):
            within, where = full, f"{node.name}, otherwise"
            if isinstance(answer, Choice):
                where = f"{node.name}/{answer.id}"
                if answer.when is not None:
                    within = self._ask(node, where, answer, answer.when, full, (), node.key, None)
                node.offers.append((answer, within))
            if within:
                things = happened(scene, answer) if self._happens else ()
                shifts, key = self._moved(node.key, things, answer.changes)
                self._hear(node, f"{where}, reply", answer.reply, within, shifts, key, answer)
                self._lead(node, answer.ways, within, shifts, key, answer, where)

    def _moved(
        self, key: int, things: Iterable[Thing], changes: Iterable[tuple[str, int]]
    ) -> tuple[tuple[Shift, ...], int]:
        """The shifts and the key after some things have happened and some meters have changed."""
        dials, keyed, shifts = self.layout.dials, self.layout.keyed, []
        for thing in things:
            if thing in dials:
                shifts.append(self.layout.shift(thing, 1))
            elif thing in keyed:
                key = self.layout.turned(key, thing, 1)
        for name, by in changes:
            if by and (METER, name) in dials:
                shifts.append(self.layout.shift((METER, name), by))
            elif by and (METER, name) in keyed:
                key = self.layout.turned(key, (METER, name), by)
        return tuple(shifts), key

    def _lead(
        self, node: Node, ways: Sequence[Way | Ending], within: int, shifts: tuple[Shift, ...], key: int,
        answer: Choice | Otherwise | None, where: str, days: Days = (),
    ) -> None:  # fmt: skip
        """Make the arcs along some ways: the first that holds is taken."""
        for way in ways:
            to = way.to if isinstance(way, Way) else way.id
            taken = within
            if way.when is not None:
                place = f"{where}, to {to}" if isinstance(way, Way) else f"{where}/{to}"
                taken = self._ask(node, place, way, way.when, within, shifts, key, answer)
                within ^= taken
            if taken:
                entry, things = self._entry(to)
                new = key
                for thing in things:
                    new = self.layout.turned(new, thing, 1)
                target = self._node(to, new & self.layout.keeps[to] if new else 0)
                arc = Arc(node, target, taken, shifts + entry, answer, days)
                node.arcs.append(arc)
                target.into.append(arc)
            if way.when is None or not within:
                return

    def _entry(self, to: str) -> tuple[tuple[Shift, ...], list[Thing]]:
        """What entering a place shifts, and what it sets in the key."""
        found = self._entries.get(to)
        if found is None:
            scene = self.scenario.scenes.get(to)
            things = [] if scene is None else entered(scene)
            found = (
                self._moved(0, [thing for thing in things if thing in self.layout.dials], ())[0],
                [thing for thing in things if thing in self.layout.keyed],
            )
            self._entries[to] = found
        return found

    def _hear(
        self, node: Node, where: str, lines: Sequence[Line], within: int, shifts: tuple[Shift, ...], key: int,
        answer: Choice | Otherwise | None,
    ) -> None:  # fmt: skip
        for at, line in enumerate(lines, start=1):
            if line.when is not None and self.layout.asks(line.when):
                self._ask(node, f"{where}, line {at}", line, line.when, within, shifts, key, answer)

    def _ask(
        self, node: Node, where: str, of: Choice | Line | Way | Ending, when: Condition, within: int,
        shifts: tuple[Shift, ...], key: int, answer: Choice | Otherwise | None,
    ) -> int:  # fmt: skip
        """The states of a node in which a condition holds that is asked after some shifts."""
        holds = self.layout.mask(when, key)
        if shifts:
            holds = before(shifts, holds)
        holds &= within
        asked = self._asked.get(id(of))
        if asked is None:
            asked = self._asked[id(of)] = Asked(where, when, of.spot, of)
        node.asks.append(Ask(asked, within, holds, answer))
        return holds
