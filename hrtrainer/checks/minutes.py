"""How long a conversation takes: an estimate, from its words and its decisions.

Reading goes at 200 words a minute, a little under what adults read silently (238, Brysbaert 2019), as the lines are
speech that is taken in and not skimmed. A decision takes 10 seconds beyond reading what can be said. Answers are taken
by chance, each that can be chosen as often as the others; own words only where nothing can be chosen. Notes after an
answer, the brief and the debrief are not counted.

How likely a state is, is kept in whole numbers (`weights.py`); what is lost by that is far below a second.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import add

from hrtrainer.checks.nodes import Arc, Ask, Node
from hrtrainer.checks.space import Space
from hrtrainer.checks.sweep import Sweep, back
from hrtrainer.checks.weights import Lanes, pour
from hrtrainer.scenario.model import Line

WORDS_A_MINUTE = 200
SECONDS_A_DECISION = 10
_CERTAIN = 1 << 60
_NEGLIGIBLE = _CERTAIN >> 36
_PART = 60
_LANE = 128
"""Room for what is certain and for the reciprocal by which it is divided."""
_MOST_STEPS, _MOST_LANES = 60_000, 200_000_000
"""Where plays go round for long, no estimate is made beyond so many steps, or lanes in all steps."""


def expected_minutes(ways: Space, lines: Iterable[Space], tick: Callable[[], None] = lambda: None) -> float | None:
    """The minutes that a play takes on average. None where a play by chance may never, or hardly ever, end.

    `lines` are the spaces of the lines that `ways` does not answer for: what they add is counted there.
    """
    words = decisions = 0
    counted: frozenset[int] = frozenset()
    for at, space in enumerate((ways, *lines)):
        likely = _likely(space)
        if at == 0 and not _sure(likely):
            return None
        passing = _Passing(Lanes(_LANE, space.flow.layout.size), at > 0, counted)
        pour(likely, _CERTAIN, passing.step, add, tick)
        if passing.exhausted:
            return None
        words += passing.words
        decisions += passing.decisions
        counted |= {id(one.of) for one in space.asked}
    return (words / WORDS_A_MINUTE + decisions * SECONDS_A_DECISION / 60) / _CERTAIN


def _likely(space: Space) -> Node:
    """The beginning of the same nodes, with own words only where nothing can be chosen."""
    full = space.flow.layout.full
    twins = {
        node: Node(node.number, node.rank, node.name, node.key, node.scene, node.ending, [], [], node.asks, node.offers)
        for node in space.reached
    }
    for node, twin in twins.items():
        silent = full
        for _, mask in node.offers:
            silent ^= silent & mask
        for arc in node.arcs:
            own = arc.answer is not None and arc.choice is None
            mask = arc.mask & silent if own else arc.mask
            if mask and arc.to in twins:
                new = Arc(twin, twins[arc.to], mask, arc.shifts, arc.answer, arc.days)
                twin.arcs.append(new)
                new.to.into.append(new)
    return twins[space.flow.root]


def _sure(root: Node) -> bool:
    """Whether a play by chance comes to an end: from everywhere it can come to, an ending can be reached."""
    sweep = Sweep({}, ahead={0: {root: 1}})
    sweep.flood(0)
    ends = [(node, states) for node, states in sweep.done.items() if node.ending is not None]
    return back(ends, sweep.done, lambda arc: True) == sweep.done


@dataclass(slots=True)
class _Passing:
    """What has come together so far, in units of what is certain: words heard and read, and decisions faced.

    `counted` are lines that another space has answered for; with `only_lines`, nothing but lines that ask is counted.
    """

    lanes: Lanes
    only_lines: bool
    counted: frozenset[int]
    words: int = 0
    decisions: int = 0
    steps: int = 0
    _parts: dict[Node, list[int]] = field(default_factory=dict)
    _low: int = 0

    def __post_init__(self) -> None:
        self._low = self.lanes.wide((1 << self.lanes.size) - 1) // ((1 << _LANE) - 1) * (2 * _CERTAIN - 1)

    @property
    def exhausted(self) -> bool:
        """Whether it takes too long."""
        return self.steps > _MOST_STEPS or self.steps * self.lanes.size > _MOST_LANES

    def step(self, node: Node, weights: int) -> Iterator[tuple[Node, int]]:
        """Count a node, and say how much of it goes where."""
        whole = self.lanes.total(weights)
        self.steps += 1
        if whole < _NEGLIGIBLE or self.exhausted:
            return
        holder = node.scene or node.ending
        self.words += whole * _words(holder.lines) if holder and not self.only_lines else 0
        self.words += self.heard(weights, (ask for ask in node.asks if ask.answer is None))
        self.decisions += whole if node.decides and not self.only_lines else 0
        if not node.name:
            weights //= len(node.arcs)
        elif node.offers:
            weights = self.answered(node, weights)
        for arc in node.arcs:
            moved = self.lanes.moved(arc, weights)
            if moved:
                yield arc.to, moved

    def answered(self, node: Node, weights: int) -> int:
        """Count what can be said and what is replied. Returns how likely each answer is."""
        wide, total = self.lanes.wide, self.lanes.total
        each = self.shared(node, weights)
        own = 0
        for arc in node.arcs:
            own |= 0 if arc.choice else arc.mask
        taken = {id(choice): mask for choice, mask in node.offers}
        for choice, mask in node.offers if not self.only_lines else ():
            self.words += total(weights & wide(mask)) * len(choice.say.split())
            self.words += total(each & wide(mask)) * _words(choice.reply)
        if own and node.scene and node.scene.otherwise and not self.only_lines:
            self.words += total(each & wide(own)) * _words(node.scene.otherwise.reply)
        for ask in node.asks:
            if ask.answer is not None:
                self.words += self.heard(each & wide(taken.get(id(ask.answer), own)), (ask,))
        return each

    def heard(self, weights: int, asks: Iterable[Ask]) -> int:
        """The words of the lines that depend on something."""
        found = 0
        for ask in asks:
            if isinstance(ask.asked.of, Line) and id(ask.asked.of) not in self.counted:
                found += self.lanes.total(weights & self.lanes.wide(ask.holds)) * len(ask.asked.of.text.split())
        return found

    def shared(self, node: Node, weights: int) -> int:
        """How likely each answer is: what comes in, over the number of choices there are."""
        if node not in self._parts:
            by_number = [(1 << self.lanes.size) - 1]
            for _, mask in node.offers:
                more = [0, *(states & mask for states in by_number)]
                fewer = [*(states ^ states & mask for states in by_number), 0]
                by_number = [one | other for one, other in zip(more, fewer, strict=True)]
            self._parts[node] = by_number
        found = 0
        for number, states in enumerate(self._parts[node]):
            if states:
                part = weights & self.lanes.wide(states)
                found += part if number < 2 else (part * ((1 << _PART) // number) >> _PART) & self._low
        return found


def _words(lines: Iterable[Line]) -> int:
    return sum(len(line.text.split()) for line in lines if line.when is None)
