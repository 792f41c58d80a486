"""All that is told about the texts of a scenario, gathered once: how they teach, language, sources, translation."""

from hrtrainer.checks.language import check_language, claim_finder, finder
from hrtrainer.checks.places import Places
from hrtrainer.checks.sources import check_sources
from hrtrainer.checks.teaching.words import about_the_person, hard_to_read
from hrtrainer.checks.texts import texts
from hrtrainer.checks.translation import check_translation, spoken
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.report import Report


def check_wording(scenario: Scenario, source: str, reference: Reference, today: str, report: Report) -> None:
    """Report what is found in the texts. `source` is the text of the scenario's file."""
    places, told = Places(source), texts(scenario)
    if spoken(scenario.language) == "en":
        about_the_person(told, places, report)
        hard_to_read(told, places, report)
    words = finder(reference.word_files, scenario.language)
    if words is not None:
        check_language(scenario, told, words.find([one.text for one in told]), reference.yardstick, places, report)
    facts = claim_finder(reference.word_files, scenario.language)
    check_sources(scenario, told, facts, reference, today, places, report)
    check_translation(scenario, told, words is not None, reference, places, report)
