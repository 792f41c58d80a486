"""The one event that a wish becomes. What is refused changes nothing and says why."""

from hrtrainer.group.action import Action
from hrtrainer.group.event import (
    Committed,
    Covered,
    Ended,
    Prompted,
    SetUp,
    ShowedCounts,
    Spotlit,
    WentTo,
)
from hrtrainer.group.folding import SCALES
from hrtrainer.group.letters import letter
from hrtrainer.group.overlays import LIT, no_counts
from hrtrainer.group.room import Room
from hrtrainer.group.rules import hindrance
from hrtrainer.group.stage import VOTES, Cover, Spot, Stage, Step
from hrtrainer.group.state import Visit
from hrtrainer.group.votes import how_of
from hrtrainer.group.voting import Deed, hand, one_pass, undone
from hrtrainer.group.way import ahead
from hrtrainer.group.wording import prompts
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose

BOUNCE_MS = 350
"""Two presses closer than this are one press of a worn clicker, where a second one would give something away."""
SCALE_STEP = 10


_STEPS = {
    Action.FORWARD: Step.FORWARD,
    Action.SKIP: Step.SKIP,
    Action.NEXT: Step.NEXT,
    Action.CLOSE: Step.CLOSE,
    Action.WHAT_IF: Step.WHAT_IF,
}
_COVERS = {
    Action.BLACK: Cover.BLACK,
    Action.CARD: Cover.CARD,
    Action.FREEZE: Cover.FREEZE,
    Action.HIDE: Cover.HIDE,
    Action.PAUSE: Cover.PAUSE,
}


def act(room: Room, action: Action, at: int, number: int = 0) -> Deed | None:
    """The deed of a wish at a moment; None where there is nothing to do, as for Esc with nothing to take off.

    `number` is which reply (from 1, by its letter) or which spot of the way (from 1). Raises Problem G01-G04 with the
    reason for what cannot be done now.
    """
    if room.state.ended:
        raise Problem("G03", "This session has ended.")
    if action in _COVERS:
        cover = _COVERS[action]
        return Deed(Covered(at, cover, cover not in room.state.covers))
    if action in _STEPS:
        return _step(room, _STEPS[action], at)
    match action:
        case Action.BACK | Action.GO | Action.COMPARE:
            return _view(room, action, at, number)
        case Action.RETURN | Action.ESCAPE:
            return _uncover(room, action, at)
        case Action.OPTION | Action.TAKE:
            return _option(room, at, number, 1 if action is Action.OPTION else -1)
        case Action.PASS | Action.TAKE_PASS:
            return one_pass(room, 1 if action is Action.PASS else -1)
        case Action.COUNTS | Action.PROMPT | Action.UNDO:
            return _wall(room, action, at)
        case Action.WALL_LARGER | Action.WALL_SMALLER:
            return _scaled(room, at, SCALE_STEP if action is Action.WALL_LARGER else -SCALE_STEP)
        case Action.END:
            return Deed(Ended(at))
        case _:
            return None


def _step(room: Room, step: Step, at: int) -> Deed | None:
    state = room.state
    if step is Step.FORWARD and state.spot.stage in (Stage.REPLY, Stage.REVEAL) and 0 <= at - state.since < BOUNCE_MS:
        return None
    if step is Step.FORWARD and state.looking_back:
        return Deed(WentTo(at, state.walked[state.at + 1]))
    why = hindrance(room, step)
    if why:
        raise Problem("G02", why)
    if step is Step.FORWARD and state.spot.stage is Stage.COMMIT and state.visit is not None:
        return Deed(Chose(at, state.visit.reply))
    return Deed(WentTo(at, ahead(room, step)))


def _view(room: Room, action: Action, at: int, number: int) -> Deed | None:
    state = room.state
    if action is Action.BACK:
        return Deed(WentTo(at, state.walked[state.at - 1])) if state.at else None
    if action is Action.GO:
        if not 1 <= number <= len(state.walked):
            raise Problem("G04", f"The steps so far are 1 to {len(state.walked)}.")
        return Deed(WentTo(at, state.walked[number - 1]))
    compared = [one for one in state.walked if one.stage is Stage.COMPARE and one.visit == state.spot.visit]
    if not compared:
        raise Problem("G02", "Try another reply first; then the two can be compared.")
    return Deed(WentTo(at, compared[-1]))


def _uncover(room: Room, action: Action, at: int) -> Deed | None:
    covers = room.state.covers
    if action is Action.RETURN:
        away = [one for one in covers if one in (Cover.BLACK, Cover.HIDE)]
        return Deed(Covered(at, away[-1], False)) if away else None
    if covers:
        return Deed(Covered(at, covers[-1], False))
    return Deed(Spotlit(at, "")) if room.state.spotlight else None


def _option(room: Room, at: int, number: int, by: int) -> Deed | None:
    state, visit = room.state, room.state.visit
    options = room.options(visit) if visit else ()
    found = next((one for one in options if one.letter == letter(max(number, 1) - 1)), None)
    if visit is None or found is None:
        raise Problem("G04", f"There is no {letter(max(number, 1) - 1)} here.")
    choice = found.choice.id
    stage = state.spot.stage
    if stage in VOTES:
        return hand(room, visit, visit.options.index(choice), by)
    if by < 0:
        raise Problem("G01", "No vote is open.")
    if stage in LIT:
        return Deed(Spotlit(at, "" if state.spotlight == choice else choice))
    if stage is Stage.COMMIT:
        return Deed(Committed(at, choice, how_of(visit, choice)))
    if stage is Stage.WHAT_IF:
        return _try(room, visit, choice, at)
    raise Problem("G01", "A reply is chosen while the room thinks, votes or settles on one.")


def _try(room: Room, visit: Visit, choice: str, at: int) -> Deed:
    if choice == visit.reply:
        raise Problem("G02", "This is the reply that the room said. Try another.")
    return Deed(WentTo(at, Spot(Stage.REPLY, 1, room.state.spot.visit, choice)))


def _wall(room: Room, action: Action, at: int) -> Deed | None:
    state = room.state
    if action is Action.COUNTS:
        why = "" if state.counts else no_counts(state)
        if why:
            raise Problem("G02", why)
        return Deed(ShowedCounts(at, not state.counts))
    if action is Action.PROMPT:
        if state.spot.stage is not Stage.DISCUSS or state.visit is None:
            raise Problem("G01", "Prompts are for the talk.")
        many = len(prompts(room.scene(state.visit)))
        return Deed(Prompted(at, (state.prompt + 1) % many))
    return undone(room)


def _scaled(room: Room, at: int, by: int) -> Deed | None:
    state = room.state
    scale = min(SCALES[1], max(SCALES[0], state.scale + by))
    if scale == state.scale:
        return None
    return Deed(SetUp(at, state.people, state.method, state.tables, scale, state.screens))
