"""Markdown: ours is plain, and no foreign text can make a heading, a link, code or HTML."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrtrainer.export.clean import clean
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.markdown import markdown_bytes, safe

OURS = re.compile(r"&#\d+;")
DANGER = st.text(alphabet=st.sampled_from("ab 1.-#*_`[]()<>!&~|=+\\:@/\n\t\"'{}^$"), max_size=40)


@pytest.mark.parametrize("name", ["typical", "bare"])
def test_is_the_accepted_text(sample, accepted, name):
    accepted(f"{name}.md", markdown_bytes(sample.pack(getattr(sample, name)()), USUAL_FORM))


@settings(max_examples=500, derandomize=True)
@given(st.text() | DANGER)
def test_foreign_text_stays_text(text):
    text = clean(text)
    written = safe(text)
    assert html.unescape(written) == html.unescape(" ".join(text.split())) or "&" in text
    left = OURS.sub("", written)
    assert not re.search(r"[\\`*_{}\[\]<>()#+=|~&@:$^\n]", left)
    assert not re.match(r"\s|-|\d+\.(\s|$)", written)
    assert "---" not in left and "www." not in left


@settings(max_examples=300, derandomize=True)
@given(st.text() | DANGER)
def test_no_markdown_reader_finds_more_than_a_paragraph(text):
    reader = pytest.importorskip("markdown_it", reason="markdown-it-py is not here").MarkdownIt(
        "gfm-like", {"linkify": False}
    )
    kinds = {token.type for token in reader.parse(safe(clean(text)))}
    inner = {child.type for token in reader.parse(safe(clean(text))) for child in token.children or ()}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close"} and inner <= {"text"}


def test_has_our_headings_only(sample):
    hostile = sample.filled_with(
        sample.typical(), "# x\n## y\n- z\n<b>q</b> [l](http://e.org) ![i](u) `c`\n\n    code\n***\n==="
    )
    text = markdown_bytes(sample.pack(hostile), USUAL_FORM).decode()
    calm = markdown_bytes(sample.pack(sample.filled_with(sample.typical(), "calm")), USUAL_FORM).decode()
    headings, expected = ([line for line in one.split("\n") if line.startswith("#")] for one in (text, calm))
    assert len(headings) == len(expected)
    assert "](" not in text and "<b" not in text and "`" not in text and "\n    " not in text.replace("\n  -", "")


def test_never_a_total(sample):
    text = markdown_bytes(sample.pack(sample.typical()), USUAL_FORM).decode()
    assert "%" not in text and "out of" not in text
