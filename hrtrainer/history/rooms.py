"""The rooms on the shelf: sessions of groups, and the one event that may be written over."""

import sqlite3
from contextlib import suppress

from hrtrainer.group.event import Counted
from hrtrainer.history.keeping import Keeping
from hrtrainer.history.rows import SessionRow, checksum, row_of
from hrtrainer.history.sealing import closed
from hrtrainer.history.store import History
from hrtrainer.history.values import apart, stored, stored_id
from hrtrainer.session.event import GROUP


def rooms(history: History) -> tuple[SessionRow, ...]:
    """The sessions of groups, newest first; `ending` is None while one can be gone on with. Raises Problem H03."""
    return history.read(f"WHERE tempo='{GROUP}' AND dropped=0 ORDER BY started DESC, id DESC")


def recount(history: History, key: str, seq: int, event: Counted) -> None:
    """Write the totals of an open round over those that event `seq` holds: the file knows no order of votes.

    Nothing else can be written over. Raises Problem H04, ValueError where there is no such count.
    """
    history.rewrite(key, lambda: _write_over(history, key, seq, event))


def _write_over(history: History, key: str, seq: int, event: Counted) -> None:
    row = closed(history.seal, key, seq, row_of(event))
    with Keeping(history.connection) as connection:
        found = connection.execute("SELECT id, started FROM session WHERE key=?", (stored_id(key),)).fetchone()
        number, begun = found or (0, 0)
        done = connection.execute(
            "UPDATE event SET words=?, crc=? WHERE session=? AND seq=? AND at=? AND kind=? AND number=?",
            (stored(row.words), checksum(key, seq, row), number, seq, apart(row.at, begun), row.kind, row.number),
        )
        if done.rowcount != 1:
            raise ValueError(f"event {seq} holds no count of this round")


def settle(history: History) -> None:
    """Fold the companion file in, if that can be done now: until then it holds what a count was before."""
    with suppress(sqlite3.Error):
        history.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
