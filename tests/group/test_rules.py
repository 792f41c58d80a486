"""The table of the way: every step with its guard, and nothing else is possible."""

import random

import pytest

from hrtrainer.group.action import Action
from hrtrainer.group.actions import BOUNCE_MS, act
from hrtrainer.group.agenda import FULL, ONE_VOTE, TALK, Agenda
from hrtrainer.group.event import Committed, Owned, Parked, SetUp, WentTo
from hrtrainer.group.folding import after
from hrtrainer.group.room import Room
from hrtrainer.group.rules import GUARDS, RULES, hindrance, rule_of
from hrtrainer.group.stage import Cover, Spot, Stage, Step
from hrtrainer.group.state import BOTH
from hrtrainer.group.votes import runs
from hrtrainer.group.voting import done
from hrtrainer.group.way import ahead
from hrtrainer.problem import Problem
from hrtrainer.scenario.known import Known
from hrtrainer.session.event import Chose, LensChanged, Rewound, SaidOwn
from hrtrainer.session.plan import Plan
from tests.group.rooms import Lead, opened, shipped
from tests.group.test_wall import random_step
from tests.stage import SHIPPED, plan_of

S = Stage
FORWARD = {
    S.HOLD: ({S.BRIEF}, ("screens", "headcount")),
    S.BRIEF: ({S.BRIEF, S.SCENE}, ()),
    S.SCENE: ({S.THINK, S.DISCUSS, S.CROSSROADS}, ()),
    S.THINK: ({S.VOTE_1}, ()),
    S.VOTE_1: ({S.DISCUSS}, ("sum",)),
    S.DISCUSS: ({S.VOTE_2, S.COMMIT}, ()),
    S.VOTE_2: ({S.COMMIT}, ("sum",)),
    S.COMMIT: ({S.REPLY}, ("reply",)),
    S.REPLY: ({S.REPLY, S.REVEAL, S.DEBRIEF, S.COMPARE, S.CROSSROADS}, ()),
    S.REVEAL: ({S.REVEAL, S.DEBRIEF, S.COMPARE, S.CROSSROADS}, ()),
    S.DEBRIEF: ({S.DEBRIEF, S.CROSSROADS}, ()),
    S.CROSSROADS: ({S.SCENE, S.REPLY, S.CLOSE}, ()),
    S.COMPARE: ({S.CROSSROADS}, ()),
    S.CLOSE: ({S.CLOSE, S.REPORT}, ("owners",)),
}
"""Where one press forward can lead from each stage, and what must hold."""
SIDEWAYS = {
    (S.SCENE, Step.SKIP): {S.COMMIT},
    (S.THINK, Step.SKIP): {S.COMMIT},
    (S.DISCUSS, Step.SKIP): {S.COMMIT},
    (S.REPLY, Step.SKIP): {S.COMPARE, S.CROSSROADS},
    (S.REVEAL, Step.SKIP): {S.COMPARE, S.CROSSROADS},
    (S.DEBRIEF, Step.SKIP): {S.CROSSROADS},
    (S.CROSSROADS, Step.NEXT): {S.SCENE},
    (S.CROSSROADS, Step.WHAT_IF): {S.WHAT_IF},
    (S.CROSSROADS, Step.CLOSE): {S.CLOSE},
    (S.WHAT_IF, Step.TRY): {S.REPLY},
}


def test_the_table_is_this() -> None:
    told = {(rule.stage, rule.step): (set(rule.to), rule.guards) for rule in RULES}
    wanted = {(stage, Step.FORWARD): row for stage, row in FORWARD.items()}
    assert {key: row for key, row in told.items() if key[1] is Step.FORWARD} == wanted
    assert {key: row[0] for key, row in told.items() if key[1] is not Step.FORWARD} == SIDEWAYS
    assert {guard for rule in RULES for guard in rule.guards} == set(GUARDS)
    assert len(told) == len(RULES)


def found(room: Room) -> set[tuple[Stage, Step, Stage]]:
    """The steps that can be taken now and where they lead, each of which the table has."""
    seen = set()
    for step in Step:
        why, rule = hindrance(room, step), rule_of(room.state.spot.stage, step)
        if why:
            assert why.endswith(".") and why[0].isupper()
        else:
            assert rule is not None
            seen.add((room.state.spot.stage, step, ahead(room, step, "x").stage))
            assert seen <= {(rule.stage, rule.step, to) for rule in RULES for to in rule.to}
    return seen


def on_random_ways(seed: int) -> set[tuple[Stage, Step, Stage]]:
    """What can be done at every step of a random way."""
    chance = random.Random(seed)
    lead, seen = Lead.of(22, plan=shipped(chance.choice(SHIPPED))), set()
    for _ in range(160):
        before = lead.room
        try:
            random_step(lead, chance)
        except Problem:
            assert lead.room is before
        seen |= found(lead.room)
    return seen


