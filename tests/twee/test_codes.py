"""What is told about a story: each code with its place, the words the guide has, and none of it once mended."""

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.twee.bringing import bring
from tests.guide.whys import SPECIAL
from tests.stage import BASE
from tests.twee.test_round_trip import out
from tests.twee.trees import tree

OUT = out(tree(BASE))
WAVE = "[[See you soon."
CASES = {
    "T001": ("", None, 1),
    "T003": ('size":"100,100"}\nnarrator: Sam leans in.', 'size":"100,100"\nnarrator: Sam leans in.', ":: door"),
    "T004": ("\n\n\n:: end ", "\n\n\n:: porch\nsam: Hm.\n\nto [[gone]]\n\n\n:: end ", "sam: Hm."),
    "T005": ("sam: See you.\n-->", "sam: See you.", "<!-- hr: choice wave"),
    "T006": ("[[See you soon.->gone]]\n", "", "<!-- hr: choice wave"),
    "T007": ("\n\n\n:: end ", "\n\n\n:: Code [script]\nalert(1)\n\n\n:: end ", ":: Code"),
    "T008": ("to [[connected]]", "This is how it ends.\nto [[connected]]", "This is how"),
    "T009": ("to [[connected]]", "to [[porch]] when has kit\nto [[connected]]", "to [[porch]]"),
    "T010": ("<!-- hr: own words", "[[Wait.->gone]]\n\n<!-- hr: own words", "[[Wait.->gone]]"),
    "T011": ("<!-- hr: scene porch", "<!-- hr: scene steps", ":: porch"),
}
"""By code: the words of the story that are replaced, by what, and what stands in the line that is told."""


@pytest.mark.parametrize("code", CASES)
def test_a_slip_gives_its_code_at_its_line(code: str, known: Known) -> None:
    old, new, place = CASES[code]
    assert not old or OUT.count(old) == 1, f"'{old}' stands {OUT.count(old)} times"
    text = "The door\n\nnarrator: Sam leans in." if new is None else OUT.replace(old, new)
    (brought,) = bring(text, "story.twee", known)
    found = [one for one in brought.told if one.code.id == code]
    assert [one.code.id for one in brought.told] == [code], "\n".join(map(str, brought.told))
    line = text.split("\n")[found[0].spot[0] - 1]
    wanted = place if isinstance(place, str) else "The door"
    assert wanted in line or code == "T004"
    assert bool(brought.text) is not found[0].stops_play


@pytest.mark.parametrize("code", CASES)
def test_the_guide_says_it_in_the_words_of_the_program(code: str, known: Known) -> None:
    old, new, _ = CASES[code]
    text = "The door\n\nnarrator: Sam leans in." if new is None else OUT.replace(old, new)
    (brought,) = bring(text, "story.twee", known)
    if code != "T011":
        assert SPECIAL[code][0] in [one.message for one in brought.told]


def test_what_went_out_and_was_not_touched_comes_back_with_nothing_told(known: Known) -> None:
    (brought,) = bring(OUT, "story.twee", known)
    assert brought.told == ()


def test_slips_in_notes_are_told_together_each_at_its_own_line_and_column(known: Known) -> None:
    text = OUT.replace("gives: [kit]", "gives: [kti]").replace("when: sam is rushed", "when: sam was rushed")
    (brought,) = bring(text, "story.twee", known)
    lines = text.split("\n")
    told = {one.code.id: one.spot for one in brought.told}
    assert set(told) == {"S116", "S205"}
    line, column = told["S116"]
    assert lines[line - 1][column - 1 :].startswith("sam was rushed")
    (brought,) = bring(OUT.replace("gives: [kit]", "gives: [kti]"), "story.twee", known)
    ((line, column),) = [one.spot for one in brought.told]
    assert lines[line - 1][column - 1 :].startswith("kti]")
    assert brought.text, "a scenario with a slip is written all the same: the slip can be mended in the file"
