"""Going from spot to spot: on by the rules, back in view only. A new decision opens a new visit."""

from dataclasses import replace

from hrtrainer.group.letters import offered
from hrtrainer.group.room import Room
from hrtrainer.group.rules import hindrance
from hrtrainer.group.stage import Spot, Stage, Step
from hrtrainer.group.state import RoomState, Visit
from hrtrainer.group.way import ahead
from hrtrainer.problem import Problem


def went_to(room: Room, spot: Spot, at: int) -> RoomState:
    """How the room stands after going to a spot. Raises Problem G01 for one that cannot be gone to now."""
    state = room.state
    if spot in state.walked:
        return _seen(state, state.walked.index(spot), at)
    if state.spot.stage is Stage.COMMIT and spot.stage is Stage.REPLY:
        raise Problem("G01", "The reply is said by choosing it.")
    _allowed(room, spot)
    state = _arrived(state, (*state.walked[: state.at + 1], spot), at)
    if spot.stage is Stage.SCENE:
        return replace(state, visits=(*state.visits, _visit(room)), prompt=0)
    if spot.branch and (spot.stage, spot.step) == (Stage.REPLY, 1):
        return with_visit(state, spot.visit, tried=(*state.visits[spot.visit - 1].tried, spot.branch))
    return state


def answered(room: Room, at: int) -> RoomState:
    """How the room stands after the reply it settled on was said."""
    state = room.state
    spot = Spot(Stage.REPLY, 1, state.spot.visit)
    state = with_visit(state, spot.visit, answered=room.session.length + 1)
    return _arrived(state, (*state.walked, spot), at)


def with_visit(state: RoomState, number: int, **changes: object) -> RoomState:
    """The state with one visit changed."""
    visits = list(state.visits)
    visits[number - 1] = replace(visits[number - 1], **changes)  # type: ignore[arg-type]
    return replace(state, visits=tuple(visits))


def _allowed(room: Room, spot: Spot) -> None:
    reasons = []
    for step in Step:
        why = hindrance(room, step)
        if why:
            reasons.append(why)
        elif ahead(room, step, spot.branch) == spot and (step is not Step.TRY or _can_be_tried(room, spot)):
            return
    raise Problem("G01", reasons[0] if reasons else "The room cannot go there from here.")


def _can_be_tried(room: Room, spot: Spot) -> bool:
    visit = room.state.visits[spot.visit - 1]
    return spot.branch in visit.options and spot.branch not in (visit.reply, *visit.tried)


def _arrived(state: RoomState, walked: tuple[Spot, ...], at: int) -> RoomState:
    way = (*_lasting(walked[:-1]), walked[-1])
    return replace(state, walked=way, at=len(way) - 1, since=at, counts=False, spotlight="")


def _seen(state: RoomState, index: int, at: int) -> RoomState:
    spot = state.walked[index]
    way = state.walked if spot.stage is Stage.WHAT_IF else _lasting(state.walked)
    return replace(state, walked=way, at=way.index(spot), since=at, counts=False, spotlight="")


def _lasting(way: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The way without the choosing of what to try: there is nothing to come back to."""
    return tuple(spot for spot in way if spot.stage is not Stage.WHAT_IF)


def _visit(room: Room) -> Visit:
    state, began = room.session.state, room.session.length + 1
    if state.ending is not None or state.scene is None:
        return Visit("", began, False, ())
    scene, points = state.scene, room.state.agenda.turning_points
    key = scene.id in points if points else scene.key
    return Visit(scene.id, began, key, tuple(one.choice.id for one in offered(scene, state.choices)))
