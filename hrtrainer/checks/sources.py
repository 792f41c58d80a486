"""Sources and dates: what feedback states as a fact names where it comes from, and nothing stands past its date."""

from collections.abc import Collection, Mapping, Sequence

from hrtrainer.checks.claims import claims
from hrtrainer.checks.finding import Finder
from hrtrainer.checks.places import Path, Places
from hrtrainer.checks.texts import Told, Voice
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.regional import PLACE_HOLDER
from hrtrainer.scenario.report import Report

FACTUAL = frozenset({"gives-current-facts", "passes-on-wrong-facts"})
"""Behaviours that a choice shows only by what is so, or is not so, in the world."""
_OF_ALL = ("principles", "language")
"""Kinds of source that a whole scenario stands on: no single reason has to name them."""


def check_sources(
    scenario: Scenario,
    told: Sequence[Told],
    words: Finder,
    reference: Reference,
    today: str,
    places: Places,
    report: Report,
) -> None:
    """Report facts without a source, sources that are listed or named alone, and what is past its date."""
    _check_claims(told, words, places, report)
    regional = [one for one in told if "{region:" in one.text]
    cited = _cited(scenario)
    _check_listed(scenario, cited, _regional(regional, reference), reference, places, report)
    _check_dates(scenario, cited, reference, today, places, report)
    _check_regions(regional, reference, today, places, report)


def _check_claims(told: Sequence[Told], words: Finder, places: Places, report: Report) -> None:
    for one in told:
        if one.shown is not None and not one.shown.source and one.shown.behaviour in FACTUAL:
            report("S702", one.shown.spot, behaviour=one.shown.behaviour)
    feedback = [one for one in told if one.voice is Voice.FEEDBACK and not _has_source(one)]
    for claim in claims([one.text for one in feedback], words):
        if report.full:
            return
        one = feedback[claim.at]
        report("S701", places.word(one.path, one.text, claim.begin, claim.end), claim=claim.sentence.rstrip(".!?"))


def _has_source(told: Told) -> bool:
    """Whether a reason names its source, or is asked for one already. A headline leans on all reasons of its choice."""
    if told.shown is not None:
        return told.shown.source != "" or told.shown.behaviour in FACTUAL
    return told.choice is not None and any(shown.source for shown in told.choice.shows)


def _cited(scenario: Scenario) -> dict[str, Path]:
    """Every source that a reason names, and where first."""
    cited: dict[str, Path] = {}
    for scene in scenario.scenes.values():
        for number, choice in enumerate(scene.choices):
            for shown in choice.shows:
                if shown.source and shown.source not in cited:
                    path = ("scenes", scene.id, "choices", number, "shows", shown.behaviour, "source")
                    cited[shown.source] = path
    return cited


def _regional(told: Sequence[Told], reference: Reference) -> set[str]:
    """The sources of the regional facts that the texts speak of."""
    keys = {key for one in told for key in PLACE_HOLDER.findall(one.text)}
    return {fact.source for region in reference.regions.values() for key, fact in region.facts.items() if key in keys}


def _check_listed(
    scenario: Scenario,
    cited: Mapping[str, Path],
    regional: Collection[str],
    reference: Reference,
    places: Places,
    report: Report,
) -> None:
    for name, path in cited.items():
        if name not in scenario.sources:
            report("S706", places.spot(path), source=name)
    for number, name in enumerate(scenario.sources):
        if name not in cited and name not in regional and reference.sources[name].kind not in _OF_ALL:
            report("S707", places.spot(("sources", number)), source=name)


def _check_dates(
    scenario: Scenario, cited: Mapping[str, Path], reference: Reference, today: str, places: Places, report: Report
) -> None:
    if scenario.facts_next and scenario.facts_next < today:
        report("S703", places.spot(("facts_checked", "next")), next=scenario.facts_next)
    if scenario.facts_next and scenario.facts_next <= scenario.facts_checked:
        report("S708", places.spot(("facts_checked", "next")), next=scenario.facts_next, on=scenario.facts_checked)
    named: dict[str, Path] = {name: ("sources", number) for number, name in enumerate(scenario.sources)}
    for name, path in {**cited, **named}.items():
        source = reference.sources[name]
        if source.next and source.next < today:
            report("S704", places.spot(path), source=name, next=source.next)


def _check_regions(told: Sequence[Told], reference: Reference, today: str, places: Places, report: Report) -> None:
    """Each regional fact once, where it is first spoken of."""
    seen = set()
    for one in told:
        for found in PLACE_HOLDER.finditer(one.text):
            key = found.group(1)
            old = [r for r in reference.regions.values() if key in r.facts and r.facts[key].next < today]
            if old and key not in seen:
                regions = "; ".join(region.name for region in old)
                report("S705", places.word(one.path, one.text, *found.span()), fact=key, regions=regions)
            seen.add(key)
