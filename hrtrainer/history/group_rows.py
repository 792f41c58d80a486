"""The events of a group in columns and back: the same five columns as every other event."""

import json
from enum import IntEnum
from typing import Any

from hrtrainer.group.agenda import agenda_text, read_agenda
from hrtrainer.group.event import (
    Added,
    CameBack,
    Committed,
    Counted,
    Covered,
    Ended,
    GroupEvent,
    Noted,
    Owned,
    Parked,
    Planned,
    Prompted,
    ReadByRoom,
    Saved,
    SetUp,
    ShowedCounts,
    Spotlit,
    Struck,
    WentTo,
)
from hrtrainer.group.stage import Cover, Spot, Stage

Columns = tuple[int, int, str, int, str]
"""at, kind, name, number, words"""


class GroupKind(IntEnum):
    """The number of a group event's kind in the file. A number is never used again for something else."""

    SET_UP = 101
    PLANNED = 102
    WENT_TO = 103
    COUNTED = 104
    COMMITTED = 105
    COVERED = 106
    SPOTLIT = 107
    SHOWED_COUNTS = 108
    PROMPTED = 109
    CAME_BACK = 110
    NOTED = 111
    READ_BY_ROOM = 112
    PARKED = 113
    OWNED = 114
    ADDED = 115
    STRUCK = 116
    SAVED = 117
    ENDED = 118


K = GroupKind


def columns_of(event: GroupEvent) -> Columns:
    """The columns of an event of a group."""
    match event:
        case SetUp(at, people, method, tables, scale, screens):
            return at, K.SET_UP, method, people, _json(tables, scale, screens)
        case Planned(at, agenda):
            return at, K.PLANNED, "", 0, agenda_text(agenda)
        case WentTo(at, spot):
            return at, K.WENT_TO, spot.stage, spot.step, _json(spot.visit, spot.branch)
        case Counted(at, number, totals, passes, voters):
            return at, K.COUNTED, "", number, _json(totals, passes, voters)
        case Committed(at, choice, how, other):
            return at, K.COMMITTED, choice, 0, _json(how, other)
        case Covered(at, cover, on):
            return at, K.COVERED, cover, int(on), ""
        case Spotlit(at, choice):
            return at, K.SPOTLIT, choice, 0, ""
        case ShowedCounts(at, on):
            return at, K.SHOWED_COUNTS, "", int(on), ""
        case Prompted(at, prompt):
            return at, K.PROMPTED, "", prompt, ""
        case CameBack(at):
            return at, K.CAME_BACK, "", 0, ""
        case _:
            return _written(event)


def _written(event: Noted | ReadByRoom | Parked | Owned | Added | Struck | Saved | Ended) -> Columns:
    match event:
        case Noted(at, visit, stage, text, private):
            return at, K.NOTED, stage, visit, _json(private, text)
        case ReadByRoom(at, visit, branch, principle, mark):
            return at, K.READ_BY_ROOM, principle, visit, _json(branch, mark)
        case Parked(at, text):
            return at, K.PARKED, "", 0, text
        case Owned(at, item, owner):
            return at, K.OWNED, owner, item, ""
        case Added(at, column, text):
            return at, K.ADDED, column, 0, text
        case Struck(at, line, on):
            return at, K.STRUCK, line, int(on), ""
        case Saved(at, digest):
            return at, K.SAVED, digest, 0, ""
        case Ended(at):
            return at, K.ENDED, "", 0, ""


def group_event_of(at: int, kind: int, name: str, number: int, words: str) -> GroupEvent:
    """The event of columns. Raises ValueError for a kind we do not know or words that do not read."""
    match GroupKind(kind):
        case K.SET_UP:
            tables, scale, screens = json.loads(words)
            return SetUp(at, number, name, tables, scale, screens)
        case K.PLANNED:
            return Planned(at, read_agenda(words))
        case K.WENT_TO:
            visit, branch = json.loads(words)
            return WentTo(at, Spot(Stage(name), number, visit, branch))
        case K.COUNTED:
            totals, passes, voters = json.loads(words)
            return Counted(at, number, tuple(totals), passes, voters)
        case K.COMMITTED:
            how, other = json.loads(words)
            return Committed(at, name, how, other)
        case K.COVERED:
            return Covered(at, Cover(name), bool(number))
        case K.SPOTLIT:
            return Spotlit(at, name)
        case K.SHOWED_COUNTS:
            return ShowedCounts(at, bool(number))
        case K.PROMPTED:
            return Prompted(at, number)
        case K.CAME_BACK:
            return CameBack(at)
        case other_kind:
            return _written_of(at, other_kind, name, number, words)


def _written_of(at: int, kind: GroupKind, name: str, number: int, words: str) -> GroupEvent:
    match kind:
        case K.NOTED:
            private, text = json.loads(words)
            return Noted(at, number, name, text, private)
        case K.READ_BY_ROOM:
            branch, mark = json.loads(words)
            return ReadByRoom(at, number, branch, name, mark)
        case K.PARKED:
            return Parked(at, words)
        case K.OWNED:
            return Owned(at, number, name)
        case K.ADDED:
            return Added(at, name, words)
        case K.STRUCK:
            return Struck(at, name, bool(number))
        case K.SAVED:
            return Saved(at, name)
        case _:
            return Ended(at)


def _json(*values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
