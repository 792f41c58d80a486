"""The notes after an answer: what it did first, then the principles, then another line."""

from dataclasses import replace

import pytest

from hrtrainer.pages.feedback import FeedbackPage, feedback_page
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import LensChanged, SawDifferently
from hrtrainer.session.plan import Plan
from tests.stage import TODAY, plan_of, play


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def notes(plan: Plan, reference: Reference, *steps: str | LensChanged | SawDifferently) -> FeedbackPage:
    page = feedback_page(play(plan, *steps), reference, TODAY)
    assert page is not None
    return page


def test_the_notes_say_what_the_answer_did(plan: Plan, reference: Reference) -> None:
    page = notes(plan, reference, "hand-over")
    assert (page.turn, page.event, page.headline) == (1, 2, "Sam has what they came for.")
    assert page.move == reference.moves["gives-what-was-asked"].name.lower()
    assert [line.text for line in page.exchange][-3:] == [
        "Here you go, as many as you like.", "Cheers.", "It will be a quiet night.",
    ]  # fmt: skip
    assert page.board_note == "Newly heard: Alone tonight."
    assert page.go_on == "Stay with Sam"


def test_each_card_has_a_principle_a_mark_a_reason_and_the_words_it_rests_on(plan: Plan, reference: Reference) -> None:
    cards = {card.id: card for card in notes(plan, reference, "hand-over").cards}
    card = cards["nhrc.accept-reality"]
    assert (card.mark, card.reason, card.quote, card.against) == (
        Mark.SUPPORTS, "The pack came first.", "as many as you like", "",
    )  # fmt: skip
    assert card.meaning


def test_both_sides_of_one_answer_are_told(known: Known, reference: Reference) -> None:
    plan = plan_of(
        known,
        (
            "quote: as many as you like}",
            "source: catie-supplies}\n          lets-a-known-risk-pass: Nothing was said of it.",
        ),
    )
    cards = {card.id: card for card in notes(plan, reference, "hand-over").cards}
    card = cards["nhrc.accept-reality"]
    assert (card.mark, card.reason, card.against) == (Mark.BOTH, "The pack came first.", "Nothing was said of it.")
    source = reference.sources["catie-supplies"]
    assert card.sources == (f"{source.title}, {source.publisher}",)
    assert [card.mark for card in notes(plan, reference, "hand-over").cards] == sorted(
        (card.mark for card in cards.values()),
        key=[Mark.SUPPORTS, Mark.BOTH, Mark.SUPPORTS_A_LITTLE, Mark.STRAINS_A_LITTLE, Mark.STRAINS].index,
    )


def test_a_strain_is_told_with_its_reason_and_a_missed_chance_by_name(plan: Plan, reference: Reference) -> None:
    page = notes(plan, reference, "form-first")
    assert all(card.mark.straining for card in page.cards)
    assert page.cards[0].reason == "Sam was leaving and the form came first."
    assert page.chances
    assert page.instead == ()


def test_another_line_to_try_names_its_move(known: Known, reference: Reference) -> None:
    plan = plan_of(
        known, ("to: porch\n    otherwise", "instead: [{move: repairs, say: Sorry.}]\n        to: porch\n    otherwise")
    )
    assert [(one.move, one.say) for one in notes(plan, reference, "form-first").instead] == [
        (reference.moves["repairs"].name, "Sorry.")
    ]


def test_what_the_person_now_has_is_told(plan: Plan, reference: Reference) -> None:
    page = notes(plan, reference, "hand-over", "one-line")
    assert page.board_note == "Nothing new heard. Sam now has: A naloxone kit."
    assert page.go_on == "See how it ended"


def test_the_lens_and_its_source_are_named(plan: Plan, reference: Reference) -> None:
    page = notes(plan, reference, "hand-over", LensChanged(9, "camh"))
    assert page.source.startswith(f"Read through: {reference.yardstick.sets['camh'].name} (")
    assert {card.id.split(".")[0] for card in page.cards} == {"camh"}


def test_a_lens_whose_source_is_not_listed_is_named_alone(plan: Plan, reference: Reference) -> None:
    page = notes(plan, replace(reference, sources={}), "hand-over")
    assert page.source == reference.yardstick.sets["nhrc"].name


def test_own_words_and_the_beginning_carry_no_notes(plan: Plan, reference: Reference) -> None:
    for steps in ((), ('"Hi."',), ('"Hi."', "hand-over"), ('"Hi."', "go on")):
        assert feedback_page(play(plan, *steps), reference, TODAY) is None


def test_another_view_of_the_answer_is_kept_beside_it(plan: Plan, reference: Reference) -> None:
    assert notes(plan, reference, "hand-over", SawDifferently(9, 2, "I hurried.")).differently == "I hurried."
