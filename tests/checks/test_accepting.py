"""`accepts`: findings that a file leaves as they are are not told, and nothing else is hidden by it."""

import pytest

from hrtrainer.checks.inspect import inspect
from hrtrainer.scenario.codes import BY_ID, CATALOGUE, acceptable
from hrtrainer.scenario.diagnostic import Severity
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from tests.stage import TODAY, edited

TWICE = (
    ("        short: The form first\n", ""),
    ("  porch:\n", "  porch:\n    key: true\n    facilitator: {say: Read., ask: What?, watch: Who?}\n"),
    ("        moves: [names-the-risk]\n", "        moves: [names-the-risk]\n        short: Take a kit?\n"),
)
"""Two choices at turning points without a short form: door/form-first and porch/wave."""


def told(accepts: str, reference: Reference) -> list[str]:
    """What is told about the scenario with two slips when it accepts something."""
    text = edited(*TWICE, ("people:\n", f"{accepts}people:\n"))
    found = inspect(read_scenario(text, "a.yaml", reference.known), reference, TODAY)
    return [f"{one.code.id} {one.message}" for one in found if one.code.id != "S305"]


@pytest.mark.parametrize(
    ("accepts", "left"),
    [
        ("", ["form-first", "wave"]),
        ("accepts: {S306: It is played alone.}\n", []),
        ("accepts: {S306: {porch: It is played alone.}}\n", ["form-first"]),
        ("accepts: {S306: {door: It is played alone.}}\n", ["wave"]),
        ("accepts: {S306: {door: It is played alone., porch: So is this.}}\n", []),
        ("accepts:\n  S306:\n    door: It is played alone.\n", ["wave"]),
    ],
)
def test_what_is_accepted_is_not_told(accepts: str, left: list[str], reference: Reference) -> None:
    found = told(accepts, reference)
    assert [one.split("'")[1] for one in found] == left
    assert all(one.startswith("S306") for one in found)


def test_what_is_accepted_in_vain_is_told_beside_the_rest(reference: Reference) -> None:
    found = told("accepts: {S306: {gone: An ending has no choices.}, S303: No long line here.}\n", reference)
    assert [one[:4] for one in found] == ["S309", "S309", "S306", "S306"]
    assert "accepted in 'gone'" in found[0]


def test_a_place_that_does_not_exist_is_an_error(reference: Reference) -> None:
    assert told("accepts: {S306: {dor: It is played alone.}}\n", reference) == ["S201 There is no scene 'dor'."]


def test_a_reason_is_needed(reference: Reference) -> None:
    assert told('accepts: {S306: ""}\n', reference) == ["S105 'S306' is empty."]
    assert told('accepts: {S306: {door: ""}}\n', reference) == ["S105 'door' is empty."]
    assert [one[:4] for one in told("accepts: {S306: [door]}\n", reference)] == ["S103"]


def test_no_error_can_be_accepted_and_a_missing_review_neither() -> None:
    assert all(BY_ID[code].severity is not Severity.ERROR for code in acceptable())
    assert "S305" not in acceptable()
    assert len(acceptable()) > 5


@pytest.mark.parametrize("code", [code.id for code in CATALOGUE if code.severity is Severity.ERROR])
def test_accepting_an_error_is_an_error(code: str, reference: Reference) -> None:
    assert told(f"accepts: {{{code}: We like it so.}}\n", reference)[0].startswith("S119")
