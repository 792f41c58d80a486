"""What an analysis should find, found the long way: every full state, nothing left out, and no code of the program's.

It knows the format from its page alone: sets of facts, whole meters, conditions taken word for word.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import product

from hrtrainer.checks.minutes import SECONDS_A_DECISION, WORDS_A_MINUTE
from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not
from hrtrainer.scenario.model import END, Choice, Line, Otherwise, Scenario, Way

Facts = frozenset[tuple[str, str]]
Meters = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class At:
    """A decision, with everything that has happened."""

    scene: str
    meters: Meters
    facts: Facts


@dataclass(frozen=True)
class Edge:
    """An answer and what it leads to: a decision, or the id of an ending."""

    choice: Choice | None
    to: At | str
    scenes: int
    words: int


@dataclass
class Brute:
    """The whole graph of a scenario, and what was met while it was walked."""

    scenario: Scenario
    edges: dict[At, list[Edge]] = field(default_factory=dict)
    openings: list[Edge] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    asked: dict[tuple[int, int], set[bool]] = field(default_factory=dict)
    far: dict[At, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        people = [[(p.id, day) for day in p.dispositions] for p in self.scenario.people.values() if p.dispositions]
        meters = tuple((meter.id, meter.start) for meter in self.scenario.meters.values())
        for days in product(*people):
            facts = frozenset(("day", f"{person} {day}") for person, day in days)
            self.openings.append(self.arrive(self.scenario.start, meters, facts, [], None))
        ring = {edge.to: None for edge in self.openings if isinstance(edge.to, At)}
        distance = 0
        while ring:
            self.far |= dict.fromkeys(ring, distance)
            further = [edge.to for at in ring for edge in self.follow(at)]
            ring = {to: None for to in further if isinstance(to, At) and to not in self.far}
            distance += 1

    def follow(self, at: At) -> list[Edge]:
        scene = self.scenario.scenes[at.scene]
        edges = [self.answer(at, choice) for choice in self.offered(at)]
        if scene.otherwise:
            edges.append(self.answer(at, scene.otherwise))
        self.edges[at] = edges
        return edges

    def offered(self, at: At) -> list[Choice]:
        choices = self.scenario.scenes[at.scene].choices
        return [choice for choice in choices if self.ask(choice.when, choice.spot, at.meters, at.facts)]

    def answer(self, at: At, answer: Choice | Otherwise) -> Edge:
        levels = dict(at.meters)
        for name, by in answer.changes:
            meter = self.scenario.meters[name]
            levels[name] = sorted((meter.least, levels[name] + by, meter.most))[1]
        new = {("card", name) for name in answer.hears} | {("ledger", name) for name in answer.gives}
        if isinstance(answer, Choice):
            new |= {("choice", f"{at.scene}/{answer.id}")} | {("behaviour", shown.behaviour) for shown in answer.shows}
        else:
            new |= {("behaviour", name) for name in answer.reaches}
        meters, facts, heard = tuple(levels.items()), at.facts | new, []
        self.say(answer.reply, meters, facts, heard)
        to = self.way(answer.ways, meters, facts)
        return self.arrive(to, meters, facts, heard, answer if isinstance(answer, Choice) else None)

    def arrive(self, to: str, meters: Meters, facts: Facts, heard: list[Line], choice: Choice | None) -> Edge:
        entered = 0
        while to in self.scenario.scenes:
            scene = self.scenario.scenes[to]
            entered += 1
            self.seen.add(to)
            facts = facts | {("scene", to)} | {("card", name) for name in scene.hears}
            self.say(scene.lines, meters, facts, heard)
            if scene.choices:
                return Edge(choice, At(to, meters, facts), entered, words(heard))
            to = self.way(scene.ways, meters, facts)
        for ending in self.scenario.endings:
            if ending.id == to or (to == END and self.ask(ending.when, ending.spot, meters, facts)):
                self.say(ending.lines, meters, facts, heard)
                return Edge(choice, ending.id, entered, words(heard))
        raise AssertionError(to)

    def say(self, lines: tuple[Line, ...], meters: Meters, facts: Facts, heard: list[Line]) -> None:
        for line in lines:
            if self.ask(line.when, line.spot, meters, facts):
                heard.append(line)
                self.said.add(line.id)

    def way(self, ways: tuple[Way, ...], meters: Meters, facts: Facts) -> str:
        return next(way.to for way in ways if self.ask(way.when, way.spot, meters, facts))

    def ask(self, when: Condition | None, spot: tuple[int, int], meters: Meters, facts: Facts) -> bool:
        if when is None:
            return True
        holds = truth(when, dict(meters), facts)
        self.asked.setdefault(spot, set()).add(holds)
        return holds

    def rounds(self, start: Hashable, step: Callable[[At, dict[At, object]], object]) -> dict[At, object] | None:
        """A value for each decision, from those it leads to, until nothing changes. None: it would change for ever."""
        values: dict[At, object] = dict.fromkeys(self.edges, start)
        for _ in range(len(self.edges) + 2):
            found = {at: step(at, values) for at in self.edges}
            if found == values:
                return values
            values = found
        return None

    def extent(self, gain: Callable[[At | None, Edge], int], best: Callable[..., int]) -> int | str | None:
        """The least or the most over all plays: a number, None for no end to it, 'nothing' when none ends."""

        def total(at: At | None, edges: list[Edge], values: dict[At, object]) -> object:
            after = [(0 if isinstance(edge.to, str) else values[edge.to], gain(at, edge)) for edge in edges]
            sums = [value + more for value, more in after if value is not None]  # type: ignore[operator]
            return best(sums) if sums else None

        values = self.rounds(None, lambda at, values: total(at, self.edges[at], values))
        if values is None:
            return None
        found = total(None, self.openings, values)
        return "nothing" if found is None else found  # type: ignore[return-value]

    def plays(self) -> int | None:
        def ways_on(edges: list[Edge], values: dict[At, object]) -> int:
            return sum(1 if isinstance(edge.to, str) else values[edge.to] for edge in edges)  # type: ignore[misc]

        values = self.rounds(0, lambda at, values: ways_on(self.edges[at], values))
        return None if values is None else ways_on(self.openings, values)

    def ahead(self, to: At | str, likely: bool = False) -> set[At | str]:
        """All that can follow, the thing itself with it. `likely`: own words only where nothing can be chosen."""
        found, todo = {to}, [to]
        while todo:
            at = todo.pop()
            if isinstance(at, At):
                edges = self.likely(at) if likely else self.edges[at]
                new = {edge.to for edge in edges} - found
                found |= new
                todo += new
        return found

    def likely(self, at: At) -> list[Edge]:
        return [edge for edge in self.edges[at] if edge.choice] or self.edges[at]

    def loops(self) -> set[frozenset[str]]:
        """Scenes that follow one another, and nothing else, at decisions from which no end of any kind can come."""
        held = {at for at in self.edges if all(isinstance(one, At) and self.edges[one] for one in self.ahead(at))}
        scenes = {at.scene: {one.scene for a in held if a.scene == at.scene for one in self.ahead(a)} for at in held}
        while (wider := {a: set().union(*(scenes[b] for b in found)) for a, found in scenes.items()}) != scenes:
            scenes = wider
        return {frozenset(found) for found in scenes.values() if all(scenes[one] == found for one in found)}

    def minutes(self) -> float | None:
        tos = set().union(*(self.ahead(edge.to, likely=True) for edge in self.openings))
        if not all(any(isinstance(one, str) for one in self.ahead(to, likely=True)) for to in tos):
            return None
        values = dict.fromkeys((at for at in tos if isinstance(at, At)), 0.0)

        def mean(edges: list[Edge]) -> float:
            each = [edge.words / WORDS_A_MINUTE + (values[edge.to] if isinstance(edge.to, At) else 0) for edge in edges]
            return sum(each) / len(each)

        moved = 1.0
        while moved > 1e-10:
            moved = 0.0
            for at, before in values.items():
                choices = sum(len(choice.say.split()) for choice in self.offered(at)) / WORDS_A_MINUTE
                values[at] = choices + SECONDS_A_DECISION / 60 + mean(self.likely(at))
                moved = max(moved, abs(values[at] - before))
        return mean(self.openings)


def words(lines: list[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def truth(condition: Condition, meters: dict[str, int], facts: Facts) -> bool:
    if isinstance(condition, Compare):
        level, number = meters[condition.meter], condition.number
        return {
            "<": level < number, "<=": level <= number, "==": level == number,
            "!=": level != number, ">=": level >= number, ">": level > number,
        }[condition.sign]  # fmt: skip
    if isinstance(condition, Fact):
        return (condition.kind, condition.name) in facts
    if isinstance(condition, Disposed):
        return ("day", f"{condition.person} {condition.disposition}") in facts
    if isinstance(condition, Not):
        return not truth(condition.part, meters, facts)
    parts = [truth(part, meters, facts) for part in condition.parts]
    return all(parts) if isinstance(condition, And) else any(parts)
