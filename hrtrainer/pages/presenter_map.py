"""The map of a room: its way as a tree of decisions, with the reply that was said, those tried, and those not seen."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from hrtrainer.group import wording as say
from hrtrainer.group.room import Room
from hrtrainer.group.stage import ARMED, Spot, Stage
from hrtrainer.group.state import Visit
from hrtrainer.pages.presenter import MapLine
from hrtrainer.pages.wall_visit import option
from hrtrainer.session.telling import Teller

S = Stage
_BEGINNING, _CLOSE, _ENDING = "Before the conversation", "The close", "How it ended"
_ARMED = "Ready to reveal"
_CLOSING = (S.CLOSE, S.REPORT)
_STEPPED = (S.BRIEF, S.REVEAL, S.DEBRIEF, S.CLOSE)
_ANSWERED = (S.REPLY, S.REVEAL, S.DEBRIEF, S.COMPARE)
"""Stages that come of a reply: on the map they stand under it."""

Numbered = tuple[int, Spot]


def map_of(room: Room, tell: Teller) -> tuple[MapLine, ...]:
    """The lines of the map, from the top. Each is one deeper than what it belongs to."""
    found: list[MapLine] = []
    for visit, spots in groupby(enumerate(room.state.walked, 1), lambda one: (one[1].visit, one[1].stage in _CLOSING)):
        found += _part(room, tell, visit[0], list(spots))
    return tuple(found)


def spot_name(room: Room, spot: Spot) -> str:
    """A spot by the number of its decision and its stage."""
    name = _stage_name(spot)
    if spot.branch:
        name = f"What if: {name.lower()}"
    return f"{spot.visit}. {name}" if spot.visit else name


def _part(room: Room, tell: Teller, number: int, spots: list[Numbered]) -> Iterator[MapLine]:
    visit = room.state.visits[number - 1] if number else None
    yield MapLine(spots[0][0], _heading(room, tell, number, visit, spots[0][1]), False, 0)
    for reply, steps in groupby(spots, lambda one: _reply_of(one[1], visit)):
        if not reply or visit is None:
            yield from _steps(room, steps, 1)
            continue
        within = list(steps)
        yield MapLine(within[0][0], _reply(room, tell, visit, reply), False, 1)
        yield from _steps(room, within, 2)
    if visit is not None and visit.answered:
        unseen = [one for one in visit.options if one not in (visit.reply, *visit.tried)]
        yield from (MapLine(0, _reply(room, tell, visit, one), False, 1) for one in unseen)


def _reply_of(spot: Spot, visit: Visit | None) -> str:
    """The reply under which a spot stands, or nothing."""
    return (spot.branch or visit.reply) if visit is not None and spot.stage in _ANSWERED else ""


def _steps(room: Room, steps: Iterable[Numbered], depth: int) -> Iterator[MapLine]:
    for number, spot in steps:
        yield MapLine(number, _stage_name(spot), number - 1 == room.state.at, depth)


def _heading(room: Room, tell: Teller, number: int, visit: Visit | None, spot: Spot) -> str:
    if visit is None:
        return _CLOSE if spot.stage in _CLOSING else _BEGINNING
    scene = room.scene(visit)
    if scene is None:
        return _ENDING
    letter = next((one.letter for one in room.options(visit) if one.choice.id == visit.reply), "")
    said = f": {letter}" if letter and visit.answered else ""
    return f"Moment {number}{said}. {tell.text(scene.place)}"


def _reply(room: Room, tell: Teller, visit: Visit, choice: str) -> str:
    one = next(one for one in room.options(visit) if one.choice.id == choice)
    how = "we said" if choice == visit.reply else "tried" if choice in visit.tried else "not seen"
    return f"{one.letter}, {how}: {option(tell, one).text}"


def _stage_name(spot: Spot) -> str:
    name = say.STAGES[spot.stage]
    if spot.stage is S.REPLY and spot.step == ARMED:
        return _ARMED
    return f"{name} {spot.step}" if spot.stage in _STEPPED else name
