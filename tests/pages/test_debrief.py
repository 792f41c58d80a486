"""The debrief: your guess, what they left with, principles and path, reflect and keep."""

import pytest

from hrtrainer.pages.debrief import DebriefPage, debrief_page
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Chose, Event, Guessed, Reflected, Rewound
from hrtrainer.session.plan import Plan
from tests.stage import TODAY, plan_of, play


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def debrief(plan: Plan, reference: Reference, *steps: str | Event, lens: str = "") -> DebriefPage:
    return debrief_page(play(plan, *steps), reference, TODAY, lens)


def test_it_names_its_steps_and_the_ending(plan: Plan, reference: Reference) -> None:
    page = debrief(plan, reference, "hand-over", "one-line")
    assert page.steps == ("Your guess", "What Sam left with", "Principles and path", "Reflect and keep")
    assert (page.ending_kind, page.ending_title, page.ending_lines) == (
        "Connected",
        "A kit in the bag",
        (("Sam", "Thanks."),),
    )
    assert page.left_with[0][0] == "A naloxone kit"
    assert page.left_with[0][1].endswith("· turn 2")
    assert page.floor == ((True, "Sam knows the risk."),)
    assert page.unsaid == ""


def test_a_conversation_that_has_not_ended_says_so(plan: Plan, reference: Reference) -> None:
    page = debrief(plan, reference)
    assert (page.ending_kind, page.ending_title, page.ending_lines) == (
        "Not ended",
        "The conversation has not ended.",
        (),
    )
    assert (page.rows, page.path, page.guess_left, page.guess_sure) == ((), (), "", "")
    assert page.unsaid == "Who is around?"


def test_what_was_there_from_the_start_says_so(known: Known, reference: Reference) -> None:
    plan = plan_of(known, ("{card: A naloxone kit, strategy: naloxone}", "{card: A kit}"))
    page = debrief(plan, reference, "hand-over", "one-line")
    assert page.left_with == (("A kit", "Turn 2"),)


def test_each_principle_in_play_has_a_row_of_moments(plan: Plan, reference: Reference) -> None:
    row = next(r for r in debrief(plan, reference, "hand-over", "one-line").rows if r.id == "nhrc.honest-about-harm")
    assert [(block.turn, block.mark) for block in row.blocks] == [(2, Mark.SUPPORTS)]
    assert row.blocks[0].tip == "Turn 2, supports. One sentence and no speech."
    assert row.moments == ((2, "One sentence and no speech."),)
    assert row.working == "Supported 1 of 1 chance (could have been 0 to 1); strained 0 (could have been 0 to 1)."
    page = debrief(plan, reference, "form-first", "one-line")
    missed = next(block for row in page.rows for block in row.blocks if block.mark is Mark.CHANCE_NOT_TAKEN)
    assert missed.tip == f"Turn {missed.turn}, chance not taken. Another line would have supported it."


def test_what_was_not_in_play_is_listed_and_never_counted(plan: Plan, reference: Reference) -> None:
    page = debrief(plan, reference, "hand-over")
    assert page.not_in_play.startswith("Not in play in this conversation: ")
    in_play = {row.name for row in page.rows}
    assert not any(name in page.not_in_play for name in in_play)


def test_both_sides_stand_in_one_block_with_the_reason_against(known: Known, reference: Reference) -> None:
    plan = plan_of(
        known,
        (
            "{why: The pack came first., quote: as many as you like}",
            "The pack came first.\n          lets-a-known-risk-pass: Nothing was said.",
        ),
    )
    row = next(row for row in debrief(plan, reference, "hand-over").rows if row.id == "nhrc.accept-reality")
    assert [(block.mark, block.tip) for block in row.blocks] == [(Mark.BOTH, "Turn 1, both. Nothing was said.")]


def test_a_guess_is_made_about_few_principles_and_kept(plan: Plan, reference: Reference) -> None:
    page = debrief(
        plan,
        reference,
        "hand-over",
        "one-line",
        Guessed(9, (("nhrc.accept-reality", "supports"),), "A kit in the bag", "very"),
    )
    assert 1 <= len(page.guesses) <= 5
    assert {guess.id: guess.guessed for guess in page.guesses}["nhrc.accept-reality"] == "supports"
    assert (page.guess_left, page.guess_sure) == ("A kit in the bag", "Very sure")
    assert page.endings_to_guess == ("A kit in the bag", "Gone already")


def test_the_path_shows_every_turn_own_words_and_what_was_taken_back(plan: Plan, reference: Reference) -> None:
    page = debrief(plan, reference, "form-first", Rewound(9, 1), '"Hi."', "go on", Chose(9, "wave", unsure=True))
    assert [(stop.turn, stop.event, stop.said, stop.answered, stop.own, stop.unsure) for stop in page.path] == [
        (1, 5, "Hi.", "Right you are.", True, False),
        (2, 6, "See you soon.", "See you.", False, True),
    ]
    assert page.withdrawn == ((1, "There is a form to fill in first."),)
    assert [stop.key for stop in page.path] == [True, False]


def test_questions_carry_the_answers_given(plan: Plan, reference: Reference) -> None:
    page = debrief(plan, reference, "hand-over", Reflected(9, "talk-about", "The form."))
    assert {question.id: answer for question, answer in page.questions}["talk-about"] == "The form."


def test_another_lens_shows_its_own_principles_and_those_beside_them(plan: Plan, reference: Reference) -> None:
    page = debrief(plan, reference, "form-first", lens="camh")
    assert page.lens == "camh"
    assert {row.id.split(".")[0] for row in page.rows} == {"camh"}
    assert page.beside_title == f"{reference.yardstick.sets['camh'].publisher}, elsewhere on the page"
    assert page.limits == page.summary.limits
