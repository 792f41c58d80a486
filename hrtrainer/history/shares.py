"""What was handed over of every session, and taking the note of it out again, which is its owner's to do."""

from dataclasses import dataclass, replace

from hrtrainer.history.keeping import Keeping, damaged
from hrtrainer.history.rows import Kind, Row, checksum, event_of, row_of
from hrtrainer.history.sealing import opened
from hrtrainer.history.store import History
from hrtrainer.history.values import later, restored, restored_id, stored_id
from hrtrainer.session.event import Shared, Started

_NOTES = (
    "SELECT key, title, seq, event.at, kind, name, number, words, event.crc, started FROM event "
    f"JOIN session ON session.id=event.session WHERE kind={int(Kind.SHARED)} AND name<>'' ORDER BY session.id, seq"
)


@dataclass(frozen=True, slots=True)
class SharedThen:
    """One note: of which session, at which of its steps, and what it says."""

    key: str
    title: str
    seq: int
    what: Shared


def shares(history: History) -> tuple[SharedThen, ...]:
    """Every note of what was handed over, the newest first. Raises Problem H03."""
    found = []
    for key, title, seq, at, kind, name, number, words, crc, begun in history.rows(_NOTES):
        key = restored_id(key)
        row = Row(later(begun, at), kind, restored(name), number, restored(words))
        if crc != checksum(key, seq, row):
            raise damaged(f"a note of what was handed over of “{restored(title)}”")
        try:
            event = event_of(opened(history.seal, key, seq, row), _NOBODY)
        except ValueError as error:
            raise damaged(f"a note of what was handed over of “{restored(title)}”") from error
        if isinstance(event, Shared):
            found.append(SharedThen(key, restored(title), seq, event))
    return tuple(sorted(found, key=lambda one: -one.what.at))


_NOBODY = Started(0, "", "", "", "", "", 0, "", "")
"""Notes do not depend on how a session began."""


def forget_share(history: History, note: SharedThen) -> None:
    """Write over a note, so that the log of its session no longer says what was handed over. Raises Problem H04."""
    history.rewrite(note.key, lambda: _write_over(history, note))


def _write_over(history: History, note: SharedThen) -> None:
    row = row_of(replace(note.what, form="", file="", struck=0, parts=()))
    with Keeping(history.connection) as connection:
        connection.execute(
            "UPDATE event SET name='', words='', number=0, crc=? WHERE seq=? AND kind=? "
            "AND session=(SELECT id FROM session WHERE key=?)",
            (checksum(note.key, note.seq, row), note.seq, int(Kind.SHARED), stored_id(note.key)),
        )
