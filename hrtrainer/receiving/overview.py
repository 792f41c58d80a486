"""Many sessions side by side, as a table or a page: principle by principle, without a total, and nobody is ranked."""

from collections.abc import Iterator
from typing import NamedTuple

from hrtrainer import words
from hrtrainer.export.html import dressed
from hrtrainer.export.table import csv_bytes
from hrtrainer.receiving.folder import Collected
from hrtrainer.receiving.sessions import ReceivedPrinciple, ReceivedSession

HEAD = (
    "file", "session", "code name", "day", "scenario", "title", "person", "ended", "ending", "turns", "principle set",
    "principle", "moments", "supported", "strained", "chances",
)  # fmt: skip
ABOUT = (
    "Each mark is one moment, with its turn. Marks are not added up over principles or conversations, and people are "
    "in the order of their code names. Where it says nothing, it was not in play, or was not handed over."
)
_MOST_SKIPPED = 200


class Row(NamedTuple):
    """One conversation on the page: what it was, and (principle, its moments in words)."""

    who: str
    day: str
    title: str
    ending: str
    lens: str
    principles: tuple[tuple[str, str], ...]


def table(found: Collected) -> bytes:
    """One row a principle of a session, as CSV; a session without marks has one row."""
    return csv_bytes(HEAD, (row for name, one in _ordered(found) for row in _rows(name, one)))


def page(found: Collected) -> bytes:
    """A web page of the sessions, in the order of code names and days."""
    rows = tuple(_row(one) for _, one in _ordered(found))
    people = len({one.code_name for _, one in found.sessions if one.code_name})
    told = f"{words.count(len(rows), 'conversation')} in {words.count(found.files, 'file')}"
    named = f", {words.count(people, 'code name')}" if people else ""
    return dressed(
        "collected.html.j2",
        title="Conversations handed over",
        told=f"{told}{named}.",
        about=ABOUT,
        rows=rows,
        skipped=found.skipped[:_MOST_SKIPPED],
        more=max(0, len(found.skipped) - _MOST_SKIPPED),
        limits=words.LIMITS,
        program=words.PROGRAM,
    )


def told(principle: ReceivedPrinciple) -> str:
    """The moments of a principle in words, those of one mark together: supports (turns 2, 5)."""
    marks: dict[str, list[int]] = {}
    for turn, mark in principle.moments:
        marks.setdefault(mark.value, []).append(turn)
    return "; ".join(f"{mark} ({_turns(turns)})" for mark, turns in marks.items())


def _turns(turns: list[int]) -> str:
    return f"turn{'s' if len(turns) > 1 else ''} {', '.join(map(str, turns))}"


def _ordered(found: Collected) -> list[tuple[str, ReceivedSession]]:
    return sorted(found.sessions, key=lambda one: (one[1].code_name.casefold(), one[1].day, one[0], one[1].session))


def _rows(name: str, one: ReceivedSession) -> Iterator[tuple[str | int, ...]]:
    begin = (
        name, one.session, one.code_name, one.day, one.scenario, one.title, one.person, "yes" if one.ended else "no",
        one.ending, one.turns, one.lens,
    )  # fmt: skip
    played = [principle for principle in one.principles if principle.moments]
    for principle in played:
        counts: tuple[str | int, ...] = principle.counts or ("", "", "")
        yield (*begin, principle.name, told(principle), *counts)
    if not played:
        yield (*begin, "", "", "", "", "")


def _row(one: ReceivedSession) -> Row:
    return Row(
        who=one.code_name or "No code name",
        day=words.long_day(one.day) if len(one.day) == 10 else words.month(one.day) if one.day else "",
        title=f"{one.title} ({one.person})" if one.person else one.title,
        ending=one.ending or ("" if one.ended else "Not ended"),
        lens=one.lens_name,
        principles=tuple((each.name, told(each)) for each in one.principles if each.moments),
    )
