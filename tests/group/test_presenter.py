"""The presenter's page: the wall as it is, what to say, what comes next and what of it would happen."""

import pytest

from hrtrainer.group import wording as say
from hrtrainer.group.action import Action
from hrtrainer.group.actions import act
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.event import Noted, Parked
from hrtrainer.group.stage import Stage
from hrtrainer.pages.presenter import PresenterPage
from hrtrainer.pages.presenter_of import presenter_page
from hrtrainer.pages.wall_of import wall_of
from hrtrainer.problem import Problem
from tests.group.rooms import Lead, reference, shipped
from tests.stage import SHIPPED

S = Stage


def page(lead: Lead) -> PresenterPage:
    return presenter_page(lead.room, reference())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_button_does_what_it_says_or_says_why_not(name: str) -> None:
    lead = Lead.of(22, plan=shipped(name))
    while lead.room.state.spot.stage is not S.REPORT:
        shown = page(lead)
        assert shown.wall == wall_of(lead.room, reference())
        assert shown.script and shown.stage_name == say.STAGES[shown.stage]
        for button in (shown.next, *shown.buttons, *shown.wall_buttons):
            if button.action is Action.END:
                continue
            try:
                deed = act(lead.room, button.action, lead.at + 5_000)
            except Problem as problem:
                assert problem.message == button.why or button.action is Action.COUNTS
                assert button.why
            else:
                assert bool(button.why) == (deed is None), button
        if shown.stage is S.COMMIT:
            assert page(lead).next.why == "Choose the reply that the room says."
            lead.wish(Action.OPTION, 1)
        lead.forward()


def test_branches_show_every_reply_with_what_is_answered_and_where_it_leads() -> None:
    lead = Lead.of()
    lead.to(S.SCENE)
    branches = page(lead).branches
    assert [one.letter for one in branches] == ["A", "B", "C", "D"]
    assert branches[1].answer == "Was I."
    assert branches[2].leads == "Gives: Points, the long ones, and a full kit. Then on: At the counter, packing."
    assert all(one.full and one.answer and one.leads for one in branches)


def test_the_vote_is_here_alone_with_its_sum_and_hint() -> None:
    lead = Lead.of(22)
    lead.to(S.VOTE_1)
    lead.vote((8, 7, 1, 0), 3)
    vote = page(lead).vote
    assert vote is not None and vote.open and not vote.over
    assert [line.count for line in vote.lines] == [8, 7, 1, 0]
    assert (vote.sum_line, vote.passes, vote.hidden) == ("19 of 22 people", 3, "Counts hidden from the room")
    assert [hint.kind for hint in vote.hints] == ["split"]
    lead.vote((18, 7, 1, 0), 3)
    over = page(lead).vote
    assert over is not None and over.over and page(lead).next.why.startswith("29 votes")
    lead.vote((8, 7, 1, 0), 3)
    lead.forward(2)
    lead.vote((9, 8, 0, 0), 2)
    second = page(lead).vote
    assert second is not None
    assert [(line.before, line.count) for line in second.lines] == [(8, 9), (7, 8), (1, 0), (0, 0)]
    lead.forward()
    labels = ["B, the less chosen first", "Both: A, then B", "A, what most chose"]
    assert [one.label for one in page(lead).runs] == labels


def test_all_principles_are_known_here_before_the_room_sees_one() -> None:
    lead = Lead.of()
    lead.to(S.REPLY)
    shown = page(lead)
    assert shown.reveals and not any(one.seen for one in shown.reveals)
    lead.to(S.REVEAL)
    assert [one.seen for one in page(lead).reveals] == [True, *[False] * (len(shown.reveals) - 1)]
    lead.to(S.DEBRIEF)
    assert all(one.seen for one in page(lead).reveals)


def test_a_what_if_is_compared_principle_by_principle() -> None:
    lead = Lead.of()
    lead.to(S.CROSSROADS)
    lead.wish(Action.WHAT_IF)
    lead.wish(Action.OPTION, 3)
    lead.to(S.COMPARE)
    compared = {line.name: (line.ours, line.other) for line in page(lead).compared}
    assert compared["Accept and work with reality"] == ("strains a little", "supports")
    assert compared["Honest about danger"][1] == ""


