"""The library: a card for every scenario, what could not be opened, and what waits to be gone on with.

Nothing here needs a scenario: cards are made once (`cards.py`) and can be kept, so that the library opens at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hrtrainer import words

SHORT_MINUTES = 10


class Played(NamedTuple):
    """How often a scenario was played to an end, how many of its endings were seen, and whether a session is open."""

    times: int = 0
    endings: int = 0
    part_way: bool = False


class LibraryCard(NamedTuple):
    """One scenario in the library. `haystack` is what a search looks through, in small letters; `order` is its level.

    `stakes` are the ids of the principles at stake, those touched by most decisions first. `played` and `seen` (the
    share of endings seen, 0 to 1) are filled in by `library_page`.
    """

    id: str
    title: str
    who_where: str
    minutes: str
    picture: str
    goals: tuple[str, ...]
    principles: str
    content_note: str
    reviewed: str
    audience: tuple[str, ...]
    length: int
    topics: tuple[str, ...]
    endings: int
    order: int
    haystack: str
    stakes: tuple[str, ...]
    played: str = ""
    seen: float = 0.0


class BrokenCard(NamedTuple):
    """A file that does not open, and everything that is the matter with it."""

    file: str
    title: str
    diagnostics: tuple[str, ...]


class GoOnCard(NamedTuple):
    """An unfinished session that can be gone on with."""

    key: str
    title: str
    text: str


class NextCard(NamedTuple):
    """A scenario that could come next, and why, in words."""

    scenario: str
    title: str
    reason: str


class LibraryPage(NamedTuple):
    """Everything the library shows. `audiences` are (id, name) pairs that occur."""

    cards: tuple[LibraryCard, ...]
    broken: tuple[BrokenCard, ...]
    audiences: tuple[tuple[str, str], ...]
    go_on: GoOnCard | None = None
    next: NextCard | None = None


def library_page(
    cards: Sequence[LibraryCard | BrokenCard],
    played: Mapping[str, Played],
    left_out: Sequence[str],
    go_on: GoOnCard | None,
    suggested: NextCard | None = None,
) -> LibraryPage:
    """The library of the files that were read. Scenarios with a topic that is `left_out` are not shown.

    What is `suggested` is shown when nothing waits to be gone on with, and only if its scenario is shown.
    """
    kept = welcome(cards, left_out)
    kept.sort(key=lambda card: (card.order, card.length, card.title))
    present = {name for card in kept for name in card.audience}
    return LibraryPage(
        cards=tuple(_with_played(card, played.get(card.id, Played())) for card in kept),
        broken=tuple(one for one in cards if isinstance(one, BrokenCard)),
        audiences=tuple((name, label) for name, label in words.AUDIENCES.items() if name in present),
        go_on=go_on,
        next=suggested if go_on is None and suggested and suggested.scenario in {one.id for one in kept} else None,
    )


def welcome(cards: Iterable[LibraryCard | BrokenCard], left_out: Sequence[str]) -> list[LibraryCard]:
    """The scenarios that open and have no topic that is left out."""
    return [one for one in cards if isinstance(one, LibraryCard) and not set(one.topics) & set(left_out)]


def matching(cards: Sequence[LibraryCard], audience: str, short: bool, search: str) -> tuple[LibraryCard, ...]:
    """The cards that fit an audience ('' for all), a time (under ten minutes), and every word of a search."""
    wanted = search.lower().split()
    return tuple(
        card
        for card in cards
        if (not audience or audience in card.audience)
        and (not short or card.length < SHORT_MINUTES)
        and all(word in card.haystack for word in wanted)
    )


def _with_played(card: LibraryCard, played: Played) -> LibraryCard:
    return card._replace(played=_played(card, played), seen=min(1.0, played.endings / card.endings))


def _played(card: LibraryCard, played: Played) -> str:
    if played.part_way:
        return "Part way through"
    if not played.times:
        return "Not played yet"
    times = "Played once" if played.times == 1 else f"Played {played.times} times"
    return f"{times} · {played.endings} of {card.endings} endings seen"
