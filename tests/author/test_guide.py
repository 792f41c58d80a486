"""The author's guide: the generated part is up to date, every mended example is clean, every example in it is true."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.language import try_word_list
from hrtrainer.scenario.codes import CATALOGUE
from hrtrainer.scenario.condition import parse
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference, WordFile
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import read_tree
from tests.guide.page import cases, ids, mended_of, page, snippets
from tests.guide.whys import SPECIAL, WHYS, WITHOUT
from tests.stage import ASSETS, TODAY, edited
from tests.walks.test_walks import Walker
from tests.walks.walk import read_walk

GUIDE = ASSETS / "guide"
WRITING = (GUIDE / "writing.md").read_text(encoding="utf-8")
STARTER = (GUIDE / "starter.yaml").read_text(encoding="utf-8")
ALL = [path for code in CATALOGUE for path in cases(code.id)]


def blocks(kind: str) -> Iterator[str]:
    """The fenced examples of one kind in the hand-written guide."""
    every = re.findall(r"^```(\w*)\n(.*?)^```$", WRITING, re.MULTILINE | re.DOTALL)
    yield from (block for of, block in every if of == kind)


def test_the_generated_page_is_up_to_date() -> None:
    shipped = (GUIDE / "codes.md").read_text(encoding="utf-8")
    assert shipped == page(), "python -m tests.guide writes it anew"


def test_every_code_has_a_page_a_reason_and_an_example_or_says_why_not() -> None:
    assert ids(page()) == [code.id for code in CATALOGUE]
    assert set(WHYS) == {code.id for code in CATALOGUE}
    for code in CATALOGUE:
        assert [code.id in SPECIAL, code.id in WITHOUT, bool(cases(code.id))].count(True) == 1, code.id


@pytest.mark.parametrize("case", ALL, ids=lambda path: path.stem)
def test_a_mended_example_yields_only_that_nobody_has_reviewed_it(case: Path, reference: Reference) -> None:
    reading = read_scenario(mended_of(case), case.name, reference.known)
    assert reading.scenario is not None
    assert {found.code.id for found in inspect(reading, reference, TODAY)} == {"S305"}


@pytest.mark.parametrize("case", ALL, ids=lambda path: path.stem)
def test_a_slip_and_its_mended_lines_differ_and_can_be_seen(case: Path) -> None:
    faulty, mended = snippets(case.read_text(encoding="utf-8"), mended_of(case))
    assert faulty != mended
    assert all(line.isprintable() for line in (faulty + mended).split("\n"))
    assert max(map(len, (faulty + "\n" + mended).split("\n"))) <= 100


def test_the_mended_examples_without_a_file_are_true(known: Known) -> None:
    review = SPECIAL["S305"][2].split(": ", 1)[1]
    text = edited(("lived_experience_review: none", f'lived_experience_review: "{review}"'))
    found = [str(one.message) for one in read_scenario(text, "a.yaml", known).diagnostics]
    assert found == ["Not yet reviewed by a clinician."]


def test_no_mended_file_is_left_over() -> None:
    folder = ALL[0].parent
    assert {path.name.removesuffix(".mended.yaml") for path in folder.glob("*.mended.yaml")} <= {p.stem for p in ALL}


def test_the_starter_passes_the_check_but_for_the_reviews(reference: Reference) -> None:
    reading = read_scenario(STARTER, "starter.yaml", reference.known)
    scenario = reading.scenario
    assert scenario is not None
    assert {found.code.id for found in inspect(reading, reference, TODAY)} == {"S305"}
    assert [ending.kind for ending in scenario.endings] == ["connected", "partly", "missed"]
    assert 4 <= len(scenario.scenes) <= 6
    assert sum(scene.key for scene in scenario.scenes.values()) == 2
    assert all(scene.otherwise and scene.facilitator for scene in scenario.scenes.values() if scene.key)


def test_the_examples_in_the_guide_can_be_read() -> None:
    for block in blocks("yaml"):
        text = f"example:\n{block.replace('[...]', '[]')}" if block.lstrip().startswith("- ") else block
        report = Report("writing.md", text)
        assert read_tree(text, report) is not None, block
        assert not report.diagnostics, block


def test_the_conditions_in_the_guide_can_be_read() -> None:
    told = re.findall(r"^\| `(.+?)` \|", WRITING, re.MULTILINE)
    assert len(told) == 8
    for condition in told:
        parse(condition)


def test_the_walk_in_the_guide_is_true_of_the_starter(reference: Reference, tmp_path: Path) -> None:
    text = next(block for block in blocks("") if "choose:" in block)
    path = tmp_path / "starter-id.guide.walk"
    path.write_text(text, encoding="utf-8")
    walk = read_walk(path)
    walker = Walker(walk, read_scenario(STARTER, "starter.yaml", reference.known), reference)
    for step in walk.steps:
        walker.take(step)
    assert walk.steps[-1].word == "ending"


def test_the_guide_names_only_what_there_is(known: Known) -> None:
    region = WRITING[WRITING.index("## What differs") : WRITING.index("## When they say")]
    facts = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", region)
    assert set(facts) <= known.facts and len(facts) > 5
    assert all(strategy in WRITING for strategy in known.strategies)
    assert set(re.findall(r"\*([a-z]+(?:-[a-z]+)+)\*", WRITING)) <= known.behaviours


def test_the_word_list_in_the_guide_can_be_used() -> None:
    try_word_list(WordFile("ours.yaml", next(block for block in blocks("yaml") if "without:" in block)))
