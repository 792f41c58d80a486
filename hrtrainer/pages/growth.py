"""What has been growing: moments across conversations, principle by principle. No streak, no rank, no share.

A cell holds the moments of one principle (or move) in one conversation; an empty one was not in play, and is a dash.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.pages.growth_guesses import GuessBeside, guess_line, guesses_beside
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.past import Past

SPANS = {"all": ("All time", 0), "month": ("30 days", 30), "quarter": ("90 days", 90), "year": ("A year", 365)}
"""Spans of time to look at: what they are called, and how many days back they reach (0: all)."""

_MOST_SELDOM, _MOST_MONTHS = 4, 12


@dataclass(frozen=True, slots=True)
class GrowthMoment:
    """One moment in a cell: where it opens, its mark (None for a move), and what it says in words."""

    key: str
    turn: int
    mark: Mark | None
    told: str


@dataclass(frozen=True, slots=True)
class GrowthColumn:
    """One conversation: its key, its day, its title."""

    key: str
    day: str
    title: str


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """A principle or a move: one cell of moments for each conversation, the oldest first."""

    name: str
    cells: tuple[tuple[GrowthMoment, ...], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month and how many conversations begun in it came to an ending, or were left open."""

    name: str
    ended: int
    open: int
    told: str


@dataclass(frozen=True, slots=True)
class EndingsMet:
    """How many of a scenario's endings were met so far."""

    title: str
    met: int
    all: int
    told: str


@dataclass(frozen=True, slots=True)
class Seldom:
    """A behaviour that was on offer and seldom taken, and the moment where it was last on offer."""

    name: str
    means: str
    told: str
    key: str
    turn: int


@dataclass(frozen=True, slots=True)
class GrowthPage:
    """Everything the growth screen shows. `earlier` and `later` say whether there are more conversations either way."""

    about: str
    columns: tuple[GrowthColumn, ...]
    principles: tuple[GrowthRow, ...]
    moves: tuple[GrowthRow, ...]
    months: tuple[Month, ...]
    endings: tuple[EndingsMet, ...]
    seldom: tuple[Seldom, ...]
    guesses: tuple[GuessBeside, ...]
    guess_line: str
    lens_name: str
    earlier: bool = False
    later: bool = False


def growth_page(
    pasts: Sequence[Past],
    months: Sequence[tuple[str, int, int]],
    endings: Sequence[tuple[str, int, int]],
    lens: PrincipleSet,
    reference: Reference,
    today: str,
) -> GrowthPage:
    """The page of some conversations, the oldest first, looked back on through `lens`.

    `months` are (2026-11, ended, left open), `endings` are (title, met, all of them); `today` is YYYY-MM-DD.
    """
    days = {past.key: words.short_day(words.day(past.at), today[:4]) for past in pasts}
    return GrowthPage(
        about=_about(months),
        columns=tuple(GrowthColumn(past.key, days[past.key], past.title) for past in pasts),
        principles=tuple(_principle_row(one.id, one.name, pasts, days) for one in lens.principles),
        moves=_move_rows(pasts, reference, days),
        months=_months(months),
        endings=tuple(
            EndingsMet(title, met, whole, f"{title}: {met} of {words.count(whole, 'ending')} met")
            for title, met, whole in endings
        ),
        seldom=_seldom(pasts, reference),
        guesses=guesses_beside(pasts, days),
        guess_line=guess_line(pasts),
        lens_name=lens.name,
    )


def _about(months: Sequence[tuple[str, int, int]]) -> str:
    total = sum(ended + left for _, ended, left in months)
    if not total:
        return "No conversations in this time."
    what = words.first_capital(words.count(total, "conversation"))
    return f"{what} since {words.month(months[0][0])}. Come and go as you like; nothing here runs out."