def on_straight_ways(plan: Plan, seed: int) -> set[tuple[Stage, Step, Stage]]:
    """What can be done on the way to the end, with now and then a split, a what-if or a skip."""
    chance = random.Random(seed)
    agenda = Agenda(pace=chance.choice([FULL, ONE_VOTE, TALK]), debrief=chance.choice([(), (1, 4)]))
    lead, seen = Lead.of(22, agenda, plan), set()
    while lead.room.state.spot.stage is not S.REPORT:
        seen |= found(lead.room)
        spot, visit = lead.room.state.spot, lead.room.state.visit
        if spot.stage is S.VOTE_2 and visit:
            lead.vote((9, 9, *(0 for _ in visit.options[2:])))
        if spot.stage is S.COMMIT and visit:
            both = [run for run in runs(visit) if run.how == BOTH]
            if both:
                lead.add(Committed(0, both[0].reply, both[0].how, both[0].other))
            else:
                lead.wish(Action.OPTION, 1)
        lead.forward()
    return seen


def test_only_what_the_table_says_can_be_done_and_all_of_it_can(known: Known) -> None:
    shown = "        shows:\n          gives-what-was-asked: {why: The pack came first., quote: as many as you like}\n"
    unread = plan_of(
        known, (shown, ""), ("shows: {holds-them-up: Sam was leaving and the form came first.}", "shows: {}")
    )
    seen = {one for seed in range(40) for one in on_random_ways(seed)}
    seen |= {one for seed in range(20) for one in on_straight_ways(unread, seed)}
    seen |= {one for seed in range(6) for one in on_straight_ways(shipped(), seed)}
    assert seen == {(rule.stage, rule.step, to) for rule in RULES for to in rule.to}


def refused(lead: Lead, action: Action, number: int = 0) -> str:
    """The sentence that refuses a wish; nothing has changed."""
    before = lead.room
    with pytest.raises(Problem) as raised:
        lead.wish(action, number)
    assert lead.room is before
    return raised.value.message


def test_nobody_begins_before_the_screens_and_the_people_are_known() -> None:
    lead = Lead(opened())
    assert refused(lead, Action.FORWARD) == "Say first which screen the room can see."
    lead.add(SetUp(0, 0, "cards", 0, 100, "one"))
    assert refused(lead, Action.FORWARD) == "Say first how many people are here."
    lead.add(SetUp(0, 12, "tables", 0, 100, "one"))
    assert refused(lead, Action.FORWARD) == "Say first how many people are here."
    lead.add(SetUp(0, 12, "tables", 4, 100, "one"))
    lead.forward()
    assert lead.room.state.spot == Spot(S.BRIEF)


@pytest.mark.parametrize("people", [-1, 201])
def test_a_room_has_one_to_two_hundred_people(people: int) -> None:
    with pytest.raises(Problem):
        Lead(opened()).add(SetUp(0, people, "cards", 0, 100, "two"))


def test_the_content_note_is_shown_before_the_first_scene() -> None:
    lead = Lead.of()
    lead.to(S.SCENE)
    assert [spot.step for spot in lead.room.state.walked if spot.stage is S.BRIEF] == [1, 2, 3]


@pytest.mark.parametrize("stage", [S.VOTE_1, S.VOTE_2])
def test_a_vote_closes_only_when_no_more_was_counted_than_can_vote(stage: Stage) -> None:
    lead = Lead.of(22)
    lead.to(stage)
    lead.vote((10, 10, 2, 0), 1)
    assert refused(lead, Action.FORWARD) == "23 votes and passes are counted, and 22 can vote. Count again."
    lead.add(SetUp(0, 23, "cards", 0, 100, "two"))  # somebody came in
    lead.forward()
    assert lead.room.state.spot.stage in (S.DISCUSS, S.COMMIT)


def test_the_person_answers_only_what_the_room_settled_on() -> None:
    lead = Lead.of()
    lead.to(S.COMMIT)
    assert refused(lead, Action.FORWARD) == "Choose the reply that the room says."
    with pytest.raises(Problem):
        lead.add(Chose(0, "bag-and-ask"))
    lead.wish(Action.OPTION, 3)
    lead.forward()
    assert lead.room.state.spot == Spot(S.REPLY, 1, 1)
    assert lead.room.session.log[-1] == Chose(lead.at, "bag-and-ask")


