"""The ten invariants of a room, one test each, of the values alone. The rest of 5, 6 and 10 is the windows' to keep.

1 no count before it is shown            6 one screen: the wall's value is all there is to draw
2 no feedback, note or next scene early  7 every change is one line; the log replays to the same at every line
3 repeats and bounces are ignored        8 letters stay the same for a decision
4 Esc ends nothing                       9 a vote holds totals alone
5 back from a lost screen: black        10 (display sleep: the windows)
"""

from dataclasses import fields

import pytest

from hrtrainer.group.action import Action
from hrtrainer.group.actions import act
from hrtrainer.group.event import CameBack, Counted
from hrtrainer.group.folding import replay
from hrtrainer.group.keys import bindings, pressed
from hrtrainer.group.room import Room
from hrtrainer.group.stage import Stage
from hrtrainer.group.voting import done
from hrtrainer.pages.wall import BlackWall, CountsWall, WallPage
from hrtrainer.pages.wall_of import back_row_wall, uncovered, wall_of
from hrtrainer.session.event import Chose
from tests.group.airlock import forbidden, numbers, texts
from tests.group.rooms import Lead, reference, shipped
from tests.stage import SHIPPED

S = Stage
HANDS = (7, 6, 5, 3)
"""Totals that are no other number of a wall with 22 people."""


def stations(name: str = "in-a-rush", people: int = 22) -> list[Room]:
    """A room at every spot of its way, with votes counted and another reply tried at the first crossroads."""
    lead, found = Lead.of(people, plan=shipped(name)), []
    while True:
        spot, visit = lead.room.state.spot, lead.room.state.visit
        if spot.stage in (S.VOTE_1, S.VOTE_2) and visit:
            lead.vote((*HANDS[: len(visit.options)], *(0 for _ in visit.options[len(HANDS) :])), 1)
        found.append(lead.room)
        if spot.stage is S.REPORT:
            return found
        if spot.stage is S.COMMIT:
            lead.wish(Action.OPTION, 2)
            found.append(lead.room)
        if spot.stage is S.CROSSROADS and spot.visit == 1 and spot.step == 1:
            lead.wish(Action.WHAT_IF)
            found.append(lead.room)
            lead.wish(Action.OPTION, 1)
        else:
            lead.forward()


def page(room: Room) -> WallPage:
    return wall_of(room, reference()).page


@pytest.mark.parametrize("name", SHIPPED)
def test_1_no_count_is_on_the_wall_before_it_is_shown(name: str) -> None:
    seen = set()
    for room in stations(name):
        stage, shown = room.state.spot.stage, numbers(page(room))
        seen.add(stage)
        assert not isinstance(page(room), CountsWall)
        if stage in (S.THINK, S.DISCUSS, S.COMMIT):
            assert shown == {}
        if stage in (S.VOTE_1, S.VOTE_2):
            hands = HANDS[: len(room.state.visits[-1].options)]
            assert shown == {"chosen": [sum(hands) + 1], "of": [22]}
        if stage is S.COMMIT and room.state.visits[-1].reply:
            deed = act(room, Action.COUNTS, room.state.since + 1000)
            assert deed is not None
            counts = numbers(page(done(room, deed)[0]))
            assert sorted(counts["after"]) == sorted(HANDS[: len(room.state.visits[-1].options)])
    assert seen == set(S)


@pytest.mark.parametrize("name", SHIPPED)
def test_2_no_feedback_note_or_next_scene_is_on_the_wall_early(name: str) -> None:
    for room in stations(name):
        said = texts(page(room))
        for text in forbidden(room, reference()):
            assert not any(text in one for one in said), (room.state.spot, text)


def test_3_a_held_key_and_a_bounce_do_nothing() -> None:
    assert all(pressed(bindings(), key, repeat=True) is None for key in bindings())
    for room in stations():
        if room.state.spot.stage in (S.REPLY, S.REVEAL):
            assert act(room, Action.FORWARD, room.state.since + 349) is None
            assert act(room, Action.FORWARD, room.state.since + 350) is not None


def test_4_escape_takes_something_off_or_does_nothing() -> None:
    for room in stations():
        assert act(room, Action.ESCAPE, room.state.since + 1000) is None
        for action in (Action.BLACK, Action.CARD, Action.FREEZE):
            deed = act(room, action, room.state.since + 1000)
            assert deed is not None
            covered, _ = done(room, deed)
            deed = act(covered, Action.ESCAPE, room.state.since + 2000)
            assert deed is not None
            assert page(done(covered, deed)[0]) == page(room)


def test_5_a_screen_that_returns_is_black_and_the_stage_is_as_it_was() -> None:
    for room in stations():
        lead = Lead(room, room.state.since)
        lead.add(CameBack(0))
        assert page(lead.room) == BlackWall()
        assert (lead.room.state.walked, lead.room.state.at) == (room.state.walked, room.state.at)
        lead.wish(Action.RETURN)
        assert page(lead.room) == page(room)


def test_6_the_value_of_the_wall_is_all_that_one_screen_needs() -> None:
    for room in stations():
        assert uncovered(room, reference()) == page(room)
    assert texts(back_row_wall())


@pytest.mark.parametrize("name", SHIPPED)
def test_7_the_log_replays_to_the_same_room_at_every_line(name: str) -> None:
    room = stations(name)[-1]
    log = room.session.log
    for number in range(1, len(log) + 1):
        again = replay(room.session.plan, log[:number], room.lens)
        assert again == room.as_of(number)
        assert wall_of(again, reference()) == wall_of(room.as_of(number), reference())


@pytest.mark.parametrize("name", SHIPPED)
def test_8_the_letters_of_a_decision_stay_the_same(name: str) -> None:
    letters: dict[int, tuple[tuple[str, str], ...]] = {}
    for room in stations(name):
        visit = room.state.visit
        if visit is not None and visit.options:
            here = tuple((one.letter, one.choice.id) for one in room.options(visit))
            assert letters.setdefault(room.state.spot.visit, here) == here
            assert [choice for _, choice in here] == list(visit.options)
    assert len(letters) > 5


def test_9_a_vote_is_the_totals_of_a_round_and_nothing_else() -> None:
    assert [field.name for field in fields(Counted)] == ["at", "round", "totals", "passes", "voters"]
    log = stations()[-1].session.log
    counts = [(number, event) for number, event in enumerate(log) if isinstance(event, Counted)]
    answers = sum(isinstance(event, Chose) for event in log)
    assert answers < len(counts) <= 2 * answers
    for number, event in counts:
        assert event.at == log[number - 1].at  # when the round was opened
