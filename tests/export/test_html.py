"""The web page: one file, no script, no request, in order for those who hear it."""

import re
import sys
from base64 import b64decode
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from hrtrainer.export.charts import charts
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.html import html_bytes
from hrtrainer.export.sheet import sheets
from tests.export.rendering import DRAWING

VOID = {"meta", "br", "path", "img"}


class Outline(HTMLParser):
    """Collects tags, headings and text; complains about tags that do not close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


@pytest.fixture(params=["typical", "bare"])
def name(request):
    return request.param


def test_is_the_accepted_page(sample, fonts, accepted, name):
    page = html_bytes(sample.pack(getattr(sample, name)()), USUAL_FORM, fonts)
    accepted(f"{name}.html", page)


def test_its_drawings_are_those_of_every_other_file_told_in_words(sample, fonts):
    pack = sample.pack(sample.typical())
    drawn = charts(sheets(pack, USUAL_FORM), USUAL_FORM, fonts).values()
    page = html_bytes(pack, USUAL_FORM, fonts)
    assert [b64decode(one) for one in DRAWING.findall(page)] == [one.svg for one in drawn]
    assert [unescape(one) for one in re.findall(r'alt="([^"]*)"', page.decode())] == [one.words for one in drawn]
    assert page.count(b"<summary>The same in words</summary>") == 3 and b"img-src data:;" in page


def test_without_drawings_the_same_stands_there_in_words(sample, fonts, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    page = html_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts).decode()
    assert "<img" not in page and "The same in words" not in page and "img-src" not in page
    assert '<table class="chart">' in page and "Turning points: 2, 4, 6 and 8." in page


def test_stands_alone(sample, fonts, name):
    page = html_bytes(sample.pack(getattr(sample, name)()), USUAL_FORM, fonts).decode()
    outline = Outline(page)
    assert not {"script", "link", "iframe", "form", "a", "object", "base"} & set(outline.names())
    assert "url(" not in page and "@import" not in page
    for _, attributes in outline.tags:
        assert not any(key.startswith("on") or key in ("href", "style") for key in attributes)
        assert attributes.get("src", "data:image/svg+xml;").startswith("data:image/svg+xml;")
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_is_in_order_for_those_who_hear_it(sample, fonts, name):
    outline = Outline(html_bytes(sample.pack(getattr(sample, name)()), USUAL_FORM, fonts).decode())
    assert dict(outline.tags)["html"] == {"lang": "en"}
    names = outline.names()
    assert [names.count(tag) for tag in ("title", "main", "header", "footer", "h1")] == [1, 1, 1, 1, 1]
    levels = [int(tag[1]) for tag in names if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in attributes for tag, attributes in outline.tags if tag == "th")
    assert all(attributes.get("aria-hidden") == "true" for tag, attributes in outline.tags if tag == "svg")


def test_marks_are_words_and_never_a_total(sample, fonts):
    outline = Outline(html_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts).decode())
    for word in ("strains", "supports", "chance not taken", "both"):
        assert word in outline.text
    assert "%" not in outline.text
    before, _, after = outline.text.partition("Show the working")
    assert "Chances to support" not in before and "Chances to support" in after


def test_says_that_it_has_not_ended(sample, fonts):
    assert (
        "This conversation has not ended."
        in Outline(html_bytes(sample.pack(sample.bare()), USUAL_FORM, fonts).decode()).text
    )
    assert "has not ended" not in Outline(html_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts).decode()).text


def test_keeps_own_words_and_lines_taken_back(sample, fonts):
    page = html_bytes(sample.pack(sample.typical()), USUAL_FORM, fonts).decode()
    assert "<em>“<bdi>Sorry. That was me being scared. Can we start again?</bdi>”</em>" in page
    assert "<s>“<bdi>Promise me you will text somebody.</bdi>”</s>" in page
    assert "own words" in page and "taken back" in page
