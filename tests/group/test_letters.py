"""Letters: fixed for a scene, the same on every way through it, A to D without a gap in what ships."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.group.letters import SHAPES, letter, lettered, most_letters, offered, shape
from hrtrainer.group.paper_of import booklet
from hrtrainer.scenario.condition import parse
from hrtrainer.scenario.model import Choice, Scene, Way
from hrtrainer.session.event import Chose
from hrtrainer.session.play import after, begin
from hrtrainer.session.telling import Teller
from tests.group.rooms import reference, shipped
from tests.stage import SHIPPED, started

CONDITIONS = (
    *("", "heard a", "not heard a", "trust >= 2", "trust < 2"),
    *("heard a or heard b", "not heard a and not heard b"),
)


def scene(*conditions: str) -> Scene:
    choices = tuple(
        Choice(f"c{at}", "Say it.", (Way("end"),), when=parse(when) if when else None)
        for at, when in enumerate(conditions)
    )
    return Scene("door", (), choices)


@pytest.mark.parametrize(
    ("conditions", "letters"),
    [
        (("", "", "", ""), "ABCD"),
        (("", "heard a", "not heard a", ""), "ABBC"),
        (("heard a", "", "not heard a"), "AAB"),
        (("heard a or heard b", "not heard a and not heard b", ""), "AAB"),
        (("heard a", "heard b"), "AB"),
        (("trust >= 2", "trust < 2"), "AB"),  # comparisons are not worked out
    ],
)
def test_replies_that_exclude_each_other_share_a_letter(conditions: tuple[str, ...], letters: str) -> None:
    assert "".join(one.letter for one in lettered(scene(*conditions))) == letters


@given(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=7))
def test_no_two_that_can_be_on_offer_together_share_one(conditions: list[str]) -> None:
    found = lettered(scene(*conditions))
    assert {one.choice.id for one in found} == {f"c{at}" for at in range(len(conditions))}
    assert [one.letter for one in found] == sorted(one.letter for one in found)
    for one, other in combinations(found, 2):
        if one.letter == other.letter:
            assert one.choice.when is not None and other.choice.when is not None


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_needs_five_cards_at_most_and_four_at_a_turning_point(name: str) -> None:
    scenes = shipped(name).scenario.scenes.values()
    assert most_letters([one for one in scenes if one.key]) == 4
    assert most_letters(scenes) <= 5


@pytest.mark.parametrize("name", SHIPPED)
def test_the_letter_of_a_reply_is_the_same_on_every_way_and_on_paper(name: str) -> None:
    plan = shipped(name)
    tell = Teller(plan.scenario, reference(), reference().regions["canada-bc"], reference().yardstick.sets["nhrc"])
    paper = {(scene.number, option.say): option.letter for scene in booklet(tell).scenes for option in scene.options}
    numbers = {name: at for at, name in enumerate(plan.scenario.scenes, 1)}
    for seed in range(30):
        session = begin(plan, started(plan.scenario, seed))
        while session.state.ending is None and session.state.scene is not None:
            here = offered(session.state.scene, session.state.choices)
            assert len({one.letter for one in here}) == len(here)
            for one in here:
                assert paper[numbers[session.state.scene.id], tell.text(one.choice.say)] == one.letter
            session = after(session, Chose(2, here[(seed + session.length) % len(here)].choice.id))


def test_letters_and_shapes_go_on() -> None:
    assert [letter(at) for at in (0, 3, 25, 26)] == ["A", "D", "Z", "AA"]
    assert shape(0) == "triangle" and shape(len(SHAPES)) == shape(0)
