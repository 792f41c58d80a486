"""What a choice does, all sets together: a partial order over single principles, with nothing added up."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.checks.teaching.sides import MOST_CHOICES, Sides, offers
from hrtrainer.principles.mark import Mark, effect
from hrtrainer.scenario.model import Choice, Scene, Shown
from hrtrainer.shipped import read_reference
from tests.checks.chance import scenario
from tests.stage import ASSETS

YARDSTICK = read_reference(ASSETS).yardstick
STEPS = {
    Mark.STRAINS: 0,
    Mark.STRAINS_A_LITTLE: 1,
    None: 2,
    Mark.BOTH: 2,
    Mark.SUPPORTS_A_LITTLE: 3,
    Mark.SUPPORTS: 4,
}
SHOWN = st.frozensets(st.sampled_from(sorted(YARDSTICK.behaviours)), max_size=4)


def choice(shown: frozenset[str]) -> Choice:
    """A choice that shows some behaviours."""
    return Choice("a", "Here you go.", (), shows=tuple(Shown(name, "A reason.") for name in sorted(shown)))


def steps(shown: frozenset[str]) -> list[int]:
    """How a choice stands with every principle of every set, by the marks themselves."""
    groups = YARDSTICK.sets.values()
    return [STEPS[effect(principle, shown)] for group in groups for principle in group.principles]


@given(SHOWN, SHOWN)
def test_a_choice_outdoes_another_exactly_when_no_mark_is_lower_and_one_is_higher(
    one: frozenset[str], other: frozenset[str]
) -> None:
    sides = Sides(YARDSTICK)
    first, second = steps(one), steps(other)
    expected = first != second and all(a >= b for a, b in zip(first, second, strict=True))
    assert sides.of(choice(one)).outdoes(sides.of(choice(other))) is expected


@given(SHOWN)
def test_kind_and_poor_agree_with_the_marks_of_every_set(shown: frozenset[str]) -> None:
    side = Sides(YARDSTICK).of(choice(shown))
    marks = {effect(principle, shown) for group in YARDSTICK.sets.values() for principle in group.principles}
    assert not (side.kind and marks & {Mark.STRAINS, Mark.STRAINS_A_LITTLE, Mark.BOTH})
    assert not (side.poor and marks & {Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE, Mark.BOTH})
    assert not (side.kind and side.poor)


def scene(*all_shown: frozenset[str]) -> Scene:
    """A scene with a choice for each group of behaviours."""
    return Scene("door", (), tuple(replace(choice(shown), id=f"c{at}") for at, shown in enumerate(all_shown)))


@given(st.lists(SHOWN, min_size=2, max_size=4))
def test_a_principle_is_at_stake_where_choices_sit_differently_with_it(all_shown: list[frozenset[str]]) -> None:
    sides = Sides(YARDSTICK)
    found = sides.at_stake(scene(*all_shown))
    for group in YARDSTICK.sets.values():
        for principle in group.principles:
            marks = {effect(principle, shown) for shown in all_shown}
            if len(marks) > 1:
                assert found & sides.bit(principle.id)
            elif marks != {Mark.BOTH}:  # two ways of doing both may differ in how strongly they do either
                assert not found & sides.bit(principle.id)


@given(st.lists(SHOWN, min_size=2, max_size=5))
def test_best_is_what_is_kind_and_not_outdone(all_shown: list[frozenset[str]]) -> None:
    made = replace(scenario(1), scenes={"door": scene(*all_shown)})
    (offer,) = offers(made, Sides(YARDSTICK))
    for at, best in enumerate(offer.best):
        others = [side for side in offer.sides if side.outdoes(offer.sides[at])]
        assert best is (offer.sides[at].kind and not others)
    if any(side.kind for side in offer.sides):
        assert any(offer.best), "something kind is always best, or outdone by something kind that is"


def test_a_scene_with_one_choice_or_more_than_there_are_letters_is_no_offer() -> None:
    one, many = scene(frozenset({"reflects"})), scene(*[frozenset({"reflects"})] * (MOST_CHOICES + 1))
    made = replace(scenario(1), scenes={"one": one, "many": replace(many, id="many")})
    assert offers(made, Sides(YARDSTICK)) == []
