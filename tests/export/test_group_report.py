"""The group report in its four forms: what the room let stand, inert, and the same bytes every time."""

import csv
import io
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from hrtrainer.export.group_report import REPORT_FORMATS, render_report
from hrtrainer.export.typesetting import pages
from hrtrainer.group.event import Added, Struck
from hrtrainer.group.report import GroupReport
from hrtrainer.problem import Problem
from tests.export.test_hostile import BIDI, PAYLOADS
from tests.group.test_report import PRIVATE, SUPPORT, led, report


def made(form, fonts, told=None):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    return render_report(told or report(led()), form, fonts)


def text_of(form, data, tmp_path):
    if form != "pdf":
        return data.decode()
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    (tmp_path / "report.pdf").write_bytes(data)
    told = subprocess.run(["pdftotext", str(tmp_path / "report.pdf"), "-"], capture_output=True, check=True, timeout=60)
    return told.stdout.decode()


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_each_form_is_the_same_bytes_every_time(form, fonts):
    assert made(form, fonts) == made(form, fonts)


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_each_form_tells_the_same_and_no_private_thing(form, fonts, tmp_path):
    text = " ".join(text_of(form, made(form, fonts), tmp_path).replace("\u2068", "").replace("\u2069", "").split())
    for said in ("24 people", "asked first", "rides home", "We paused 1 time", "Half of us have said B"):
        assert said in text
    for secret in (PRIVATE, SUPPORT, "Rosa"):
        assert secret not in text


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_reply_is_told_by_its_letter_and_its_shape(form, fonts, tmp_path):
    text = text_of(form, made(form, fonts), tmp_path)
    for letter, shape in (("A", "triangle"), ("B", "circle"), ("C", "square"), ("D", "diamond")):
        assert re.search(rf"{letter} (<[^>]*>)?\({shape}\)", text), (letter, shape)


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_what_was_struck_is_in_no_form(form, fonts, tmp_path):
    lead = led()
    for line in ("plus.1", "vote.1", "note.1.discuss"):
        lead.add(Struck(0, line, True))
    text = text_of(form, made(form, fonts, report(lead)), tmp_path)
    assert "asked first" not in text and "Half of us" not in text and "How we chose" not in text
    assert "rides home" in text


def filled(told: GroupReport, payload: str) -> GroupReport:
    """The report with a payload in the place of every line."""
    sections = tuple(
        replace(section, lines=tuple(replace(line, text=payload) for line in section.lines))
        for section in told.sections
    )
    votes = tuple(
        replace(vote, question=payload, rows=tuple(replace(row, text=payload) for row in vote.rows))
        for vote in told.votes
    )
    return replace(told, title=payload, sections=sections, votes=votes)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_hostile_text_comes_out_inert(form, payload, fonts):
    data = made(form, fonts, filled(report(led()), payload))
    assert data and b"root:x:0" not in data
    if form == "html":
        assert data.count(b"<") == made(form, fonts, filled(report(led()), "calm")).count(b"<")
    if form != "pdf":
        assert not set(data.decode()) & set(BIDI)
    if form == "md":
        assert "<script" not in data.decode() and "](" not in data.decode()


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_no_cell_of_the_table_is_a_formula(formula, fonts):
    lead = led()
    lead.add(Added(0, "plus", f"{formula} x"))
    rows = list(csv.reader(io.StringIO(made("csv", fonts, filled(report(lead), formula)).decode("utf-8-sig"))))
    assert rows[0] == ["section", "number", "letter", "text", "before", "after"]
    assert {len(row) for row in rows} == {6}
    for row in rows[1:]:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_a_long_session_keeps_to_a_few_pages(fonts):
    pytest.importorskip("typst", reason="typst does not exist for this computer")
    assert 1 <= pages(made("pdf", fonts)) <= 2


def test_a_form_that_does_not_exist_is_told(fonts):
    with pytest.raises(Problem) as raised:
        made("odt", fonts)
    assert raised.value.code == "E02"
