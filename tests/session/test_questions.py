"""Questions that a run raises: about its own moments, in the words that were said, and never a verdict."""

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Chose
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.session.play import Session
from hrtrainer.session.profile import profiles
from hrtrainer.session.questions import TALK_ABOUT, reflection_questions, supervision_questions
from hrtrainer.session.telling import teller
from hrtrainer.session.turns import turns
from tests.stage import BASE, opened, plan_of, play


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def ids(session: Session, reference: Reference) -> list[str]:
    return [one.id for one in reflection_questions(teller(session, reference, "nhrc"), turns(session))]


def texts(session: Session, reference: Reference) -> list[str]:
    return [one.text for one in reflection_questions(teller(session, reference, "nhrc"), turns(session))]


def open_ones(session: Session, reference: Reference) -> tuple[str, ...]:
    run = turns(session)
    return supervision_questions(session.scenario, run, profiles(reference.yardstick.sets["nhrc"], run))


def long_plan(known: Known, scenes: int) -> Plan:
    """A row of scenes, s1 to the last, with one choice each; the third is a turning point."""
    head = BASE.split("start: door")[0]
    row = "".join(
        f"  s{n}: {{key: {'true' if n == 3 else 'false'}, choices: [{{id: on, say: Step {n}., reply: [{{sam: Yes.}}], "
        f"to: {f's{n + 1}' if n < scenes else 'end'}}}]}}\n"
        for n in range(1, scenes + 1)
    )
    return prepare(
        opened(f"{head}start: s1\nscenes:\n{row}endings:\n  over: {{title: Over, kind: partly, lines: []}}\n", known)
    )


def test_a_question_quotes_what_was_said_and_answered(plan: Plan, reference: Reference) -> None:
    assert texts(play(plan, "hand-over"), reference)[0] == (
        "You said “Here you go, as many as you like.” Sam answered “Cheers.” What were you weighing just then?"
    )


def test_a_long_answer_is_quoted_by_its_beginning(known: Known, reference: Reference) -> None:
    plan = plan_of(
        known, ("- sam: Cheers.", "- sam: One two three four five six seven eight nine ten eleven twelve thirteen.")
    )
    assert "twelve…”" in texts(play(plan, "hand-over"), reference)[0]


def test_whoever_answered_is_named(known: Known, reference: Reference) -> None:
    plan = plan_of(
        known,
        ("- sam: Cheers.", "- ada: Cheers."),
        ("meters:", "  ada: {name: Ada, pronouns: she/her, about: The other worker.}\nmeters:"),
    )
    assert "Ada answered “Cheers.”" in texts(play(plan, "hand-over"), reference)[0]


def test_where_nobody_answered_only_the_words_are_quoted(known: Known, reference: Reference) -> None:
    plan = plan_of(known, ("          - sam: See you.\n        to: [{", "          - narrator: A nod.\n        to: [{"))
    said = texts(play(plan, "form-first", "wave"), reference)[1]
    assert said == "You said “See you soon.” What were you weighing just then?"


def test_regional_facts_are_filled_in(known: Known, reference: Reference) -> None:
    plan = plan_of(
        known,
        ("say: Here you go, as many as you like.", 'say: "Then call {region:emergency-number}."'),
        (", quote: as many as you like", ""),
        ("- sam: Cheers.", '- sam: "Wait {region:naloxone-wait}."'),
    )
    assert "{region:" not in "".join(texts(play(plan, "hand-over"), reference))
    assert "call 911" in texts(play(plan, "hand-over"), reference)[0]


def test_every_run_gets_something_to_take_along_and_the_heading_question(plan: Plan, reference: Reference) -> None:
    assert ids(play(plan), reference) == ["take-along", TALK_ABOUT]
    assert ids(play(plan, '"Hi."', "go on"), reference) == ["take-along", TALK_ABOUT]
    assert ids(play(plan, "hand-over", "wave"), reference) == ["turn-2", "turn-3", "take-along", TALK_ABOUT]


def test_two_telling_turns_are_asked_about_and_they_lie_apart(known: Known, reference: Reference) -> None:
    plan = long_plan(known, 7)
    assert ids(play(plan, *["on"] * 7), reference)[:2] == ["turn-4", "turn-7"]
    unsure = play(plan, "on", Chose(9, "on", unsure=True), *["on"] * 5)
    assert ids(unsure, reference)[:2] == ["turn-3", "turn-6"]


def test_in_a_short_run_the_farthest_of_the_rest_is_asked_about(known: Known, reference: Reference) -> None:
    assert ids(play(long_plan(known, 3), *["on"] * 3), reference)[:2] == ["turn-3", "turn-4"]


def test_supervision_begins_with_what_was_unsure_strained_or_missing(plan: Plan, reference: Reference) -> None:
    questions = open_ones(play(plan, Chose(9, "form-first", unsure=True), "wave"), reference)
    assert len(questions) == 3
    assert questions[0] == "Turn 1 was marked unsure. What made it hard to choose?"
    assert questions[1].startswith("At turn 1, what was pulling against “")
    assert questions[2].startswith("Where in our own service is there room for “")


def test_a_run_without_either_still_raises_two_questions(plan: Plan, reference: Reference) -> None:
    assert open_ones(play(plan), reference) == (
        "What would Sam say about how this went?",
        "What does our programme make hard here, and who could change it?",
    )
