"""How the time of a group is planned: how long, which turning points, what is agreed first. Kept as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, get_origin

FULL = "vote-talk-vote"
ONE_VOTE = "one-vote"
TALK = "talk"
PACES = {FULL: "Vote, talk, vote", ONE_VOTE: "One vote", TALK: "Talk only"}

LENGTHS = (45, 60, 90)
DEBRIEF_STEPS = (1, 2, 3, 4)
SHORT_DEBRIEF = (1, 4)

AGREEMENTS = (
    "Passing is always fine, and so is stepping out.",
    "The person is invented. Treat them as if they were in the room.",
    "What is learned here leaves; what is told here stays.",
    "No stories that could point to a real client.",
    "We talk about the move, not the person who made it.",
    "Some of us use or have used drugs. Speak as if so.",
    "Words are under repair: another word, once, kindly.",
    "We stop if anyone asks to stop.",
)
"""Ground rules to offer; the room changes them."""
WAYS_OUT = ("Sit out a vote", "Step out, and come back or not", "Watch for one principle instead")
"""What anyone may do at any moment, without giving a reason."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """A plan for one room. What is empty is not shown.

    `turning_points` are the scenes that go the whole way with votes; after the last of them comes the close. `debrief`
    are the steps at a turning point, `quick_debrief` those anywhere else. `support` is who people can go to, `starts`
    the time on the wall before the beginning, `break_at` minutes into the session (0: no break).
    """

    minutes: int = 60
    turning_points: tuple[str, ...] = ()
    pace: str = FULL
    debrief: tuple[int, ...] = DEBRIEF_STEPS
    quick_debrief: tuple[int, ...] = ()
    agreements: tuple[str, ...] = AGREEMENTS[:5]
    content_note: str = ""
    ways_out: tuple[str, ...] = WAYS_OUT
    support: str = ""
    starts: str = ""
    break_at: int = 0
    clock_on_wall: bool = False
    counts_allowed: bool = True


MOST_MINUTES, MOST_ITEMS, MOST_WORDS = 480, 40, 600


def amiss(agenda: Agenda) -> str:
    """Why an agenda cannot be used, in a sentence; empty when it can."""
    steps = (agenda.debrief, agenda.quick_debrief)
    if not 1 <= agenda.minutes <= MOST_MINUTES or not 0 <= agenda.break_at <= MOST_MINUTES:
        return f"A plan has 1 to {MOST_MINUTES} minutes."
    if agenda.pace not in PACES:
        return "There is no such pace."
    if any(tuple(sorted(set(row))) != row or not set(row) <= set(DEBRIEF_STEPS) for row in steps):
        return "The steps of a debrief are 1 to 4, in their order."
    rows = (agenda.turning_points, agenda.agreements, agenda.ways_out)
    texts = (*(text for row in rows for text in row), agenda.content_note, agenda.support, agenda.starts)
    if any(len(row) > MOST_ITEMS for row in rows) or any(len(text) > MOST_WORDS for text in texts):
        return f"A plan has at most {MOST_ITEMS} lines of {MOST_WORDS} characters."
    return ""


def agenda_text(agenda: Agenda) -> str:
    """The agenda as one line of JSON, for the log and for plans that are kept."""
    return json.dumps(asdict(agenda), ensure_ascii=False)


def read_agenda(text: str) -> Agenda:
    """The agenda that a line of JSON holds; what is missing is as by default. Raises ValueError for anything else."""
    try:
        return agenda_of(json.loads(text))
    except RecursionError as deep:
        raise ValueError("too deep") from deep


def agenda_of(kept: object) -> Agenda:
    """The agenda of plain data, as the settings keep it. Raises ValueError for what is none."""
    if not isinstance(kept, dict):
        raise ValueError("an agenda is a table")
    return Agenda(**_fitting(kept))


def _fitting(kept: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in fields(Agenda):
        if one.name in kept:
            value = kept[one.name]
            if get_origin(one.type) is tuple:
                value = _row(value, int if one.name.endswith("debrief") else str)
            elif type(value) is not one.type:
                raise ValueError(f"{one.name} does not fit")
            found[one.name] = value
    return found


def _row(value: Any, kind: type) -> tuple[Any, ...]:
    if not isinstance(value, list) or any(type(item) is not kind for item in value):
        raise ValueError("a row does not fit")
    return tuple(value)
