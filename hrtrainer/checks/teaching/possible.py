"""What could happen at all, quickly: never less than what can, now and then more.

The exact exploration (`space.py`) follows every play. This asks only whether each single thing could come about by
itself: a scene is possible when some way could lead to it, a card when some possible place turns it over, a meter may
stand anywhere between its bounds once something could move it that way. So what is not possible here never happens;
what is possible may still never happen. The cost grows with the file and not with the number of plays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import END, Choice, Ending, Otherwise, Scenario, Scene, Way

MOST_ROUNDS = 50
"""After so many rounds conditions are no longer asked and every way counts as possible, which only adds."""

_SIGNS = {
    "<": lambda low, high, number: (low < number, high >= number),
    "<=": lambda low, high, number: (low <= number, high > number),
    ">": lambda low, high, number: (high > number, low <= number),
    ">=": lambda low, high, number: (high >= number, low < number),
    "==": lambda low, high, number: (low <= number <= high, low != number or high != number),
    "!=": lambda low, high, number: (low != number or high != number, low <= number <= high),
}
"""Whether a meter that may stand anywhere from `low` to `high` could fulfil the comparison, and could miss it."""


@dataclass(slots=True)
class Possible:
    """What could happen in a scenario. `facts` holds (kind, name) as conditions name them: card, ledger, choice ..."""

    scenario: Scenario
    facts: set[tuple[str, str]] = field(default_factory=set)
    meters: dict[str, tuple[int, int]] = field(default_factory=dict)
    endings: set[str] = field(default_factory=set)
    asking: bool = True

    def could(self, condition: Condition | None) -> bool:
        """Whether a condition could hold."""
        return condition is None or not self.asking or self._ask(condition)[0]

    def must(self, condition: Condition | None) -> bool:
        """Whether a condition could not fail."""
        return condition is None or (self.asking and not self._ask(condition)[1])

    def _ask(self, condition: Condition) -> tuple[bool, bool]:
        """Whether it could hold, and whether it could fail."""
        match condition:
            case And(parts):
                answers = [self._ask(part) for part in parts]
                return all(yes for yes, _ in answers), any(no for _, no in answers)
            case Or(parts):
                answers = [self._ask(part) for part in parts]
                return any(yes for yes, _ in answers), all(no for _, no in answers)
            case Not(part):
                yes, no = self._ask(part)
                return no, yes
            case Compare(meter, sign, number):
                return _SIGNS[sign](*self.meters[meter], number)
            case Fact(kind, name):
                return (kind, name) in self.facts, True
            case Disposed():
                return True, True
            case _:
                assert_never(condition)

    def scene(self, scene_id: str) -> bool:
        """Whether a scene could be reached."""
        return ("scene", scene_id) in self.facts

    def choice(self, scene: Scene, choice: Choice) -> bool:
        """Whether a choice could be made."""
        return ("choice", f"{scene.id}/{choice.id}") in self.facts


def possible(scenario: Scenario) -> Possible:
    """What could happen in a scenario."""
    found = Possible(scenario, meters={meter.id: (meter.start, meter.start) for meter in scenario.meters.values()})
    _reach(found, scenario.start)
    for number in range(MOST_ROUNDS + 1):
        found.asking = number < MOST_ROUNDS
        before = len(found.facts), len(found.endings), tuple(found.meters.values())
        _round(found)
        if before == (len(found.facts), len(found.endings), tuple(found.meters.values())) and found.asking:
            return found
    return found


def _round(found: Possible) -> None:
    """Follow everything that could be done now, scene by scene, and what becomes reachable within the round."""
    ahead = [scene.id for scene in found.scenario.scenes.values() if found.scene(scene.id)]
    done = set()
    while ahead:
        name = ahead.pop()
        if name in done:
            continue
        done.add(name)
        scene = found.scenario.scenes[name]
        found.facts.update(("card", card) for card in scene.hears)
        ahead += _lead(found, scene.ways)
        for choice in scene.choices:
            if found.could(choice.when):
                found.facts.add(("choice", f"{name}/{choice.id}"))
                found.facts.update(("behaviour", behaviour) for behaviour in choice.behaviours)
                ahead += _follow(found, choice)
        if scene.otherwise:
            found.facts.update(("behaviour", behaviour) for behaviour in scene.otherwise.reaches)
            ahead += _follow(found, scene.otherwise)


def _follow(found: Possible, answer: Choice | Otherwise) -> list[str]:
    found.facts.update(("card", card) for card in answer.hears)
    found.facts.update(("ledger", entry) for entry in answer.gives)
    for meter, step in answer.changes:
        low, high = found.meters[meter]
        bounds = found.scenario.meters[meter]
        found.meters[meter] = (bounds.least if step < 0 else low, bounds.most if step > 0 else high)
    return _lead(found, answer.ways)


def _lead(found: Possible, ways: Iterable[Way]) -> list[str]:
    """The scenes that ways could lead to; endings are noted."""
    scenes = []
    for way in ways:
        if found.could(way.when):
            scenes += _reach(found, way.to)
        if found.must(way.when):
            break
    return scenes


def _reach(found: Possible, place: str) -> list[str]:
    if place in found.scenario.scenes:
        found.facts.add(("scene", place))
        return [place]
    found.endings.update([place] if place != END else [ending.id for ending in _endings(found)])
    return []


def _endings(found: Possible) -> list[Ending]:
    """The endings that `to: end` could take: in order, up to one whose condition could not fail."""
    fitting = []
    for ending in found.scenario.endings:
        if found.could(ending.when):
            fitting.append(ending)
        if found.must(ending.when):
            break
    return fitting
