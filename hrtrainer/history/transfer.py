"""A session taken whole from one history file into another: rows as they stand there, sealed ones still sealed."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hrtrainer.history.keeping import gone
from hrtrainer.history.rows import Row, checksum, row_in, session_row, started_of
from hrtrainer.history.standing import COLUMNS, STAND, Stand, stand_of, values_of
from hrtrainer.history.values import apart, restored, restored_id, stored, stored_id
from hrtrainer.session.event import Started

Texts = Mapping[str, tuple[str, str]]
"""By SHA-256 digest the (kind, body) of texts."""


class Record(NamedTuple):
    """A session: its beginning, how it stands, and its rows, that of the beginning first."""

    started: Started
    stand: Stand
    rows: tuple[Row, ...]


_EVENTS = (
    "SELECT seq, at, kind, name, number, words, crc FROM event "
    "WHERE session=(SELECT id FROM session WHERE key=?) AND seq>? ORDER BY seq"
)


def record_of(connection: sqlite3.Connection, key: str) -> Record:
    """A session of a history. Raises Damage, sqlite3.Error, and Problem H03 if it is not there."""
    found = connection.execute(f"SELECT {COLUMNS}, {STAND} FROM session WHERE key=?", (stored_id(key),)).fetchone()
    if found is None:
        raise gone("H03")
    started = started_of(session_row(found[:-6]))
    return Record(started, stand_of(found[-6:]), _rows_after(connection, started, 0))


def record_after(connection: sqlite3.Connection, known: Record) -> Record:
    """A session of which a part is known already, with what came after that. Raises as `record_of` does."""
    key = known.started.session
    found = connection.execute(f"SELECT {STAND} FROM session WHERE key=?", (stored_id(key),)).fetchone()
    if found is None:
        raise gone("H03")
    rows = known.rows + _rows_after(connection, known.started, len(known.rows))
    return Record(known.started, stand_of(found), rows)


def _rows_after(connection: sqlite3.Connection, started: Started, seq: int) -> tuple[Row, ...]:
    rows = connection.execute(_EVENTS, (stored_id(started.session), seq))
    return tuple(row_in(started, number, row) for number, row in enumerate(rows, seq + 1))


def texts_for(connection: sqlite3.Connection, started: Started) -> Texts:
    """The texts that a session was played from, as far as they are there."""
    digests = [*map(stored_id, (started.scenario_digest, started.principles_digest, started.region_digest))]
    rows = connection.execute("SELECT digest, kind, body FROM text WHERE digest IN (?, ?, ?)", digests)
    return {restored_id(digest): (restored(kind), restored(body)) for digest, kind, body in rows}


def take_in(connection: sqlite3.Connection, record: Record, over: bool = False) -> bool:
    """Bring a history up to a session, inside the caller's transaction: all of it, or what it has more of.

    False when the history has as much of it already, or another course of it; nothing is done then. With `over` what
    the record says goes over what is there.
    """
    key = record.started.session
    found = connection.execute("SELECT id FROM session WHERE key=?", (stored_id(key),)).fetchone()
    if found is None:
        number = _begun(connection, record)
        there: Sequence[int] = []
    else:
        (number,) = found
        kept = connection.execute("SELECT crc FROM event WHERE session=? ORDER BY seq", (number,))
        there = [crc for (crc,) in kept]
    sums = [_sum(record, seq) for seq in range(1, len(record.rows) + 1)]
    if not over and (len(there) >= len(sums) or there != sums[: len(there)]):
        return False
    same = next((at for at, (ours, theirs) in enumerate(zip(sums, there, strict=False)) if ours != theirs), len(there))
    for seq in range(same + 1, len(sums) + 1):
        row = record.rows[seq - 1]
        at = row.at if seq == 1 else apart(row.at, record.started.at)
        values = (number, seq, at, row.kind, stored(row.name), row.number, stored(row.words), sums[seq - 1])
        connection.execute("INSERT OR REPLACE INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?)", values)
    stand = record.stand
    ending = (None if word is None else stored(word) for word in (stand.ending, stand.ending_kind))
    connection.execute(
        "UPDATE session SET title=?, turns=?, ending=?, ending_kind=?, last=?, dropped=?, crc=? WHERE id=?",
        (stored(stand.title), stand.turns, *ending, stand.last, stand.dropped, stand.sum(key), number),
    )
    return True


def take_in_texts(connection: sqlite3.Connection, texts: Texts) -> None:
    """Keep texts, those that are there already as they are."""
    for digest, (kind, body) in texts.items():
        kept = body.encode("utf-8", "replace").decode()  # as the digest reads it
        connection.execute("INSERT OR IGNORE INTO text VALUES(?, ?, ?)", (stored_id(digest), kind, kept))


def _begun(connection: sqlite3.Connection, record: Record) -> int:
    values = values_of(record.started, record.stand.title)
    added = connection.execute(f"INSERT INTO session({COLUMNS}) VALUES({', '.join('?' * len(values))})", values)
    assert added.lastrowid is not None  # a row was added
    return added.lastrowid


def _sum(record: Record, seq: int) -> int:
    return checksum(record.started.session, seq, record.rows[seq - 1], record.started if seq == 1 else None)