def test_the_first_principle_takes_two_presses_and_a_bounce_is_none() -> None:
    lead = Lead.of()
    lead.to(S.COMMIT)
    lead.wish(Action.OPTION, 1)
    lead.forward()
    for milliseconds, stage, step in ((10, S.REPLY, 1), (BOUNCE_MS, S.REPLY, 2), (349, S.REPLY, 2), (1, S.REVEAL, 1)):
        lead.at += milliseconds
        deed = act(lead.room, Action.FORWARD, lead.at)
        if deed is not None:
            lead.room, _ = done(lead.room, deed)
        assert (lead.room.state.spot.stage, lead.room.state.spot.step) == (stage, step)
    lead.at += 100
    assert act(lead.room, Action.FORWARD, lead.at) is None
    lead.at -= 3_600_000  # a clock that is put back keeps nobody waiting
    assert act(lead.room, Action.FORWARD, lead.at) is not None


def test_one_principle_a_press_then_four_steps_of_the_debrief() -> None:
    lead = Lead.of()
    lead.to(S.COMMIT)
    lead.wish(Action.OPTION, 1)
    lead.forward(3)
    walked = []
    while lead.room.state.spot.stage is not S.CROSSROADS:
        walked.append((lead.room.state.spot.stage, lead.room.state.spot.step))
        lead.forward()
    reveals = len(lead.room.reveals(lead.room.state.visits[0], ""))
    assert reveals > 1
    assert walked == [*((S.REVEAL, k) for k in range(1, reveals + 1)), *((S.DEBRIEF, k) for k in (1, 2, 3, 4))]


def test_a_quick_one_has_no_silent_vote_and_a_talk_no_vote_at_all() -> None:
    def way(agenda: Agenda | None) -> list[Stage]:
        lead = Lead.of(22, agenda)
        lead.to(S.COMMIT)
        return [spot.stage for spot in lead.room.state.walked if spot.visit]

    assert way(None) == [S.SCENE, S.THINK, S.VOTE_1, S.DISCUSS, S.VOTE_2, S.COMMIT]
    assert way(Agenda(turning_points=("danger",))) == [S.SCENE, S.DISCUSS, S.VOTE_2, S.COMMIT]
    assert way(Agenda(pace=ONE_VOTE)) == [S.SCENE, S.DISCUSS, S.VOTE_2, S.COMMIT]
    assert way(Agenda(pace=TALK)) == [S.SCENE, S.DISCUSS, S.COMMIT]


def test_looking_back_changes_the_view_alone() -> None:
    lead = Lead.of()
    lead.to(S.VOTE_2)
    lead.vote((12, 4, 4, 2))
    visits = lead.room.state.visits
    lead.wish(Action.BACK)
    lead.wish(Action.BACK)
    assert lead.room.state.spot.stage is S.VOTE_1 and lead.room.state.looking_back
    assert refused(lead, Action.OPTION, 1) == "No vote is open."
    assert refused(lead, Action.SKIP) == "You are looking back. Go forward to where the room is first."
    lead.forward(2)
    assert lead.room.state.spot.stage is S.VOTE_2 and lead.room.state.visits == visits
    while lead.wish(Action.BACK):
        pass
    assert lead.room.state.spot.stage is S.HOLD
    lead.wish(Action.GO, len(lead.room.state.walked))
    assert not lead.room.state.looking_back
    assert refused(lead, Action.GO, 99) == f"The steps so far are 1 to {len(lead.room.state.walked)}."


def test_another_reply_is_tried_beside_the_path_and_the_two_are_compared() -> None:
    lead = Lead.of()
    lead.to(S.CROSSROADS)
    path = lead.room.session.state
    assert refused(lead, Action.COMPARE) == "Try another reply first; then the two can be compared."
    lead.wish(Action.WHAT_IF)
    assert refused(lead, Action.FORWARD) == "Choose the reply to try."
    assert refused(lead, Action.OPTION, 1) == "This is the reply that the room said. Try another."
    lead.wish(Action.OPTION, 3)
    lead.to(S.COMPARE)
    lead.forward()
    assert lead.room.state.spot == Spot(S.CROSSROADS, 2, 1)
    assert lead.room.session.state == path
    assert [event.choice for event in lead.room.session.log if isinstance(event, Chose)] == ["form-first"]
    lead.wish(Action.COMPARE)
    assert lead.room.state.spot == Spot(S.COMPARE, 1, 1, "bag-and-ask")
    lead.forward()
    lead.wish(Action.WHAT_IF)
    lead.wish(Action.BACK)  # nothing was tried, so nothing stays of it
    lead.forward()
    assert lead.room.state.spot == Spot(S.SCENE, 1, 2)


def test_both_replies_of_a_split_come_one_after_the_other() -> None:
    lead = Lead.of()
    lead.to(S.VOTE_2)
    lead.vote((10, 9, 2, 1))
    lead.forward()
    offers = runs(lead.room.state.visits[0])
    assert [(run.how, run.reply, run.other) for run in offers] == [
        ("less-chosen", "oh-jess", ""),
        ("both", "form-first", "oh-jess"),
        ("majority", "form-first", ""),
    ]
    lead.add(Committed(0, offers[1].reply, offers[1].how, offers[1].other))
    lead.forward()
    lead.to(S.CROSSROADS)
    lead.forward()
    assert lead.room.state.spot == Spot(S.REPLY, 1, 1, "oh-jess")
    with pytest.raises(Problem):
        lead.add(Committed(0, "form-first", "majority"))


