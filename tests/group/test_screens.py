"""Which screen the room sees is never guessed: one, mirrored, two alike, a cable that is pulled and put back."""

from dataclasses import replace
from itertools import permutations

import pytest

from hrtrainer.group.screens import Change, Display, Standing, change, found, others, pictures, standing

LAPTOP = Display("eDP-1", "BOE 0x07c9", 0, 0, 1280, 800)
BEAMER = Display("HDMI-1", "EPSON PJ 77", 1280, 0, 1920, 1080)
THIRD = Display("DP-2", "DELL U2415 ABC", -1920, 0, 1920, 1200)
LEFT = replace(BEAMER, x=-1920)


def test_screens_side_by_side_are_two_whichever_way_round_they_stand() -> None:
    for pair in ((LAPTOP, BEAMER), (BEAMER, LAPTOP), (LAPTOP, LEFT)):
        assert pictures(pair) == tuple((one,) for one in pair)
        assert standing(None, pair) is Standing.UNKNOWN
        assert [standing(one, pair) for one in pair] == [Standing.TWO] * 2


@pytest.mark.parametrize(
    "other",
    [replace(BEAMER, x=0, width=1280, height=800), replace(BEAMER, x=0), replace(BEAMER, x=640)],
    ids=["the same rectangle", "the same corner", "half over it"],
)
def test_what_shows_the_same_picture_is_one_screen(other: Display) -> None:
    for pair in ((LAPTOP, other), (other, LAPTOP)):
        assert pictures(pair) == (pair,)
        assert standing(None, pair) is standing(other, pair) is Standing.ONE
        assert found(other, pair) is None


def test_one_screen_and_none_are_one() -> None:
    assert standing(None, (LAPTOP,)) is standing(LAPTOP, (LAPTOP,)) is standing(None, ()) is Standing.ONE


def test_two_mirrored_screens_beside_a_third_are_two() -> None:
    twin = replace(BEAMER, name="HDMI-2", make="EPSON PJ 78")
    for screens in permutations((LAPTOP, BEAMER, twin)):
        assert len(pictures(screens)) == 2
        assert standing(twin, screens) is Standing.TWO
        assert others(BEAMER, screens) == others(twin, screens) == (LAPTOP,)


def test_a_chain_of_screens_that_overlap_is_one() -> None:
    middle = Display("DP-9", "", 1000, 0, 800, 600)
    for screens in permutations((LAPTOP, replace(BEAMER, x=1500), middle)):
        assert pictures(screens) == (screens,)


def test_a_cable_that_is_pulled_and_put_back() -> None:
    assert change(BEAMER, True, (LAPTOP, BEAMER)) == (Change.NOTHING, BEAMER)
    assert change(BEAMER, True, (LAPTOP,)) == (Change.LOST, None)
    assert change(BEAMER, False, (LAPTOP,)) == (Change.NOTHING, None)
    assert change(BEAMER, False, (LAPTOP, BEAMER)) == (Change.RETURNED, BEAMER)
    moved = replace(BEAMER, x=-1920, width=1024, height=768)
    assert change(BEAMER, True, (LAPTOP, moved)) == (Change.MOVED, moved)
    assert change(BEAMER, False, (moved, LAPTOP)) == (Change.RETURNED, moved)


def test_the_same_make_on_another_plug_is_taken_for_it_and_another_screen_is_asked_about() -> None:
    other_plug = replace(BEAMER, name="DP-1")
    assert change(BEAMER, False, (LAPTOP, other_plug)) == (Change.RETURNED, other_plug)
    assert change(BEAMER, True, (LAPTOP, THIRD)) == (Change.LOST, None)
    assert standing(BEAMER, (LAPTOP, THIRD)) is Standing.UNKNOWN
    two_alike = (LAPTOP, replace(BEAMER, name="DP-1"), replace(BEAMER, name="DP-2", x=3200))
    assert change(BEAMER, True, two_alike) == (Change.LOST, None)
    nameless = replace(BEAMER, make="")
    assert found(nameless, (LAPTOP, replace(nameless, name="DP-1"))) is None


def test_a_screen_that_begins_to_mirror_is_lost_and_comes_back_when_it_is_apart_again() -> None:
    mirrored = replace(BEAMER, x=0)
    assert change(BEAMER, True, (LAPTOP, mirrored)) == (Change.LOST, None)
    assert change(BEAMER, False, (LAPTOP, BEAMER)) == (Change.RETURNED, BEAMER)


def test_without_a_choice_nothing_happens() -> None:
    assert change(None, False, (LAPTOP, BEAMER)) == (Change.NOTHING, None)
