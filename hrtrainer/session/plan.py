"""A scenario made ready to be played: names become bits, conditions become functions of a state.

Preparing costs once what every step would cost again; it changes nothing that can be said about the scenario.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple, assert_never

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import Choice, Ending, Line, Otherwise, Scenario, Scene, Way


class State(NamedTuple):
    """Where a conversation stands after an event. Sets of ids are bits; `Plan` names them.

    `lines` are those spoken since the last answer; `choices` those on offer now, in file order. At an ending `scene` is
    the last scene with choices. `own` holds own words that no choice has followed yet.
    """

    scene: Scene | None
    ending: Ending | None
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    meters: tuple[int, ...]
    heard: int
    held: int
    seen: int
    took: int
    showed: int
    days: frozenset[tuple[str, str]]
    turns: int
    own: str


Test = Callable[[State], bool]
_SIGNS = {"<": lt, "<=": le, "==": eq, "!=": ne, ">=": ge, ">": gt}


@dataclass(slots=True)
class Step:
    """A choice, or a scene's `otherwise`, with what it does to a state."""

    choice: Choice | None
    test: Test | None
    reply: tuple[tuple[Line, Test | None], ...]
    ways: tuple[tuple[str, Test | None], ...]
    took: int = 0
    hears: int = 0
    gives: int = 0
    shows: int = 0
    changes: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(slots=True)
class Stop:
    """A scene with its tests."""

    scene: Scene
    bit: int
    hears: int
    lines: tuple[tuple[Line, Test | None], ...]
    steps: Mapping[str, Step]
    guarded: bool
    ways: tuple[tuple[str, Test | None], ...]
    otherwise: Step | None


@dataclass(slots=True)
class Plan:
    """A scenario made ready. `bits` names the bit of every card, entry, scene, choice and behaviour."""

    scenario: Scenario
    stops: Mapping[str, Stop]
    endings: tuple[tuple[Ending, Test | None, tuple[tuple[Line, Test | None], ...]], ...]
    meters: tuple[int, ...]
    bits: Mapping[str, Mapping[str, int]]

    def names(self, kind: str, mask: int) -> tuple[str, ...]:
        """The ids of one kind (card, ledger, scene, choice, behaviour) whose bits are set."""
        return tuple(name for name, bit in self.bits[kind].items() if mask & bit)


def prepare(scenario: Scenario) -> Plan:
    """The plan of a scenario."""
    making = _Making(scenario, _bits(scenario), {name: at for at, name in enumerate(scenario.meters)})
    return Plan(
        scenario=scenario,
        stops={scene.id: making.stop(scene) for scene in scenario.scenes.values()},
        endings=tuple((ending, making.test(ending.when), making.lines(ending.lines)) for ending in scenario.endings),
        meters=tuple(meter.start for meter in scenario.meters.values()),
        bits=making.bits,
    )


@dataclass(frozen=True, slots=True)
class _Making:
    """What it takes to make the parts of a plan: the bit of every name and the place of every meter."""

    scenario: Scenario
    bits: Mapping[str, Mapping[str, int]]
    meters: Mapping[str, int]

    def test(self, condition: Condition | None) -> Test | None:
        return None if condition is None else _test(condition, self.meters, self.bits)

    def lines(self, row: tuple[Line, ...]) -> tuple[tuple[Line, Test | None], ...]:
        return tuple((line, self.test(line.when)) for line in row)

    def ways(self, row: tuple[Way, ...]) -> tuple[tuple[str, Test | None], ...]:
        return tuple((way.to, self.test(way.when)) for way in row)

    def changes(self, row: tuple[tuple[str, int], ...]) -> tuple[tuple[int, int, int, int], ...]:
        bounds = ((self.meters[name], by, self.scenario.meters[name]) for name, by in row)
        return tuple((at, by, meter.least, meter.most) for at, by, meter in bounds)

    def step(self, scene: Scene, choice: Choice) -> Step:
        return Step(
            choice=choice,
            test=self.test(choice.when),
            reply=self.lines(choice.reply),
            ways=self.ways(choice.ways),
            took=self.bits["choice"][f"{scene.id}/{choice.id}"],
            hears=_mask(self.bits["card"], choice.hears),
            gives=_mask(self.bits["ledger"], choice.gives),
            shows=_mask(self.bits["behaviour"], choice.behaviours),
            changes=self.changes(choice.changes),
        )

    def otherwise(self, other: Otherwise) -> Step:
        return Step(
            choice=None,
            test=None,
            reply=self.lines(other.reply),
            ways=self.ways(other.ways),
            hears=_mask(self.bits["card"], other.hears),
            gives=_mask(self.bits["ledger"], other.gives),
            shows=_mask(self.bits["behaviour"], other.reaches),
            changes=self.changes(other.changes),
        )

    def stop(self, scene: Scene) -> Stop:
        return Stop(
            scene=scene,
            bit=self.bits["scene"][scene.id],
            hears=_mask(self.bits["card"], scene.hears),
            lines=self.lines(scene.lines),
            steps={choice.id: self.step(scene, choice) for choice in scene.choices},
            guarded=any(choice.when for choice in scene.choices),
            ways=self.ways(scene.ways),
            otherwise=self.otherwise(scene.otherwise) if scene.otherwise else None,
        )


def _bits(scenario: Scenario) -> dict[str, dict[str, int]]:
    scenes = scenario.scenes.values()
    shown = {shown.behaviour for scene in scenes for choice in scene.choices for shown in choice.shows}
    shown |= {name for scene in scenes if scene.otherwise for name in scene.otherwise.reaches}
    names = {
        "card": list(scenario.board),
        "ledger": list(scenario.ledger),
        "scene": list(scenario.scenes),
        "choice": [f"{scene.id}/{choice.id}" for scene in scenes for choice in scene.choices],
        "behaviour": sorted(shown),
    }
    return {kind: {name: 1 << at for at, name in enumerate(row)} for kind, row in names.items()}


def _mask(bits: Mapping[str, int], names: tuple[str, ...] | frozenset[str]) -> int:
    mask = 0
    for name in names:
        mask |= bits[name]
    return mask


def _test(condition: Condition, meters: Mapping[str, int], bits: Mapping[str, Mapping[str, int]]) -> Test:
    match condition:
        case Compare(meter, sign, number):
            at, compare = meters[meter], _SIGNS[sign]
            return lambda state: compare(state.meters[at], number)
        case Fact(kind, name):
            return _fact(kind, bits[kind].get(name, 0))
        case Disposed(person, disposition):
            day = (person, disposition)
            return lambda state: day in state.days
        case Not(part):
            inner = _test(part, meters, bits)
            return lambda state: not inner(state)
        case And(parts):
            every = tuple(_test(part, meters, bits) for part in parts)
            return lambda state: all(holds(state) for holds in every)
        case Or(parts):
            some = tuple(_test(part, meters, bits) for part in parts)
            return lambda state: any(holds(state) for holds in some)
        case _:
            assert_never(condition)


def _fact(kind: str, bit: int) -> Test:
    match kind:
        case "card":
            return lambda state: state.heard & bit != 0
        case "ledger":
            return lambda state: state.held & bit != 0
        case "scene":
            return lambda state: state.seen & bit != 0
        case "choice":
            return lambda state: state.took & bit != 0
        case _:
            return lambda state: state.showed & bit != 0
