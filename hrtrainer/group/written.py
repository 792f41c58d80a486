"""What a facilitator writes down: notes, the room's readings, parked items, the close, and what the room strikes."""

from dataclasses import replace

from hrtrainer.group.event import Added, Ended, Noted, Owned, Parked, ReadByRoom, Saved, Struck
from hrtrainer.group.room import Room
from hrtrainer.group.stage import Stage
from hrtrainer.group.state import COLUMNS, Item, Note, Reading, RoomState
from hrtrainer.group.wording import OWNERS
from hrtrainer.principles.mark import Mark
from hrtrainer.problem import Problem
from hrtrainer.session.event import Beside

MOST_WRITTEN, MOST_PARKED = 2000, 200


def written(room: Room, event: Beside) -> RoomState:
    """How the room stands after something was written down. Raises Problem G01, G02, G04."""
    state = room.state
    match event:
        case Noted():
            return _noted(state, event)
        case ReadByRoom():
            return _read(room, event)
        case Parked(_, text):
            return replace(state, parked=(*state.parked, Item(_text(text, MOST_PARKED))))
        case Owned(_, item, owner):
            return _owned(state, item, owner)
        case Added(_, column, text):
            if column not in COLUMNS:
                raise Problem("G04", "There is no such column in the close.")
            return replace(state, close=(*state.close, (column, _text(text, MOST_PARKED))))
        case Struck(_, line, on):
            if state.walked[-1].stage not in (Stage.CLOSE, Stage.REPORT):
                raise Problem("G01", "The room strikes lines when it has come to the close.")
            return replace(state, struck=state.struck | {line} if on else state.struck - {line})
        case Saved(_, digest):
            if state.walked[-1].stage is not Stage.REPORT:
                raise Problem("G01", "The report is saved after the room has seen it.")
            return replace(state, saved=digest)
        case Ended():
            return replace(state, ended=True)
        case _:
            raise Problem("G01", "That does not happen in a group.")


def _text(text: str, most: int) -> str:
    if not text.strip():
        raise Problem("G04", "There is nothing written yet.")
    if len(text) > most:
        raise Problem("G04", f"This is longer than {most} characters.", "Say it in fewer words.")
    return text


def _noted(state: RoomState, event: Noted) -> RoomState:
    if not 0 <= event.visit <= len(state.visits) or event.stage not in set(Stage):
        raise Problem("G04", "There is no such place to write on.")
    if len(event.text) > MOST_WRITTEN:
        raise Problem("G04", f"This is longer than {MOST_WRITTEN} characters.", "Say it in fewer words.")
    where = (event.visit, event.stage, event.private)
    kept = tuple(one for one in state.notes if (one.visit, one.stage, one.private) != where)
    note = Note(event.visit, event.stage, event.text, event.private)
    return replace(state, notes=(*kept, note) if event.text.strip() else kept)


def _read(room: Room, event: ReadByRoom) -> RoomState:
    state = room.state
    visit = state.visits[event.visit - 1] if 1 <= event.visit <= len(state.visits) else None
    if visit is None or not visit.answered or (event.branch and event.branch not in visit.tried):
        raise Problem("G01", "The room reads a reply once it was said.")
    known = {one.id for one in room.lens.principles}
    if event.principle not in known or (event.mark and event.mark not in set(Mark)):
        raise Problem("G04", "There is no such principle or mark.")
    where = (event.visit, event.branch, event.principle)
    kept = tuple(one for one in state.readings if (one.visit, one.branch, one.principle) != where)
    reading = Reading(event.visit, event.branch, event.principle, event.mark)
    return replace(state, readings=(*kept, reading) if event.mark else kept)


def _owned(state: RoomState, item: int, owner: str) -> RoomState:
    if not 1 <= item <= len(state.parked):
        raise Problem("G04", "There is no such parked item.")
    if owner and owner not in OWNERS:
        raise Problem("G04", "A parked item belongs to a role, never to a name.")
    parked = list(state.parked)
    parked[item - 1] = replace(parked[item - 1], owner=owner)
    return replace(state, parked=tuple(parked))
