"""The brief before a conversation: who you are, who you meet, what to know, and how you would like to play."""

from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.pages.cards import some_at_stake
from hrtrainer.pages.library import Played
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.lookup import Reference, Region
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.regional import fill


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: its id, its name, and a line about it."""

    id: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class BriefPage:
    """Everything the brief shows."""

    scenario: str
    title: str
    facts_line: str
    picture: str
    person: str
    role: str
    meet: str
    goals: tuple[str, ...]
    principles: str
    content_note: str
    topics: tuple[str, ...]
    reviewed: str
    lenses: tuple[Option, ...]
    lens: str
    regions: tuple[Option, ...]
    region: str
    region_note: str
    tempos: tuple[Option, ...]
    tempo: str
    begin: str


def brief_page(
    scenario: Scenario, reference: Reference, lens: str, region: str, tempo: str, played: Played
) -> BriefPage:
    """The brief of a scenario for somebody who plays with this lens, region and tempo."""
    sets, regions = reference.yardstick.sets, reference.regions
    chosen = sets.get(lens) or next(iter(sets.values()))
    where = regions.get(region) or next(iter(regions.values()))
    person = scenario.person
    return BriefPage(
        scenario=scenario.id,
        title=scenario.title,
        facts_line=_facts_line(scenario, played),
        picture=scenario.picture,
        person=person.name,
        role=words.typographic(fill(scenario.role, where).text),
        meet=words.typographic(f"{person.name} ({person.pronouns}). {person.about}"),
        goals=scenario.goals,
        principles=some_at_stake(scenario, chosen, 3),
        content_note=scenario.content_note,
        topics=scenario.topics,
        reviewed=_reviewed(scenario),
        lenses=tuple(_lens(one) for one in sets.values()),
        lens=chosen.id,
        regions=tuple(Option(one.id, one.name) for one in regions.values()),
        region=where.id,
        region_note=_region_note(where),
        tempos=tuple(Option(name, *about) for name, about in words.TEMPOS.items()),
        tempo=tempo,
        begin=f"Meet {person.name}",
    )


def _lens(one: PrincipleSet) -> Option:
    return Option(one.id, one.short, f"{one.name}.")


def _facts_line(scenario: Scenario, played: Played) -> str:
    endings = (
        f"{len(scenario.endings)} endings, {played.endings} seen"
        if played.times
        else f"{len(scenario.endings)} endings"
    )
    return f"{scenario.minutes} minutes · {words.LEVELS[scenario.level]} · {endings}"


def _reviewed(scenario: Scenario) -> str:
    credits = scenario.credits
    return (
        f"Written by {credits.written_by}. {words.reviews(credits.lived_experience_review, credits.clinical_review)} "
        f"Facts checked {words.long_day(scenario.facts_checked)}; next check by {words.long_day(scenario.facts_next)}."
    )


def _region_note(region: Region) -> str:
    unconfirmed = [fact.label for fact in region.facts.values() if not fact.confirmed]
    oldest = min((fact.checked for fact in region.facts.values()), default="")
    note = f"Local facts checked {words.long_day(oldest)}." if oldest else ""
    return f"{note} Unconfirmed: {words.listing(unconfirmed)}." if unconfirmed else note
