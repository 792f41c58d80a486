"""Small files are explored while they are checked: what never happens does not count as possible."""

import pytest

from hrtrainer.checks import inspect as inspecting
from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.space import explore
from hrtrainer.checks.teaching import exact as exactly
from hrtrainer.checks.teaching.exact import exact, on_paper
from hrtrainer.checks.teaching.possible import possible
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from tests.checks.chance import scenario
from tests.stage import TODAY, edited

BOTH = "took door/hand-over and took door/form-first"
"""Each could be; both never are."""


def codes(reference: Reference, *edits: tuple[str, str]) -> list[str]:
    """The codes about teaching that a scenario gets."""
    found = inspect(read_scenario(edited(*edits), "a.yaml", reference.known), reference, TODAY)
    return [one.code.id for one in found if one.code.id.startswith("S5")]


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (("when: has kit and trust >= 2, lines", f"when: {BOTH}, lines"), "S505"),
        (("when: has kit and trust >= 2, lines", "when: has kit and showed reflects, lines"), "S505"),
        (("      - id: one-line\n", f"      - id: one-line\n        when: {BOTH}\n"), "S508"),
        (("      - id: one-line\n", "      - id: one-line\n        when: heard alone and trust > 3\n"), "S508"),
    ],
)
def test_what_never_happens_is_not_possible(edit: tuple[str, str], code: str, reference: Reference) -> None:
    assert code in codes(reference, edit)


def test_past_the_limits_the_quick_look_alone_is_asked(reference: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    never = ("      - id: one-line\n", f"      - id: one-line\n        when: {BOTH}\n")
    assert "S508" in codes(reference, never)
    for module, limit in ((inspecting, "MOST_NODES"), (inspecting, "MOST_STATES"), (exactly, "MOST_CHOICES")):
        with monkeypatch.context() as limited:
            limited.setattr(module, limit, 1)
            assert "S508" not in codes(reference, never), limit


def test_what_is_exact_is_within_what_is_possible_and_on_paper() -> None:
    for seed in range(200):
        made = scenario(seed)
        known, found, paper = exact(explore(made)), possible(made), on_paper(made)
        assert known is not None
        happens = known.happens(made)
        assert happens.facts <= found.facts, seed
        assert happens.endings <= found.endings, seed
        for name, rows in known.together.items():
            (printed,) = paper[name]
            assert all(set(row) <= set(printed) for row in rows), seed


def test_where_too_many_rows_are_offered_all_that_ever_are_count_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(100):
        space = explore(scenario(seed))
        whole = exact(space)
        with monkeypatch.context() as limited:
            limited.setattr(exactly, "MOST_ROWS", 0)
            coarse = exact(space)
        assert whole is not None and coarse is not None
        for name, rows in whole.together.items():
            ever = {choice for row in rows for choice in row}
            assert {choice for row in coarse.together[name] for choice in row} == ever, seed
