"""From a scenario to its map as a building: a room for every scene and ending, a door for every way out of one."""

from collections.abc import Iterable
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.scenario.condition import Condition, worded
from hrtrainer.scenario.model import END, Scenario, Scene, Way

BEGINS, TURNING_POINT, NO_WAY_HERE = "begins here", "turning point", "no way leads here"
OWN_WORDS = "own words"
GOES_ON = "goes on"
BY_THE_FIRST = "the first ending that fits"


@dataclass(frozen=True, slots=True)
class Door:
    """One way out of a room: what is said to take it, under which condition, and the room it leads to.

    `said` is empty where the door is one more way of the choice above it; `when` is empty where nothing is asked.
    """

    said: str
    when: str
    to: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A scene, an ending, or the place where the endings part (named like `to: end`).

    `name` is the id; `signs` are short words beside it; `notes` are lines below. `ending` is the kind, as it is said.
    """

    name: str
    signs: tuple[str, ...]
    notes: tuple[str, ...]
    doors: tuple[Door, ...]
    turning: bool = False
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Building:
    """All rooms by name, those of scenes first, in the order of the file. `first` is where one comes in."""

    title: str
    first: str
    rooms: dict[str, Room]


def building(scenario: Scenario) -> Building:
    """The building of a scenario."""
    doors = {scene.id: tuple(_doors(scene)) for scene in scenario.scenes.values()}
    led_to = {scenario.start, *(door.to for row in doors.values() for door in row)}
    rooms = {scene.id: _scene(scene, doors[scene.id], scenario, led_to) for scene in scenario.scenes.values()}
    if END in led_to:
        parting = tuple(Door(one.title, _when(one.when), one.id) for one in scenario.endings)
        rooms[END] = Room(END, (), (BY_THE_FIRST,), parting)
        led_to |= {ending.id for ending in scenario.endings}
    for ending in scenario.endings:
        signs = () if ending.id in led_to else (NO_WAY_HERE,)
        rooms[ending.id] = Room(ending.id, signs, (ending.title,), (), ending=words.KINDS[ending.kind])
    return Building(scenario.title, scenario.start, rooms)


def _scene(scene: Scene, doors: tuple[Door, ...], scenario: Scenario, led_to: set[str]) -> Room:
    said = {
        BEGINS: scene.id == scenario.start,
        TURNING_POINT: scene.key,
        NO_WAY_HERE: scene.id not in led_to,
    }
    signs = tuple(sign for sign, holds in said.items() if holds)
    return Room(scene.id, signs, (scene.place,) if scene.place else (), doors, scene.key)


def _doors(scene: Scene) -> Iterable[Door]:
    for choice in scene.choices:
        yield from _ways(choice.short or choice.say, choice.when, choice.ways, False)
    if scene.otherwise is not None:
        yield from _ways(OWN_WORDS, None, scene.otherwise.ways, True)
    if not scene.choices:
        yield from _ways(GOES_ON, None, scene.ways, False)


def _ways(said: str, offered: Condition | None, ways: tuple[Way, ...], own: bool) -> Iterable[Door]:
    """A door for each way. What a choice is offered under stands with its first door, what leads on with each."""
    for number, way in enumerate(ways):
        asked = [f"offered if {worded(offered)}"] if offered and number == 0 else []
        asked += [f"if {worded(way.when)}"] if way.when else ["else"] if number else []
        yield Door(said if number == 0 else "", "; ".join(asked), way.to, own)


def _when(condition: Condition | None) -> str:
    return f"if {worded(condition)}" if condition else "else"
