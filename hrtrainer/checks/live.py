"""What conditions read, and what of it is still read after each scene: two states that differ in nothing else are one.

A readable thing is a meter, something that has happened, or the day a person is having. A set of them is one whole
number, a bit for each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import END, Choice, Line, Otherwise, Scenario, Scene, Way

Thing = tuple[str, str]
"""A kind and a name: ("meter", id), ("card", id), ("choice", scene/choice) and so on, ("day", person + blank + day)."""
METER, DAY = "meter", "day"


def deciding(scenario: Scenario) -> dict[Thing, int]:
    """A bit for each thing that decides what can be chosen or what follows."""
    found: dict[Thing, int] = {}
    for condition in _conditions(scenario):
        for thing in things_of(condition):
            found.setdefault(thing, 1 << len(found))
    return found


def of_lines(scenario: Scenario) -> list[Condition]:
    """The conditions of lines."""
    found = []
    for scene in scenario.scenes.values():
        found += [line.when for line in scene.lines if line.when is not None]
        for answer in answers(scene) if scene.choices else ():
            found += [line.when for line in answer.reply if line.when is not None]
    return found + [line.when for ending in scenario.endings for line in ending.lines if line.when is not None]


def things_of(condition: Condition) -> list[Thing]:
    """The things that a condition reads."""
    match condition:
        case Compare(meter):
            return [(METER, meter)]
        case Fact(kind, name):
            return [(kind, name)]
        case Disposed(person, disposition):
            return [(DAY, f"{person} {disposition}")]
        case Not(part):
            return things_of(part)
        case And(parts) | Or(parts):
            return [thing for part in parts for thing in things_of(part)]
        case _:
            assert_never(condition)


def happened(scene: Scene, answer: Choice | Otherwise) -> list[Thing]:
    """What has happened once an answer is given in a scene."""
    things = [("card", name) for name in answer.hears] + [("ledger", name) for name in answer.gives]
    if isinstance(answer, Choice):
        things += [("behaviour", shown.behaviour) for shown in answer.shows]
        return [*things, ("choice", f"{scene.id}/{answer.id}")]
    return things + [("behaviour", name) for name in answer.reaches]


def entered(scene: Scene) -> list[Thing]:
    """What has happened once a scene is entered."""
    return [("scene", scene.id), *(("card", name) for name in scene.hears)]


def answers(scene: Scene) -> list[Choice | Otherwise]:
    """What can be answered in a scene with choices."""
    return [*scene.choices, scene.otherwise] if scene.otherwise else [*scene.choices]


def live(scenario: Scenario, bits: Mapping[Thing, int], asks: Callable[[Condition], bool]) -> dict[str, int]:
    """What is still read from each scene, each ending, and from `end`, on. `asks` says which lines are asked about."""
    reading = _Reading(scenario, bits, asks)
    at = dict.fromkeys((*scenario.scenes, END), 0)
    for ending in scenario.endings:
        at[ending.id] = reading.said(ending.lines)
        at[END] |= at[ending.id] | reading.read(ending.when)
    parts = {scene.id: reading.parts(scene) for scene in reversed(list(scenario.scenes.values()))}
    waiting = True
    while waiting:  # sets only grow, so this comes to rest; backwards is the quicker order
        waiting = False
        for scene_id, (found, steps) in parts.items():
            for read, done, tos in steps:
                for to, first in tos:
                    read |= at[to] & ~first
                found |= read & ~done
            waiting = waiting or found != at[scene_id]
            at[scene_id] = found
    return at


_Step = tuple[int, int, list[tuple[str, int]]]


class _Reading(NamedTuple):
    scenario: Scenario
    bits: Mapping[Thing, int]
    asks: Callable[[Condition], bool]

    def parts(self, scene: Scene) -> tuple[int, list[_Step]]:
        """What a scene reads itself; and for each step out of it what is read, what happens first, and where to."""
        if not scene.choices:
            return self.said(scene.lines), [self.step((), [], scene.ways)]
        own = self.said(scene.lines)
        for choice in scene.choices:
            own |= self.read(choice.when)
        return own, [self.step(one.reply, happened(scene, one), one.ways) for one in answers(scene)]

    def step(self, reply: Sequence[Line], things: Iterable[Thing], ways: Sequence[Way]) -> _Step:
        read = self.said(reply)
        for way in ways:
            read |= self.read(way.when)
        scenes = self.scenario.scenes
        tos = [(way.to, self.known(entered(scenes[way.to])) if way.to in scenes else 0) for way in ways]
        return read, self.known(things), tos

    def known(self, things: Iterable[Thing]) -> int:
        found = 0
        for thing in things:
            found |= self.bits.get(thing, 0)
        return found

    def said(self, lines: Iterable[Line]) -> int:
        found = 0
        for line in lines:
            if line.when is not None and self.asks(line.when):
                found |= self.read(line.when)
        return found

    def read(self, condition: Condition | None) -> int:
        return 0 if condition is None else self.known(things_of(condition))


def _conditions(scenario: Scenario) -> Iterator[Condition]:
    for scene in scenario.scenes.values():
        for answer in answers(scene) if scene.choices else ():
            if isinstance(answer, Choice) and answer.when is not None:
                yield answer.when
            yield from (way.when for way in answer.ways if way.when is not None)
        if not scene.choices:
            yield from (way.when for way in scene.ways if way.when is not None)
    yield from (ending.when for ending in scenario.endings if ending.when is not None)
