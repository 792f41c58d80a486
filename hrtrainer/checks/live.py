"""What is still read after each decision of a scenario. Two states that differ in nothing else have the same future.

A set of readable things is one whole number: the bits of every fact, one bit for each meter, one for each person's day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import END, Line, Scene, Way
from hrtrainer.session.plan import Plan, State, Step, Stop

KINDS = ("card", "ledger", "scene", "choice", "behaviour")
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The part of a state that is still read at one decision."""

    scene: str
    meters: tuple[int, ...]
    card: int
    ledger: int
    seen: int
    choice: int
    behaviour: int
    people: frozenset[str]

    def key(self, state: State) -> Key:
        """The state without what is never read again."""
        days = frozenset(day for day in state.days if day[0] in self.people) if self.people else None
        return (
            self.scene, *[state.meters[at] for at in self.meters], state.heard & self.card, state.held & self.ledger,
            state.seen & self.seen, state.took & self.choice, state.showed & self.behaviour, days,
        )  # fmt: skip


def kept(plan: Plan, lines: bool) -> dict[str, Kept]:
    """What is still read at the decision of each scene with choices, by the id of the scene.

    With `lines`, all conditions count; without, only those that decide what can be chosen and where it leads.
    """
    reading = _Reading(plan, _shifts(plan), lines)
    entered = {scene_id: 0 for scene_id in plan.stops}
    waiting = True
    while waiting:  # sets only grow, so this comes to rest; backwards is the quicker order
        waiting = False
        for stop in reversed(list(plan.stops.values())):
            found = reading.entering(stop, entered)
            waiting = waiting or found != entered[stop.scene.id]
            entered[stop.scene.id] = found
    return {
        stop.scene.id: reading.kept(stop.scene, reading.deciding(stop, entered))
        for stop in plan.stops.values()
        if stop.steps
    }


def _shifts(plan: Plan) -> dict[str, int]:
    shifts, at = {}, 0
    for kind in KINDS:
        shifts[kind] = at
        at += len(plan.bits[kind])
    return shifts | {"meter": at, "person": at + len(plan.meters)}


@dataclass(frozen=True, slots=True)
class _Reading:
    plan: Plan
    shifts: Mapping[str, int]
    lines: bool

    def entering(self, stop: Stop, entered: Mapping[str, int]) -> int:
        """What is read from the moment a scene is entered; what entering sets need not be kept."""
        read = self.deciding(stop, entered) if stop.steps else self.ways(stop.scene.ways, entered)
        return (read | self.said(stop.scene.lines)) & ~(self.place("scene", stop.bit) | self.place("card", stop.hears))

    def deciding(self, stop: Stop, entered: Mapping[str, int]) -> int:
        """What is read from the decision of a scene on."""
        read = 0
        for choice in stop.scene.choices:
            read |= self.asked(choice.when)
            read |= self.answered(stop.steps[choice.id], choice.reply, choice.ways, entered)
        if stop.otherwise and stop.scene.otherwise:
            read |= self.answered(stop.otherwise, stop.scene.otherwise.reply, stop.scene.otherwise.ways, entered)
        return read

    def answered(self, step: Step, reply: tuple[Line, ...], ways: tuple[Way, ...], entered: Mapping[str, int]) -> int:
        done = self.place("choice", step.took) | self.place("card", step.hears)
        done |= self.place("ledger", step.gives) | self.place("behaviour", step.shows)
        return (self.said(reply) | self.ways(ways, entered)) & ~done

    def ways(self, ways: tuple[Way, ...], entered: Mapping[str, int]) -> int:
        read = 0
        for way in ways:
            read |= self.asked(way.when)
            if way.to in entered:
                read |= entered[way.to]
            else:
                read |= self.ending(way.to)
        return read

    def ending(self, to: str) -> int:
        read = 0
        for ending in self.plan.scenario.endings:
            if to == END:
                read |= self.asked(ending.when)
            if to in (END, ending.id):
                read |= self.said(ending.lines)
        return read

    def said(self, lines: Iterable[Line]) -> int:
        read = 0
        if self.lines:
            for line in lines:
                read |= self.asked(line.when)
        return read

    def place(self, kind: str, mask: int) -> int:
        return mask << self.shifts[kind]

    def asked(self, condition: Condition | None) -> int:
        match condition:
            case None:
                return 0
            case Compare(meter):
                return self.place("meter", 1 << list(self.plan.scenario.meters).index(meter))
            case Fact(kind, name):
                return self.place(kind, self.plan.bits[kind].get(name, 0))
            case Disposed(person):
                return self.place("person", 1 << list(self.plan.scenario.people).index(person))
            case Not(part):
                return self.asked(part)
            case And(parts) | Or(parts):
                read = 0
                for part in parts:
                    read |= self.asked(part)
                return read
            case _:
                assert_never(condition)

    def kept(self, scene: Scene, read: int) -> Kept:
        card, ledger, seen, choice, behaviour = (
            read >> self.shifts[kind] & ((1 << len(self.plan.bits[kind])) - 1) for kind in KINDS
        )
        meters = tuple(at for at in range(len(self.plan.meters)) if read >> self.shifts["meter"] & 1 << at)
        people = (name for at, name in enumerate(self.plan.scenario.people) if read >> self.shifts["person"] & 1 << at)
        return Kept(scene.id, meters, card, ledger, seen, choice, behaviour, frozenset(people))
