"""The JSON Schema an author's editor goes by: what ships fits it, and what has the wrong shape does not."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hrtrainer.scenario import keys
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.scenario.schema import as_text, schema
from hrtrainer.scenario.schema_words import ABOUT
from tests.author.plain import as_an_editor_sees_it
from tests.stage import ASSETS, BASE, ROOT, SCENARIOS, edited

jsonschema = pytest.importorskip("jsonschema")

DIAGNOSTICS = ROOT / "tests" / "diagnostics"
CLEAN = [*sorted(SCENARIOS.glob("*.yaml")), ASSETS / "guide" / "starter.yaml", DIAGNOSTICS / "base.yaml"]
CLEAN += sorted(DIAGNOSTICS.glob("S*.mended.yaml"))
SHAPES = sorted(path for path in DIAGNOSTICS.glob("S1*.yaml") if not path.stem.endswith(".mended"))
BEYOND = {
    "S107-meter": "one value is measured by another in the same table",
    "S115-last-ending": "keys have no order",
    "S115-last-way": "an item cannot be called the last",
    "S115-open-ending": "keys have no order",
    "S115-open-way": "an item cannot be called the last",
    "S116-empty": "conditions have a grammar of their own",
    "S116-in-quotes": "conditions have a grammar of their own",
    "S116-single-equals": "conditions have a grammar of their own",
    "S116-stray-word": "conditions have a grammar of their own",
    "S117-same-choice": "items of a list are not compared by one of their keys",
    "S118-ending-like-a-scene": "keys of one table are not compared with those of another",
}
"""Faults of shape that a schema cannot express, and why. `hrtrainer check` tells them."""


@cache
def _validator() -> Any:
    shipped = json.loads((ASSETS / "schema" / "scenario-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(shipped)
    return jsonschema.Draft202012Validator(shipped)


def faults(text: str) -> list[str]:
    """What the schema says against a text."""
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in _validator().iter_errors(_seen(text))]


def _seen(text: str) -> object:
    return as_an_editor_sees_it(text)


def test_the_shipped_schema_is_up_to_date(reference: Reference) -> None:
    shipped = (ASSETS / "schema" / "scenario-1.json").read_text(encoding="utf-8")
    assert shipped == as_text(reference), "python -m tests.guide writes it anew"


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_what_opens_fits_the_schema(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [one for one in SHAPES if one.stem not in BEYOND], ids=lambda path: path.stem)
def test_a_fault_of_shape_does_not_fit(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", BEYOND)
def test_what_a_schema_cannot_express_is_known(name: str) -> None:
    assert faults((DIAGNOSTICS / f"{name}.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("typed", ["12", "1.5", "true", "no", "12:30", "2026-11-21", "1e3", '"12"', "0x1F"])
def test_a_text_takes_any_scalar_as_typed(typed: str, known: Known) -> None:
    text = edited(("title: A visit", f"title: {typed}"), ("sam: Cheers.", f"sam: {typed}"))
    assert read_scenario(text, "a.yaml", known).scenario is not None
    assert faults(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 3", 'minutes: "3"'),
        ("key: true", 'key: "true"'),
        ("format: 1", 'format: "1"'),
        ("changes: {trust: +1}", "changes: {trust: -1}"),
        ("say: Read it slowly.", 'say: ""'),
        ("say: Read it slowly., ", ""),
        ("topics: [overdose]", "topics: []"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(old: str, new: str, known: Known) -> None:
    text = edited((old, new))
    assert read_scenario(text, "a.yaml", known).scenario is not None
    assert faults(text) == []


def test_every_key_of_the_format_has_a_sentence_and_none_is_left_over() -> None:
    tables = {
        "scenario": keys.SCENARIO, "credits": keys.CREDITS, "facts_checked": keys.FACTS_CHECKED,
        "person": keys.PERSON, "meter": keys.METER, "card": keys.CARD, "entry": keys.ENTRY,
        "must_reach": keys.MUST_REACH, "scene": keys.SCENE, "facilitator": keys.FACILITATOR, "choice": keys.CHOICE,
        "shown": keys.SHOWN, "instead": keys.INSTEAD, "otherwise": keys.OTHERWISE, "way": keys.WAY,
        "ending": keys.ENDING, "twine": keys.TWINE, "twine_card": keys.TWINE_CARD,
    }  # fmt: skip
    about = {kind: set(words) for kind, words in ABOUT.items() if kind != "line"}
    assert about == {kind: {*of.needed, *of.allowed} for kind, of in tables.items()}
    assert set(ABOUT["line"]) == set(keys.LINE_WORDS)


def test_the_schema_offers_every_behaviour_with_what_it_means(reference: Reference) -> None:
    parts: Any = schema(reference)["$defs"]
    offered = parts["shows"]["properties"]
    assert {name: one["description"] for name, one in offered.items()} == {
        one.id: one.means for one in reference.yardstick.behaviours.values()
    }


def test_the_shipped_scenarios_and_the_starter_name_the_schema_in_their_first_line() -> None:
    for path in [*SCENARIOS.glob("*.yaml"), ASSETS / "guide" / "starter.yaml"]:
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert first.startswith("# yaml-language-server: $schema=../")
        assert (path.parent / first.partition("$schema=")[2]).resolve() == ASSETS / "schema" / "scenario-1.json"
    assert faults(BASE) == []
