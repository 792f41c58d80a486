"""Which spot follows which on a room's way. Whether a step may be taken is for the rules to say."""

from hrtrainer.group.agenda import FULL, TALK
from hrtrainer.group.room import Room
from hrtrainer.group.stage import ARMED, BRIEF_CARDS, CLOSE_STEPS, Spot, Stage, Step
from hrtrainer.group.state import BOTH, Visit

S = Stage


def ahead(room: Room, step: Step, branch: str = "") -> Spot:
    """Where a step leads; ask `rules.hindrance` first. At COMMIT it is the answer itself that leads to REPLY."""
    spot, visit = room.state.spot, room.state.visit
    match step:
        case Step.NEXT:
            return Spot(S.SCENE, 1, len(room.state.visits) + 1)
        case Step.CLOSE:
            return Spot(S.CLOSE)
        case Step.WHAT_IF:
            return Spot(S.WHAT_IF, spot.step, spot.visit)
        case Step.TRY:
            return Spot(S.REPLY, 1, spot.visit, branch)
        case Step.SKIP:
            if spot.stage in (S.SCENE, S.THINK, S.DISCUSS):
                return Spot(S.COMMIT, 1, spot.visit)
            return _after_reveals(room, spot, skip=True)
        case _:
            return _forward(room, spot, visit)


def _forward(room: Room, spot: Spot, visit: Visit | None) -> Spot:
    match spot.stage:
        case S.HOLD:
            return Spot(S.BRIEF)
        case S.BRIEF:
            return Spot(S.BRIEF, spot.step + 1) if spot.step < BRIEF_CARDS else Spot(S.SCENE, 1, 1)
        case S.REPLY | S.REVEAL:
            return _reveal(room, spot, visit)
        case S.DEBRIEF:
            later = [step for step in _debrief(room, visit) if step > spot.step]
            return Spot(S.DEBRIEF, later[0], spot.visit) if later else Spot(S.CROSSROADS, 1, spot.visit)
        case S.CROSSROADS:
            return _onward(room, visit)
        case S.COMPARE:
            return Spot(S.CROSSROADS, 1 + len(visit.tried if visit else ()), spot.visit)
        case S.CLOSE:
            return _closing(room, spot)
        case _:
            return Spot(_voting(room, spot.stage, visit), 1, spot.visit)


def _voting(room: Room, stage: Stage, visit: Visit | None) -> Stage:
    pace = room.state.agenda.pace
    full = visit is not None and visit.key and pace == FULL
    if stage is S.SCENE:
        if visit is None or not visit.options:
            return S.CROSSROADS
        return S.THINK if full else S.DISCUSS
    if stage is S.DISCUSS:
        return S.COMMIT if pace == TALK else S.VOTE_2
    return {S.THINK: S.VOTE_1, S.VOTE_1: S.DISCUSS, S.VOTE_2: S.COMMIT, S.COMMIT: S.REPLY}[stage]


def _reveal(room: Room, spot: Spot, visit: Visit | None) -> Spot:
    cards = len(room.reveals(visit, spot.branch)) if visit else 0
    if spot.stage is S.REPLY and cards:
        if spot.step < ARMED:
            return Spot(S.REPLY, ARMED, spot.visit, spot.branch)
        return Spot(S.REVEAL, 1, spot.visit, spot.branch)
    if spot.stage is S.REVEAL and spot.step < cards:
        return Spot(S.REVEAL, spot.step + 1, spot.visit, spot.branch)
    return _after_reveals(room, spot, skip=False)


def _after_reveals(room: Room, spot: Spot, skip: bool) -> Spot:
    if spot.branch:
        return Spot(S.COMPARE, 1, spot.visit, spot.branch)
    steps = () if skip else _debrief(room, room.state.visit)
    return Spot(S.DEBRIEF, steps[0], spot.visit) if steps else Spot(S.CROSSROADS, 1, spot.visit)


def _debrief(room: Room, visit: Visit | None) -> tuple[int, ...]:
    agenda = room.state.agenda
    return agenda.debrief if visit and visit.key else agenda.quick_debrief


def _onward(room: Room, visit: Visit | None) -> Spot:
    if visit and visit.how == BOTH and visit.other and visit.other not in visit.tried:
        return Spot(S.REPLY, 1, len(room.state.visits), visit.other)
    if next_scene(room) is None or planned_done(room):
        return Spot(S.CLOSE)
    return Spot(S.SCENE, 1, len(room.state.visits) + 1)


def _closing(room: Room, spot: Spot) -> Spot:
    if spot.step == CLOSE_STEPS:
        return Spot(S.REPORT)
    step = spot.step + 1
    return Spot(S.CLOSE, step + 1 if step == 2 and not room.state.parked else step)


def next_scene(room: Room) -> str | None:
    """The id of the scene that comes next; empty for how it ended, None when that was seen too."""
    state, visits = room.session.state, room.state.visits
    if state.ending is not None:
        return None if visits and not visits[-1].scene else ""
    return state.scene.id if state.scene else None


def planned_done(room: Room) -> bool:
    """Whether the room has been at every turning point of its agenda, and answered it."""
    wanted = set(room.state.agenda.turning_points)
    return bool(wanted) and wanted <= {visit.scene for visit in room.state.visits if visit.answered}
