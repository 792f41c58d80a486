"""The shape of the history file, as numbered steps on raw data. A step that was released is never changed.

Step n brings a file from `user_version` n - 1 to n. Steps know no living code, so an old file can always be brought up.
A step adds tables, or columns that have a default: so a program that knows fewer steps can still read what it knows.
"""

import re
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
UPDATE event SET crc=crc-4294967296 WHERE crc>2147483647;
UPDATE event SET at=at-coalesce((SELECT started FROM session AS its WHERE its.id=event.session), 0) WHERE seq>1
"""
"""A checksum for titles and standing. Less room: a CRC with a sign, and times counted from the session's beginning."""


def _pack(connection: sqlite3.Connection) -> None:
    """Keys and digests as bytes, not as the hexadecimal digits of them; and the checksum of each session's row."""
    for (digest,) in connection.execute("SELECT digest FROM text").fetchall():
        connection.execute("UPDATE text SET digest=? WHERE digest=?", (_packed(digest), digest))
    rows = connection.execute(
        "SELECT id, key, scenario_digest, principles_digest, region_digest, title, turns, ending, ending_kind, last, "
        "dropped FROM session"
    )
    for number, key, scenario, principles, region, title, turns, ending, kind, last, dropped in rows.fetchall():
        crc = _crc((turns, last, dropped, ending is not None, kind is not None), (key, title, ending or "", kind or ""))
        connection.execute(
            "UPDATE session SET key=?, scenario_digest=?, principles_digest=?, region_digest=?, crc=? WHERE id=?",
            (*map(_packed, (key, scenario, principles, region)), crc, number),
        )


def _packed(name: object) -> object:
    if isinstance(name, str) and re.fullmatch("[0-9a-f]{32}|[0-9a-f]{64}", name):
        return bytes.fromhex(name)
    return name


def _crc(numbers: tuple[object, ...], texts: tuple[object, ...]) -> int:
    if not all(isinstance(number, int) for number in numbers):
        return 0  # damage, which no checksum fits
    crc = zlib.crc32(struct.pack(">5q", *numbers))
    for text in texts:
        data = text if isinstance(text, bytes) else str(text).encode("utf-8", "surrogatepass")
        crc = zlib.crc32(data, zlib.crc32(struct.pack(">q", len(data)), crc))
    return crc - (1 << 32) if crc >> 31 else crc


class Step(NamedTuple):
    """A script of statements with a semicolon between them and none inside them, and what SQL cannot say."""

    script: str
    then: Callable[[sqlite3.Connection], None] | None = None


_STEP_3 = """
DROP INDEX session_scenario_ending;
CREATE INDEX session_scenario_ending ON session(scenario, ending) WHERE tempo<>'group'
"""
"""What one person practised is counted apart from the rooms of groups."""

MIGRATIONS: tuple[Step, ...] = (Step(_STEP_1), Step(_STEP_2, _pack), Step(_STEP_3))
"""The steps in order."""
