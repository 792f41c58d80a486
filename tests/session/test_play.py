"""Playing: what a step changes, what is refused, and that a refused step changes nothing."""

from dataclasses import replace

import pytest

from hrtrainer.problem import Problem
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.model import Way
from hrtrainer.session.event import Chose, LensChanged, Rewound, SaidOwn, WentOn
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.session.play import after, begin, disposition, in_drawn_order, replay
from hrtrainer.session.turns import turns
from tests.stage import edited, opened, plan_of, play, started


@pytest.fixture
def plan(known: Known) -> Plan:
    return plan_of(known)


def test_a_session_begins_at_the_start_with_its_lines_and_choices(plan: Plan) -> None:
    state = play(plan).state
    assert state.scene is plan.scenario.scenes["door"]
    assert state.lines[0].text == "Sam leans in."
    assert [choice.id for choice in state.choices] == ["hand-over", "form-first"]
    assert (state.meters, plan.names("scene", state.seen)) == ((1,), ("door",))


def test_a_choice_changes_meters_first_and_what_follows_reads_the_change(plan: Plan) -> None:
    state = play(plan, "hand-over").state
    assert state.meters == (2,)
    assert plan.names("choice", state.took) == ("door/hand-over",)
    assert plan.names("behaviour", state.showed) == ("gives-what-was-asked",)
    assert plan.names("card", state.heard) == ("alone",)
    assert [line.text for line in state.lines] == ["Cheers.", "It will be a quiet night."]
    assert play(plan, "hand-over", "wave").state.ending is plan.scenario.endings[1]


def test_a_meter_stays_within_its_bounds(known: Known) -> None:
    up = plan_of(known, ("changes: {trust: +1}", "changes: {trust: +9}"))
    down = plan_of(known, ("changes: {trust: +1}", "changes: {trust: -9}"))
    assert play(up, "hand-over").state.meters == (3,)
    assert play(down, "hand-over").state.meters == (0,)


def test_the_first_ending_whose_condition_holds_is_taken(plan: Plan) -> None:
    connected, gone = plan.scenario.endings
    state = play(plan, "hand-over", "one-line").state
    assert state.ending is connected
    assert state.choices == ()
    assert plan.names("ledger", state.held) == ("kit",)
    assert play(plan, "form-first", "one-line").state.ending is gone
    assert play(plan, "form-first", "wave").state.ending is gone


def test_a_scene_without_choices_goes_on_by_itself(known: Known) -> None:
    hall = (
        "  hall:\n    lines: [{narrator: The hall.}]\n    to: [{when: trust >= 2, to: porch}, {to: gone}]\n  porch:\n"
    )
    plan = plan_of(
        known,
        ("  porch:\n", hall),
        ("changes: {trust: +1}\n        to: porch", "changes: {trust: +1}\n        to: hall"),
        ("- sam: Next time, then.\n        to: porch", "- sam: Next time, then.\n        to: hall"),
    )
    through = play(plan, "hand-over").state
    assert [line.text for line in through.lines] == ["Cheers.", "The hall.", "It will be a quiet night."]
    assert plan.names("scene", through.seen) == ("door", "hall", "porch")
    over = play(plan, "form-first").state
    assert over.ending is plan.scenario.endings[1]
    assert over.scene is plan.scenario.scenes["door"]


def test_a_choice_is_offered_only_while_its_condition_holds(known: Known) -> None:
    plan = plan_of(
        known, ("        headline: The door stayed open.", "        when: trust >= 2\n        headline: Open.")
    )
    assert [choice.id for choice in play(plan, "hand-over").state.choices] == ["one-line", "wave"]
    assert [choice.id for choice in play(plan, "form-first").state.choices] == ["one-line"]
    with pytest.raises(Problem, match="The choice 'wave' is not available here"):
        play(plan, "form-first", "wave")


@pytest.mark.parametrize(
    ("when", "steps", "said"),
    [
        ("seen porch", ["hand-over"], True),
        ("took door/hand-over", ["form-first"], False),
        ("showed holds-them-up", ["form-first"], True),
        ("showed asks-permission", ["hand-over"], False),
        ("has kit", ["hand-over"], False),
        ("heard alone and not trust == 1", ["hand-over"], True),
        ("trust < 1 or trust != 2", ["hand-over"], False),
    ],
)
def test_a_line_is_said_only_while_its_condition_holds(when: str, steps: list[str], said: bool, known: Known) -> None:
    plan = plan_of(known, ("- sam: It will be a quiet night.", f"- {{sam: Listen., when: {when}}}"))
    assert ("Listen." in [line.text for line in play(plan, *steps).state.lines]) is said


def test_the_seed_draws_the_day_a_person_is_having(plan: Plan) -> None:
    days = {seed: disposition(play(plan, seed=seed), "sam") for seed in range(20)}
    assert set(days.values()) == {"rushed", "easy"}
    assert days == {seed: disposition(play(plan, seed=seed), "sam") for seed in range(20)}
    for seed, day in days.items():
        assert (len(play(plan, seed=seed).state.lines) == 2) is (day == "rushed")
    assert disposition(play(plan), "nobody") == ""


