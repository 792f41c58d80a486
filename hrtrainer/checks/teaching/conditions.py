"""Which things that happened a scenario asks for later: in its conditions, and in the safety floor."""

from collections.abc import Iterable, Iterator

from hrtrainer.scenario.condition import And, Condition, Fact, Not, Or
from hrtrainer.scenario.model import Line, Scenario, Scene, Way


def facts_read(scenario: Scenario) -> frozenset[tuple[str, str]]:
    """Every fact that a condition names, as (kind, name), and every behaviour of the safety floor."""
    found = {("behaviour", must.behaviour) for must in scenario.must_reach}
    ahead = list(_conditions(scenario))
    while ahead:
        match ahead.pop():
            case And(parts) | Or(parts):
                ahead += parts
            case Not(part):
                ahead.append(part)
            case Fact(kind, name):
                found.add((kind, name))
    return frozenset(found)


def _conditions(scenario: Scenario) -> Iterator[Condition]:
    for scene in scenario.scenes.values():
        yield from _of_scene(scene)
    for ending in scenario.endings:
        yield from _given([ending.when, *_whens(ending.lines)])


def _of_scene(scene: Scene) -> Iterator[Condition]:
    yield from _given([*_whens(scene.lines), *_whens(scene.ways)])
    for choice in scene.choices:
        yield from _given([choice.when, *_whens(choice.ways), *_whens(choice.reply)])
    if scene.otherwise:
        yield from _given([*_whens(scene.otherwise.ways), *_whens(scene.otherwise.reply)])


def _whens(holders: Iterable[Line | Way]) -> list[Condition | None]:
    return [one.when for one in holders]


def _given(whens: Iterable[Condition | None]) -> Iterator[Condition]:
    return (when for when in whens if when is not None)
