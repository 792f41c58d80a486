"""What counts as a consequence of a choice, case by case: scenes are changed a little, and told of or left in peace."""

import pytest

from hrtrainer.checks.inspect import inspect
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from tests.stage import TODAY, edited

Edit = tuple[str, str]
FLAT: tuple[Edit, ...] = (
    ("        changes: {trust: +1}\n", ""),
    ("to: [{when: trust >= 2, to: end}, {to: gone}]", "to: gone"),
    ("when: has kit and trust >= 2", "when: has kit"),
)
"""The turning point at the door leaves everything as it was."""
SHORT_END = (
    "          - sam: Next time, then.\n        to: porch",
    "          - sam: Next time, then.\n        to: gone",
)
"""A poor choice at the door ends it; the other one goes on."""


def codes(reference: Reference, *edits: Edit) -> list[str]:
    """The codes about teaching that a scenario gets."""
    reading = read_scenario(edited(*edits), "a.yaml", reference.known)
    assert reading.scenario is not None, reading.diagnostics
    return [one.code.id for one in inspect(reading, reference, TODAY) if one.code.id.startswith("S5")]


def test_a_turning_point_that_leaves_everything_as_it_was_is_told(reference: Reference) -> None:
    assert codes(reference, *FLAT) == ["S506"]


@pytest.mark.parametrize(
    "edit",
    [
        ("          - sam: Cheers.\n", "          - sam: Cheers.\n        hears: [alone]\n"),
        ("          - sam: Cheers.\n", "          - sam: Cheers.\n        gives: [kit]\n"),
        ("          - sam: Cheers.\n", "          - sam: Cheers.\n        changes: {trust: -1}\n"),
        ("          - sam: Cheers.\n        to: porch", "          - sam: Cheers.\n        to: gone"),
        ("quiet night.\n", "quiet night.\n      - sam: You were quick.\n        when: took door/hand-over\n"),
        ("quiet night.\n", "quiet night.\n      - sam: You gave me ten.\n        when: showed gives-what-was-asked\n"),
        ("must_reach:\n", "must_reach:\n  gives-what-was-asked: {reached: Sam has it., not_reached: Sam has not.}\n"),
        ("  door:\n    key: true\n", "  door:\n"),
    ],
)
def test_anything_that_stays_different_is_a_consequence(edit: Edit, reference: Reference) -> None:
    assert "S506" not in codes(reference, *FLAT, edit)


@pytest.mark.parametrize(
    "edit",
    [
        ("          - sam: Cheers.\n", "          - sam: Cheers.\n        changes: {trust: 0}\n"),
        ("quiet night.\n", "quiet night.\n      - sam: You came by.\n        when: seen door\n"),
        ("        moves: [closed-question]\n", ""),
    ],
)
def test_what_is_the_same_after_every_choice_is_none(edit: Edit, reference: Reference) -> None:
    assert "S506" in codes(reference, *FLAT, edit)


def test_a_poor_line_that_cuts_the_talk_short_is_told(reference: Reference) -> None:
    assert codes(reference, SHORT_END) == ["S511"]


def test_a_poor_line_that_leads_only_to_more_of_the_kind_is_told(reference: Reference) -> None:
    more = (
        "endings:\n",
        "  step:\n    lines:\n      - sam: Still here.\n    choices:\n      - id: again\n        say: The form, then.\n"
        "        shows: {holds-them-up: It was the form.}\n        reply:\n          - sam: No.\n        to: gone\n"
        "endings:\n",
    )
    lead = (SHORT_END[0], SHORT_END[1].replace("to: gone", "to: step"))
    assert "S511" in codes(reference, lead, more)
    way_back = (more[0], more[1].replace("to: gone\nendings", "to: porch\nendings"))
    assert "S511" not in codes(reference, lead, way_back)


def test_where_every_choice_ends_it_nothing_is_cut_short(reference: Reference) -> None:
    poor = (
        "        shows: {leaves-the-door-open: Sam can come back without a reason.}",
        "        shows: {blames: So.}",
    )
    assert "S511" not in codes(reference, poor)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("          - sam: Next time, then.", "          - sam: Cheers."), True),
        (("          - sam: Next time, then.", "          - sam: Cheers.\n          - sam: Bye."), False),
        (("          - sam: Next time, then.", "          - narrator: Sam is gone."), False),
    ],
)
def test_the_same_answer_twice_is_told_at_turning_points_only(edit: Edit, told: bool, reference: Reference) -> None:
    assert ("S509" in codes(reference, edit)) is told
    assert "S509" not in codes(reference, edit, ("  door:\n    key: true\n", "  door:\n"))
