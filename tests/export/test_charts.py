"""The drawings of a pack: the same in every file that can hold a picture, told in words, and plain in one ink."""

import io
import re
import sys
from dataclasses import replace

import pytest
from docx import Document

from hrtrainer.export.charts import KINDS, charts
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.formats import render
from hrtrainer.export.sheet import sheets
from hrtrainer.export.zipped import parts_of
from hrtrainer.principles.mark import Mark

ZIPS = ("docx", "odt")


def drawn(sample, fonts, *told):
    pytest.importorskip("typst", reason="typst does not exist for this computer")
    return charts(sheets(sample.pack(*told), USUAL_FORM), USUAL_FORM, fonts)


def one(sample, fonts, kind, **changes):
    """The drawing of a kind, of the typical session with something changed."""
    told = replace(sample.typical(), **changes)
    return drawn(sample, fonts, told)[f"{told.session}/{kind}"]


def in_one_ink(svg):
    """The drawing with every ink the same: what is told by colour alone is gone."""
    return re.sub(rb"#[0-9a-f]{3,8}\b", b"#000", svg)


@pytest.mark.parametrize("form", ZIPS)
def test_every_drawing_is_in_every_document_as_svg_and_png(sample, fonts, form):
    found = drawn(sample, fonts, sample.typical())
    assert [name.rpartition("/")[2] for name in found] == list(KINDS)
    parts = dict(parts_of(render(sample.pack(sample.typical()), form, fonts)))
    for chart in found.values():
        assert chart.svg in parts.values() and chart.png in parts.values()


@pytest.mark.parametrize(("form", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_every_drawing_is_told_in_words(sample, fonts, form, part):
    words = [chart.words for chart in drawn(sample, fonts, sample.typical()).values()]
    text = dict(parts_of(render(sample.pack(sample.typical()), form, fonts)))[part].decode()
    told = re.findall(r'descr="([^"]*)"|<svg:desc>([^<]*)</svg:desc>', text)
    assert ["".join(both) for both in told] == words and all(words)
    assert "supports at turns 4 and 9; supports a little at turn 6" in words[0]
    assert words[3] == "11 turns. Turning points: 2, 4, 6 and 8. In own words: 5. Marked unsure: 6."


def test_a_word_file_names_every_picture_that_it_holds(sample, fonts):
    drawn(sample, fonts, sample.bare())
    data = render(sample.pack(sample.typical()), "docx", fonts)
    document = Document(io.BytesIO(data))
    assert len(document.inline_shapes) == len(KINDS)
    held = {rel.target_part.partname for rel in document.part.rels.values() if "image" in rel.reltype}
    kept = {f"/{name}" for name, _ in parts_of(data) if name.startswith("word/media/")}
    assert held == kept and {name.rpartition(".")[2] for name in held} == {"png", "svg"}
    ids = re.findall(r'r:embed="(rId\d+)"', dict(parts_of(data))["word/document.xml"].decode())
    assert len(ids) == 2 * len(KINDS) and set(ids) <= set(document.part.rels)


def test_a_drawing_holds_no_text_and_asks_for_nothing(sample, fonts):
    for chart in drawn(sample, fonts, sample.typical()).values():
        assert not re.search(rb"<(text|tspan|script|style|image|foreignObject)\b", chart.svg)
        assert not re.search(rb"href=\"(?!#)", chart.svg)
        assert chart.wide <= 17 and chart.high <= 22


def test_in_one_ink_every_mark_is_told_apart(sample, fonts):
    marks = [mark for mark in Mark if mark is not Mark.NOT_IN_PLAY]
    told = [(sample.principle("Same", sample.moment(3, mark, "A reason.")),) for mark in marks]
    rows = [one(sample, fonts, "principles", principles=principles) for principles in told]
    assert len({in_one_ink(_blocks(chart.svg)) for chart in rows}) == len(marks)


def _blocks(svg):
    """A drawing without its letters: the shapes alone."""
    return re.sub(rb"<use[^>]*/>|<symbol.*?</symbol>|<defs.*?</defs>", b"", svg, flags=re.DOTALL)


def test_in_one_ink_every_turn_of_the_path_is_told_apart(sample, fonts):
    turn = replace(sample.typical().turns[2], not_taken=())
    kinds = [turn, replace(turn, key=True), replace(turn, own="Mine."), replace(turn, unsure=True)]
    kinds.append(replace(turn, not_taken=("Other.",)))
    found = [one(sample, fonts, "path", turns=(kind,)).svg for kind in kinds]
    assert len({in_one_ink(svg) for svg in found}) == len(kinds)


def test_in_one_ink_what_was_heard_is_told_from_what_is_quiet(sample, fonts):
    area = sample.typical().board[0]
    heard = one(sample, fonts, "board", board=(replace(area, heard=(("It.", 1),), quiet=()),))
    quiet = one(sample, fonts, "board", board=(replace(area, heard=(), quiet=("It.",)),))
    assert in_one_ink(_blocks(heard.svg)) != in_one_ink(_blocks(quiet.svg))


def test_a_drawing_keeps_to_a_page_whatever_is_in_it(sample, fonts):
    long = "word and " * 100_000
    many = tuple(replace(sample.typical().turns[0], number=at) for at in range(1, 1200))
    area = replace(sample.typical().board[0], name=long, heard=((long, 1),) * 9)
    told = replace(sample.typical(), turns=many, board=(area,))
    told = replace(
        told, principles=(sample.principle(long, *(sample.moment(at, Mark.BOTH, long) for at in range(1, 300))),)
    )
    for chart in drawn(sample, fonts, told).values():
        assert chart.high <= 22 and len(chart.png) < 3_000_000 and len(chart.words) < 2_100


@pytest.mark.parametrize("form", ZIPS)
def test_where_nothing_can_draw_the_words_are_there(sample, fonts, form, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    names = [name for name, _ in parts_of(render(sample.pack(sample.typical()), form, fonts))]
    assert names and not [name for name in names if name.endswith((".svg", ".png"))]


def test_what_was_left_out_is_not_drawn(sample, fonts):
    drawn(sample, fonts, sample.bare())
    pack = sample.pack(sample.typical(), parts=frozenset({"moves"}))
    assert charts(sheets(pack, USUAL_FORM), USUAL_FORM, fonts) == {}
    plain = replace(USUAL_FORM, sections=("talk", "board"))
    found = charts(sheets(sample.pack(sample.typical()), plain), plain, fonts)
    assert [name.rpartition("/")[2] for name in found] == ["board"]
