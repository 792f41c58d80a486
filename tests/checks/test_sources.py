"""Facts have sources, dates are looked at, and a text in any language can be translated."""

import pytest

from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.translation import spoken
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from tests.stage import TODAY, edited

RISK = "shows: {names-the-risk: One sentence and no speech.}"
HEADLINE = "headline: Sam heard it once and plainly."
SOURCED = "shows: {names-the-risk: {why: One sentence., source: ns-naloxone}}"
LISTED = ("sources: [nhrc-principles]", "sources: [nhrc-principles, ns-naloxone]")


def told(reference: Reference, *edits: tuple[str, str], today: str = TODAY) -> list[str]:
    """What is told about the words of the smallest clean scenario with some of them replaced."""
    reading = read_scenario(edited(*edits), "a.yaml", reference.known)
    assert reading.scenario is not None, reading.diagnostics
    return [found.code.id for found in inspect(reading, reference, today) if found.code.id[:2] in ("S6", "S7", "S8")]


def why(text: str) -> tuple[str, str]:
    return (RISK, f"shows:\n          names-the-risk: {{why: {text!r}}}")


@pytest.mark.parametrize(
    ("edits", "codes"),
    [
        ([why("Naloxone does not work on sedatives.")], ["S701"]),
        (
            [why("It was said once. The evidence shows that once is enough. More than 95 people in 100 hear it.")],
            ["S701"] * 2,
        ),
        ([why("Two sentences. The naloxone lay there. It works for Sam.")], []),
        ([why("The form took ten minutes, and the phone was at nine per cent.")], []),
        ([(HEADLINE, "headline: An overdose can kill.")], ["S701"]),
        ([(HEADLINE, "headline: An overdose can kill."), (RISK, SOURCED), LISTED], []),
        ([("ask: What did Sam ask for?", "ask: Do the strips miss anything? A strip can miss xylazine.")], []),
        ([("- sam: Cheers.", "- sam: Naloxone can kill a horse.")], []),
        ([(RISK, "shows: {passes-on-wrong-facts: {why: Naloxone can kill a horse.}}")], ["S702"]),
        ([(RISK, "shows: {states-the-limits: What could not be done was said.}")], []),
        ([(RISK, SOURCED), LISTED], []),
        ([(RISK, SOURCED)], ["S706"]),
        ([LISTED], ["S707"]),
        ([("sources: [nhrc-principles]", "sources: [nhrc-principles, nida-words-matter]")], []),
        (
            [
                ("sources: [nhrc-principles]", "sources: [nhrc-principles, bc-save-me]"),
                ("- sam: Cheers.", '- sam: "Wait {region:naloxone-wait}, is it?"'),
            ],
            [],
        ),
    ],
)
def test_facts_in_feedback_have_a_source(edits: list[tuple[str, str]], codes: list[str], reference: Reference) -> None:
    assert told(reference, *edits) == codes


def test_the_facts_of_a_scenario_are_good_up_to_their_date(reference: Reference) -> None:
    assert told(reference, today="2027-05-21") == []
    assert "S703" in told(reference, today="2027-05-22")


TAGS = {
    "en": "en",
    "en-CA": "en",
    "FR": "fr",
    "crk": "crk",
    "zh-Hant-TW": "zh",
    "xx": "",
    "english": "",
    "en_CA": "",
    "e": "",
}


@pytest.mark.parametrize(("tag", "language"), TAGS.items())
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    assert spoken(tag) == language


BRACES = "- sam: It will be a quiet night."


@pytest.mark.parametrize(
    ("edits", "codes"),
    [
        ([("language: en", "language: en-CA"), ("- narrator: Sam leans in.", "- narrator: A junkie.")], ["S601"]),
        ([("language: en", "language: de"), ("- narrator: Sam leans in.", "- narrator: A junkie.")], ["S802"]),
        ([("language: en", "language: deutsch")], ["S801"]),
        ([(BRACES, '- sam: "{shrugs} It will be {quiet}."')], []),
        ([(BRACES, '- sam: "It will be {naloxone-wait}."')], ["S805"]),
        ([(BRACES, '- sam: "It will be {region:naloxone-wait}."')], []),
        ([(BRACES, '- sam: "It will be { region:naloxone-wait}."')], ["S805"]),
        ([("{sam: Thanks.}", "{sam: Thanks., id: thanks}"), (BRACES, f"{BRACES}\n        id: thanks")], ["S803"]),
        ([("{sam: Thanks.}", "{sam: Thanks., id: thanks}"), (BRACES, f"{BRACES}\n        id: quiet")], []),
    ],
)
def test_what_a_translation_hangs_on(edits: list[tuple[str, str]], codes: list[str], reference: Reference) -> None:
    assert told(reference, *edits) == codes
