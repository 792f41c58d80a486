"""One place of a shipped scenario changed at a time: nothing is ever raised, and a scenario or an error comes back."""

from collections.abc import Mapping
from random import Random

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import Reading, read_scenario
from hrtrainer.session.plan import prepare
from hrtrainer.session.play import begin
from tests.stage import BASE, SHIPPED, started

ODD = [
    ":", "-", " ", "\t", "#", '"', "'", "{", "}", "[", "]", "*", "&", "!", "|", ">", "%", "@", "x", "0", ",", "\n",
    "  ", "\u202e", "🚲", "{region:", "when: ", "to: end", "null",
]  # fmt: skip


def mutated(text: str, drawn: Random) -> tuple[str, str]:
    """The text with one place changed, and what was done."""
    lines = text.split("\n")
    at = drawn.randrange(len(lines))
    kind = drawn.choice(["delete", "double", "swap", "indent", "outdent", "cut", "insert", "remove", "word"])
    line = lines[at]
    where = drawn.randrange(len(line) + 1)
    match kind:
        case "delete":
            del lines[at]
        case "double":
            lines.insert(at, line)
        case "swap":
            other = drawn.randrange(len(lines))
            lines[at], lines[other] = lines[other], line
        case "indent":
            lines[at] = f"  {line}"
        case "outdent":
            lines[at] = line.removeprefix("  ")
        case "cut":
            lines[at] = line[:where]
        case "insert":
            lines[at] = line[:where] + drawn.choice(ODD) + line[where:]
        case "remove":
            lines[at] = line[:where] + line[where + 1 :]
        case _:
            words = line.split(" ")
            words[drawn.randrange(len(words))] = drawn.choice(ODD)
            lines[at] = " ".join(words)
    return "\n".join(lines), f"{kind} in line {at + 1}, column {where + 1}"


def keeps_its_word(text: str, what: str, known: Known) -> None:
    reading = read_scenario(text, "a.yaml", known)
    assert (reading.scenario is None) is any(found.stops_play for found in reading.diagnostics), what
    last = text.count("\n") + 1
    assert all(1 <= found.spot[0] <= last + 1 and found.spot[1] >= 1 for found in reading.diagnostics), what
    if reading.scenario is not None:
        begin(prepare(reading.scenario), started(reading.scenario))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_with_one_place_changed(name: str, scenarios: Mapping[str, Reading], known: Known) -> None:
    drawn = Random(f"seed 1 of {name}")
    for number in range(60):
        text, what = mutated(scenarios[name].source, drawn)
        keeps_its_word(text, f"{name}, change {number}: {what}", known)


@pytest.mark.parametrize("seed", range(4))
def test_the_smallest_scenario_with_one_place_changed(seed: int, known: Known) -> None:
    drawn = Random(seed)
    for number in range(400):
        text, what = mutated(BASE, drawn)
        keeps_its_word(text, f"seed {seed}, change {number}: {what}", known)


def test_the_smallest_scenario_with_every_line_left_out_or_doubled(known: Known) -> None:
    lines = BASE.split("\n")
    for at in range(len(lines)):
        keeps_its_word("\n".join(lines[:at] + lines[at + 1 :]), f"without line {at + 1}", known)
        keeps_its_word("\n".join(lines[: at + 1] + lines[at:]), f"with line {at + 1} twice", known)


def test_the_smallest_scenario_cut_off_anywhere(known: Known) -> None:
    for at in range(0, len(BASE), 7):
        keeps_its_word(BASE[:at], f"cut at {at}", known)
