"""What a room that was led says in statements: the replies it settled on, without anything that it struck.

Votes, notes, what was parked and how the room itself read a reply are in no statement, and no number of people is.
"""

from dataclasses import replace

from hrtrainer.group.folding import replay
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.packing import Choices
from hrtrainer.session.play import Session
from hrtrainer.session.summary import PrincipleTold, Summary
from hrtrainer.session.turns import turns

_OF_A_REPLY = ("path", "reading", "vote")


def without_struck(told: Summary, session: Session, reference: Reference) -> Summary:
    """A room's summary without any reply of which a line was struck, and without an ending that was."""
    room = replay(session.plan, session.log, reference.yardstick.sets[session.started.lens])
    struck = room.state.struck
    numbers = {turn.event: turn.number for turn in turns(session)}
    gone = set()
    for number, visit in enumerate(room.state.visits, 1):
        if any(line == f"{kind}.{number}" for kind in _OF_A_REPLY for line in struck):
            gone.add(numbers.get(visit.answered, 0))
            if not visit.scene:
                told = replace(told, ending=None)
    return replace(
        told,
        turns=tuple(turn for turn in told.turns if turn.number not in gone),
        principles=tuple(_without(one, gone) for one in told.principles),
        beside=tuple(_without(one, gone) for one in told.beside),
        moves=(),
    )


def of_room(choices: Choices) -> Choices:
    """What of a room can go at most: counts would still tell of a reply that was struck."""
    return replace(choices, parts=choices.parts - {"counts"}, code_name="")


def _without(principle: PrincipleTold, gone: set[int]) -> PrincipleTold:
    return replace(principle, moments=tuple(one for one in principle.moments if one.turn not in gone))
