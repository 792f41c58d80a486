"""Hostile text comes out as it was typed, in every format, and does nothing."""

import json
from dataclasses import replace

import pytest

from hrtrainer.export.clean import clean, cleaned
from hrtrainer.export.formats import FORMATS, render
from hrtrainer.problem import Problem

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
    "العربية עברית 日本 😀",
)
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u200e\u200f\u061c"


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("form", FORMATS)
def test_comes_out_inert(sample, fonts, form, payload):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    told = sample.filled_with(sample.typical(), payload)
    made = render(told, form, fonts)
    assert made and b"root:x:0" not in made
    if form == "html":
        calm = render(sample.filled_with(sample.typical(), "calm"), form, fonts).decode()
        assert made.decode().count("<") == calm.count("<")
    if form == "json":
        assert json.loads(made)["turns"][0]["said"] == clean(payload)
    if form != "pdf":
        assert not set(made.decode()) & set(BIDI)
        assert not {sign for sign in made.decode() if sign < " " and sign != "\n"}
    if form == "md":
        assert "<script" not in made.decode() and "](" not in made.decode()


@pytest.mark.parametrize("form", FORMATS)
def test_a_line_of_a_million(sample, fonts, form):
    if form == "pdf":
        pytest.importorskip("typst", reason="typst does not exist for this computer")
    told = replace(sample.bare(), reviewed="<b>{{7*7}} " * 90_000)
    assert len(render(told, form, fonts)) > 100_000


@pytest.mark.parametrize("payload", PAYLOADS)
def test_cleaning_twice_is_cleaning_once(sample, payload):
    once = cleaned(sample.filled_with(sample.typical(), payload))
    assert cleaned(once) == once
    once.session.encode("utf-8")


def test_cleaning_keeps_what_people_write():
    for text in ("Zoë's plan: “half”, then wait…", "می‌خواهم", "line\nline", "👩‍⚕️"):
        assert clean(text) == text


def test_speech_is_set_apart(sample, fonts):
    assert "“<bdi>Here you go. No form for this.</bdi>”" in render(sample.typical(), "html", fonts).decode()
    assert "“\u2068Here you go. No form for this.\u2069”" in render(sample.typical(), "md", fonts).decode()


def test_unknown_format(sample, fonts):
    with pytest.raises(Problem) as caught:
        render(sample.bare(), "docx", fonts)
    assert caught.value.code == "E02"
