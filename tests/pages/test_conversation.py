"""The conversation screen: what was said so far, what can be said now, and what has been heard."""

import pytest

from hrtrainer.pages.conversation import ConversationPage, conversation_page
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Rewound
from hrtrainer.session.plan import Plan
from tests.stage import TODAY, plan_of, play


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def page(plan: Plan, reference: Reference, *steps: str | Rewound, today: str = TODAY) -> ConversationPage:
    return conversation_page(play(plan, *steps), reference, today)


def test_it_opens_with_the_first_lines_and_numbered_choices(plan: Plan, reference: Reference) -> None:
    opening = page(plan, reference)
    assert opening.transcript == opening.newest
    assert (opening.newest[0].kind, opening.newest[0].name, opening.newest[0].text) == ("narrator", "", "Sam leans in.")
    assert {(choice.number, choice.tried) for choice in opening.choices} == {(1, False), (2, False)}
    assert opening.with_whom == "with Sam · you are the worker at the door"
    assert (opening.turn, opening.key, opening.can_rewind, opening.otherwise, opening.ended) == (
        1,
        True,
        False,
        True,
        False,
    )
    assert (opening.tempo, opening.coached) == ("Coached", True)


def test_the_transcript_tells_both_sides_in_order(plan: Plan, reference: Reference) -> None:
    lines = page(plan, reference, "hand-over", '"Anything else?"').transcript
    assert [(line.name, line.text, line.turn, line.own) for line in lines][-4:] == [
        ("You", "Here you go, as many as you like.", 1, False),
        ("Sam", "Cheers.", 1, False),
        ("Sam", "It will be a quiet night.", 1, False),
        ("You", "Anything else?", 2, True),
    ]


def test_own_words_stand_in_the_transcript_instead_of_the_nearest_choice(plan: Plan, reference: Reference) -> None:
    nearest, gone_on = (page(plan, reference, '"Hi."', step) for step in ("hand-over", "go on"))
    assert [line.text for line in nearest.transcript if line.kind == "you"] == ["Hi."]
    assert [line.text for line in gone_on.newest] == ["Right you are.", "It will be a quiet night."]
    assert page(plan, reference, '"Hi."').own_pending == "Hi."


def test_a_line_is_read_out_with_its_speaker_and_manner(known: Known, reference: Reference) -> None:
    plan = plan_of(known, ("- sam: Cheers.", "- {sam: Cheers., manner: nodding}"))
    narrator, *_ = page(plan, reference).transcript
    assert narrator.spoken == "Sam leans in."
    assert page(plan, reference, "hand-over").newest[0].spoken == "Sam (nodding): Cheers."
    assert page(plan, reference, "hand-over").newest[1].spoken == "Sam: It will be a quiet night."


def test_a_choice_that_was_taken_back_is_shown_as_tried(plan: Plan, reference: Reference) -> None:
    again = page(plan, reference, "form-first", Rewound(9, 1))
    assert {choice.id: choice.tried for choice in again.choices} == {"hand-over": False, "form-first": True}
    assert not any(choice.tried for choice in page(plan, reference, "form-first", Rewound(9, 1), "hand-over").choices)


def test_the_board_shows_what_is_heard_and_counts_what_is_quiet(plan: Plan, reference: Reference) -> None:
    assert [(area.name, area.heard, area.quiet) for area in page(plan, reference).board] == [("Setting", (), 1)]
    assert page(plan, reference, "hand-over").board[0].heard == (("Alone tonight", True),)
    assert page(plan, reference, "hand-over", "wave").board[0].heard == (("Alone tonight", False),)


def test_what_matters_is_told_with_the_persons_name(known: Known, reference: Reference) -> None:
    plan = plan_of(known, ("area: setting", "area: person"))
    assert page(plan, reference).board[0].name == "What matters to Sam"


def test_at_the_end_nothing_is_left_to_say(plan: Plan, reference: Reference) -> None:
    over = page(plan, reference, "hand-over", "one-line")
    assert (over.ended, over.choices, over.otherwise, over.can_rewind) == (True, (), False, True)
    assert over.newest[-1].text == "Thanks."


def test_a_regional_fact_carries_its_footnote(known: Known, reference: Reference) -> None:
    plan = plan_of(known, ("- narrator: Sam leans in.", '- narrator: "A poster: wait {region:naloxone-wait}."'))
    line = page(plan, reference).transcript[0]
    assert line.text == "A poster: wait 3 to 5 minutes."
    assert len(line.notes) == 1
    assert line.notes[0].startswith("Wait before a second dose of naloxone: 3 to 5 minutes (Canada, British Columbia; ")
    assert line.notes[0].endswith("checked 21 November 2026)")
    assert page(plan, reference, today="2031-01-01").transcript[0].notes[0].endswith("; a new check is overdue)")
