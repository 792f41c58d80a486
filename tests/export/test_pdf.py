"""PDF: tagged, two pages, the same bytes every time, its fonts inside."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.pdf import pdf_bytes
from hrtrainer.export.typesetting import NOT_DRAWN, PAPERS, pages
from hrtrainer.problem import Problem
from hrtrainer.session.packing import USUAL, Choices, packed
from hrtrainer.session.summarise import summarise
from tests.sending.many import played, reference
from tests.stage import TODAY

typst = pytest.importorskip("typst", reason="typst does not exist for this computer")


def text_of(pdf, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    path = tmp_path / "summary.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60)
    return " ".join(told.stdout.decode().replace("\u2068", "").replace("\u2069", "").split())


@pytest.mark.parametrize("name", ["typical", "bare"])
@pytest.mark.parametrize("paper", PAPERS)
def test_has_two_pages_and_the_same_bytes(sample, fonts, name, paper):
    made = pdf_bytes(sample.pack(getattr(sample, name)()), USUAL_FORM, fonts, paper)
    assert made == pdf_bytes(sample.pack(getattr(sample, name)()), USUAL_FORM, fonts, paper)
    assert 1 <= pages(made) <= 2


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("seed", range(9))
def test_a_usual_run_of_what_is_shipped_keeps_to_two_pages(fonts, seed, paper):
    told = summarise(played(seed), reference(), TODAY)
    made = pdf_bytes(packed([told], Choices(USUAL)), USUAL_FORM, fonts, paper)
    assert pages(made) <= 2


def test_is_tagged_and_says_what_it_is(sample, fonts):
    made = pdf_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts)
    assert made.startswith(b"%PDF-") and b"/StructTreeRoot" in made and b"/Lang" in made
    assert re.search(rb"pdfuaid:part[>=\"]+1", made)
    assert b"Supervision summary: Before the bus, with Ana" in made and b"Tansy" in made
    assert b"2026-11-19" in made and b"/Alt" in made


def test_has_its_fonts_inside(sample, fonts):
    made = pdf_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts)
    names = set(re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z]+)", made))
    assert names == {b"AtkinsonHyperlegibleNext", b"Literata"}
    assert made.count(b"/FontDescriptor/FontName") == made.count(b"/FontFile")


def test_can_be_read_as_text(sample, fonts, tmp_path):
    text = text_of(pdf_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts), tmp_path)
    wanted = "Before the bus, with Ana|What Ana left with|Half, and slow|own words|taken back|page 2 of 2"
    wanted += "|For the two of us to fill in|Not yet reviewed by people|There is no total"
    for words in wanted.split("|"):
        assert words in text
    assert "%" not in text


def test_says_that_it_has_not_ended(sample, fonts, tmp_path):
    assert "This conversation has not ended." in text_of(
        pdf_bytes(sample.pack(sample.bare()), USUAL_FORM, fonts), tmp_path
    )


def test_scripts_that_no_font_draws_are_told(sample, fonts, tmp_path):
    told = replace(sample.typical(), reflections=(("What stayed?", "مرحبا and 日本 and plain"),))
    text = text_of(pdf_bytes(sample.pack(told), USUAL_FORM, fonts), tmp_path)
    assert f"{NOT_DRAWN}{NOT_DRAWN} and plain" in text and "saved as a web page" in text


def test_every_kept_character_can_be_drawn(fonts):
    kept = [
        *range(0x20, 0x7F),
        *range(0xA0, 0x480),
        *range(0x1E00, 0x1E80),
        *range(0x2010, 0x2028),
        *range(0x20A0, 0x20C0),
    ]
    text = " ".join("a" + chr(n) for n in kept if chr(n).isprintable())
    page = b'#set document(title: "x")\n#set text(font: "Literata")\n#sys.inputs.text'
    typst.compile(
        page,
        sys_inputs={"text": text},
        font_paths=[fonts],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
    )


def test_without_typst_it_says_what_to_do(sample, fonts, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Problem) as caught:
        pdf_bytes(sample.pack(sample.bare()), USUAL_FORM, fonts)
    assert caught.value.code == "E03"
    assert caught.value.message == "PDF needs the typst package, which does not exist for this computer."
    assert caught.value.hint == "Save HTML and print it from a browser."


def test_unknown_paper(sample, fonts):
    with pytest.raises(Problem) as caught:
        pdf_bytes(sample.pack(sample.bare()), USUAL_FORM, fonts, "b5")
    assert caught.value.code == "E04"
