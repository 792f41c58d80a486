"""The history: sessions, their events and the texts they were played from. What a method kept is on the disk."""

import hashlib
import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Self

from hrtrainer.history.keeping import Keeping, damaged, gone, not_kept
from hrtrainer.history.opening import open_history, open_in_memory, open_to_read
from hrtrainer.history.rows import (
    Damage,
    PlayCount,
    SessionRow,
    checksum,
    events_of,
    row_of,
    session_row,
    started_of,
)
from hrtrainer.history.sealing import Seal, Unsealed, closed, opened
from hrtrainer.history.standing import ALONE, COLUMNS, STAND, Stand, summed_anew, values_of
from hrtrainer.history.values import apart, restored, stored, stored_id
from hrtrainer.problem import Problem
from hrtrainer.session.event import Event, Started

_OPEN = (
    f"{ALONE} AND ending IS NULL AND dropped=0 "
    "AND (turns>0 OR EXISTS(SELECT 1 FROM event WHERE event.session=session.id AND event.seq>1))"
)
_PLAYED = (
    f"SELECT scenario, ending, count(*) FROM session WHERE {ALONE} AND ending IS NOT NULL GROUP BY scenario, ending "
    f"UNION ALL SELECT scenario, NULL, count(*) FROM session WHERE {_OPEN} GROUP BY scenario"
)
_NEWEST = "ORDER BY started DESC, id DESC"


