"""How a session stands, in columns of its row: written anew with each event, under a checksum of its own."""

import struct
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hrtrainer.history.sums import summed
from hrtrainer.history.values import restored, restored_or_none, stored, stored_id
from hrtrainer.session.event import GROUP, Started

COLUMNS = (
    "key, started, scenario, title, lens, region, tempo, code_name, turns, ending, ending_kind, last, seed, "
    "scenario_digest, principles_digest, region_digest"
)
"""A session's columns, in the order of SessionRow's fields."""

STAND = "title, turns, ending, ending_kind, last, dropped"
"""The columns of a Stand."""
ALONE = f"tempo<>'{GROUP}'"
"""What one person practised. Rooms lie on the same shelf and are never among it."""


class Stand(NamedTuple):
    """What a session's row says beyond its first event: its title, and how it stands now."""

    title: str
    turns: int
    ending: str | None
    ending_kind: str | None
    last: int
    dropped: int

    def sum(self, key: str) -> int:
        """The checksum of this, of the session `key`."""
        known = (self.ending is not None, self.ending_kind is not None)
        numbers = (self.turns, self.last, self.dropped, *map(int, known))
        return summed(numbers, (key, self.title, self.ending or "", self.ending_kind or ""))


def stand_of(values: Sequence[Any]) -> Stand:
    """The stand in columns STAND."""
    title, turns, ending, kind, last, dropped = values
    return Stand(restored(title), turns, restored_or_none(ending), restored_or_none(kind), last, dropped)


def sound(key: str, values: Sequence[Any], crc: object) -> bool:
    """Whether columns STAND are as they were written."""
    try:
        return crc == stand_of(values).sum(key)
    except (struct.error, TypeError, OverflowError):  # a number that is none
        return False


def summed_anew(key: str, row: Sequence[Any], changes: Mapping[str, Any]) -> int:
    """The checksum of a session's row (STAND and crc) after changes. One that was wrong stays wrong, to be told of."""
    *values, crc = row
    if sound(key, values, crc):
        return stand_of(values)._replace(**changes).sum(key)
    return crc if isinstance(crc, int) else 0


def values_of(started: Started, title: str) -> tuple[str | bytes | int | None, ...]:
    """A new session's row, in the order of SessionRow's fields."""
    texts = (started.scenario, title, started.lens, started.region, started.tempo, started.code_name)
    digests = (started.scenario_digest, started.principles_digest, started.region_digest)
    state = (0, None, None, started.at, started.seed)  # turns, ending, its kind, last, seed
    return (stored_id(started.session), started.at, *map(stored, texts), *state, *map(stored_id, digests))
