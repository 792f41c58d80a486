"""What was read out of sessions through a principle set, kept so that a growth page of years is there at once.

Nothing here is the truth: every reading can be made anew from its session. `stamp` names what it was read by (such as
the digest of the principles); a reading counts while its stamp and its session are as they were.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from hrtrainer.history.keeping import Keeping
from hrtrainer.history.rows import restored, restored_or_none, stored

DAY = 86_400_000
"""Milliseconds."""


class Moment(NamedTuple):
    """One mark: of which principle, and the number of the event in the log that it belongs to."""

    principle: str
    mark: str
    event: int


class Reading(NamedTuple):
    """What was read out of the session `key`, which began at `started` (milliseconds since 1970)."""

    key: str
    started: int
    scenario: str
    title: str
    ending: str | None
    moments: tuple[Moment, ...]


class Tally(NamedTuple):
    """How many times a mark was seen on a day (whole days since 1970, UTC) in a scenario."""

    day: int
    scenario: str
    principle: str
    mark: str
    times: int


class Shelf(Protocol):
    """The part of a History that this needs."""

    connection: sqlite3.Connection

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a question gives."""


class Reckoning:
    """The readings of a history through one principle set. Raises Problem H03 when reading, H04 when keeping."""

    def __init__(self, history: Shelf, lens: str, stamp: str) -> None:
        self._history, self._lens, self._stamp = history, lens, stamp

    def unread(self, limit: int = 50) -> tuple[str, ...]:
        """Keys of sessions in which something was said and of which there is no reading that counts, newest first."""
        rows = self._history.rows(
            "SELECT key FROM session LEFT JOIN reading ON reading.session=session.id AND reading.lens=? "
            "WHERE turns>0 AND (reading.last, stamp) IS NOT (session.last, ?) ORDER BY started DESC, id DESC LIMIT ?",
            *(self._lens, self._stamp, limit),
        )
        return tuple(restored(key) for (key,) in rows)

    def keep(self, key: str, moments: Iterable[Moment]) -> None:
        """Keep what was read out of a session as it stands now."""
        body = json.dumps([list(moment) for moment in moments], ensure_ascii=False, separators=(",", ":"))
        with Keeping(self._history.connection) as connection:
            found = connection.execute(
                "SELECT id, session.last, started, session.scenario, reading.day, reading.scenario, body FROM session "
                "LEFT JOIN reading ON reading.session=id AND reading.lens=? WHERE key=?",
                (self._lens, stored(key)),
            ).fetchone()
            if found is None:
                return
            number, last, started, scenario, old_day, old_scenario, old = found
            if old is not None:
                _count(connection, self._lens, old_day, old_scenario, old, -1)
            connection.execute(
                "INSERT OR REPLACE INTO reading VALUES(?, ?, ?, ?, ?, ?, ?)",
                (number, self._lens, self._stamp, last, started // DAY, scenario, body),
            )
            _count(connection, self._lens, started // DAY, scenario, body, 1)

    def readings(
        self, since: int | None = None, until: int | None = None, scenario: str | None = None, limit: int = -1
    ) -> tuple[Reading, ...]:
        """The readings that count, newest first, of sessions begun from `since` to before `until` (milliseconds)."""
        where, values = _between("session.scenario", "started", since, until, scenario)
        rows = self._history.rows(
            "SELECT key, started, session.scenario, title, ending, body FROM session CROSS JOIN reading ON "
            f"reading.session=id AND reading.lens=? WHERE (reading.last, stamp)=(session.last, ?){where} "
            "ORDER BY started DESC, id DESC LIMIT ?",
            *(self._lens, self._stamp, *values, limit),
        )
        return tuple(
            Reading(restored(key), started, restored(name), restored(title), restored_or_none(ending), _moments(body))
            for key, started, name, title, ending, body in rows
        )

    def tallies(
        self, since: int | None = None, until: int | None = None, scenario: str | None = None
    ) -> tuple[Tally, ...]:
        """How often each mark was seen, by day, oldest first; of whole days from `since` to before `until`."""
        first, end = (None if time is None else time // DAY for time in (since, until))
        where, values = _between("scenario", "day", first, end, scenario)
        rows = self._history.rows(
            f"SELECT day, scenario, principle, mark, times FROM tally WHERE lens=?{where} AND times>0 ORDER BY day",
            *(self._lens, *values),
        )
        return tuple(Tally(day, restored(name), principle, mark, times) for day, name, principle, mark, times in rows)


def forget(connection: sqlite3.Connection, key: str | bytes) -> None:
    """Take the readings of a session out of the counts, before the session goes."""
    found = connection.execute(
        "SELECT reading.lens, day, reading.scenario, body FROM reading JOIN session ON session=id WHERE key=?", (key,)
    ).fetchall()
    for lens, day, scenario, body in found:
        _count(connection, lens, day, scenario, body, -1)


def _count(connection: sqlite3.Connection, lens: str, day: int, scenario: str, body: str, step: int) -> None:
    connection.executemany(
        "INSERT INTO tally VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET times=times+excluded.times",
        [(lens, day, scenario, moment.principle, moment.mark, step) for moment in _moments(body)],
    )


def _moments(body: object) -> tuple[Moment, ...]:
    """The moments of a reading. A damaged one has none: it is a convenience, and its session is as it was."""
    try:
        return tuple(Moment(str(name), str(mark), int(event)) for name, mark, event in json.loads(restored(body)))
    except (ValueError, TypeError):
        return ()


def _between(
    scenario_column: str, column: str, since: int | None, until: int | None, scenario: str | None
) -> tuple[str, Sequence[object]]:
    wanted = (
        (f"{scenario_column}=?", None if scenario is None else stored(scenario)),
        (f"{column}>=?", since),
        (f"{column}<?", until),
    )
    given = [(clause, value) for clause, value in wanted if value is not None]
    return "".join(f" AND {clause}" for clause, _ in given), [value for _, value in given]
