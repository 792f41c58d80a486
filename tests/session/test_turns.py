"""The answers of a session: those that stand, those taken back, and the way back to each."""

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.session.event import Chose, LensChanged, Reflected, Rewound
from hrtrainer.session.plan import Plan
from hrtrainer.session.play import Session, after
from hrtrainer.session.turns import latest, lens, previous, standing, turns, withdrawn
from tests.stage import plan_of, play


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def told(session: Session) -> list[str]:
    return [turn.choice.id if turn.choice else turn.own for turn in turns(session)]


def test_a_turn_knows_what_was_heard_said_and_answered(plan: Plan) -> None:
    first, second = turns(play(plan, "hand-over", Chose(9, "one-line", unsure=True)))
    assert (first.number, first.event, first.scene.id, first.unsure) == (1, 2, "door", False)
    assert first.asked[0].text == "Sam leans in."
    assert [line.text for line in first.answered] == ["Cheers.", "It will be a quiet night."]
    assert [choice.id for choice in first.available] == ["hand-over", "form-first"]
    assert second.asked == first.answered
    assert (second.number, second.event, second.unsure, second.marked) == (2, 3, True, True)


def test_own_words_belong_to_the_answer_that_follows_and_take_its_marks(plan: Plan) -> None:
    nearest, otherwise = turns(play(plan, '"Hi."', "hand-over"))[0], turns(play(plan, '"Hi."', "go on"))[0]
    assert nearest.choice is not None
    assert (nearest.own, nearest.choice.id, nearest.marked) == ("Hi.", "hand-over", False)
    assert (otherwise.own, otherwise.choice, otherwise.marked) == ("Hi.", None, False)


def test_an_answer_taken_back_no_longer_stands_and_is_not_lost(plan: Plan) -> None:
    session = play(plan, "form-first", Rewound(9, 1), "hand-over")
    assert told(session) == ["hand-over"]
    assert [(turn.number, turn.event, turn.choice and turn.choice.id) for turn in withdrawn(session)] == [
        (1, 2, "form-first")
    ]
    assert standing(session) == (1, 4)


def test_rewinding_forward_brings_an_answer_back(plan: Plan) -> None:
    session = play(plan, "form-first", "one-line", Rewound(9, 1), Rewound(9, 3))
    assert told(session) == ["form-first", "one-line"]
    assert withdrawn(session) == ()
    assert session.state == session.state_after(3)
    assert standing(session) == (1, 2, 3)


def test_from_one_answer_to_another_and_back_again(plan: Plan) -> None:
    session = play(plan, "form-first", Rewound(9, 1), "hand-over", Rewound(9, 2), "wave")
    assert told(session) == ["form-first", "wave"]
    assert [turn.event for turn in withdrawn(session)] == [4]


def test_the_way_back_leads_to_before_the_last_answer(plan: Plan) -> None:
    session = play(plan, "hand-over", "wave")
    for expected in (2, 1):
        found = previous(session)
        assert found == expected
        session = after(session, Rewound(9, found))
    assert previous(session) is None
    assert told(session) == []
    assert [turn.choice and turn.choice.id for turn in withdrawn(session)] == ["hand-over", "wave"]


def test_the_way_back_leads_to_before_the_own_words_of_the_answer(plan: Plan) -> None:
    assert previous(play(plan, '"Hm."', '"No: hi."', "hand-over")) == 1
    assert previous(play(plan, '"Hm."', LensChanged(9, "camh"), "hand-over")) == 1
    assert previous(play(plan, "hand-over", '"Hm."', "wave")) == 2
    assert previous(play(plan, "hand-over", Reflected(9, "q", "a"))) == 1


def test_own_words_alone_are_no_answer_to_take_back(plan: Plan) -> None:
    assert previous(play(plan)) is None
    assert previous(play(plan, '"Hm."')) is None


def test_the_lens_is_the_one_last_chosen_even_after_going_back(plan: Plan) -> None:
    assert lens(play(plan)) == "nhrc"
    session = play(plan, "hand-over", LensChanged(9, "camh"), LensChanged(9, "hri"), Rewound(9, 1))
    assert lens(session) == "hri"


def test_the_latest_of_a_kind_is_found(plan: Plan) -> None:
    session = play(plan, Reflected(1, "q", "first"), Reflected(2, "q", "second"))
    assert latest(session, Reflected) == Reflected(2, "q", "second")
    assert latest(session, LensChanged) is None
