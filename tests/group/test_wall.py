"""The airlock: what the room sees is a value that has no room for a note, a count or a feedback before its time."""

import random
from typing import get_args, get_type_hints

import pytest

from hrtrainer import words
from hrtrainer.group.action import Action
from hrtrainer.group.event import Added, CameBack, Noted, Owned, Parked, ReadByRoom, SetUp
from hrtrainer.group.folding import replay
from hrtrainer.group.stage import Stage
from hrtrainer.pages import wall
from hrtrainer.pages.wall_of import wall_of
from hrtrainer.principles.mark import Mark
from hrtrainer.problem import Problem
from tests.group.airlock import PRIVATE, forbidden, numbers, texts
from tests.group.rooms import Lead, reference, shipped
from tests.stage import SHIPPED

S = Stage
KINDS = get_args(wall.WallPage)
NUMBERS = {
    wall.BriefWall: {"step", "of"},
    wall.VoteWall: {"chosen", "of"},
    wall.CountsWall: {"most", "before", "after"},
    wall.RevealWall: {"step", "of"},
    wall.DebriefWall: {"step", "of"},
    wall.CloseWall: {"step"},
    wall.BackRowWall: {"lines"},
}
"""The kinds of wall that have numbers in them, and which."""
STAGES = {
    wall.HoldWall: {S.HOLD},
    wall.BriefWall: {S.BRIEF},
    wall.SceneWall: {S.SCENE},
    wall.ThinkWall: {S.THINK},
    wall.VoteWall: {S.VOTE_1, S.VOTE_2},
    wall.DiscussWall: {S.DISCUSS},
    wall.CommitWall: {S.COMMIT},
    wall.CountsWall: {S.COMMIT},
    wall.ReplyWall: {S.REPLY},
    wall.RevealWall: {S.REVEAL},
    wall.DebriefWall: {S.DEBRIEF},
    wall.CrossroadsWall: {S.CROSSROADS},
    wall.WhatIfWall: {S.WHAT_IF},
    wall.CompareWall: {S.COMPARE},
    wall.CloseWall: {S.CLOSE},
    wall.ReportWall: {S.REPORT},
    wall.SpotlightWall: {S.THINK, S.DISCUSS},
}
"""The stages in which each kind of wall can be seen; what lies over a wall can be seen in any."""


def held_types(kind: object, seen: frozenset[object] = frozenset()) -> set[tuple[str, object]]:
    """Every plain type that a value of a kind can hold, with the field it stands in."""
    found: set[tuple[str, object]] = set()
    for name, hint in get_type_hints(kind).items():
        stack = [hint]
        while stack:
            one = stack.pop()
            if get_args(one):
                stack += [arg for arg in get_args(one) if arg is not Ellipsis]
            elif isinstance(one, type) and hasattr(one, "__dataclass_fields__"):
                found |= held_types(one)
            else:
                found.add((name, one))
    return found


def test_only_one_kind_of_wall_can_hold_a_mark_and_only_named_fields_are_numbers() -> None:
    for kind in KINDS:
        types = held_types(kind)
        assert {one for _, one in types} <= {str, int, bool, Mark, type(None)}
        assert (Mark in {one for _, one in types}) == (kind is wall.RevealWall)
        assert {name for name, one in types if one is int} == NUMBERS.get(kind, set()), kind


OFTEN = (Action.FORWARD,) * 14 + (Action.OPTION,) * 8 + (Action.ESCAPE,) * 10 + (Action.COUNTS, Action.WHAT_IF) * 3
WISHES = (*OFTEN, *(one for one in Action if one is not Action.END))


def random_step(lead: Lead, chance: random.Random) -> None:
    """One thing that a facilitator might do, sensible or not."""
    state = lead.room.state
    wish = chance.choice(WISHES)
    number = chance.randrange(0, 6) if wish is not Action.GO else chance.randrange(0, len(state.walked) + 2)
    roll = chance.random()
    if roll < 0.04:
        lead.add(Noted(0, state.spot.visit, state.spot.stage, PRIVATE, private=True))
    elif roll < 0.042:
        lead.add(CameBack(0))
    elif roll < 0.08:
        lead.add(Parked(0, "something for later"))
    elif roll < 0.10 and state.parked:
        lead.add(Owned(0, chance.randrange(len(state.parked)) + 1, chance.choice(["", "Peer workers"])))
    elif roll < 0.11:
        lead.add(Added(0, chance.choice(["plus", "delta", "try"]), "we asked first"))
    elif roll < 0.12:
        lead.add(SetUp(0, chance.randrange(1, 41), chance.choice(["cards", "hands"]), 0, 100, "two"))
    elif roll < 0.13 and state.visit and state.visit.answered:
        lead.add(ReadByRoom(0, state.spot.visit, "", lead.room.lens.principles[0].id, "both"))
    elif state.walked[-1].stage is S.REPORT:
        lead.room = Lead.of(chance.randrange(1, 41), plan=lead.room.session.plan).room
    else:
        lead.wish(wish, number)


def checked(lead: Lead) -> None:
    """The ten invariants that are about the wall's value, as this room stands."""
    room, state = lead.room, lead.room.state
    shown = wall_of(room, reference())
    page = shown.page
    if isinstance(page, wall.BlackWall | wall.CardWall | wall.PauseWall):
        said = {"Take a breath.", "You can step out, and come back, or not.", words.typographic(room.scenario.title)}
        assert set(texts(page)) <= said
        return
    seen = room.as_of(state.frozen) if state.frozen else room
    assert seen.state.spot.stage in STAGES[type(page)]
    for name, found in numbers(page).items():
        assert name in NUMBERS[type(page)], (type(page), name, found)
    if isinstance(page, wall.CountsWall):
        assert seen.state.counts and seen.state.people >= 10
    if isinstance(page, wall.VoteWall):
        assert numbers(page).keys() == {"chosen", "of"}
    said = texts(page)
    for text in forbidden(seen, reference()):
        assert not any(text in one for one in said), (state.spot, text)


@pytest.mark.parametrize("seed", range(40))
def test_the_wall_holds_nothing_early_on_random_ways(seed: int) -> None:
    chance = random.Random(seed)
    lead = Lead.of(chance.randrange(6, 41), plan=shipped(chance.choice(SHIPPED)))
    refused, kinds = 0, set()
    for _ in range(500):
        before = lead.room
        try:
            random_step(lead, chance)
        except Problem as problem:
            refused += 1
            assert problem.code in ("G01", "G02", "G04") and problem.message.endswith(".")
            assert lead.room is before
        checked(lead)
        kinds.add(type(wall_of(lead.room, reference()).page))
    room = lead.room
    assert replay(room.session.plan, room.session.log, room.lens) == room
    assert refused and len(kinds) > 8
