"""One more event: what may happen now, and how the room stands after it. What is refused changes nothing."""

from collections.abc import Iterable
from dataclasses import replace

from hrtrainer.group.agenda import amiss
from hrtrainer.group.event import (
    CameBack,
    Committed,
    Counted,
    Covered,
    Planned,
    Prompted,
    SetUp,
    ShowedCounts,
    Spotlit,
    WentTo,
)
from hrtrainer.group.overlays import on_wall
from hrtrainer.group.room import Room, begin
from hrtrainer.group.stage import VOTES, Stage
from hrtrainer.group.state import BOTH, HOWS, METHODS, MOST_PEOPLE, RoomState, Round
from hrtrainer.group.suppress import LEAST_FOR_COUNTS
from hrtrainer.group.walking import answered, went_to, with_visit
from hrtrainer.group.written import written
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.problem import Problem
from hrtrainer.session import play
from hrtrainer.session.event import Beside, Chose, Event, Started
from hrtrainer.session.plan import Plan

SCALES = (50, 200)

_OVER = "This session has ended."


def after(room: Room, event: Event) -> Room:
    """The room with one more event. Raises Problem G01-G04, P01-P06 when it cannot happen now."""
    if room.state.ended:
        raise Problem("G03", _OVER)
    state = _chose(room, event) if isinstance(event, Chose) else _folded(room, event)
    session = play.after(room.session, event)
    states = room._states
    if len(states) != room.session.length:  # this view is not the newest: leave the other future alone
        states = states[: room.session.length]
    states.append(state)
    return Room(session, room.lens, states, () if isinstance(event, WentTo | Chose) else room.undone)


def replay(plan: Plan, log: Iterable[Event], lens: PrincipleSet) -> Room:
    """The room that a kept log tells. Raises Problem P05 when it does not begin with Started, else as `after`."""
    events = iter(log)
    first = next(events, None)
    if not isinstance(first, Started):
        raise Problem("P05", "This is not the beginning of a session.")
    room = begin(plan, first, lens)
    for event in events:
        room = after(room, event)
    return room


def recount(room: Room, event: Counted) -> tuple[Room, int]:
    """The room with the totals of the open round written over, and the number of the event that was. Raises G04."""
    visit = room.state.visit
    counted = visit.round(event.round) if visit else None
    before = room.session.event(counted.line) if counted else None
    if counted is None or not isinstance(before, Counted):
        raise Problem("G04", "Nothing was counted yet in this round.")
    _check_count(room, event)
    tail = room.session.log[counted.line :]
    again = room.as_of(counted.line - 1)
    for later in (event, *tail):
        again = after(again, later)
    return replace(again, undone=(*room.undone, before)), counted.line


def _chose(room: Room, event: Chose) -> RoomState:
    state = room.state
    if state.spot.stage is not Stage.COMMIT or state.looking_back or state.visit is None:
        raise Problem("G01", "A reply is said once the room has settled on one.")
    if not state.visit.reply or event.choice != state.visit.reply:
        raise Problem("G02", "Choose the reply that the room says.")
    return answered(room, event.at)


def _folded(room: Room, event: Event) -> RoomState:
    match event:
        case WentTo(at, spot):
            return went_to(room, spot, at)
        case Counted():
            _check_count(room, event)
            return _counted(room, event)
        case Committed():
            return _committed(room.state, event)
        case SetUp() | Planned():
            return _prepared(room.state, event)
        case Covered() | CameBack() | Spotlit() | ShowedCounts() | Prompted():
            return on_wall(room, event)
        case Beside():
            return written(room, event)
        case _:
            raise Problem("G01", "That does not happen in a group.")


def _prepared(state: RoomState, event: SetUp | Planned) -> RoomState:
    if isinstance(event, Planned):
        why = amiss(event.agenda)
        if why:
            raise Problem("G04", why)
        return replace(state, agenda=event.agenda)
    fits = 0 <= event.people <= MOST_PEOPLE and 0 <= event.tables <= MOST_PEOPLE
    fits = fits and event.method in METHODS and event.screens in ("", "one", "two")
    if not fits or not SCALES[0] <= event.scale <= SCALES[1]:
        raise Problem(
            "G04", f"A room has 1 to {MOST_PEOPLE} people, and a wall from {SCALES[0]} to {SCALES[1]} per cent."
        )
    now = replace(
        state, people=event.people, method=event.method, tables=event.tables, scale=event.scale, screens=event.screens,
        counts=state.counts and event.people >= LEAST_FOR_COUNTS,
    )  # fmt: skip
    stage, visit = now.walked[-1].stage, now.walked[-1].visit
    if stage in VOTES and now.voters:  # an open round is held against the people who are here now
        rounds = tuple(
            replace(one, voters=now.voters) if one.number == VOTES[stage] else one
            for one in now.visits[visit - 1].rounds
        )
        now = with_visit(now, visit, rounds=rounds)
    return now


def _check_count(room: Room, event: Counted) -> None:
    state, visit = room.state, room.state.visit
    if visit is None or state.looking_back or VOTES.get(state.spot.stage) != event.round:
        raise Problem("G01", "No vote is open.")
    numbers = (*event.totals, event.passes)
    if len(event.totals) != len(visit.options) or any(not 0 <= number <= MOST_PEOPLE for number in numbers):
        raise Problem("G04", f"A total is a number from 0 to {MOST_PEOPLE}.")
    if not 1 <= event.voters <= MOST_PEOPLE:
        raise Problem("G04", "Say first how many people are here.")


def _counted(room: Room, event: Counted) -> RoomState:
    state, number = room.state, room.state.spot.visit
    kept = tuple(one for one in state.visits[number - 1].rounds if one.number != event.round)
    line = room.session.length + 1
    if len(kept) < len(state.visits[number - 1].rounds):
        raise Problem("G04", "The totals of a round stand in the log once.")
    counted = Round(event.round, event.totals, event.passes, event.voters, line)
    return with_visit(state, number, rounds=(*kept, counted))


def _committed(state: RoomState, event: Committed) -> RoomState:
    visit = state.visit
    if state.spot.stage is not Stage.COMMIT or state.looking_back or visit is None or visit.answered:
        raise Problem("G01", "The room settles on a reply after it has voted.")
    if event.choice not in visit.options or event.how not in HOWS:
        raise Problem("G04", "This reply is not on offer here.")
    if (event.how == BOTH) != bool(event.other) or (event.other and event.other not in visit.options):
        raise Problem("G04", "Both needs two replies.")
    if event.other == event.choice:
        raise Problem("G04", "Both needs two replies.")
    return with_visit(state, state.spot.visit, reply=event.choice, how=event.how, other=event.other)
