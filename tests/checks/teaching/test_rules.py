"""What the rules about teaching measure, as laws: a file drawn by lot is left in peace, a tell is found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.teaching.answers import THANKS, is_thanks
from hrtrainer.checks.teaching.odds import LEVEL
from hrtrainer.checks.teaching.options import same_length, same_place
from hrtrainer.checks.teaching.sides import Sides, offers
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Choice, Scene, Shown
from hrtrainer.scenario.reader import Reading
from hrtrainer.scenario.report import Report
from tests.checks.chance import scenario
from tests.stage import SHIPPED, TODAY

FILES, SCENES = 300, 18
KIND, MIXED, POOR = ("reflects",), ("reflects", "lectures"), ("lectures",)


def drawn(chance: Random, scenes: int) -> list[tuple[tuple[str, ...], ...]]:
    """Which behaviours stand in which place of each scene, by lot."""
    made = []
    for _ in range(scenes):
        sides = [KIND, *chance.choices((KIND, MIXED, POOR), k=2), POOR][: chance.randint(3, 4)]
        chance.shuffle(sides)
        made.append(tuple(sides))
    return made


def found(made: list[tuple[tuple[str, ...], ...]], lengths: Iterator[int], sides: Sides) -> Counter[str]:
    """The codes that a file of these choices gets, their lengths drawn from `lengths`."""
    scenes = {}
    for at, row in enumerate(made):
        choices = [
            Choice(f"c{place}", "a" * next(lengths), (), shows=tuple(Shown(name, "Why.") for name in shown))
            for place, shown in enumerate(row)
        ]
        scenes[f"s{at}"] = Scene(f"s{at}", (), tuple(choices))
    offered = offers(replace(scenario(1), scenes=scenes), sides)
    report = Report("a.yaml")
    same_length(offered, report)
    same_place(offered, report)
    return Counter(one.code.id for one in report.in_order())


def by_lot(chance: Random) -> Iterator[int]:
    while True:
        yield chance.randint(20, 200)


def test_files_drawn_by_lot_are_told_of_as_rarely_as_promised(reference: Reference) -> None:
    sides = Sides(reference.yardstick)
    told: Counter[str] = Counter()
    for seed in range(FILES):
        chance = Random(seed)
        told.update({code: 1 for code in found(drawn(chance, SCENES), by_lot(chance), sides)})
    assert told["S501"] <= LEVEL * FILES
    assert told["S502"] <= LEVEL * FILES


@pytest.mark.parametrize(("longest", "code"), [(True, "S501"), (False, "S501")])
def test_a_habit_of_length_is_found(longest: bool, code: str, reference: Reference) -> None:
    sides = Sides(reference.yardstick)
    for seed in range(20):
        made = drawn(Random(seed), SCENES)
        kinds = [shown is KIND for row in made for shown in row]
        lengths = iter([(300 if kind is longest else 100) + at for at, kind in enumerate(kinds)])
        assert found(made, lengths, sides)[code] == 1


@pytest.mark.parametrize("place", [0, 1, -1])
def test_a_habit_of_place_is_found(place: int, reference: Reference) -> None:
    sides = Sides(reference.yardstick)
    for seed in range(20):
        chance = Random(seed)
        made = [sorted(row, key=lambda shown: shown is not KIND) for row in drawn(chance, SCENES)]
        rows = [tuple([*row[1 : 1 + place % len(row)], row[0], *row[1 + place % len(row) :]]) for row in made]
        assert found(rows, by_lot(chance), sides)["S502"] >= 1


@pytest.mark.parametrize("text", [f"Well, {words}." for words in THANKS])
def test_thanks_are_heard(text: str) -> None:
    assert is_thanks(text)
    assert is_thanks(text.replace("'", "’").upper())


@pytest.mark.parametrize(
    "text", ["Thanksgiving, is it?", "Tap water.", "No kidding.", "It's data.", "A kind of bread."]
)
def test_other_words_are_no_thanks(text: str) -> None:
    assert not is_thanks(text)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_scenarios_are_without_a_finding_that_is_not_accepted(
    name: str, scenarios: dict[str, Reading], reference: Reference
) -> None:
    assert {str(one) for one in inspect(scenarios[name], reference, TODAY) if one.code.id != "S305"} == set()
