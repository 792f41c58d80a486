"""Reading a vote, and counting one: hints that only say something, totals that hold no order."""

import pytest

from hrtrainer.group.action import Action
from hrtrainer.group.event import Counted, SetUp
from hrtrainer.group.stage import Stage
from hrtrainer.group.state import Round, Visit
from hrtrainer.group.votes import (
    AGREED,
    LEANING,
    MANY_PASSES,
    SCATTERED,
    SPLIT,
    Run,
    hints,
    how_of,
    reading,
    runs,
)
from hrtrainer.problem import Problem
from tests.group.rooms import Lead

OPTIONS = ("a", "b", "c", "d")


def visit(*totals: int, first: tuple[int, ...] = ()) -> Visit:
    rounds = [Round(1, first, 0, 40, 5)] if first else []
    return Visit("door", 3, True, OPTIONS, (*rounds, Round(2, totals, 0, 40, 9)))


@pytest.mark.parametrize(
    ("totals", "kind"),
    [
        ((3, 3, 0, 0), SPLIT),
        ((4, 2, 0, 0), LEANING),
        ((5, 1, 0, 0), AGREED),
        ((12, 9, 2, 1), SPLIT),
        ((14, 4, 3, 3), LEANING),
        ((20, 12, 5, 3), SPLIT),
        ((30, 6, 2, 2), AGREED),
        ((4, 3, 3, 3), SCATTERED),
        ((1, 0, 0, 0), LEANING),  # one vote is no lead of two
        ((0, 0, 0, 0), ""),
    ],
)
def test_what_a_vote_looks_like(totals: tuple[int, ...], kind: str) -> None:
    assert reading(totals) == kind
    assert reading(tuple(reversed(totals))) == kind


def test_many_passes_are_said_beside_the_rest() -> None:
    told = hints((7, 4, 4, 0), 7, 22, "ABCD")
    assert [hint.kind for hint in told] == [SCATTERED, MANY_PASSES]
    assert [hint.kind for hint in hints((0, 0, 0, 0), 0, 22, "ABCD")] == []
    assert "chose B" in hints((4, 14, 3, 3), 0, 24, "ABCD")[0].say


def test_a_split_offers_the_less_chosen_first_or_both() -> None:
    assert runs(visit(12, 9, 2, 1)) == (Run("less-chosen", "b"), Run("both", "a", "b"), Run("majority", "a"))
    assert runs(visit(20, 2, 1, 1)) == (Run("majority", "a"),)
    assert runs(visit(0, 0, 0, 0, first=(0, 0, 0, 0))) == ()
    assert runs(Visit("door", 3, True, OPTIONS)) == ()


def test_the_second_round_counts_where_there_are_two() -> None:
    assert runs(visit(0, 12, 2, 2, first=(12, 2, 1, 1))) == (Run("majority", "b"),)
    assert [how_of(visit(2, 12, 1, 0), one) for one in OPTIONS] == ["less-chosen", "majority", "less-chosen", "room"]


def test_hands_are_counted_one_by_one_typed_and_undone() -> None:
    lead = Lead.of(22)
    lead.to(Stage.VOTE_1)
    for number in (1, 1, 2, 4):
        lead.wish(Action.OPTION, number)
    lead.wish(Action.PASS)
    assert _round(lead) == ((2, 1, 0, 1), 1)
    lead.wish(Action.TAKE, 1)
    lead.vote((7, 9, 2, 0), 4)
    for totals in (((1, 1, 0, 1), 1), ((2, 1, 0, 1), 1), ((2, 1, 0, 1), 0), ((2, 1, 0, 0), 0)):
        lead.wish(Action.UNDO)
        assert _round(lead) == totals
    for _ in range(3):
        lead.wish(Action.UNDO)
    assert _round(lead) == ((0, 0, 0, 0), 0)
    with pytest.raises(Problem, match="no entry to undo"):
        lead.wish(Action.UNDO)
    assert not lead.wish(Action.TAKE, 1) and not lead.wish(Action.TAKE_PASS)


def _round(lead: Lead) -> tuple[tuple[int, ...], int]:
    (counted,) = lead.room.state.visits[0].rounds
    return counted.totals, counted.passes


def test_the_log_holds_one_count_a_round_with_the_time_the_round_was_opened() -> None:
    lead = Lead.of(22)
    lead.to(Stage.VOTE_1)
    opened = lead.at
    for number in (3, 1, 3, 2):
        lead.wish(Action.OPTION, number)
    lead.wish(Action.BLACK)
    lead.wish(Action.OPTION, 1)
    lead.to(Stage.VOTE_2)
    again = lead.at
    lead.wish(Action.OPTION, 2)
    counts = [event for event in lead.room.session.log if isinstance(event, Counted)]
    assert counts == [Counted(opened, 1, (2, 1, 2, 0), 0, 22), Counted(again, 2, (0, 1, 0, 0), 0, 22)]


def test_undo_ends_with_the_round() -> None:
    lead = Lead.of(22)
    lead.to(Stage.VOTE_1)
    lead.wish(Action.OPTION, 1)
    lead.forward()
    with pytest.raises(Problem):
        lead.wish(Action.UNDO)
    lead.forward()
    with pytest.raises(Problem):
        lead.wish(Action.UNDO)


def test_tables_vote_once_each() -> None:
    lead = Lead.of(30, by="tables")
    lead.to(Stage.VOTE_1)
    lead.vote((3, 3, 1, 0))
    with pytest.raises(Problem, match="7 votes and passes are counted, and 6 can vote"):
        lead.forward()
    lead.vote((3, 3, 0, 0))
    lead.forward()


@pytest.mark.parametrize(("people", "shown"), [(9, False), (10, True)])
def test_counts_are_shown_in_commit_alone_and_from_ten_people_on(people: int, shown: bool) -> None:
    lead = Lead.of(people)
    while lead.room.state.spot.stage is not Stage.COMMIT:
        with pytest.raises(Problem):
            lead.wish(Action.COUNTS)
        if lead.room.state.spot.stage is Stage.VOTE_2:
            lead.vote((4, 3, 0, 0))
        lead.forward()
    if not shown:
        with pytest.raises(Problem, match="fewer than 10 people"):
            lead.wish(Action.COUNTS)
        return
    lead.wish(Action.COUNTS)
    assert lead.room.state.counts
    lead.add(SetUp(0, 9, "cards", 0, 100, "two"))  # somebody left
    assert not lead.room.state.counts
    lead.add(SetUp(0, 10, "cards", 0, 100, "two"))
    lead.wish(Action.COUNTS)
    lead.wish(Action.OPTION, 1)
    lead.forward()
    assert not lead.room.state.counts
    with pytest.raises(Problem):
        lead.wish(Action.COUNTS)


@pytest.mark.parametrize("totals", [(1, 2), (1, 2, 3, -1), (1, 2, 3, 201)])
def test_what_is_no_total_is_refused(totals: tuple[int, ...]) -> None:
    lead = Lead.of(22)
    lead.to(Stage.VOTE_1)
    with pytest.raises(Problem):
        lead.vote(totals)
    assert lead.room.state.visits[0].rounds == ()