def test_what_lies_over_the_wall_is_said() -> None:
    lead = Lead.of()
    lead.to(S.THINK)
    assert page(lead).over_wall == ""
    words = {Action.FREEZE: "still", Action.PAUSE: "pause", Action.BLACK: "black", Action.HIDE: "hidden"}
    for action, word in words.items():
        lead.wish(action)
        assert word in page(lead).over_wall
    assert [button.on for button in page(lead).wall_buttons] == [True, False, True, True, True]


def test_the_frozen_wall_stands_still_while_the_presenter_looks_ahead() -> None:
    lead = Lead.of()
    lead.to(S.THINK)
    still = wall_of(lead.room, reference())
    lead.wish(Action.FREEZE)
    lead.forward(2)
    assert wall_of(lead.room, reference()) == still
    assert page(lead).stage is S.DISCUSS
    lead.wish(Action.FREEZE)
    assert wall_of(lead.room, reference()) != still


def test_notes_and_parked_items_come_back_where_they_were_written() -> None:
    lead = Lead.of(22, Agenda(support="Rosa, room 4"))
    lead.to(S.DISCUSS)
    lead.add(Noted(0, 1, "discuss", "they want time", private=False))
    lead.add(Noted(0, 1, "discuss", "slow down", private=True))
    lead.add(Parked(0, "rides home"))
    shown = page(lead)
    assert (shown.room_note, shown.private_note) == ("they want time", "slow down")
    assert [(one.number, one.text, one.owner) for one in shown.parked] == [(1, "rides home", None)]
    assert shown.lands_hard.endswith("Rosa, room 4.")
    lead.forward()
    assert (page(lead).room_note, page(lead).private_note) == ("", "")


def test_prompts_go_on_the_wall_one_at_a_time() -> None:
    lead = Lead.of()
    lead.to(S.DISCUSS)
    on_wall = [[at for at, (_, shown) in enumerate(page(lead).prompts) if shown]]
    for _ in range(3):
        lead.wish(Action.PROMPT)
        on_wall.append([at for at, (_, shown) in enumerate(page(lead).prompts) if shown])
    assert on_wall == [[0], [1], [2], [0]]


def test_at_a_crossroads_the_reply_that_others_chose_is_offered_and_then_the_next() -> None:
    lead = Lead.of()
    lead.to(S.VOTE_2)
    lead.vote((10, 4, 6, 0), 2)
    lead.forward()
    lead.wish(Action.OPTION, 1)
    lead.to(S.CROSSROADS)
    assert page(lead).suggestion == "C was chosen by 6 of 22. You could try it."
    lead.wish(Action.WHAT_IF)
    lead.wish(Action.OPTION, 3)
    lead.to(S.CROSSROADS)
    assert page(lead).suggestion == "B was chosen by 4 of 22. You could try it."
    lead.wish(Action.WHAT_IF)
    lead.wish(Action.OPTION, 2)
    lead.to(S.CROSSROADS)
    assert page(lead).suggestion == ""


def test_the_map_is_a_tree_of_decisions_with_what_was_said_tried_and_not_seen() -> None:
    lead = Lead.of(22)
    while lead.room.state.spot.stage is not S.CROSSROADS:
        if lead.room.state.spot.stage is S.COMMIT:
            lead.wish(Action.OPTION, 1)
        lead.forward()
    lead.wish(Action.WHAT_IF)
    lead.wish(Action.OPTION, 3)
    lines = presenter_page(lead.room, reference()).map
    assert [line.number for line in lines if line.here] == [len(lead.room.state.walked)]
    assert {line.number for line in lines} == {0, *range(1, len(lead.room.state.walked) + 1)}
    beginning, moment = (line.name for line in lines if line.depth == 0)
    assert beginning == "Before the conversation" and moment.startswith("Moment 1: A. ")
    replies = {line.name[0]: line for line in lines if line.depth == 1 and line.name[1:2] == ","}
    assert {letter: line.name.split(":")[0][3:] for letter, line in replies.items()} == {
        "A": "we said", "B": "not seen", "C": "tried", "D": "not seen",
    }  # fmt: skip
    assert [letter for letter, line in replies.items() if not line.number] == ["B", "D"]
    below = [lines[at + 1] for at, line in enumerate(lines) if line is replies["C"]]
    assert [(line.name, line.depth, line.here) for line in below] == [("Reply", 2, True)]
