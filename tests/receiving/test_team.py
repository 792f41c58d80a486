"""The team page: what may be said of some people together, and what of single ones never is."""

import json
import re
from dataclasses import replace
from itertools import product

import pytest

from hrtrainer.group.suppress import BANDS, COUNTS, LEAST_CELL, published
from hrtrainer.receiving.folder import Collected, collect
from hrtrainer.receiving.sessions import sessions_in
from hrtrainer.receiving.team import NAMELESS, STANDINGS, render_team, team
from tests.export.structure import opened
from tests.receiving.files import json_bytes, pack, told, write
from tests.sending.many import reference
from tests.stage import ASSETS

FONTS = ASSETS / "fonts"


def sets():
    return list(reference().yardstick.sets.values())


def handed_over(people: int, each: int = 1) -> Collected:
    files = [
        (
            f"{who}-{n}.json",
            sessions_in(json.dumps(pack((who * each + n) % 12, f"Name {who}", who * each + n)).encode())[0],
        )
        for who, n in product(range(people), range(each))
    ]
    return Collected(len(files), tuple(files), ())


@pytest.mark.parametrize("people", range(1, 6))
def test_of_fewer_than_six_nothing_is_told(people):
    (one,) = team(handed_over(people, 3), sets())
    assert one.people == "fewer than 6 people"
    assert {cell for row in one.rows for cell in row.cells} == {"not shown"}


@pytest.mark.parametrize("people", [6, 8, 10, 12, 20, 40])
def test_each_person_counts_once_and_small_numbers_are_not_told(people):
    found = handed_over(people, 2)
    (one,) = team(found, sets())
    lens = next(each for each in sets() if each.name == one.name)
    for row, principle in zip(one.rows, lens.principles, strict=True):
        totals = [0] * len(STANDINGS)
        for who in range(people):
            marks = [
                mark
                for _, session in found.sessions
                if session.code_name == f"Name {who}"
                for each in session.principles
                if each.id == principle.id
                for _, mark in each.moments
            ]
            helped, strained = any(m.supporting for m in marks), any(m.straining for m in marks)
            if marks:
                totals[1 if helped and strained else 0 if helped else 2 if strained else 3] += 1
        assert row.cells == published(totals, people).cells
        for cell in row.cells:
            assert not cell.isdigit() or int(cell) == 0 or int(cell) >= LEAST_CELL


def test_no_name_no_words_and_no_conversation_is_on_the_page():
    found = handed_over(12, 2)
    text = render_team(found, sets(), "html", FONTS).decode()
    assert "Name " not in text and "Jessica" not in text and "In a rush" not in text
    assert not re.search(r"turn \d", text)


def test_files_without_a_name_are_left_out_and_it_is_said():
    nameless = tuple((f"{n}.json", replace(one, code_name="")) for n, (_, one) in enumerate(handed_over(8).sessions))
    assert team(Collected(8, nameless, ()), sets()) == ()
    assert NAMELESS in render_team(Collected(8, nameless, ()), sets(), "html", FONTS).decode()


def test_names_that_differ_in_capitals_are_one_person():
    found = handed_over(6)
    same = tuple(
        (name, replace(one, code_name=one.code_name.upper() if at % 2 else "NAME 0"))
        for at, (name, one) in enumerate(found.sessions)
    )
    (one,) = team(Collected(6, same, ()), sets())
    assert one.people == "fewer than 6 people"


def test_each_principle_set_stands_by_itself(tmp_path):
    lens = reference().yardstick.sets["camh"]
    for who in range(7):
        write(tmp_path / f"{who}.json", json_bytes(told(who, f"Name {who}", who)))
    file = json.loads(json_bytes(told(7, "Name 7", 7)))
    file["lens"] = {"id": lens.id, "name": lens.name, "publisher": lens.publisher}
    write(tmp_path / "7.json", file)
    found = {one.name: one.people for one in team(collect([tmp_path]), sets())}
    assert found[lens.name] == "fewer than 6 people" and "7 people" in found.values()


def test_how_it_is_told_is_said():
    for people in (6, 12, 40):
        (one,) = team(handed_over(people, 2), sets())
        for row in one.rows:
            words = {cell.isdigit() for cell in row.cells}
            if row.cells[0] == "not shown":
                assert row.how.startswith("not shown")
            else:
                assert row.how.startswith("in people") if words == {True} else row.how.startswith("in words")
    assert {COUNTS, BANDS}


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_on_paper_it_says_the_same_as_on_the_screen_in_the_order_it_is_read(paper):
    pytest.importorskip("typst", reason="typst does not exist for this computer")
    found = handed_over(12, 2)
    data = render_team(found, sets(), "pdf", FONTS, paper)
    assert data == render_team(found, sets(), "pdf", FONTS, paper)
    text = " ".join(" ".join(page.extract_text().split()) for page in opened(data).pages)
    (one,) = team(found, sets())
    at = 0
    for row in one.rows:
        for part in (row.name, *row.cells):
            at = text.index(part, at) + len(part)
    assert "From 12 people." in text and "Name " not in text and len(opened(data).pages) == 1