def test_after_the_last_turning_point_of_the_plan_comes_the_close_and_the_room_may_go_on() -> None:
    lead = Lead.of(22, Agenda(turning_points=("counter",)))
    lead.to(S.CROSSROADS)
    lead.forward()
    assert lead.room.state.spot == Spot(S.CLOSE)
    lead.wish(Action.BACK)
    lead.wish(Action.NEXT)
    assert lead.room.state.spot == Spot(S.SCENE, 1, 2)
    assert Spot(S.CLOSE) not in lead.room.state.walked


def test_a_conversation_that_is_over_shows_how_it_ended_and_closes() -> None:
    lead = Lead.of()
    lead.to(S.CLOSE)
    last = lead.room.state.visits[-1]
    assert last.scene == "" and not last.options
    assert [spot.stage for spot in lead.room.state.walked[-3:]] == [S.SCENE, S.CROSSROADS, S.CLOSE]


def test_every_parked_item_is_asked_whose_it_is() -> None:
    lead = Lead.of(22, Agenda(turning_points=("counter",)))
    lead.add(Parked(0, "rides home"))
    lead.to(S.CLOSE)
    lead.forward(2)
    assert lead.room.state.spot == Spot(S.CLOSE, 3)
    assert refused(lead, Action.FORWARD) == "Say for each parked item whose it is, or that it is nobody's."
    with pytest.raises(Problem):
        lead.add(Owned(0, 1, "Ana"))
    lead.add(Owned(0, 1, ""))
    lead.forward()
    assert lead.room.state.spot.stage is S.REPORT


def test_escape_and_the_play_button_of_a_clicker_end_nothing() -> None:
    lead = Lead.of()
    lead.to(S.THINK)
    lead.wish(Action.OPTION, 2)
    lead.wish(Action.PAUSE)
    lead.wish(Action.BLACK)
    states = [(lead.room.state.covers, lead.room.state.spotlight)]
    for action in (Action.RETURN, Action.RETURN, Action.ESCAPE, Action.ESCAPE, Action.ESCAPE):
        lead.wish(action)
        states.append((lead.room.state.covers, lead.room.state.spotlight))
    paused = (Cover.PAUSE,)
    told = [
        ((Cover.PAUSE, Cover.BLACK), "oh-jess"),
        (paused, "oh-jess"),
        (paused, "oh-jess"),
        ((), "oh-jess"),
        ((), ""),
    ]
    assert states == [*told, ((), "")]
    assert lead.room.state.spot.stage is S.THINK and not lead.room.state.ended
    assert lead.room.state.pauses == 1


def test_the_wall_is_brought_back_from_black_and_from_where_it_was_hidden() -> None:
    lead = Lead.of()
    lead.to(S.SCENE)
    for action in (Action.BLACK, Action.PAUSE, Action.HIDE, Action.RETURN):
        lead.wish(action)
    assert lead.room.state.covers == (Cover.BLACK, Cover.PAUSE)
    lead.wish(Action.RETURN)
    assert lead.room.state.covers == (Cover.PAUSE,)
    assert not lead.wish(Action.RETURN)


def test_covers_lie_over_every_stage_and_change_none() -> None:
    lead = Lead.of()
    while lead.room.state.spot.stage is not S.REPORT:
        state = lead.room.state
        for action in (Action.BLACK, Action.CARD, Action.FREEZE, Action.HIDE, Action.PAUSE) * 2:
            lead.wish(action)
        assert (lead.room.state.walked, lead.room.state.at, lead.room.state.covers) == (state.walked, state.at, ())
        if state.spot.stage is S.COMMIT:
            lead.wish(Action.OPTION, 1)
        lead.wish(Action.CLOSE) if state.spot.stage is S.CROSSROADS else lead.forward()


@pytest.mark.parametrize(
    "event", [SaidOwn(0, "a"), Rewound(0, 1), LensChanged(0, "camh"), WentTo(0, Spot(S.VOTE_2, 1, 1)), Chose(0, "x")]
)
def test_what_happens_in_practice_alone_is_refused(event: object) -> None:
    lead = Lead.of()
    lead.to(S.THINK)
    with pytest.raises(Problem):
        lead.add(event)  # type: ignore[arg-type]


def test_nothing_happens_after_the_end() -> None:
    lead = Lead.of()
    lead.wish(Action.END)
    for action in Action:
        assert refused(lead, action) == "This session has ended."
    with pytest.raises(Problem):
        after(lead.room, Parked(0, "late"))
