"""Each finding once, on the smallest clean scenario with a few words changed."""

from collections.abc import Callable

import pytest

from hrtrainer.checks.analysis import Analysis, analyse
from hrtrainer.checks.space import Path
from hrtrainer.scenario.condition import parse, worded
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from tests.checks.chance import principle_set, scenario
from tests.stage import edited, opened

Analysed = Callable[..., Analysis]
RUSHED, EASY = (("sam", "rushed"),), (("sam", "easy"),)
FORM_FIRST = "      - id: form-first\n"
OTHERWISE = "    otherwise:\n      reply:\n        - sam: Right you are.\n      to: porch\n"


@pytest.fixture
def analysed(known: Known, reference: Reference) -> Analysed:
    def analyse_it(*edits: tuple[str, str], most: int = 1_000) -> Analysis:
        return analyse(opened(edited(*edits), known), [reference.yardstick.sets["nhrc"]], most=most)

    return analyse_it


def test_the_smallest_clean_scenario_has_nothing_to_find_but_a_line_for_one_day(analysed: Analysed) -> None:
    found = analysed()
    assert found.complete
    assert found.lines_complete
    never = (*found.scenes_never, *found.choices_never, *found.lines_never, *found.endings_never)
    assert (never, found.narrows, found.loops, found.conditions) == ((), (), (), ())


def test_plays_are_counted_with_their_days_and_measured(analysed: Analysed) -> None:
    size = analysed().size
    assert size is not None
    assert size.days == 2
    assert size.plays == 2 * 3 * 2  # two days; two choices or own words at the door; two choices on the porch
    assert size.decisions is not None
    assert size.scenes is not None
    assert (size.decisions.least.count, size.decisions.most.count) == (2, 2)
    assert (size.scenes.least.count, size.scenes.most.count) == (2, 2)
    assert size.decisions.least.path == Path(RUSHED, ("door/form-first", "porch/wave"))
    assert size.minutes is not None
    assert 0.3 < size.minutes < 1


def test_what_nobody_can_reach_is_named_once_and_with_its_place(analysed: Analysed) -> None:
    found = analysed(("when: trust >= 2, to: end}", "when: trust >= 3, to: end}"), ("start: 1}", "start: 0}"))
    assert [one.condition for one in found.conditions] == ["trust >= 3", "has kit and trust >= 2"]
    assert [one.holds for one in found.conditions] == [False, False]
    assert [one.name for one in found.endings_never] == ["connected"]
    found = analysed(
        ("  porch:\n    hears", "  attic:\n    lines:\n      - sam: Up here.\n    to: porch\n  porch:\n    hears")
    )
    assert [one.name for one in found.scenes_never] == ["attic"]
    assert found.lines_never == ()


def test_a_choice_and_a_line_that_never_come_up(analysed: Analysed) -> None:
    found = analysed(
        (FORM_FIRST, f"{FORM_FIRST}        when: heard alone\n"),
        ("      - sam: It will be a quiet night.\n", "      - sam: A quiet night.\n        when: not heard alone\n"),
    )
    assert [one.name for one in found.choices_never] == ["door/form-first"]
    assert len(found.lines_never) == 1
    assert [(one.condition, one.holds) for one in found.conditions] == [
        ("heard alone", False),
        ("not heard alone", False),
    ]
    assert [(one.scene, one.offered, one.own_words) for one in found.narrows] == [("door", "hand-over", True)]


def test_a_decision_with_nothing_to_choose_is_told_with_the_way_to_it(analysed: Analysed) -> None:
    found = analysed(
        ("      - id: one-line\n", "      - id: one-line\n        when: trust >= 2\n"),
        ("      - id: wave\n", "      - id: wave\n        when: trust >= 2\n"),
    )
    assert [(one.scene, one.offered, one.own_words, one.path) for one in found.narrows] == [
        ("porch", "", False, Path(RUSHED, ("door/form-first",)))
    ]
    assert found.size is not None
    assert found.size.minutes is None
    assert found.size.plays == 2 * 2


def test_a_loop_without_a_way_out(analysed: Analysed) -> None:
    found = analysed(
        ("        gives: [kit]\n        to: end\n", "        to: porch\n"),
        ("        to: [{when: trust >= 2, to: end}, {to: gone}]\n", "        to: door\n"),
    )
    assert [(one.scenes, one.path.answers) for one in found.loops] == [(("door", "porch"), ())]
    assert found.size is not None
    assert (found.size.decisions, found.size.plays, found.size.minutes) == (None, 0, None)
    assert all(one.supported is None for one in found.principles[0].principles)
    assert [one.name for one in found.endings_never] == ["connected", "gone"]


def test_a_loop_that_can_be_left_has_no_upper_bound_where_it_adds(analysed: Analysed) -> None:
    found = analysed(("        gives: [kit]\n        to: end\n", "        to: porch\n"))
    assert found.loops == ()
    assert found.size is not None
    assert found.size.plays is None
    assert found.size.decisions is not None
    assert (found.size.decisions.least.count, found.size.decisions.most.count) == (2, None)
    honest = next(one for one in found.principles[0].principles if one.principle.id == "nhrc.honest-about-harm")
    assert honest.supported is not None
    assert honest.supported.least.count == 0
    assert honest.supported.most.count is None
    assert honest.supported.most.path.answers == ("door/form-first", "porch/one-line")


def test_own_words_lead_on_and_carry_no_mark(analysed: Analysed) -> None:
    real = next(one for one in analysed().principles[0].principles if one.supported and one.supported.most.count == 2)
    without = next(one for one in analysed((OTHERWISE, "")).principles[0].principles if one.principle == real.principle)
    assert real.supported is not None
    assert without.supported is not None
    assert real.supported.most == without.supported.most


def test_what_a_choice_leaves_open(analysed: Analysed) -> None:
    opens = {one.choice: one.endings for one in analysed().opens}
    assert opens == {
        "door/hand-over": ("connected", "gone"),
        "door/form-first": ("gone",),
        "porch/one-line": ("connected", "gone"),
        "porch/wave": ("gone",),
    }


def test_beyond_the_limit_nothing_is_claimed(analysed: Analysed) -> None:
    found = analysed(most=1)
    assert not found.complete
    assert not found.lines_complete
    assert (found.size, found.principles, found.conditions, found.opens, found.scenes_never) == (None, (), (), (), ())


@pytest.mark.parametrize(
    "text",
    ["trust >= 2", "not (heard a or has b)", "(took s/c or seen s) and not showed b and sam is flat", "not not has a"],
)
def test_a_condition_is_written_as_its_author_did(text: str) -> None:
    assert worded(parse(text)) == text


def test_the_scenarios_by_chance_show_every_finding() -> None:
    found = [analyse(scenario(seed), [principle_set(seed)]) for seed in range(200)]
    assert any(one.loops for one in found)
    assert any(one.lines_never for one in found)
    assert {one.own_words for each in found for one in each.narrows if not one.offered} == {True, False}
    assert {one.holds for each in found for one in each.conditions} == {True, False}
    spans = [one.supported for each in found for reached in each.principles for one in reached.principles]
    assert any(span is None for span in spans)
    assert any(span and span.most.count is None for span in spans)
    assert any(span and span.least.count and span.most.count for span in spans)
