"""Texts, keys and times as SQLite can keep them, and back."""

import re

_HEXADECIMAL = re.compile("[0-9a-f]{32}|[0-9a-f]{64}")
_HALF = 1 << 63


def stored(text: str) -> str | bytes:
    """The text as SQLite can keep it. Half of a surrogate pair, which a keyboard can send, is no text to SQLite."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def restored(value: object) -> str:
    """The text that `stored` was given. Damage comes back as other characters or empty, which no checksum fits."""
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return ""
    try:
        return value.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return value.decode("utf-8", "replace")


def stored_id(name: str) -> str | bytes:
    """A key or digest as SQLite keeps it: of hexadecimal digits, the bytes they stand for."""
    return bytes.fromhex(name) if _HEXADECIMAL.fullmatch(name) else stored(name)


def restored_id(value: object) -> str:
    """The key or digest that `stored_id` was given."""
    return value.hex() if isinstance(value, bytes) and len(value) in (16, 32) else restored(value)


def restored_or_none(value: object) -> str | None:
    """The same, where there may be none."""
    return None if value is None else restored(value)


def later(at: int, by: int) -> int:
    """The time `by` after `at`, within the 64 bits of a number in the file."""
    return (at + by + _HALF) % (2 * _HALF) - _HALF


def apart(at: int, begun: int) -> int:
    """How long after `begun` it was: later(begun, apart(at, begun)) is `at`."""
    return later(at, -begun)
