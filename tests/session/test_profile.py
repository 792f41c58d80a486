"""The counts of a run: what supported and strained each principle, and what could have."""

import pytest

from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import Principle
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Rewound
from hrtrainer.session.plan import Plan
from hrtrainer.session.profile import MoveMade, PrincipleProfile, Range, moment, moves_made, profile, profiles
from hrtrainer.session.turns import turns
from tests.stage import plan_of, play

GIVES = Principle(
    "p", "P", "", frozenset({"gives-what-was-asked"}), frozenset({"names-the-risk"}), frozenset(), frozenset()
)
HURRIES = Principle(
    "q", "Q", "", frozenset({"leaves-the-door-open"}), frozenset(), frozenset({"holds-them-up"}), frozenset()
)


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def over(principle: Principle, plan: Plan, *steps: str | Rewound) -> PrincipleProfile:
    return profile(principle, turns(play(plan, *steps)))


def test_supported_counts_out_of_the_chances_there_were(plan: Plan) -> None:
    told = over(GIVES, plan, "hand-over", "one-line")
    assert [m.mark for m in told.moments] == [Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE]
    assert (told.chances, told.supported, told.strained) == (2, Range(2, 0, 2), Range(0, 0, 0))


def test_a_chance_not_taken_is_a_moment_and_a_chance(plan: Plan) -> None:
    told = over(GIVES, plan, "form-first", "one-line")
    first = told.moments[0]
    assert (first.turn, first.mark, first.evidence) == (1, Mark.CHANCE_NOT_TAKEN, ())
    assert (told.chances, told.supported.count) == (2, 1)


def test_what_was_not_in_play_is_no_moment_and_no_chance(plan: Plan) -> None:
    told = over(HURRIES, plan, "hand-over", "wave")
    assert [(m.turn, m.mark) for m in told.moments] == [(2, Mark.SUPPORTS)]
    assert (told.chances, told.supported, told.strained) == (1, Range(1, 0, 1), Range(0, 0, 1))


def test_strained_has_a_least_and_a_most_of_its_own(plan: Plan) -> None:
    assert over(HURRIES, plan, "form-first", "one-line").strained == Range(1, 0, 1)


def test_the_least_rises_where_every_choice_does_the_same(known: Known) -> None:
    plan = plan_of(
        known, ("{holds-them-up: Sam was leaving and the form came first.}", "{gives-what-was-asked: In the end.}")
    )
    assert over(GIVES, plan, "form-first").supported == Range(1, 1, 1)


def test_own_words_carry_no_mark_and_are_no_chance(plan: Plan) -> None:
    for follow in ("hand-over", "go on"):
        session = play(plan, '"Here, take these."', follow)
        assert moment(GIVES, turns(session)[0]) is None
        told = profile(GIVES, turns(session))
        assert (told.moments, told.chances, told.supported, told.strained) == ((), 0, Range(0, 0, 0), Range(0, 0, 0))
        assert moves_made(turns(session)) == ()


def test_an_answer_taken_back_is_not_counted(plan: Plan) -> None:
    told = over(GIVES, plan, "hand-over", Rewound(9, 1), "form-first")
    assert [m.mark for m in told.moments] == [Mark.CHANCE_NOT_TAKEN]
    assert (told.chances, told.supported.count) == (1, 0)


def test_a_mark_rests_on_behaviours_reasons_and_words(known: Known, reference: Reference) -> None:
    for_one = "source: catie-supplies, for: {nhrc.accept-reality: Gear first.}}"
    turn = turns(play(plan_of(known, ("quote: as many as you like}", for_one)), "hand-over"))[0]
    reality = reference.yardstick.principle("nhrc.accept-reality")
    assert reality is not None
    found = moment(reality, turn)
    assert found is not None
    (evidence,) = found.evidence
    assert (evidence.behaviour, evidence.why, evidence.source) == (
        "gives-what-was-asked",
        "Gear first.",
        "catie-supplies",
    )
    assert evidence.quote == "Here you go, as many as you like."
    assert evidence.honours


def test_every_principle_of_a_set_is_told_in_its_order(plan: Plan, reference: Reference) -> None:
    nhrc = reference.yardstick.sets["nhrc"]
    told = profiles(nhrc, turns(play(plan, "hand-over")))
    assert [one.principle for one in told] == list(nhrc.principles)


def test_moves_are_counted_the_most_used_first(known: Known) -> None:
    plan = plan_of(known, ("moves: [names-the-risk]", "moves: [names-the-risk, closed-question]"))
    assert moves_made(turns(play(plan, "form-first", "one-line"))) == (
        MoveMade("closed-question", (1, 2)),
        MoveMade("names-the-risk", (2,)),
    )
