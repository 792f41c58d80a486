"""What lies over the wall, or stands out on it, and never changes where the room is."""

from dataclasses import replace

from hrtrainer.group.event import CameBack, Covered, Prompted, ShowedCounts, Spotlit
from hrtrainer.group.room import Room
from hrtrainer.group.stage import Cover, Stage
from hrtrainer.group.state import RoomState
from hrtrainer.group.suppress import LEAST_FOR_COUNTS
from hrtrainer.group.wording import prompts
from hrtrainer.problem import Problem
from hrtrainer.scenario.model import Scene

LIT = (Stage.THINK, Stage.DISCUSS)
"""Where one reply can stand alone and in full."""


def on_wall(room: Room, event: Covered | CameBack | Spotlit | ShowedCounts | Prompted) -> RoomState:
    """How the room stands after an event of the wall alone. Raises Problem G01, G02."""
    state = room.state
    match event:
        case Covered(_, cover, on):
            return _covered(room, cover, on)
        case CameBack():
            kept = tuple(one for one in state.covers if one is Cover.PAUSE or one is Cover.CARD)
            return replace(state, covers=(*kept, Cover.BLACK), frozen=0, spotlight="")
        case Spotlit(_, choice):
            if choice and (state.spot.stage not in LIT or not state.visit or choice not in state.visit.options):
                raise Problem("G01", "A reply stands alone while the room thinks or talks.")
            return replace(state, spotlight=choice)
        case ShowedCounts(_, on):
            why = no_counts(state) if on else ""
            if why:
                raise Problem("G02", why)
            return replace(state, counts=on)
        case Prompted(_, prompt):
            if state.spot.stage is not Stage.DISCUSS or not 0 <= prompt < len(prompts(_scene(room))):
                raise Problem("G01", "There is no such prompt here.")
            return replace(state, prompt=prompt)


def no_counts(state: RoomState) -> str:
    """Why counts may not be on the wall now; empty when they may."""
    if state.spot.stage is not Stage.COMMIT or state.visit is None:
        return "Counts can be shown once the second vote is closed, and only then."
    if not state.agenda.counts_allowed:
        return "This room agreed to show no counts."
    if state.people < LEAST_FOR_COUNTS:
        return f"With fewer than {LEAST_FOR_COUNTS} people a count could point to somebody, so it stays here."
    if not state.visit.rounds:
        return "Nothing was counted."
    return ""


def _covered(room: Room, cover: Cover, on: bool) -> RoomState:
    state = room.state
    kept = tuple(one for one in state.covers if one is not cover)
    frozen = state.frozen
    if cover is Cover.FREEZE:
        frozen = (frozen or room.session.length) if on else 0
    pauses = state.pauses + (cover is Cover.PAUSE and on and cover not in state.covers)
    return replace(state, covers=(*kept, cover) if on else kept, frozen=frozen, pauses=pauses)


def _scene(room: Room) -> Scene | None:
    return room.scene(room.state.visit) if room.state.visit else None
