"""Spots: every line of the pages that can be struck has its place, which is that of its words."""

from dataclasses import replace

import pytest

from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.pdf import laid_pack
from hrtrainer.export.spots import spots, spots_in
from hrtrainer.session.packing import lines_of

pytest.importorskip("typst", reason="typst does not exist for this computer")

DRAWING = b"""<svg viewBox="0 0 200 100" xmlns="http://www.w3.org/2000/svg"><g transform="translate(10 20)">
<a href="line:s/turns.0.said" transform="matrix(2 0 0 2 0 10)"><rect width="10" height="5"/></a>
<a href="https://example.org"><rect width="10" height="5"/></a></g>
<a href="line:s/turns.0.said" transform="translate(30 30)"><rect width="20" height="10"/></a>
<a href="line:s/turns.0.said" transform="translate(10 40)"><rect width="20" height="10"/></a></svg>"""


def test_a_place_is_a_share_of_the_page_and_pieces_of_one_line_are_one() -> None:
    first, second = spots_in(DRAWING, 3)
    assert (first.id, first.page) == ("s/turns.0.said", 3)
    assert (first.left, first.top, first.width, first.height) == pytest.approx((0.05, 0.3, 0.2, 0.1))
    assert (second.left, second.top) == pytest.approx((0.05, 0.4))


def test_every_place_is_that_of_a_line_of_the_pack_and_lies_on_its_page(sample, fonts) -> None:
    told = sample.typical()
    made = laid_pack(sample.pack(told), USUAL_FORM, fonts)
    found = spots(made, fonts)
    ids = {one.id for one in found}
    assert ids <= {line.id for line in lines_of(told)}
    kinds = {id.split("/")[1].split(".")[0] for id in ids}
    assert kinds >= {
        "turns",
        "ending",
        "left_with",
        "floor",
        "board",
        "strengths",
        "to_try",
        "reflections",
        "questions",
    }
    for one in found:
        assert 0 <= one.left < one.left + one.width <= 1 and 0 <= one.top < one.top + one.height <= 1


def test_a_line_that_says_something_hostile_has_a_place_and_says_nothing_to_the_drawing(sample, fonts) -> None:
    told = replace(sample.typical(), reflections=(("What stayed?", '"/></a><a href="line:x"> #link("line:y")[z] ]]>'),))
    ids = {one.id for one in spots(laid_pack(sample.pack(told), USUAL_FORM, fonts), fonts)}
    assert f"{told.session}/reflections.0" in ids and ids <= {line.id for line in lines_of(told)}
