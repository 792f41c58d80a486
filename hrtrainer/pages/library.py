"""The library: a card for every scenario, what could not be opened, and what waits to be gone on with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.principles.mark import effect
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading

SHORT_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Played:
    """How often a scenario was played, how many of its endings were seen, and the turn an open session stands at."""

    times: int = 0
    endings: int = 0
    part_way: bool = False


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """One scenario in the library. `haystack` is what a search looks through, in small letters."""

    id: str
    title: str
    who_where: str
    minutes: str
    picture: str
    goals: tuple[str, ...]
    principles: str
    content_note: str
    reviewed: str
    played: str
    seen: float
    audience: tuple[str, ...]
    length: int
    topics: tuple[str, ...]
    haystack: str


@dataclass(frozen=True, slots=True)
class BrokenCard:
    """A file that does not open, and everything that is the matter with it."""

    file: str
    title: str
    diagnostics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoOnCard:
    """An unfinished session that can be gone on with."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Everything the library shows. `audiences` are (id, name) pairs that occur."""

    cards: tuple[LibraryCard, ...]
    broken: tuple[BrokenCard, ...]
    audiences: tuple[tuple[str, str], ...]
    go_on: GoOnCard | None = None


def library_page(
    readings: Sequence[Reading], lens: PrincipleSet, played: Mapping[str, Played], left_out: Sequence[str], go_on: GoOnCard | None
) -> LibraryPage:
    """The library of what was read. Scenarios with a topic that is `left_out` are not shown."""
    scenarios = [one.scenario for one in readings if one.scenario and not set(one.scenario.topics) & set(left_out)]
    present = {name for scenario in scenarios for name in scenario.audience}
    return LibraryPage(
        cards=tuple(_card(scenario, lens, played.get(scenario.id, Played())) for scenario in scenarios),
        broken=tuple(_broken(one) for one in readings if one.scenario is None),
        audiences=tuple((name, label) for name, label in words.AUDIENCES.items() if name in present),
        go_on=go_on,
    )


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


def at_stake(scenario: Scenario, lens: PrincipleSet) -> tuple[str, ...]:
    """The names of the principles that choices of a scenario touch, those touched by most decisions first."""
    found = []
    for order, principle in enumerate(lens.principles):
        decisions = sum(
            any(effect(principle, choice.behaviours) for choice in scene.choices) for scene in scenario.scenes.values()
        )
        if decisions:
            found.append((-decisions, order, principle.name))
    return tuple(name for _, _, name in sorted(found))


def some_at_stake(scenario: Scenario, lens: PrincipleSet, most: int) -> str:
    """The first few principles at stake in a line, and how many more there are."""
    names = at_stake(scenario, lens)
    text = "; ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:most])]) if names else "None in this set"
    return f"{text}; {len(names) - most} more" if len(names) > most else text


def _card(scenario: Scenario, lens: PrincipleSet, played: Played) -> LibraryCard:
    place = scenario.scenes[scenario.start].place
    audience = [words.AUDIENCES[name] for name in scenario.audience]
    hay = [scenario.title, scenario.person.name, place, scenario.summary, scenario.role, *scenario.goals, *scenario.topics, *audience]
    return LibraryCard(
        id=scenario.id,
        title=scenario.title,
        who_where=f"{scenario.person.name} · {place}" if place else scenario.person.name,
        minutes=f"{scenario.minutes} min",
        picture=scenario.picture,
        goals=scenario.goals[:3],
        principles=some_at_stake(scenario, lens, 2),
        content_note=scenario.content_note,
        reviewed=_short_review(scenario),
        played=_played(scenario, played),
        seen=played.endings / len(scenario.endings),
        audience=scenario.audience,
        length=scenario.minutes,
        topics=scenario.topics,
        haystack=" ".join(hay).lower(),
    )


def _short_review(scenario: Scenario) -> str:
    credits = scenario.credits
    return "Not yet reviewed" if not credits.lived_experience_review and not credits.clinical_review else words.reviews(
        credits.lived_experience_review, credits.clinical_review
    )


def _played(scenario: Scenario, played: Played) -> str:
    if played.part_way:
        return "Part way through"
    if not played.times:
        return "Not played yet"
    times = "Played once" if played.times == 1 else f"Played {played.times} times"
    return f"{times} · {played.endings} of {len(scenario.endings)} endings seen"


def _broken(reading: Reading) -> BrokenCard:
    errors = sum(one.stops_play for one in reading.diagnostics)
    title = f"Will not open: {words.count(errors, 'thing')} to mend" if errors else "Its id is already taken"
    return BrokenCard(reading.file, title, tuple(_told(one) for one in reading.diagnostics))


def _told(found: Diagnostic) -> str:
    line, column = found.spot
    return f"Line {line}, column {column}: {found.message} {found.hint} ({found.code.id})".replace("  ", " ")
