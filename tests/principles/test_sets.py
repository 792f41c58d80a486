"""The shipped principle data: everything it names is there, and on the side it says."""

import pytest

from hrtrainer.principles.read import read_yardstick
from hrtrainer.principles.yardstick import Principle, Yardstick
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference


@pytest.fixture
def yardstick(reference: Reference) -> Yardstick:
    return reference.yardstick


def principles(yardstick: Yardstick, beside: bool = False) -> list[Principle]:
    return [p for one in yardstick.sets.values() for p in (*one.principles, *(one.beside if beside else ()))]


def test_there_are_seventy_five_behaviours_forty_of_them_honouring(yardstick: Yardstick) -> None:
    assert len(yardstick.behaviours) == 75
    assert sum(behaviour.honours for behaviour in yardstick.behaviours.values()) == 40


def test_there_are_fifty_one_principles_in_eight_sets(yardstick: Yardstick) -> None:
    assert list(yardstick.sets) == ["nhrc", "camh", "hri", "osys", "catie", "mwta", "mwta-provider", "mwta-public"]
    assert len(principles(yardstick)) == 51
    assert len({p.id for p in principles(yardstick)}) == 51
    assert [len(yardstick.sets[name].principles) for name in ("nhrc", "camh")] == [8, 6]


def test_there_are_ten_strategies(yardstick: Yardstick) -> None:
    assert len(yardstick.strategies) == 10
    assert yardstick.strategies["naloxone"].name


def test_the_crosswalk_names_behaviours_that_exist_on_the_side_it_says(yardstick: Yardstick) -> None:
    for p in principles(yardstick, beside=True):
        for side, honours in (
            (p.supports, True), (p.supports_a_little, True), (p.strains, False), (p.strains_a_little, False),
        ):  # fmt: skip
            for behaviour in side:
                assert behaviour in yardstick.behaviours, f"{p.id} names '{behaviour}'"
                assert yardstick.behaviours[behaviour].honours is honours, f"{p.id}: '{behaviour}' is on the other side"


def test_no_behaviour_is_an_anchor_and_a_little_at_once(yardstick: Yardstick) -> None:
    for p in principles(yardstick, beside=True):
        assert not p.supports & p.supports_a_little, p.id
        assert not p.strains & p.strains_a_little, p.id


def test_every_principle_can_be_supported_and_says_what_it_means(yardstick: Yardstick) -> None:
    for p in principles(yardstick, beside=True):
        assert p.supports, p.id
        assert p.name, p.id
        assert p.meaning, p.id


def test_every_behaviour_bears_on_some_principle(yardstick: Yardstick) -> None:
    bearing = {
        behaviour
        for p in principles(yardstick)
        for side in (p.supports, p.supports_a_little, p.strains, p.strains_a_little)
        for behaviour in side
    }
    assert set(yardstick.behaviours) == bearing


def test_the_camh_page_names_items_beside_its_six(yardstick: Yardstick) -> None:
    assert [p.id.split(".")[0] for p in yardstick.sets["camh"].beside] == ["camh-context"] * 3


def test_a_principle_is_found_by_its_id(yardstick: Yardstick) -> None:
    found = yardstick.principle("camh.autonomy")
    assert found is not None
    assert found.id == "camh.autonomy"
    assert yardstick.principle("camh.nothing") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", '{"behaviours": [{}], "sets": [], "strategies": []}', "null"])
def test_principle_data_that_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(Problem) as caught:
        read_yardstick(text)
    assert (caught.value.code, caught.value.message) == ("F10", "The principle data cannot be read.")
