"""What can still be read of a damaged history: sessions up to the first row that is not as it was written.

A row counts only under its checksum, so nothing wrong comes out; what is not found is lost and counted.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from hrtrainer.history.pages import Pages, Values
from hrtrainer.history.rows import Damage, Kind, Row, row_in, session_row, started_of
from hrtrainer.history.standing import Stand, sound, stand_of
from hrtrainer.history.sums import signed
from hrtrainer.history.transfer import Record
from hrtrainer.history.values import apart, restored, restored_id
from hrtrainer.session.event import Started

_EVENT, _SESSION, _TEXT = 8, 19, 4
"""How many values each kind of row has, at least; a row id stands before those of a session and a text."""

_FIELDS = (2, 3, 4, 13, 9, 10, 11, 12, 16, 14, 15, 17, 8, 5, 6, 7)
"""Where the fields of a SessionRow stand in such a row."""

_STAND = (13, 16, 14, 15, 17, 18)
_CRC = 19


class Salvaged(NamedTuple):
    """Sessions that are whole, sessions that end at the damage, texts by digest, and how many sessions are lost."""

    whole: tuple[Record, ...]
    cut: tuple[Record, ...]
    texts: Mapping[str, tuple[str, str]]
    lost: int


def salvage(data: bytes, wal: bytes, known: Mapping[int, Started]) -> Salvaged:
    """Read what can be read of the bytes of a history and its -wal.

    `known` are the beginnings of sessions by their number in the file, as a backup has them.
    """
    events: dict[int, dict[int, list[Values]]] = defaultdict(lambda: defaultdict(list))
    sessions: dict[int, list[Values]] = defaultdict(list)
    texts: dict[str, tuple[str, str]] = {}
    for values in Pages(data, wal).rows():
        if len(values) == _EVENT and isinstance(values[0], int) and isinstance(values[1], int):
            events[values[0]][values[1]].append(values[1:])
        elif len(values) >= _SESSION and isinstance(values[0], int) and values[1] is None:
            sessions[values[0]].append(values)
        elif len(values) == _TEXT:
            _, digest, kind, body = values
            if _digest(body) == restored_id(digest):
                texts[restored_id(digest)] = (restored(kind), restored(body))
    whole: list[Record] = []
    cut: list[Record] = []
    lost = 0
    for number in events.keys() | sessions.keys():
        if (found := _record(sessions[number], events[number], known.get(number))) is None:
            lost += 1
        else:
            record, is_whole = found
            (whole if is_whole else cut).append(record)
    return Salvaged(tuple(whole), tuple(cut), texts, lost)


def _record(
    versions: Sequence[Values], events: Mapping[int, Sequence[Values]], known: Started | None
) -> tuple[Record, bool] | None:
    """The session that most rows belong to, with whether it is all there; None when not even its beginning is."""
    begun = dict.fromkeys(started_of(session_row([values[at] for at in _FIELDS])) for values in versions)
    candidates = [*begun, *([known] if known is not None and known not in begun else [])]
    logs = [(one, _rows(one, events)) for one in candidates]
    started, rows = max(logs, key=lambda log: len(log[1]), default=(None, ()))
    if started is None or not rows:
        return None
    stands = [_stand(started.session, values) for values in versions]
    stand = max((one for one in stands if one is not None), key=lambda one: one.last, default=None)
    if stand is not None and stand.last == rows[-1].at:
        return Record(started, stand, rows), True
    title = stand.title if stand is not None else started.scenario
    said = sum(row.kind in (Kind.CHOSE, Kind.SAID_OWN) for row in rows)
    return Record(started, Stand(title, said, None, None, rows[-1].at, 0), rows), False


def _rows(started: Started, events: Mapping[int, Sequence[Values]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    while (row := _fitting(started, len(rows) + 1, events.get(len(rows) + 1, ()))) is not None:
        rows.append(row)
    return tuple(rows)


def _fitting(started: Started, seq: int, candidates: Sequence[Values]) -> Row | None:
    """The newest row of a number that is as it was written, by this program or by one before it."""
    for values in reversed(candidates):
        for form in (_as_now, _as_before):
            with suppress(Damage, TypeError):
                return row_in(started, seq, form(started, values))
    return None


def _as_now(_: Started, values: Values) -> Values:
    return values


def _as_before(started: Started, values: Values) -> Values:
    """A row of the first shape of the file: its time in full, its checksum without a sign."""
    seq, at, *rest, crc = values
    if not isinstance(at, int) or not isinstance(crc, int):
        raise Damage(0)
    return (seq, at if seq == 1 else apart(at, started.at), *rest, signed(crc))


def _stand(key: str, values: Values) -> Stand | None:
    """How a session stands by one version of its row; None if that was changed, or is of another session."""
    if restored_id(values[2]) != key:
        return None
    stand = [values[at] for at in _STAND]
    if len(values) > _CRC and not sound(key, stand, values[_CRC]):
        return None
    return stand_of(stand) if isinstance(stand[4], int) else None


def _digest(body: object) -> str:
    return hashlib.sha256(restored(body).encode("utf-8", "replace")).hexdigest()
