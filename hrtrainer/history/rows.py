"""An event as a typed row and back, and the checksum that sees a change of any field."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, assert_never

from hrtrainer.group.event import of_group
from hrtrainer.history.group_rows import GroupKind, columns_of, group_event_of
from hrtrainer.history.sums import summed
from hrtrainer.history.values import later, restored, restored_id, restored_or_none
from hrtrainer.session.event import (
    Beside,
    Chose,
    Event,
    Guessed,
    LensChanged,
    Reflected,
    Rewound,
    SaidOwn,
    SawDifferently,
    Shared,
    Started,
    WentOn,
)


class Kind(IntEnum):
    """The number of an event's kind in the file. A number is never used again for something else."""

    STARTED = 1
    CHOSE = 2
    SAID_OWN = 3
    WENT_ON = 4
    REWOUND = 5
    GUESSED = 6
    REFLECTED = 7
    SAW_DIFFERENTLY = 8
    LENS_CHANGED = 9
    SHARED = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One event in columns. `at` is milliseconds since 1970 in UTC, `kind` is a Kind, what is not used is empty."""

    at: int
    kind: int
    name: str = ""
    number: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session on the shelf, without its events. `started` and `last` are milliseconds since 1970 in UTC.

    `turns` counts the answers that stand; `ending` and `ending_kind` are None while the conversation is not over.
    """

    key: str
    started: int
    scenario: str
    title: str
    lens: str
    region: str
    tempo: str
    code_name: str
    turns: int
    ending: str | None
    ending_kind: str | None
    last: int
    seed: int
    scenario_digest: str
    principles_digest: str
    region_digest: str


@dataclass(frozen=True, slots=True)
class PlayCount:
    """How a scenario was played: `times` to an ending, which endings, and whether one is still open and offered."""

    times: int
    endings: frozenset[str]
    unfinished: bool


class Damage(Exception):
    """A log does not read as it was written. `seq` is the first event (from 1) that is wrong or missing."""

    def __init__(self, seq: int) -> None:
        super().__init__(seq)
        self.seq = seq


def session_row(values: Sequence[object]) -> SessionRow:
    """The row of columns in the order of SessionRow's fields. A damaged one must not hide a list: it comes as 0 or ''.

    What counts is covered by the checksum of the session's first event, so reading its log tells of the damage.
    """
    return SessionRow(*(read(value) for read, value in zip(_READERS, values, strict=True)))


def started_of(row: SessionRow) -> Started:
    """The first event of a session."""
    return Started(
        at=row.started,
        session=row.key,
        scenario=row.scenario,
        scenario_digest=row.scenario_digest,
        principles_digest=row.principles_digest,
        region_digest=row.region_digest,
        seed=row.seed,
        lens=row.lens,
        region=row.region,
        tempo=row.tempo,
        code_name=row.code_name,
    )


_LIST = '["'
"""How the words of Shared begin where they hold the file and the parts; without parts they are the file alone."""


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


_READERS: tuple[Callable[[object], Any], ...] = (
    *(restored_id, _number, *[restored] * 6),  # key, started, scenario ... code_name
    *(_number, restored_or_none, restored_or_none, _number, _number),  # turns, ending, ending_kind, last, seed
    *[restored_id] * 3,  # the digests
)


def row_of(event: Event) -> Row:
    """The row of an event. That of Started holds only its time: the rest of it are columns of the session."""
    match event:
        case Started(at=at):
            return Row(at, Kind.STARTED)
        case Chose(at, choice, unsure):
            return Row(at, Kind.CHOSE, choice, int(unsure))
        case SaidOwn(at, text):
            return Row(at, Kind.SAID_OWN, words=text)
        case WentOn(at):
            return Row(at, Kind.WENT_ON)
        case Rewound(at, to):
            return Row(at, Kind.REWOUND, number=to)
        case Guessed(at, marks, left, sure):
            return Row(at, Kind.GUESSED, words=json.dumps([sure, marks, left], ensure_ascii=False))
        case Reflected(at, question, text):
            return Row(at, Kind.REFLECTED, question, words=text)
        case SawDifferently(at, turn, text):
            return Row(at, Kind.SAW_DIFFERENTLY, number=turn, words=text)
        case LensChanged(at, lens):
            return Row(at, Kind.LENS_CHANGED, lens)
        case Shared(at, form, file, struck, parts):
            told = json.dumps([file, parts]) if parts or file.startswith(_LIST) else file
            return Row(at, Kind.SHARED, form, struck, told)
        case Beside():
            return Row(*columns_of(of_group(event)))
        case _:
            assert_never(event)