def test_the_seed_draws_the_order_of_choices(plan: Plan) -> None:
    orders = {tuple(c.id for c in in_drawn_order(s, s.state.choices)) for s in (play(plan, seed=n) for n in range(20))}
    assert orders == {("hand-over", "form-first"), ("form-first", "hand-over")}


def test_own_words_are_kept_until_a_choice_or_the_otherwise_follows(plan: Plan) -> None:
    said = play(plan, '"Rough weather."')
    assert said.state.own == "Rough weather."
    assert said.state.choices == play(plan).state.choices
    chosen = after(said, Chose(2, "hand-over"))
    assert chosen.state.own == ""
    assert plan.names("choice", chosen.state.took) == ("door/hand-over",)
    gone_on = after(said, WentOn(2))
    assert [line.text for line in gone_on.state.lines] == ["Right you are.", "It will be a quiet night."]
    assert (gone_on.state.took, gone_on.state.showed, gone_on.state.turns) == (0, 0, 1)


@pytest.mark.parametrize(
    ("steps", "event", "code"),
    [
        ([], Chose(9, "wave"), "P01"),
        ([], Chose(9, ""), "P01"),
        (["hand-over", "wave"], Chose(9, "wave"), "P02"),
        (["hand-over", "wave"], SaidOwn(9, "Wait."), "P02"),
        (["hand-over"], Rewound(9, 3), "P03"),
        ([], Rewound(9, 0), "P03"),
        ([], WentOn(9), "P04"),
        (["hand-over", '"Hm."'], WentOn(9), "P04"),
        (["hand-over", "wave"], WentOn(9), "P04"),
    ],
)
def test_what_cannot_happen_now_is_refused_and_changes_nothing(
    steps: list[str], event: Chose | SaidOwn | Rewound | WentOn, code: str, plan: Plan
) -> None:
    session = play(plan, *steps)
    before = (session.log, session.state, session.length)
    with pytest.raises(Problem) as caught:
        after(session, event)
    assert caught.value.code == code
    assert (session.log, session.state, session.length) == before


def test_a_session_begins_once_and_with_its_beginning(plan: Plan) -> None:
    session = play(plan, "hand-over")
    with pytest.raises(Problem, match="begins only once"):
        after(session, session.started)
    with pytest.raises(Problem, match="not the beginning"):
        replay(plan, session.log[1:])
    with pytest.raises(Problem, match="not the beginning"):
        replay(plan, [])


def test_a_kept_log_tells_the_same_session_again(plan: Plan) -> None:
    session = play(plan, '"Hm."', "hand-over", Rewound(9, 1), "form-first", LensChanged(9, "camh"), "one-line")
    again = replay(plan, session.log)
    assert again == session
    assert again != replay(plan, session.log[:-1])
    assert session != "something else"


def test_an_earlier_view_of_a_session_keeps_its_own_future(plan: Plan) -> None:
    start = play(plan)
    one, other = after(start, Chose(1, "hand-over")), after(start, Chose(1, "form-first"))
    assert (start.length, one.length, other.length) == (1, 2, 2)
    assert plan.names("choice", one.state.took) == ("door/hand-over",)
    assert plan.names("choice", other.state.took) == ("door/form-first",)
    assert start.log == (start.started,)


def test_every_event_and_every_state_can_be_asked_for_by_number(plan: Plan) -> None:
    session = play(plan, "hand-over")
    assert session.event(1) is session.started
    assert session.state_after(1) == play(plan).state
    assert session.state_after(2) is session.state
    for number in (0, 3, -1):
        with pytest.raises(IndexError):
            session.event(number)
        with pytest.raises(IndexError):
            session.state_after(number)


def test_a_scenario_made_by_hand_that_leads_nowhere_is_told(known: Known) -> None:
    scenario = opened(edited(), known)
    door = scenario.scenes["door"]
    for ways, said in (((Way("nowhere"),), "Nothing follows 'nowhere'"), ((), "Nothing follows in this")):
        lost = replace(door, choices=(replace(door.choices[0], ways=ways),))
        plan = prepare(replace(scenario, scenes={**scenario.scenes, "door": lost}))
        with pytest.raises(Problem, match=said) as caught:
            after(begin(plan, started(scenario)), Chose(1, "hand-over"))
        assert caught.value.code == "P06"


def test_own_words_can_lead_where_the_story_gives_what_was_asked(known: Known) -> None:
    told = plan_of(
        known, ("    otherwise:\n", "    otherwise:\n      gives: [kit]\n      reaches: [gives-what-was-asked]\n")
    )
    session = play(told, '"Ten, coming up."', "go on")
    assert told.names("ledger", session.state.held) == ("kit",)
    assert told.names("behaviour", session.state.showed) == ("gives-what-was-asked",)
    assert [turn.marked for turn in turns(session)] == [False]
