"""A pack in every format: what was struck or left out is in no byte of it, and each format is as it was accepted."""

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrtrainer.export.blocks import KINDS, blocks
from hrtrainer.export.form import SECTIONS, USUAL_FORM, Form
from hrtrainer.export.formats import FORMATS
from hrtrainer.export.moments import HEAD
from hrtrainer.export.plain import json_bytes
from hrtrainer.export.zipped import parts_of
from hrtrainer.session.packing import PARTS, lines_of
from tests.export.opening import letters, unpacked, words_of
from tests.export.rendering import rendered
from tests.guide import pack_schema, word
from tests.stage import ASSETS

ENDINGS = {"docx": ".xml", "odt": ".xml", "pdf": ".txt", "xapi": ".json"}
"""What the names of accepted files end with, so that their kind is seen."""
TEXT_PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


def made(pack, form, fonts, house=USUAL_FORM):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    return rendered(pack, form, fonts, house=house)


@pytest.mark.parametrize("name", ["full", "chosen"])
@pytest.mark.parametrize("form", FORMATS)
def test_is_as_it_was_accepted(sample, fonts, accepted, tmp_path, form, name):
    data = made(getattr(sample, name)(), form, fonts)
    if form in TEXT_PARTS:  # how small zlib packs it differs between its versions
        data = dict(parts_of(data))[TEXT_PARTS[form]]
    if form == "pdf":
        text = words_of(data, tmp_path)
        if not text:
            pytest.skip("pdftotext is not here")
        data = (text.replace(". ", ".\n") + "\n").encode()
    data = data.replace(b"\r\n", b"\n")  # an accepted file may lie here with either
    accepted(f"pack-{name}.{form}{ENDINGS.get(form, '')}", data)


@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_struck_is_in_no_format(sample, fonts, tmp_path, data):
    told = sample.typical()
    lines = [line for line in lines_of(told) if len(letters(line.text)) >= 8]
    struck = data.draw(st.sets(st.sampled_from(lines), min_size=1, max_size=5))
    pack = sample.pack(told, struck=frozenset(line.id for line in struck))
    for form in FORMATS:
        file = made(pack, form, fonts)
        text, raw = letters(words_of(file, tmp_path)), unpacked(file)
        for line in struck:
            assert letters(line.text) not in text, (form, line)
            assert line.text.encode() not in raw, (form, line)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "xapi"])
def test_what_is_not_struck_is_found_by_the_same_means(sample, fonts, tmp_path, form):
    file = made(sample.pack(sample.typical()), form, fonts)
    if not words_of(file, tmp_path):
        pytest.skip("pdftotext is not here")
    text = letters(words_of(file, tmp_path))
    for number in (2, 6, 8):
        assert letters(sample.typical().turns[number - 1].said) in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_typed_and_hidden_is_in_no_byte(sample, fonts, tmp_path, form):
    told = replace(sample.typical(), reflections=(("What stayed?", "Rosamunde said I talk fast."),))
    told = replace(told, turns=(*told.turns[:4], replace(told.turns[4], own="Rosamunde, wait."), *told.turns[5:]))
    file = made(sample.pack(told, hidden=("Rosamunde",)), form, fonts)
    assert b"osamunde" not in unpacked(file) and "rosamunde" not in letters(words_of(file, tmp_path))


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_typed_in_a_reflection_that_is_struck_is_in_no_byte(sample, fonts, tmp_path, form):
    told = replace(sample.typical(), reflections=(("What stayed?", "Rosamunde said I talk fast."),))
    for struck, there in (({f"{told.session}/reflections.0"}, False), (set(), True)):
        file = made(sample.pack(told, struck=frozenset(struck)), form, fonts)
        text = letters(words_of(file, tmp_path))
        assert (b"osamunde" in unpacked(file) or "rosamunde" in text) == (there and (form, bool(text)) != ("pdf", False)
                                                                          and form not in ("csv", "xapi"))  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("part", PARTS)