class History:
    """The one connection of this process to the history. To be used from the thread that opened it."""

    def __init__(self, path: Path | None, seal: Seal | None = None) -> None:
        """Open or make the history at `path`; None keeps it in memory only. Raises Problem H01 and H02.

        With a `seal`, what the person wrote goes through it into the file and out again.
        """
        self.seal, self.on_disk = seal or Unsealed(), path is not None
        self.connection = open_in_memory() if path is None else open_history(path)

    @classmethod
    def in_memory(cls) -> Self:
        """A history like any other, of which nothing reaches the disk and nothing is left after `close`."""
        return cls(None)

    @classmethod
    def to_read(cls, path: Path, seal: Seal | None = None) -> Self:
        """The history at `path` only to be read, also while a window holds it. Raises Problem H01."""
        history = cls.in_memory() if seal is None else cls(None, seal)
        history.connection.close()
        history.connection = open_to_read(path)
        return history

    def close(self) -> None:
        """Let go of the file; its companion files are folded in. Closing again does nothing."""
        self.connection.close()

    # Keeping

    def begin(self, started: Started, title: str, texts: Mapping[str, tuple[str, str]]) -> None:
        """Keep a new session: its first event, its title, and by SHA-256 digest the (kind, body) of its texts.

        Raises Problem H04 if it could not be kept, ValueError if a text has another digest or the session is known.
        """
        row = row_of(started)
        crc = checksum(started.session, 1, row, started)
        session = values_of(started, title)
        with Keeping(self.connection) as connection:
            for digest, (kind, body) in texts.items():
                if _digest(body) != digest:
                    raise ValueError(f"this {kind} does not have the digest {digest}")
                kept = body.encode("utf-8", "replace").decode()  # as the digest reads it
                connection.execute("INSERT OR IGNORE INTO text VALUES(?, ?, ?)", (stored_id(digest), kind, kept))
            if connection.execute("SELECT 1 FROM session WHERE key=?", session[:1]).fetchone():
                raise ValueError(f"session {started.session} is in the history already")
            summed = Stand(title, 0, None, None, started.at, 0).sum(started.session)
            added = connection.execute(
                f"INSERT INTO session({COLUMNS}, crc) VALUES({', '.join('?' * len(session))}, ?)", (*session, summed)
            )
            connection.execute(
                "INSERT INTO event VALUES(?, 1, ?, ?, '', 0, '', ?)", (added.lastrowid, row.at, row.kind, crc)
            )

    def append(self, key: str, event: Event, *, turns: int, ending: tuple[str, str] | None) -> None:
        """Keep the next event of session `key`, and how the session now stands: turns taken, (ending, kind) or None.

        When this returns the event is on the disk. Raises Problem H04 if it could not be kept; nothing changed then.
        """
        if isinstance(event, Started):
            raise ValueError("a session starts once, with begin()")
        with Keeping(self.connection) as connection:
            found = connection.execute(
                "SELECT id, (SELECT max(seq) FROM event WHERE session=id), started, "
                f"{STAND}, crc FROM session WHERE key=?",
                (stored_id(key),),
            ).fetchone()
            if found is None:
                raise gone("H04")
            number, seq, begun, before = found[0], (found[1] or 0) + 1, found[2], found[3:]
            row = closed(self.seal, key, seq, row_of(event))
            connection.execute(
                "INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(number, seq, apart(row.at, begun), row.kind, stored(row.name), row.number, stored(row.words)),
                    checksum(key, seq, row),
                ),
            )
            kept = ending or (None, None)
            crc = summed_anew(key, before, {"turns": turns, "last": row.at, "ending": kept[0], "ending_kind": kept[1]})
            connection.execute("UPDATE session SET last=?, turns=?, crc=? WHERE id=?", (row.at, turns, crc, number))
            # Apart, as it is rare: an update of an indexed column writes the index too, whether or not it differs.
            connection.execute(
                "UPDATE session SET ending=?1, ending_kind=?2 WHERE id=?3 AND (ending, ending_kind) IS NOT (?1, ?2)",
                (*(None if word is None else stored(word) for word in kept), number),
            )

    def rewrite(self, key: str, deed: Callable[[], None]) -> None:
        """Do what writes over an event of a session, as history/rooms.py does. Raises Problem H04."""
        deed()

    def drop(self, key: str) -> None:
        """Stop offering this session to be gone on with; everything of it is kept. Raises Problem H04."""
        with Keeping(self.connection) as connection:
            found = connection.execute(f"SELECT {STAND}, crc FROM session WHERE key=?", (stored_id(key),)).fetchone()
            if found is not None:
                crc = summed_anew(key, found, {"dropped": 1})
                connection.execute("UPDATE session SET dropped=1, crc=? WHERE key=?", (crc, stored_id(key)))

    def delete(self, key: str) -> None:
        """Take the session, its words, and texts that no other session needs out of the file, so that no byte stays.

        Deleting what is not there does nothing. Raises Problem H04.
        """
        with Keeping(self.connection) as connection:
            digests = connection.execute(
                "SELECT scenario_digest, principles_digest, region_digest FROM session WHERE key=?", (stored_id(key),)
            ).fetchone()
            connection.execute("DELETE FROM session WHERE key=?", (stored_id(key),))
            for digest in digests or ():
                connection.execute(
                    "DELETE FROM text WHERE digest=?1 AND NOT EXISTS(SELECT 1 FROM session "
                    "WHERE scenario_digest=?1 OR principles_digest=?1 OR region_digest=?1)",
                    (digest,),
                )
        # The words may still stand in the -wal: fold it in and cut it to nothing.
        try:
            (busy, *_) = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            raise not_kept(error) from error
        if busy:
            message = "The session is deleted, but another program still reads the history, so traces stay in the file."
            raise Problem("H04", message, "They go when that program and this one are closed.")

    # Looking

    def log(self, key: str) -> tuple[Event, ...]:
        """All events of session `key`, in order, each as it was written. Raises Problem H03 naming what is damaged."""
        session = self.session(key)
        if session is None:
            raise gone("H03")
        rows = self.rows(
            "SELECT seq, at, kind, name, number, words, crc FROM event "
            "WHERE session=(SELECT id FROM session WHERE key=?) ORDER BY seq",
            stored_id(key),
        )
        try:
            events = events_of(started_of(session), rows, partial(opened, self.seal, key))
            if events[-1].at != session.last:  # rows lost from the end leave no gap, but the session knows its end
                raise Damage(len(events) + 1)
        except Damage as damage:
            raise damaged(f"step {damage.seq} of “{session.title}”") from damage
        return events

    def text(self, digest: str) -> str | None:
        """The kept text with this SHA-256 digest, or None. Raises Problem H03 if it is not as it was written."""
        found = self.rows("SELECT body FROM text WHERE digest=?", stored_id(digest))
        if not found:
            return None
        body = str(found[0][0])
        if _digest(body) != digest:
            raise damaged("a text that was played from")
        return body

    def session(self, key: str) -> SessionRow | None:
        """The session with this key, or None. Raises Problem H03."""
        return next(iter(self.read("WHERE key=?", stored_id(key))), None)

    def sessions(
        self, limit: int | None = None, scenario: str | None = None, since: int | None = None, until: int | None = None
    ) -> tuple[SessionRow, ...]:
        """What was practised, newest first: at most `limit`, of `scenario`, begun from `since` to before `until`.

        Times are milliseconds since 1970. Raises Problem H03.
        """
        wanted = (("scenario=?", scenario and stored(scenario)), ("started>=?", since), ("started<?", until))
        given = [(clause, value) for clause, value in wanted if value is not None]
        where = f"WHERE {' AND '.join((ALONE, *(clause for clause, _ in given)))} "
        count = -1 if limit is None else limit
        return self.read(f"{where}{_NEWEST} LIMIT ?", *(value for _, value in given), count)

    def unfinished(self) -> tuple[SessionRow, ...]:
        """The sessions to be gone on with: something was done, no ending, not dropped; newest first. Raises H03."""
        return self.read(f"WHERE {_OPEN} {_NEWEST}")

    def latest(self) -> SessionRow | None:
        """The session begun last, or None. Raises Problem H03."""
        return next(iter(self.sessions(limit=1)), None)

    def played(self) -> Mapping[str, PlayCount]:
        """For each scenario id that was played at all, how it was played. Raises Problem H03."""
        counts: dict[str, PlayCount] = {}
        for scenario, ending, times in self.rows(_PLAYED):
            name = restored(scenario)
            before = counts.get(name, PlayCount(0, frozenset(), False))
            if ending is None:
                counts[name] = PlayCount(before.times, before.endings, True)
            else:
                counts[name] = PlayCount(before.times + times, before.endings | {restored(ending)}, before.unfinished)
        return counts

    def read(self, where: str, *values: object) -> tuple[SessionRow, ...]:
        """The sessions that a clause tells of; for the files of this room. Raises Problem H03."""
        rows = self.rows(f"SELECT {COLUMNS} FROM session {where}", *values)
        return tuple(session_row(row) for row in rows)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a question to the file gives; for the files of this room. Raises Problem H03."""
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:  # our own fault, such as a closed history
            raise
        except (sqlite3.Error, UnicodeDecodeError) as error:  # SQLite may quote damaged names in its message
            raise damaged("a part of the file") from error


def _digest(body: str) -> str:
    """SHA-256 of a text as the rest of the program counts it."""
    return hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()