def _principle_row(principle: str, name: str, pasts: Sequence[Past], days: dict[str, str]) -> GrowthRow:
    cells = []
    for past in pasts:
        found = [one for one in past.moments if one.principle == principle]
        told = f"{name}. {days[past.key]}, {past.title}, turn"
        cells.append(
            tuple(
                GrowthMoment(
                    past.key, m.turn, m.mark, f"{told} {m.turn}: {m.mark}.{_doubt(m.sure)} You: {words.quoted(m.said)}"
                )
                for m in found
            )
        )
    return GrowthRow(name, tuple(cells))


def _doubt(sure: bool) -> str:
    return "" if sure else " You were not sure."


def _move_rows(pasts: Sequence[Past], reference: Reference, days: dict[str, str]) -> tuple[GrowthRow, ...]:
    """The moves that were used, the one used in most conversations first."""
    used: dict[str, int] = {}
    for past in pasts:
        for made in past.moves:
            used[made.move] = used.get(made.move, 0) + 1
    rows = []
    for move in sorted(used, key=lambda one: -used[one]):
        name = reference.moves[move].name if move in reference.moves else move
        cells = []
        for past in pasts:
            turns = [turn for made in past.moves if made.move == move for turn in made.turns]
            told = f"{name}. {days[past.key]}, {past.title}, turn"
            cells.append(tuple(GrowthMoment(past.key, turn, None, f"{told} {turn}.") for turn in turns))
        rows.append(GrowthRow(name, tuple(cells)))
    return tuple(rows)


def _months(months: Sequence[tuple[str, int, int]]) -> tuple[Month, ...]:
    """The newest months one by one, and what came before them as one."""
    newest, before = months[-_MOST_MONTHS:], months[:-_MOST_MONTHS]
    told = tuple(_month(words.month(month), ended, left) for month, ended, left in newest)
    if not before:
        return told
    earlier = f"{words.month(before[0][0])} to {words.month(before[-1][0])}"
    return (_month(earlier, sum(one[1] for one in before), sum(one[2] for one in before)), *told)


def _month(name: str, ended: int, left: int) -> Month:
    open_too = f", {left} left open" if left else ""
    return Month(name, ended, left, f"{name}: {words.count(ended, 'conversation')} to an ending{open_too}")


def _seldom(pasts: Sequence[Past], reference: Reference) -> tuple[Seldom, ...]:
    """What was on offer at least twice and taken at most every fourth time, the most often offered first."""
    offered: dict[str, list[tuple[Past, int, bool]]] = {}
    for past in pasts:
        for offer in past.offers:
            offered.setdefault(offer.behaviour, []).append((past, offer.turn, offer.taken))
    found = []
    for name, times in offered.items():
        taken = sum(one[2] for one in times)
        behaviour = reference.yardstick.behaviours.get(name)
        if behaviour is None or len(times) < 2 or taken * 4 > len(times):
            continue
        past, turn, _ = next(one for one in reversed(times) if not one[2])
        told = f"On offer at {len(times)} moments, {_taken(taken)}"
        found.append((-len(times), Seldom(behaviour.name, behaviour.means, told, past.key, turn)))
    found.sort(key=lambda one: (one[0], one[1].name))
    return tuple(one for _, one in found[:_MOST_SELDOM])


def _taken(taken: int) -> str:
    return {0: "not tried yet", 1: "tried once"}.get(taken, f"tried at {taken}")


TABLE_HEAD = ("day", "conversation", "principle set", "principle", "turn", "mark", "line")


def growth_table(
    pasts: Sequence[Past], lens: PrincipleSet
) -> tuple[tuple[str, str, str, str, int | str, str, str], ...]:
    """The moments as rows under `TABLE_HEAD`: one a moment, and one for each principle that was not in play."""
    rows: list[tuple[str, str, str, str, int | str, str, str]] = []
    for past in pasts:
        day = words.day(past.at)
        for principle in lens.principles:
            found = [one for one in past.moments if one.principle == principle.id]
            begin = (day, past.title, lens.name, principle.name)
            rows += [(*begin, one.turn, str(one.mark), one.said) for one in found]
            rows += [] if found else [(*begin, "", str(Mark.NOT_IN_PLAY), "")]
    return tuple(rows)
