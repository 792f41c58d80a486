"""Taking words out of a value for good: what was struck stands nowhere in it any more, quoted or in part."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

WITHHELD = "[line withheld]"
"""What a reader sees where a line was struck."""
PART_WITHHELD = "[withheld]"
"""What stands where a struck line was quoted inside another text."""

OWN = frozenset(
    {
        "id", "session", "scenario", "check", "tempo", "disposition", "region", "lens", "lens_name", "lens_publisher",
        "scene", "choice", "behaviour", "principle", "publisher", "address", "checked", "next", "day", "kind",
        "kind_name", "speaker", "area", "meaning", "source", "sources", "strategy", "move", "moves", "limits",
        "reviewed", "marks", "parts",
    }
)  # fmt: skip
"""Fields that hold ids, dates and the words of principles and sources: nobody's lines, so none is sought there."""

IDS = frozenset(
    {
        "id", "session", "scenario", "check", "tempo", "lens", "scene", "choice", "behaviour", "day", "kind", "speaker",
        "area", "source", "marks", "parts",
    }
)  # fmt: skip
"""Fields that hold nothing but ids and dates: a name is sought everywhere else."""

_RUN = 5
"""So many words in a row tell which line they were taken from."""
_LEAST = 4
"""A text with fewer letters is taken out where it stands alone, and not looked for inside others."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Withheld:
    """What to look for: whole texts, runs of words, and words that stand for a name."""

    whole: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    exact: re.Pattern[str] | None

    def without(self, text: str) -> str:
        """The text without any of it."""
        if _plain(text) in self.whole:
            return WITHHELD
        if self.exact is not None:
            text = self.exact.sub(PART_WITHHELD, text)
        for start, end in reversed(list(self._spans(text))):
            text = f"{text[:start]}{PART_WITHHELD}{text[end:]}"
        return text

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where runs stand, joined where they overlap, in order."""
        found = list(_WORD.finditer(text))
        said = tuple(one[0].casefold() for one in found)
        covered = [False] * len(said)
        for size in {len(run) for run in self.runs}:
            for at in range(len(said) - size + 1):
                if said[at : at + size] in self.runs:
                    covered[at : at + size] = [True] * size
        at = 0
        while at < len(said):
            if not covered[at]:
                at += 1
                continue
            begin = at
            while at < len(said) and covered[at]:
                at += 1
            yield found[begin].start(), found[at - 1].end()


def withheld(lines: Iterable[str], names: Iterable[str] = ()) -> Withheld:
    """What to look for so that neither these lines nor these names stand anywhere."""
    struck = [line for line in dict.fromkeys(map(_plain, lines)) if line]
    hidden = [name for name in dict.fromkeys(map(_plain, names)) if name]
    runs: set[tuple[str, ...]] = set()
    for said in (tuple(one[0].casefold() for one in _WORD.finditer(line)) for line in struck):
        size = min(_RUN, len(said))
        if size > 1:
            runs |= {said[at : at + size] for at in range(len(said) - size + 1)}
    exact = [*hidden, *(line for line in struck if sum(map(str.isalnum, line)) >= _LEAST)]
    pattern = "|".join(_literal(one) for one in sorted(exact, key=len, reverse=True))
    return Withheld(frozenset(struck), frozenset(runs), re.compile(pattern, re.IGNORECASE) if pattern else None)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _literal(text: str) -> str:
    """The text as it may stand, however its blanks are broken, and not inside a word."""
    inner = r"\s+".join(re.escape(word) for word in text.split(" "))
    before = r"(?<!\w)" if re.match(r"\w", text) else ""
    after = r"(?!\w)" if re.match(r"\w", text[-1]) else ""
    return f"{before}{inner}{after}"


def swept(value: T, what: Withheld, kept: frozenset[str]) -> T:
    """The same value with nothing of it in any text, but for fields that are kept as they are."""
    clean: T = _swept(value, cache(what.without), kept)  # many sessions of one scenario say the same over and over
    return clean


def _swept(value: Any, without: Callable[[str], str], kept: frozenset[str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return without(value)
    if isinstance(value, tuple):
        return tuple(_swept(item, without, kept) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in kept}
        return replace(value, **{name: _swept(inner, without, kept) for name, inner in told.items()})
    return value
