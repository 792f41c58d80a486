"""One place of a shipped scenario changed at a time: nothing is ever raised, and a scenario or an error comes back."""

from collections.abc import Mapping
from random import Random

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import Reading
from tests.fuzz.changes import by_lines
from tests.fuzz.laws import text_keeps_its_word
from tests.stage import BASE, SHIPPED


def keeps_its_word(text: str, what: str, known: Known) -> None:
    try:
        text_keeps_its_word(text, known)
    except Exception as error:
        error.add_note(what)
        raise


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_with_one_place_changed(name: str, scenarios: Mapping[str, Reading], known: Known) -> None:
    drawn = Random(f"seed 1 of {name}")
    for number in range(60):
        text, what = by_lines(scenarios[name].source, drawn)
        keeps_its_word(text, f"{name}, change {number}: {what}", known)


@pytest.mark.parametrize("seed", range(4))
def test_the_smallest_scenario_with_one_place_changed(seed: int, known: Known) -> None:
    drawn = Random(seed)
    for number in range(400):
        text, what = by_lines(BASE, drawn)
        keeps_its_word(text, f"seed {seed}, change {number}: {what}", known)


def test_the_smallest_scenario_with_every_line_left_out_or_doubled(known: Known) -> None:
    lines = BASE.split("\n")
    for at in range(len(lines)):
        keeps_its_word("\n".join(lines[:at] + lines[at + 1 :]), f"without line {at + 1}", known)
        keeps_its_word("\n".join(lines[: at + 1] + lines[at:]), f"with line {at + 1} twice", known)


def test_the_smallest_scenario_cut_off_anywhere(known: Known) -> None:
    for at in range(0, len(BASE), 7):
        keeps_its_word(BASE[:at], f"cut at {at}", known)
