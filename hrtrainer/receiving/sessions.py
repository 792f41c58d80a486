"""A session as somebody handed it over: of a summary or a pack in JSON, what an overview needs, and not more."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hrtrainer.export.plain import FORMAT, PACK_FORMAT
from hrtrainer.principles.mark import Mark
from hrtrainer.receiving.plainly import OddFile, each, inner, number, parsed, text

MOST_BYTES = 5_000_000
_MARKS = {mark.value: mark for mark in Mark}


@dataclass(frozen=True, slots=True)
class ReceivedPrinciple:
    """A principle that was in play: (turn, mark) of its moments, and its counts where they were handed over."""

    id: str
    name: str
    moments: tuple[tuple[int, Mark], ...]
    counts: tuple[int, int, int] | None
    """Supported, strained, chances."""


@dataclass(frozen=True, slots=True)
class ReceivedSession:
    """One session of a file. What was left out of it is empty here."""

    session: str
    code_name: str
    day: str
    scenario: str
    title: str
    person: str
    lens: str
    lens_name: str
    ended: bool
    ending: str
    turns: int
    principles: tuple[ReceivedPrinciple, ...]


def sessions_in(data: bytes) -> tuple[ReceivedSession, ...]:
    """The sessions in a file. Raises OddFile, which says why it is not taken."""
    found = parsed(data)
    match found.get("format"):
        case f if f == FORMAT:
            return (_session(found),)
        case f if f == PACK_FORMAT:
            name = text(found, "code_name", 60)
            return tuple(_session(one, name) for one in each(found, "sessions"))
        case str(other) if other.startswith("hrtrainer-"):
            raise OddFile("is of another kind, or of a newer HR Trainer")
        case _:
            raise OddFile("is not one of ours")


def _session(found: Mapping[str, Any], code_name: str = "") -> ReceivedSession:
    if found.get("format") != FORMAT:
        raise OddFile("holds a session of a newer HR Trainer")
    scenario, lens = inner(found, "scenario"), inner(found, "lens")
    ending = "" if found.get("ending") is None else text(inner(found, "ending"), "title", 200)
    return ReceivedSession(
        session=text(found, "session", 80),
        code_name=code_name or text(found, "code_name", 60),
        day=text(found, "day", 10),
        scenario=text(scenario, "id", 80),
        title=text(scenario, "title", 200),
        person=text(scenario, "person", 80),
        lens=text(lens, "id", 40),
        lens_name=text(lens, "name", 200),
        ended=found.get("ended") is True,
        ending=ending,
        turns=sum(1 for _ in each(found, "turns")),
        principles=tuple(_principle(one) for one in each(found, "principles")),
    )


def _principle(found: Mapping[str, Any]) -> ReceivedPrinciple:
    counted = "supported" in found
    return ReceivedPrinciple(
        id=text(found, "id", 80),
        name=text(found, "name", 200),
        moments=tuple((number(one, "turn"), _mark(one)) for one in each(found, "moments")),
        counts=(
            number(inner(found, "supported"), "count"),
            number(inner(found, "strained"), "count"),
            number(found, "chances"),
        )
        if counted
        else None,
    )


def _mark(found: Mapping[str, Any]) -> Mark:
    word = text(found, "mark", 40)
    if word not in _MARKS:
        raise OddFile("has a mark that there is not")
    return _MARKS[word]
