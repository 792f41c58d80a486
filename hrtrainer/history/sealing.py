"""What stands between a person's words and the file: nothing, or a seal that only their passphrase opens."""

from dataclasses import replace
from typing import Protocol

from hrtrainer.history.rows import Row


class Seal(Protocol):
    """Closes words before they are kept. `place` is where they stand: closed words open in their own place alone."""

    def close(self, words: str, place: str) -> str:
        """The words as the file may hold them."""

    def open(self, kept: str, place: str) -> str:
        """The words again. Raises ValueError when they were not closed by this seal in this place."""


class Unsealed:
    """Words stand in the file as they were written."""

    def close(self, words: str, place: str) -> str:
        """The words."""
        return words

    def open(self, kept: str, place: str) -> str:
        """The words."""
        return kept


def place(key: str, seq: int, kind: int) -> str:
    """Where the words of an event stand: in which session, at which step, as what."""
    return f"{key}/{seq}/{kind}"


def closed(seal: Seal, key: str, seq: int, row: Row) -> Row:
    """A row as the file may hold it."""
    return replace(row, words=seal.close(row.words, place(key, seq, row.kind))) if row.words else row


def opened(seal: Seal, key: str, seq: int, row: Row) -> Row:
    """A row with its words as they were written. Raises ValueError."""
    return replace(row, words=seal.open(row.words, place(key, seq, row.kind))) if row.words else row
