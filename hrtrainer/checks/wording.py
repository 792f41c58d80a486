"""Everything that is told about the texts of a scenario, gathered once: how they teach, language, sources and dates."""

from hrtrainer.checks.language import check_language, finder
from hrtrainer.checks.places import Places
from hrtrainer.checks.teaching.words import about_the_person, hard_to_read
from hrtrainer.checks.texts import texts
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.report import Report


def check_wording(scenario: Scenario, source: str, reference: Reference, report: Report) -> None:
    """Report what is found in the texts. `source` is the text of the scenario's file."""
    places, told = Places(source), tuple(texts(scenario))
    if scenario.language.startswith("en"):
        about_the_person(told, places, report)
        hard_to_read(told, places, report)
    words = finder(reference.word_files, scenario.language)
    if words is not None:
        check_language(scenario, told, words.find([one.text for one in told]), reference.yardstick, places, report)