def event_of(row: Row, started: Started) -> Event:
    """The event of a row; `started` is the session's own first event. Raises ValueError for a kind we do not know."""
    if row.kind >= min(GroupKind):
        return group_event_of(row.at, row.kind, row.name, row.number, row.words)
    match Kind(row.kind):
        case Kind.STARTED:
            return started
        case Kind.CHOSE:
            return Chose(row.at, row.name, bool(row.number))
        case Kind.SAID_OWN:
            return SaidOwn(row.at, row.words)
        case Kind.WENT_ON:
            return WentOn(row.at)
        case Kind.REWOUND:
            return Rewound(row.at, row.number)
        case Kind.GUESSED:
            sure, marks, *left = json.loads(row.words)
            marks = tuple((principle, mark) for principle, mark in marks)
            return Guessed(row.at, marks, row.name or "".join(left), sure)
        case Kind.REFLECTED:
            return Reflected(row.at, row.name, row.words)
        case Kind.SAW_DIFFERENTLY:
            return SawDifferently(row.at, row.number, row.words)
        case Kind.LENS_CHANGED:
            return LensChanged(row.at, row.name)
        case Kind.SHARED:
            file, parts = _file_and_parts(row.words)
            return Shared(row.at, row.name, file, row.number, parts)


def _file_and_parts(words: str) -> tuple[str, tuple[str, ...]]:
    if not words.startswith(_LIST):
        return words, ()
    try:
        file, parts = json.loads(words)
    except ValueError:  # an older program kept the name alone, whatever it was
        return words, ()
    return file, tuple(parts)


def checksum(key: str, seq: int, row: Row, started: Started | None = None) -> int:
    """CRC-32 of a row in its place: session key, number, every field; with `started`, also of that event's fields."""
    numbers: tuple[int, ...] = (seq, row.at, row.kind, row.number)
    texts: tuple[str, ...] = (key, row.name, row.words)
    if started is not None:
        numbers += (started.at, started.seed)
        texts += (started.session, started.scenario, started.scenario_digest, started.principles_digest)
        texts += (started.region_digest, started.lens, started.region, started.tempo, started.code_name)
    return summed(numbers, texts)


def row_in(started: Started, seq: int, values: Sequence[object]) -> Row:
    """The row of columns (seq, at, kind, name, number, words, crc), which has to be number `seq`. Raises Damage.

    In the columns `at` counts from the session's beginning, but for that of the beginning itself.
    """
    match values:
        case (int(found), int(at), int(kind), str() | bytes() as name, int(number), str() | bytes() as words, crc):
            row = Row(at if seq == 1 else later(started.at, at), kind, restored(name), number, restored(words))
        case _:
            raise Damage(seq)
    head = started if seq == 1 else None
    if found != seq or crc != checksum(started.session, seq, row, head) or (seq == 1) != (kind == Kind.STARTED):
        raise Damage(seq)
    return row


def events_of(
    started: Started, rows: Iterable[Sequence[object]], opened: Callable[[int, Row], Row] = lambda _, row: row
) -> tuple[Event, ...]:
    """The log of a session from its rows in order, as `row_in` reads them. Raises Damage.

    `opened` gives the row of a number with its words as they were written; it may raise ValueError.
    """
    events: list[Event] = []
    for seq, values in enumerate(rows, 1):
        row = row_in(started, seq, values)
        try:
            events.append(event_of(opened(seq, row), started))
        except ValueError as error:
            raise Damage(seq) from error
    if not events:
        raise Damage(1)
    return tuple(events)
