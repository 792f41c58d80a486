"""Foreign text made inert: what a person or an author typed keeps its words and loses its invisible machinery."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")

FIRST_STRONG = "\u2068"
POP = "\u2069"

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile("\t")
_LONE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters, save the line feed
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # bidi and format controls
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"  # no characters at all, and tags
)


def clean(text: str) -> str:
    """The text without control characters, bidi controls and lone surrogates; every line break is a line feed."""
    plain = _BLANKS.sub(" ", _BREAKS.sub("\n", text))
    return _INVISIBLE.sub("", _LONE.sub("\ufffd", plain))


def isolated(text: str) -> str:
    """Speech set apart, so that its writing direction cannot reach the words around it."""
    return f"{FIRST_STRONG}{text}{POP}"


def cleaned(told: T) -> T:
    """The same value with every text in it cleaned."""
    clean_one: T = _each(told, clean)
    return clean_one


def shortened(told: T, most: int) -> T:
    """The same value with every text in it cut that is longer than so many letters."""
    short: T = _each(told, lambda text: cut(text, most))
    return short


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _each(getattr(value, field.name), change) for field in fields(value)})
    return value
