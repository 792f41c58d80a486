"""Every wall that a room can see on its way through a conversation, and what can be called up there."""

from collections.abc import Iterator
from dataclasses import replace

from hrtrainer.group.action import Action
from hrtrainer.group.actions import act
from hrtrainer.group.event import Added, Owned, Parked, Planned
from hrtrainer.group.room import Room
from hrtrainer.group.stage import Stage
from hrtrainer.group.timing import turning_points, usual_agenda
from hrtrainer.group.voting import done
from hrtrainer.pages.wall import WallPage
from hrtrainer.pages.wall_of import back_row_wall, wall_of
from hrtrainer.problem import Problem
from tests.group.rooms import Lead, reference, shipped

S = Stage
HANDS = (7, 6, 5, 3)


def walls(name: str, picks: int = 2) -> dict[str, WallPage]:
    """The walls by where they were seen, on the way that the `picks`-th reply of every decision leads."""
    found: dict[str, WallPage] = {}
    for at, (room, what) in enumerate(_stations(_lead(name), picks)):
        spot = room.state.spot
        page = wall_of(room, reference()).page
        if page not in found.values():
            found[f"{at:03}-{spot.stage}{spot.step}{what}"] = page
    found["900-back-row"] = back_row_wall()
    return found


def _lead(name: str) -> Lead:
    plan = shipped(name)
    points = tuple(scene.id for scene in turning_points(plan.scenario))
    usual = usual_agenda(plan.scenario, 90)
    lead = Lead.of(22, plan=plan)
    lead.add(Planned(0, replace(usual, turning_points=points, support="the desk, at any time", starts="11:00")))
    return lead


def _stations(lead: Lead, picks: int) -> Iterator[tuple[Room, str]]:
    while True:
        spot, visit = lead.room.state.spot, lead.room.state.visit
        if spot.stage in (S.VOTE_1, S.VOTE_2) and visit:
            lead.vote((*HANDS[: len(visit.options)], *(0 for _ in visit.options[len(HANDS) :])), 1)
        if spot.stage is S.CLOSE and spot.step == 1:
            _write(lead)
        yield lead.room, ""
        yield from _called_up(lead.room)
        if spot.stage is S.REPORT:
            return
        if spot.stage is S.COMMIT:
            lead.wish(Action.OPTION, min(picks, len(visit.options) if visit else 1))
            yield lead.room, "-settled"
            yield from _called_up(lead.room)
        if spot.stage is S.CROSSROADS and spot.step == 1 and visit and len(visit.options) > 1:
            lead.wish(Action.WHAT_IF)
            yield lead.room, ""
            lead.wish(Action.OPTION, 1 if visit.reply != visit.options[0] else 2)
        else:
            lead.forward()


def _called_up(room: Room) -> Iterator[tuple[Room, str]]:
    """What the facilitator can call up where a room stands: one reply alone, the counts, what lies over the wall."""
    stage, wishes = room.state.spot.stage, list[tuple[Action, int]]()
    wishes += [(Action.OPTION, number) for number in range(1, 5)] if stage in (S.THINK, S.DISCUSS) else []
    wishes += [(Action.COUNTS, 0)] if stage is S.COMMIT else []
    wishes += [(Action.PROMPT, 0)] if stage is S.DISCUSS else []
    wishes += [(Action.PAUSE, 0), (Action.CARD, 0), (Action.BLACK, 0)] if stage is S.HOLD else []
    for action, number in wishes:
        try:
            deed = act(room, action, room.state.since + 1000, number)
        except Problem:
            continue
        if deed is not None:
            yield done(room, deed)[0], f"-{action}{number or ''}"


def _write(lead: Lead) -> None:
    for column, words in (
        ("plus", "We asked before we told."),
        ("plus", "The silence was left alone."),
        ("delta", "A slower start, and one question at a time."),
        ("try", "Ask what they already do to stay safer, before offering anything."),
    ):
        lead.add(Added(0, column, words))
    for words in ("The policy on rides home", "Who orders naloxone when Dev is away"):
        lead.add(Parked(0, words))
    lead.add(Owned(0, 1, "Management"))
    lead.add(Owned(0, 2, ""))
