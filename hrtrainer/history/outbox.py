"""The outbox on the disk: statements that a person has put there to be sent, and what became of each.

It is a file of its own beside the history, so that neither can harm the other. A statement that arrived leaves only its
id behind. Times are milliseconds since 1970 in UTC.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrtrainer.problem import Problem

NEVER = 2**53
"""Not to be sent before somebody has done something about it."""
WAITING, ARRIVED, REFUSED = "waiting", "arrived", "refused"
_APPLICATION_ID, _VERSION, _BUSY_SECONDS = 0x4852544F, 1, 10.0  # "HRTO"
_SCRIPT = """
CREATE TABLE statement(
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    session TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX statement_waiting ON statement(tries, seq) WHERE state='waiting';
CREATE INDEX statement_session ON statement(session, state);
CREATE TABLE course(
    only INTEGER PRIMARY KEY CHECK(only=1),
    failures INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    trouble TEXT NOT NULL DEFAULT '',
    hint TEXT NOT NULL DEFAULT '',
    arrived INTEGER NOT NULL DEFAULT 0
);
INSERT INTO course(only) VALUES(1)
"""


@dataclass(frozen=True, slots=True)
class Posted:
    """A statement in the outbox: its id, its JSON, and how often it was refused so far."""

    id: str
    body: str
    tries: int


@dataclass(frozen=True, slots=True)
class Course:
    """How sending goes: failures in a row, when to try again, the last trouble, and when something arrived last."""

    failures: int = 0
    not_before: int = 0
    trouble: str = ""
    hint: str = ""
    arrived: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in the outbox: sessions and statements that wait, and how many arrived or were refused."""

    sessions: int = 0
    waiting: int = 0
    arrived: int = 0
    refused: int = 0
    why: tuple[str, ...] = ()
    course: Course = Course()


class Outbox:
    """The outbox in a file, made when something is first put there. Every method raises Problem H20."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        with self._told():
            if path.exists() and not path.is_file():
                raise Problem("H20", f"{path.name} cannot be opened: there is a folder of that name.", "Move it away.")
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
            self._file = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            try:
                self._set_up()
            except BaseException:
                self._file.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def put(self, found: Mapping[str, Sequence[dict[str, Any]]]) -> int:
        """Put the statements of sessions there, all or none; gives how many of them wait now.

        What waited of those sessions goes out of it: the newest that was chosen counts. What arrived is not sent again.
        """
        waiting = 0
        with self._told(), self._writing():
            for session, statements in found.items():
                self._file.execute("DELETE FROM statement WHERE session=? AND state<>?", (session, ARRIVED))
                before = self._file.total_changes
                self._file.executemany(
                    "INSERT OR IGNORE INTO statement(id, session, body, state) VALUES(?, ?, ?, ?)",
                    ((one["id"], session, _text(one), WAITING) for one in statements),
                )
                waiting += self._file.total_changes - before
        return waiting

    def take_back(self) -> int:
        """Take out everything that has not arrived; gives how many statements that were."""
        with self._told(), self._writing():
            return self._file.execute("DELETE FROM statement WHERE state<>?", (ARRIVED,)).rowcount

    def next(self, most: int, most_bytes: int) -> tuple[Posted, ...]:
        """What is to be sent next, the least refused first and else in order; at least one where one waits."""
        with self._told():
            rows = self._file.execute(
                "SELECT id, body, tries FROM statement WHERE state='waiting' ORDER BY tries, seq LIMIT ?", (most,)
            ).fetchall()
        return tuple(_within((Posted(*row) for row in rows), most_bytes))

    def arrived(self, ids: Iterable[str], now: int) -> None:
        """Note that these are there; what was in them goes."""
        with self._told(), self._writing():
            self._file.executemany(
                "UPDATE statement SET state='arrived', body='', why='' WHERE id=?", ((one,) for one in ids)
            )
            self._file.execute("UPDATE course SET failures=0, not_before=0, trouble='', hint='', arrived=?", (now,))

    def refused(self, statement: str, why: str, for_good: bool) -> None:
        """Note that this one is not taken; for good, or to be tried again after the others."""
        state = REFUSED if for_good else WAITING
        with self._told(), self._writing():
            self._file.execute("UPDATE statement SET state=?, tries=tries+1, why=? WHERE id=?", (state, why, statement))

    def go_on(self, course: Course) -> None:
        """Note how it goes from here."""
        with self._told(), self._writing():
            self._file.execute(
                "UPDATE course SET failures=?, not_before=?, trouble=?, hint=?, arrived=?",
                (course.failures, course.not_before, course.trouble, course.hint, course.arrived),
            )

    def try_again(self) -> None:
        """What was refused waits again, and nothing has to wait for its time."""
        with self._told(), self._writing():
            self._file.execute("UPDATE statement SET state='waiting', tries=0 WHERE state='refused'")
        self.wait_no_longer()

    def wait_no_longer(self) -> None:
        """The next try need not wait for its time."""
        with self._told(), self._writing():
            self._file.execute("UPDATE course SET failures=0, not_before=0")

    def standing(self) -> Standing:
        """What is in it."""
        with self._told():
            counts = dict(self._file.execute("SELECT state, count(*) FROM statement GROUP BY state").fetchall())
            (sessions,) = self._file.execute(
                "SELECT count(DISTINCT session) FROM statement WHERE state='waiting'"
            ).fetchone()
            why = self._file.execute("SELECT DISTINCT why FROM statement WHERE state='refused' ORDER BY why LIMIT 5")
            course = self._file.execute("SELECT failures, not_before, trouble, hint, arrived FROM course").fetchone()
            reasons = tuple(str(one) for (one,) in why.fetchall())
        waiting, arrived, refused = (int(counts.get(state, 0)) for state in (WAITING, ARRIVED, REFUSED))
        return Standing(sessions, waiting, arrived, refused, reasons, Course(*course))

    def _set_up(self) -> None:
        self._file.execute("PRAGMA trusted_schema=off")
        self._file.execute("PRAGMA secure_delete=on")
        self._file.execute("PRAGMA synchronous=full")
        with self._writing():
            (owner,) = self._file.execute("PRAGMA application_id").fetchone()
            (version,) = self._file.execute("PRAGMA user_version").fetchone()
            (tables,) = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if (owner, version) == (_APPLICATION_ID, _VERSION):
                return
            if owner or version or tables:
                raise Problem(
                    "H20",
                    f"{self._name} was written by another program, or by a newer HR Trainer.",
                    "Move it away, or use the newer program. Nothing was changed.",
                )
            for statement in _SCRIPT.split(";"):
                self._file.execute(statement)
            self._file.execute(f"PRAGMA application_id={_APPLICATION_ID}")
            self._file.execute(f"PRAGMA user_version={_VERSION}")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            raise Problem(
                "H20",
                f"{self._name}, which holds what is to be sent, cannot be used ({why}).",
                "Your conversations are not touched. Move the file away, then choose again what to send.",
            ) from error


def _within(found: Iterable[Posted], most_bytes: int) -> Iterator[Posted]:
    size = 0
    for at, one in enumerate(found):
        size += len(one.body)
        if at and size > most_bytes:
            return
        yield one


def _text(statement: dict[str, Any]) -> str:
    return json.dumps(statement, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
