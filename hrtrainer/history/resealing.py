"""Putting everything that a person wrote under another seal, all of it or nothing, so that no old byte stays."""

import json
import sqlite3
from dataclasses import replace

from hrtrainer.history.keeping import Keeping, not_kept
from hrtrainer.history.rows import Kind, Row, checksum
from hrtrainer.history.sealing import Seal, closed, opened
from hrtrainer.history.store import History
from hrtrainer.history.values import later, restored, restored_id, stored

_WRITTEN = (
    "SELECT session, seq, at, kind, name, number, words, event.crc, key, started FROM event "
    "JOIN session ON session.id=event.session WHERE words<>'' AND seq>1"
)


def is_sealed(history: History, mark: str) -> bool:
    """Whether all that a person wrote begins with the mark of a seal. Raises Problem H03."""
    asked = "SELECT 1 FROM event WHERE words<>'' AND seq>1 AND (substr(words, 1, ?)<>? OR kind=? AND name<>'') LIMIT 1"
    return not history.rows(asked, len(mark), mark, int(Kind.GUESSED))


def reseal(history: History, before: Seal, after: Seal) -> None:
    """Open every word with one seal and close it with another. Raises Problem H03, H04; then all is as it was.

    A row that does not read as it was written is sealed like the others and stays damaged: opening its session tells.
    """
    changed = []
    for session, seq, at, kind, name, number, words, crc, key, started in history.rows(_WRITTEN):
        key = restored_id(key)
        row = Row(later(started, at), kind, restored(name), number, restored(words))
        sound = crc == checksum(key, seq, row)
        row = closed(after, key, seq, _with_guess_in_words(opened(before, key, seq, row)))
        changed.append((stored(row.name), stored(row.words), checksum(key, seq, row) if sound else crc, session, seq))
    with Keeping(history.connection) as connection:
        connection.executemany("UPDATE event SET name=?, words=?, crc=? WHERE session=? AND seq=?", changed)
    try:  # the old words may still stand in the -wal and in pages that are free now
        history.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        history.connection.execute("PRAGMA temp_store=memory")
        history.connection.execute("VACUUM")
        history.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error as error:
        raise not_kept(error) from error


def _with_guess_in_words(row: Row) -> Row:
    """A row with all of a guess among its words, where a seal covers it; a damaged one keeps its letters as they are.

    Once, how the other left stood beside the words as the row's name, and it may be in the person's own words.
    """
    if row.kind != Kind.GUESSED or not row.name:
        return row
    try:
        sure, marks = json.loads(row.words)
        words = json.dumps([sure, marks, row.name], ensure_ascii=False)
    except (ValueError, TypeError):
        words = row.words + row.name
    return replace(row, name="", words=words)
