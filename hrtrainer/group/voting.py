"""Counting a vote: hands one by one or typed totals, undone one entry after the other, written over in one event."""

from dataclasses import dataclass, replace

from hrtrainer.group.event import Counted
from hrtrainer.group.folding import after, recount
from hrtrainer.group.room import Room
from hrtrainer.group.stage import VOTES
from hrtrainer.group.state import Round, Visit
from hrtrainer.problem import Problem
from hrtrainer.session.event import Event


@dataclass(frozen=True, slots=True)
class Deed:
    """What a wish becomes: one event to be added, or the totals of the open round to be written over."""

    event: Event
    undoing: bool = False


def done(room: Room, deed: Deed) -> tuple[Room, int]:
    """The room after a deed, and the number of the event that was written over (0: one was added). Raises Problem."""
    event = deed.event
    if not isinstance(event, Counted):
        return after(room, event), 0
    visit = room.state.visit
    if visit is None or visit.round(event.round) is None:
        nothing = replace(event, totals=(0,) * len(event.totals), passes=0)
        return replace(after(room, event), undone=(nothing,)), 0
    again, line = recount(room, event)
    return (replace(again, undone=room.undone[:-1]) if deed.undoing else again), line


def count(room: Room, totals: tuple[int, ...], passes: int) -> Deed:
    """The deed of typing the totals of the open round. Raises Problem G01 when no vote is open."""
    state, visit = room.state, room.state.visit
    number = VOTES.get(state.spot.stage, 0)
    if not number or visit is None or state.looking_back:
        raise Problem("G01", "No vote is open.")
    return Deed(Counted(_opened(room, visit.round(number)), number, totals, passes, state.voters))


def undone(room: Room) -> Deed:
    """The deed of taking the last entry of the open round back. Raises Problem G02 when there is none."""
    if room.state.spot.stage not in VOTES or not room.undone:
        raise Problem("G02", "There is no entry to undo.")
    return Deed(replace(room.undone[-1], voters=room.state.voters), undoing=True)


def hand(room: Room, visit: Visit, index: int, by: int) -> Deed | None:
    """The deed of one hand more or less for the reply at a place; None where there is none to take off."""
    counted = _now(room, visit)
    totals = list(counted.totals)
    totals[index] = max(0, totals[index] + by)
    return count(room, tuple(totals), counted.passes) if tuple(totals) != counted.totals else None


def one_pass(room: Room, by: int) -> Deed | None:
    """The deed of one pass more or less. Raises Problem G01 when no vote is open."""
    visit = room.state.visit
    if visit is None or room.state.spot.stage not in VOTES:
        raise Problem("G01", "No vote is open.")
    counted = _now(room, visit)
    passes = max(0, counted.passes + by)
    return count(room, counted.totals, passes) if passes != counted.passes else None


def _now(room: Room, visit: Visit) -> Round:
    number = VOTES[room.state.spot.stage]
    return visit.round(number) or Round(number, (0,) * len(visit.options), 0, room.state.voters, 0)


def _opened(room: Room, counted: Round | None) -> int:
    """The one time that the totals of a round carry: when the stage was come to, before anybody voted."""
    return room.session.event(counted.line).at if counted else room.state.since