def test_any_part_can_be_left_out_of_any_format(sample, fonts, form, part):
    assert made(sample.pack(sample.typical(), parts=frozenset(PARTS) - {part}), form, fonts)


@pytest.mark.parametrize("form", FORMATS)
def test_with_nothing_chosen_there_is_still_a_sheet_to_talk_over(sample, fonts, form):
    assert made(sample.pack(sample.typical(), parts=frozenset()), form, fonts)


def test_without_the_marks_no_format_says_what_they_were(sample, fonts, tmp_path):
    pack = sample.pack(sample.typical(), parts=frozenset(PARTS) - {"marks", "guess", "learning"})
    for form in set(FORMATS) - {"csv"}:  # whose head has a column for them
        text = words_of(made(pack, form, fonts), tmp_path)
        assert "Honest about danger" not in text and "Eight principles (" not in text


def test_sections_stand_in_the_order_of_the_form(sample, fonts):
    house = Form(sections=("questions", "path", "talk"), wording=(("questions", "To ask"), ("talk", "Brought along")))
    found = [one.text for one in blocks(sample.pack(sample.typical()), house) if one.kind == "heading"]
    assert found == ["To ask", "Four moments that turned it", "Brought along"]
    page = made(sample.pack(sample.typical()), "html", fonts, house).decode()
    assert page.index(">To ask<") < page.index("Four moments") < page.index(">Brought along<")


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_can_stand_alone(sample, fonts, name):
    for form in FORMATS:
        assert made(sample.full(), form, fonts, Form(sections=(name,)))


def test_what_stands_once_stands_once(sample):
    found = [one.text for one in blocks(sample.full(), USUAL_FORM) if one.kind == "heading"]
    for title in ("What I want to talk about", "About our organisation", "For the two of us to fill in"):
        assert found.count(title) == 1
    assert found.index("What I want to talk about") == 0
    assert {one.kind for one in blocks(sample.full(), USUAL_FORM)} <= set(KINDS)


def test_the_table_has_a_row_for_every_moment(sample, fonts):
    told = sample.typical()
    rows = list(csv.DictReader(io.StringIO(made(sample.pack(told), "csv", fonts).decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == HEAD
    moments = sum(len(one.moments) for one in (*told.principles, *told.beside))
    marked = {m.turn for one in (*told.principles, *told.beside) for m in one.moments}
    assert len(rows) == moments + len(told.turns) - len(marked)
    assert {row["turn"] for row in rows} == {str(number) for number in range(1, 12)}


@pytest.mark.parametrize("name", ["full", "chosen"])
def test_the_data_fits_its_published_schema(sample, name):
    schema = json.loads((ASSETS / "schema" / "pack-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    data = json.loads(json_bytes(getattr(sample, name)()))
    jsonschema.validate(data, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data | {"score": 3}, schema)


def test_what_is_made_by_the_guide_is_as_it_would_be_made_today():
    assert (ASSETS / "schema" / "pack-1.json").read_text(encoding="utf-8") == pack_schema.as_text()
    for path, data in ((word.OURS, word.ours()), (word.EXAMPLE, word.example())):
        assert parts_of(path.read_bytes()) == parts_of(data)


def test_no_counts_without_a_wish_for_them(sample, fonts):
    for form in ("html", "md", "docx", "odt", "json"):
        assert b"Chances to support" not in unpacked(made(sample.chosen(), form, fonts))
    assert '"least"' not in made(sample.chosen(), "json", fonts).decode()


def test_a_pdf_has_its_outline_language_and_paper(sample, fonts):
    for paper, box in (("a4", b"595.27"), ("us-letter", b"612")):
        pytest.importorskip("typst", reason="typst does not exist for this computer")
        raw = unpacked(rendered(sample.full(), "pdf", fonts, paper=paper))
        assert b"/Outlines" in raw and b"/StructTreeRoot" in raw and b"/Lang" in raw and b"/MarkInfo" in raw
        assert box in raw and b"/FontFile" in raw and b"pdfuaid" in raw
