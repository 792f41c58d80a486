"""The shape of the history file, as numbered steps on raw data. A step that was released is never changed.

Step n brings a file from `user_version` n - 1 to n. Steps know no living code, so an old file can always be brought up.
A step adds tables, or columns that have a default: so a program that knows fewer steps can still read what it knows.
"""

import sqlite3
import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

APPLICATION_ID = 0x48525452  # "HRTR", by which `file` and we know our own

_STEP_1 = """
CREATE TABLE session(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    started INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    scenario_digest TEXT NOT NULL,
    principles_digest TEXT NOT NULL,
    region_digest TEXT NOT NULL,
    seed INTEGER NOT NULL,
    lens TEXT NOT NULL,
    region TEXT NOT NULL,
    tempo TEXT NOT NULL,
    code_name TEXT NOT NULL,
    title TEXT NOT NULL,
    ending TEXT,
    ending_kind TEXT,
    turns INTEGER NOT NULL DEFAULT 0,
    last INTEGER NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX session_started ON session(started);
CREATE INDEX session_scenario_started ON session(scenario, started);
CREATE INDEX session_scenario_ending ON session(scenario, ending);
CREATE INDEX session_open ON session(started) WHERE ending IS NULL AND dropped=0;
CREATE TABLE event(
    session INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY(session, seq)
) WITHOUT ROWID;
CREATE TABLE text(
    digest TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL
)
"""

_STEP_2 = """
ALTER TABLE session ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;
CREATE TABLE reading(
    session INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
    lens TEXT NOT NULL,
    stamp TEXT NOT NULL,
    last INTEGER NOT NULL,
    day INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY(session, lens)
) WITHOUT ROWID;
CREATE TABLE tally(
    lens TEXT NOT NULL,
    day INTEGER NOT NULL,
    scenario TEXT NOT NULL,
    principle TEXT NOT NULL,
    mark TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY(lens, day, scenario, principle, mark)
) WITHOUT ROWID
"""


def _sum_sessions(connection: sqlite3.Connection) -> None:
    """Give every session the checksum of its title and of how it stands."""
    rows = connection.execute("SELECT id, key, title, turns, ending, ending_kind, last, dropped FROM session")
    for number, key, title, turns, ending, kind, last, dropped in rows.fetchall():
        numbers = (turns, last, dropped, ending is not None, kind is not None)
        if all(isinstance(one, int) for one in numbers):  # anything else is damage, and no sum fits it
            crc = zlib.crc32(struct.pack(">5q", *numbers))
            for text in (key, title, ending or "", kind or ""):
                data = text if isinstance(text, bytes) else str(text).encode("utf-8", "surrogatepass")
                crc = zlib.crc32(data, zlib.crc32(struct.pack(">q", len(data)), crc))
            connection.execute("UPDATE session SET crc=? WHERE id=?", (crc, number))


class Step(NamedTuple):
    """A script of statements with a semicolon between them and none inside them, and what SQL cannot say."""

    script: str
    then: Callable[[sqlite3.Connection], None] | None = None


MIGRATIONS: tuple[Step, ...] = (Step(_STEP_1), Step(_STEP_2, _sum_sessions))
"""The steps in order."""
