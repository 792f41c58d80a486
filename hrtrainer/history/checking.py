"""Is every row as it was written? A quick look at the file's own order, and the whole of it, checksum by checksum."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from hrtrainer import words
from hrtrainer.history.rows import Damage, row_in, session_row, started_of
from hrtrainer.history.standing import COLUMNS, STAND, sound
from hrtrainer.history.values import restored, restored_id

_EVENTS = "SELECT session, seq, at, kind, name, number, words, crc FROM event ORDER BY session, seq"
_SESSIONS = f"SELECT id, {COLUMNS}, {STAND}, crc FROM session ORDER BY id"
_AT_A_TIME = 200


class Findings(NamedTuple):
    """What a whole check saw: how much there is, the titles of sessions with damage, and how many texts have some.

    `order` is whether the file itself is in order; when it is not, not everything could be looked at.
    """

    sessions: int
    events: int
    damaged: tuple[str, ...]
    texts: int
    order: bool

    @property
    def sound(self) -> bool:
        """Whether all is as it was written."""
        return self.order and not self.damaged and not self.texts

    def told(self) -> str:
        """The same in a sentence."""
        size = f"{words.count(self.sessions, 'conversation')}, {words.count(self.events, 'event')}"
        if self.sound:
            return f"{size}: all of it is as it was written."
        parts = [] if self.order else ["the file is out of order"]
        if self.damaged:
            parts.append(f"{words.count(len(self.damaged), 'conversation')} with damage")
        if self.texts:
            parts.append(f"{words.count(self.texts, 'text')} with damage")
        return f"{size}: {', '.join(parts)}."


def in_order(connection: sqlite3.Connection) -> bool:
    """The quick check: whether the file's pages and tables are in order. It sees little of what was changed."""
    try:
        for table in ("session", "event", "text"):
            connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchall()
        return bool(connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether there is no session at all. Raises sqlite3.Error."""
    return connection.execute("SELECT 1 FROM session LIMIT 1").fetchone() is None


def checked(connection: sqlite3.Connection, rest: Callable[[], None] = lambda: None) -> Findings:
    """The whole check. `rest` is called every few hundred rows, for a program that has something else to do."""
    order = _ask(connection, "PRAGMA integrity_check(1)") == [("ok",)]
    sessions, damaged, texts, events = 0, [], 0, 0
    try:
        logs = _logs(connection, rest)
        number, log = next(logs, (None, ()))
        for identity, *values, crc in connection.execute(_SESSIONS):
            while number is not None and number < identity:
                order = False  # events of no session
                number, log = next(logs, (None, ()))
            row = session_row(values[:-6])
            rows = log if number == identity else ()
            sessions, events = sessions + 1, events + len(rows)
            if not sound(row.key, values[-6:], crc) or not _whole(values[:-6], rows):
                damaged.append(row.title)
            if number == identity:
                number, log = next(logs, (None, ()))
        order = order and number is None
        for digest, body in connection.execute("SELECT digest, body FROM text"):
            texts += hashlib.sha256(restored(body).encode("utf-8", "replace")).hexdigest() != restored_id(digest)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        order = False
    return Findings(sessions, events, tuple(damaged), texts, order)


def _whole(values: Sequence[object], rows: Sequence[Sequence[object]]) -> bool:
    """Whether a session's log is there as it was written, from its beginning to its end."""
    session = session_row(values)
    started, at = started_of(session), None
    try:
        for seq, row in enumerate(rows, 1):
            at = row_in(started, seq, row).at
    except Damage:
        return False
    return at == session.last


def _logs(
    connection: sqlite3.Connection, rest: Callable[[], None]
) -> Iterator[tuple[int | None, tuple[Sequence[object], ...]]]:
    """The rows of each session that has any, by its number."""
    for number, rows in groupby(_few_by_few(connection, rest), key=lambda row: row[0]):
        yield number, tuple(row[1:] for row in rows)


def _few_by_few(connection: sqlite3.Connection, rest: Callable[[], None]) -> Iterator[Sequence[object]]:
    found = connection.execute(_EVENTS)
    while rows := found.fetchmany(_AT_A_TIME):
        yield from rows
        rest()


def _ask(connection: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    try:
        return connection.execute(sql).fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return []
