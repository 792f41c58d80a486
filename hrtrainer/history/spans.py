"""Stretches of the history: which sessions lie in one, and how many were played month by month."""

from dataclasses import dataclass

from hrtrainer.history.rows import SessionRow
from hrtrainer.history.standing import ALONE
from hrtrainer.history.store import History
from hrtrainer.history.values import restored, restored_id

_STEP = 200


@dataclass(frozen=True, slots=True)
class Span:
    """Sessions that began at `since` (milliseconds since 1970, UTC) or later, of one scenario or ('') of any."""

    since: int = 0
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class MonthPlayed:
    """A month (2026-11) with how many sessions begun in it came to an ending, and how many did not."""

    month: str
    ended: int
    open: int


def sessions_in(history: History, span: Span, most: int, skip: int = 0) -> tuple[SessionRow, ...]:
    """At most `most` sessions of a span in which something was answered, newest first, after the first `skip`.

    Raises Problem H03.
    """
    found: list[SessionRow] = []
    asked = _STEP
    while True:
        rows = history.sessions(asked, span.scenario or None, span.since)
        found = [row for row in rows if row.turns]
        if len(found) >= skip + most or len(rows) < asked:
            return tuple(found[skip : skip + most])
        asked *= 4


def months_in(history: History, span: Span) -> tuple[MonthPlayed, ...]:
    """The months of a span in which something was answered, the oldest first. Raises Problem H03."""
    rows = history.rows(
        "SELECT strftime('%Y-%m', started/1000, 'unixepoch'), count(ending), count(*)-count(ending) FROM session "
        f"WHERE {ALONE} AND turns>0 AND started>=?1 AND (?2='' OR scenario=?2) GROUP BY 1 ORDER BY 1",
        span.since,
        span.scenario,
    )
    return tuple(MonthPlayed(str(month), int(ended), int(left)) for month, ended, left in rows)


def texts_played(history: History) -> tuple[SessionRow, ...]:
    """For each scenario text that was played from, one session that was. Raises Problem H03."""
    keys = history.rows(f"SELECT max(key) FROM session WHERE {ALONE} AND turns>0 GROUP BY scenario_digest")
    found = [history.session(restored_id(key)) for (key,) in keys]
    return tuple(row for row in found if row is not None)


def scenarios_played(history: History) -> tuple[tuple[str, str], ...]:
    """The id and the title of every scenario in which something was answered, by title. Raises Problem H03."""
    rows = history.rows(
        f"SELECT scenario, max(title) FROM session WHERE {ALONE} AND turns>0 GROUP BY scenario ORDER BY 2, 1"
    )
    return tuple((restored(scenario), restored(title)) for scenario, title in rows)
