"""JSON that somebody else wrote, asked for one value at a time: each is what it has to be, or the file is refused."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hrtrainer.export.clean import clean

MOST_LETTERS, MOST_ITEMS = 4_000, 2_000


class OddFile(ValueError):
    """Why a file is not taken, as the end of a sentence that begins with its name."""


def parsed(data: bytes) -> Mapping[str, Any]:
    """The object in a file. Raises OddFile for anything else."""
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise OddFile("is no JSON") from error
    if not isinstance(found, dict):
        raise OddFile("is not one of ours")
    return found


def text(holder: Mapping[str, Any], key: str, most: int = MOST_LETTERS) -> str:
    """A text, cleaned and cut to a length. Raises OddFile where there is none."""
    value = holder.get(key)
    if not isinstance(value, str):
        raise OddFile(f"has no text under '{key}'")
    return clean(value[: 2 * most])[:most]


def number(holder: Mapping[str, Any], key: str) -> int:
    """A whole number that is not negative. Raises OddFile where there is none."""
    value = holder.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**6:
        raise OddFile(f"has no number under '{key}'")
    return value


def each(holder: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a list. Raises OddFile where there is no such list, or an endless one."""
    value = holder.get(key)
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        raise OddFile(f"has no list under '{key}', or too long a one")
    for one in value:
        if not isinstance(one, dict):
            raise OddFile(f"has something odd under '{key}'")
        yield one


def inner(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under a key. Raises OddFile where there is none."""
    value = holder.get(key)
    if not isinstance(value, dict):
        raise OddFile(f"has nothing under '{key}'")
    return value


def _no_number(name: str) -> float:
    raise ValueError(name)
