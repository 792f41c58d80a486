"""The way through a group session: which step follows which, and what must be so before it may be taken.

`RULES` is the whole of it: for every stage, the steps that lead away from it, where they can lead, and the guards. What
stands in no rule is refused. Everything here is a question; nothing changes a room.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hrtrainer.group.room import Room
from hrtrainer.group.stage import CLOSE_STEPS, VOTES, Spot, Stage, Step
from hrtrainer.group.state import MOST_PEOPLE
from hrtrainer.group.way import next_scene


@dataclass(frozen=True, slots=True)
class Rule:
    """From `stage`, `step` leads to one of `to`, once every guard holds."""

    stage: Stage
    step: Step
    to: tuple[Stage, ...]
    guards: tuple[str, ...] = ()


S = Stage
RULES: tuple[Rule, ...] = (
    Rule(S.HOLD, Step.FORWARD, (S.BRIEF,), ("screens", "headcount")),
    Rule(S.BRIEF, Step.FORWARD, (S.BRIEF, S.SCENE)),
    Rule(S.SCENE, Step.FORWARD, (S.THINK, S.DISCUSS, S.CROSSROADS)),
    Rule(S.SCENE, Step.SKIP, (S.COMMIT,), ("decision",)),
    Rule(S.THINK, Step.FORWARD, (S.VOTE_1,)),
    Rule(S.THINK, Step.SKIP, (S.COMMIT,)),
    Rule(S.VOTE_1, Step.FORWARD, (S.DISCUSS,), ("sum",)),
    Rule(S.DISCUSS, Step.FORWARD, (S.VOTE_2, S.COMMIT)),
    Rule(S.DISCUSS, Step.SKIP, (S.COMMIT,)),
    Rule(S.VOTE_2, Step.FORWARD, (S.COMMIT,), ("sum",)),
    Rule(S.COMMIT, Step.FORWARD, (S.REPLY,), ("reply",)),
    Rule(S.REPLY, Step.FORWARD, (S.REPLY, S.REVEAL, S.DEBRIEF, S.COMPARE, S.CROSSROADS)),
    Rule(S.REPLY, Step.SKIP, (S.COMPARE, S.CROSSROADS)),
    Rule(S.REVEAL, Step.FORWARD, (S.REVEAL, S.DEBRIEF, S.COMPARE, S.CROSSROADS)),
    Rule(S.REVEAL, Step.SKIP, (S.COMPARE, S.CROSSROADS)),
    Rule(S.DEBRIEF, Step.FORWARD, (S.DEBRIEF, S.CROSSROADS)),
    Rule(S.DEBRIEF, Step.SKIP, (S.CROSSROADS,)),
    Rule(S.CROSSROADS, Step.FORWARD, (S.SCENE, S.REPLY, S.CLOSE)),
    Rule(S.CROSSROADS, Step.NEXT, (S.SCENE,), ("not over",)),
    Rule(S.CROSSROADS, Step.WHAT_IF, (S.WHAT_IF,), ("another reply",)),
    Rule(S.CROSSROADS, Step.CLOSE, (S.CLOSE,)),
    Rule(S.WHAT_IF, Step.TRY, (S.REPLY,)),
    Rule(S.COMPARE, Step.FORWARD, (S.CROSSROADS,)),
    Rule(S.CLOSE, Step.FORWARD, (S.CLOSE, S.REPORT), ("owners",)),
)


def _screens(room: Room) -> str:
    return "" if room.state.screens else "Say first which screen the room can see."


def _headcount(room: Room) -> str:
    return "" if 1 <= room.state.voters <= MOST_PEOPLE else "Say first how many people are here."


def _decision(room: Room) -> str:
    return "" if room.state.visit and room.state.visit.options else "There is nothing to choose here."


def _sum(room: Room) -> str:
    visit, number = room.state.visit, VOTES[room.state.spot.stage]
    counted = visit.round(number) if visit else None
    if counted is None or counted.sum <= counted.voters:
        return ""
    return f"{counted.sum} votes and passes are counted, and {counted.voters} can vote. Count again."


def _reply(room: Room) -> str:
    return "" if room.state.visit and room.state.visit.reply else "Choose the reply that the room says."


def _not_over(room: Room) -> str:
    return "" if next_scene(room) is not None else "The conversation is over."


def _another(room: Room) -> str:
    visit = room.state.visit
    left = visit and set(visit.options) - {visit.reply, *visit.tried}
    return "" if visit and visit.reply and left else "There is no other reply to try here."


def _owners(room: Room) -> str:
    if room.state.spot.step < CLOSE_STEPS or all(one.owner is not None for one in room.state.parked):
        return ""
    return "Say for each parked item whose it is, or that it is nobody's."


GUARDS: Mapping[str, Callable[[Room], str]] = {
    "screens": _screens,
    "headcount": _headcount,
    "decision": _decision,
    "sum": _sum,
    "reply": _reply,
    "not over": _not_over,
    "another reply": _another,
    "owners": _owners,
}
"""What must hold, each as a question: an empty answer is yes, anything else the sentence that says why not."""

_NO_STEP = {
    S.WHAT_IF: "Choose the reply to try.",
    S.REPORT: "The session is done. Save the report, then end it.",
}


def standing(room: Room) -> Spot | None:
    """The spot that a step is taken from: where the room has come to, or None while the view is further back.

    A room that began to close may still go on from its last crossroads: nothing that was written down is lost by it.
    """
    state = room.state
    closing = all(spot.stage in (S.CLOSE, S.REPORT) for spot in state.walked[state.at + 1 :])
    return state.spot if not state.looking_back or (state.spot.stage is S.CROSSROADS and closing) else None


def hindrance(room: Room, step: Step) -> str:
    """Why a step cannot be taken now; empty when it can."""
    spot = standing(room)
    if room.state.ended:
        return "This session has ended."
    if spot is None:
        return "You are looking back. Go forward to where the room is first."
    rule = rule_of(spot.stage, step)
    if rule is None:
        return _NO_STEP.get(spot.stage, "That cannot be done at this moment.")
    return next((why for guard in rule.guards if (why := GUARDS[guard](room))), "")


def rule_of(stage: Stage, step: Step) -> Rule | None:
    """The rule of a step from a stage, or None."""
    return next((rule for rule in RULES if rule.stage == stage and rule.step == step), None)
