"""Finding the person's own words and past moments: a full-text index that lives in memory and is gone with the window.

Nothing that was written is ever in an index on the disk, so nothing has to be deleted there, or sealed.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from hrtrainer.history.rows import Kind, Row
from hrtrainer.history.sealing import opened
from hrtrainer.history.standing import ALONE
from hrtrainer.history.store import History
from hrtrainer.history.values import restored, restored_id, stored, stored_id
from hrtrainer.problem import Problem

_MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")
_WRITTEN = (Kind.SAID_OWN, Kind.REFLECTED, Kind.SAW_DIFFERENTLY)
_WORDS = (
    f"SELECT session, seq, kind, name, number, words FROM event WHERE kind IN {tuple(map(int, _WRITTEN))} AND words<>''"
)
_MANY = 200
"""Sessions that are looked through one by one; more are read in one go."""
_AT_ONCE = 300
"""Sessions that are read in at once: of years of practice, about a fortieth of a second."""


class Line(NamedTuple):
    """What was said and answered at one choice of a scenario text (by its digest)."""

    digest: str
    scene: str
    choice: str
    text: str


class Hit(NamedTuple):
    """An event whose words were found: session, number in the log, kind, its name and number, and a piece of the text.

    For a choice `scene` says which one is meant: the same name may stand in several scenes.
    """

    key: str
    seq: int
    kind: Kind
    name: str
    number: int
    piece: str
    scene: str = ""


class Finder:
    """The index of one history. It is made at the first question and kept up with what was written since."""

    def __init__(self, history: History) -> None:
        """Make an empty index. Raises Problem H20 where this computer's SQLite has no full-text search."""
        self._history = history
        self._index = sqlite3.connect(":memory:", isolation_level=None)
        self._taken: dict[str, int] = {}
        self._read_to, self._began = 0, (0, -1)
        self._changes = (0, -1)
        try:
            self._index.executescript(
                "CREATE VIRTUAL TABLE written USING fts5"
                "(body, key UNINDEXED, seq UNINDEXED, kind UNINDEXED, name UNINDEXED, number UNINDEXED,"
                " tokenize='unicode61 remove_diacritics 2');"
                "CREATE VIRTUAL TABLE line USING fts5(body, digest UNINDEXED, scene UNINDEXED, choice UNINDEXED,"
                " tokenize='unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError as error:
            why = "Searching is not possible with this computer's SQLite: it has no full-text search."
            raise Problem("H20", why, "Everything else works as usual.") from error

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def read_on(self) -> bool:
        """Take in the next sessions of the history; False once all were read. Raises Problem H03."""
        if not self._read_to:
            self._began = self._counted()
        asked = f"SELECT id, key, last FROM session WHERE {ALONE} AND id>? ORDER BY id LIMIT ?"
        rows = self._history.rows(asked, self._read_to, _AT_ONCE)
        new = {number: restored_id(key) for number, key, _ in rows if restored_id(key) not in self._taken}
        with self._index:
            self._index.execute("BEGIN")
            self._take_in(new)
        self._taken |= {new[number]: last for number, _, last in rows if number in new}
        self._read_to = rows[-1][0] if rows else self._read_to
        if len(rows) < _AT_ONCE and self._counted() == self._began:
            self._changes = self._began  # nothing was written meanwhile that would have to be looked for
        return len(rows) == _AT_ONCE

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Let the lines of a scenario text be found; each text is added once."""
        self._index.executemany(
            "INSERT INTO line VALUES(?4, ?1, ?2, ?3)", [(*one[:3], _clean(one.text)) for one in lines]
        )

    def find(self, question: str, most: int) -> tuple[Hit, ...]:
        """What fits every word of a question, as typed so far: own words first, then what was said; newest first.

        Any text is a question: signs are read as spaces. Raises Problem H03.
        """
        self._keep_up()
        wanted = _match(question)
        if not wanted:
            return ()
        return (*self._in_written(wanted, most), *self._in_lines(wanted, most))[:most]

    def _in_written(self, wanted: str, most: int) -> list[Hit]:
        rows = self._index.execute(
            "SELECT key, seq, kind, name, number, snippet(written, 0, '', '', '…', 24) FROM written "
            "WHERE written MATCH ? ORDER BY rowid DESC LIMIT ?",
            (wanted, most),
        )
        return [Hit(key, seq, Kind(kind), name, number, piece) for key, seq, kind, name, number, piece in rows]

    def _in_lines(self, wanted: str, most: int) -> list[Hit]:
        rows = self._index.execute(
            "SELECT digest, scene, choice, snippet(line, 0, '', '', '…', 24) FROM line WHERE line MATCH ? LIMIT ?",
            (wanted, most),
        )
        found: list[tuple[int, Hit]] = []
        for digest, scene, choice, piece in rows.fetchall():
            chosen = self._history.rows(
                "SELECT key, seq, started FROM event JOIN session ON session.id=event.session "
                f"WHERE {ALONE} AND scenario_digest=? AND kind=? AND name=? ORDER BY started DESC LIMIT ?",
                *(stored_id(digest), int(Kind.CHOSE), stored(choice), most),
            )
            found += [
                (started, Hit(restored_id(key), seq, Kind.CHOSE, choice, 0, piece, scene))
                for key, seq, started in chosen
            ]
        found.sort(key=lambda one: -one[0])
        return [hit for _, hit in found]

    def _keep_up(self) -> None:
        """Take in what was written since the last question; a session that went on is read anew, one deleted goes."""
        changes = self._counted()
        if changes == self._changes:
            return
        rows = self._history.rows(f"SELECT id, key, last FROM session WHERE {ALONE} ORDER BY id")
        here = {restored_id(key): (number, last) for number, key, last in rows}
        with self._index:
            self._index.execute("BEGIN")
            for key in [key for key, last in self._taken.items() if here.get(key, (0, None))[1] != last]:
                self._index.execute("DELETE FROM written WHERE key=?", (key,))
                del self._taken[key]
            new = {number: key for key, (number, _) in here.items() if key not in self._taken}
            self._take_in(new)
            self._taken |= {key: here[key][1] for key in new.values()}
        self._changes = changes

    def _counted(self) -> tuple[int, int]:
        """How much has been written to which file, as far as this window knows."""
        return id(self._history.connection), self._history.connection.total_changes

    def _take_in(self, new: Mapping[int, str]) -> None:
        """Take in what was written in these sessions (their numbers with their keys): few one by one, many at once."""
        if len(new) > _MANY:
            asked = f"{_WORDS} AND session BETWEEN ? AND ? ORDER BY session, seq"
            self._add(self._history.rows(asked, min(new), max(new)), new)
            return
        for number in new:
            self._add(self._history.rows(f"{_WORDS} AND session=? ORDER BY seq", number), new)

    def _add(self, rows: Iterable[tuple[Any, ...]], keys: Mapping[int, str]) -> None:
        found = []
        for session, seq, kind, name, about, words in rows:
            if session in keys:
                with suppress(ValueError):  # damaged words are not found; opening their session tells of them
                    key = keys[session]
                    row = opened(self._history.seal, key, seq, Row(0, kind, restored(name), about, restored(words)))
                    found.append((_clean(row.words), key, seq, kind, row.name, about))
        self._index.executemany("INSERT INTO written VALUES(?, ?, ?, ?, ?, ?)", found)


def _match(question: str) -> str:
    """The question in FTS5's own language: every word, in quotes, the last one perhaps not yet finished."""
    words = _WORD.findall(question[:1000])[:_MOST_WORDS]
    return " AND ".join(f'"{word}"' for word in words) + "*" if words else ""


def _clean(text: str) -> str:
    """A text that SQLite can hold: half of a surrogate pair is no text to it."""
    return text.encode("utf-8", "replace").decode()
