"""Every PDF that the program writes, on both papers, as a screen reader meets it: tags, language, order, fonts."""

import re
import shutil
import subprocess
from functools import cache
from itertools import pairwise

import pytest
from pypdf import PdfReader

from hrtrainer.export.blocks import blocks
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.export.formats import render
from hrtrainer.export.group_report import render_report
from hrtrainer.export.prints import PRINTS, print_bytes
from hrtrainer.export.typesetting import PAPERS
from hrtrainer.group.timing import usual_agenda
from hrtrainer.receiving.team import render_team
from tests.export import sample
from tests.export.structure import bookmarks, loose_fonts, opened, tags, untagged
from tests.export.test_prints import tell_of
from tests.group.rooms import shipped
from tests.group.test_report import led, report
from tests.receiving.test_team import handed_over, sets
from tests.stage import ASSETS

pytest.importorskip("typst", reason="typst does not exist for this computer")

FONTS = ASSETS / "fonts"
PACKS = {"full": sample.full, "chosen": sample.chosen, "bare": lambda: sample.pack(sample.bare())}
WRITTEN = (*PACKS, "group report", "team page", *PRINTS)
BARE_OF_HEADINGS = ("cards",)
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}


@cache
def written(what: str, paper: str) -> bytes:
    if what in PACKS:
        return render(PACKS[what](), "pdf", FONTS, paper)
    if what == "group report":
        return render_report(report(led()), "pdf", FONTS, paper)
    if what == "team page":
        return render_team(handed_over(8), sets(), "pdf", FONTS, paper)
    return print_bytes(what, tell_of("in-a-rush"), usual_agenda(shipped("in-a-rush").scenario, 60), FONTS, paper)


@cache
def read(what: str, paper: str) -> PdfReader:
    return opened(written(what, paper))


@pytest.fixture(params=[(what, paper) for what in WRITTEN for paper in PAPERS], ids=" on ".join)
def pdf(request):
    what, paper = request.param
    return what, paper, read(what, paper)


def test_says_what_it_is_and_in_which_language(pdf):
    _, paper, one = pdf
    root = one.trailer["/Root"]
    assert root["/Lang"] == "en" and root["/MarkInfo"]["/Marked"] == True  # noqa: E712  # a value of the library's own
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True and one.metadata.title  # noqa: E712
    assert re.search(rb"pdfuaid:part[>=\"]+1", root["/Metadata"].get_data())
    for page in one.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == SIZES[paper]


def test_everything_that_is_written_is_tagged_or_an_artifact(pdf):
    assert untagged(pdf[2]) == []


def test_its_fonts_are_inside_and_can_be_read_back(pdf):
    assert loose_fonts(pdf[2]) == []


def test_every_picture_is_told_in_words(pdf):
    found = [one for one in tags(pdf[2]) if one.name == "Figure"]
    assert all(one.alt.strip() for one in found)
    assert found or pdf[0] not in ("full", "chosen", "cards")


def test_its_headings_begin_at_the_top_and_leave_no_level_out(pdf):
    what, _, one = pdf
    levels = [int(tag.name[1]) for tag in tags(one) if re.fullmatch(r"H[1-6]", tag.name)]
    assert bool(levels) != (what in BARE_OF_HEADINGS)
    if levels:
        assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
        assert len(bookmarks(one)) == len(levels)


def test_its_tables_and_lists_are_whole(pdf):
    found = tags(pdf[2])
    for tag in found:
        if tag.name in ("TH", "TD"):
            assert tag.inside[-1] == "TR"
        if tag.name == "TR":
            assert tag.inside[-1] in ("Table", "THead", "TBody", "TFoot")
        if tag.name == "TH":
            assert tag.attributes.get("/Scope") in ("/Column", "/Row", "/Both")
        if tag.name in ("LI", "Lbl", "LBody"):
            assert {"L", "LI"} & set(tag.inside[-1:])


def read_aloud(data: bytes, tmp_path) -> str:
    """The text in the order of the tags, by Poppler."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is not here")
    (tmp_path / "one.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdfinfo", "-enc", "UTF-8", "-struct-text", str(tmp_path / "one.pdf")],
        capture_output=True,
        check=True,
        timeout=60,
    )
    said = "".join(re.findall(r'^\s*"(.*)"$', done.stdout.decode(errors="replace"), flags=re.MULTILINE))
    return re.sub(r"[\u2068\u2069\s]", "", said)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", PACKS)
def test_is_read_in_the_order_in_which_it_is_told(name, paper, tmp_path):
    said = read_aloud(written(name, paper), tmp_path)
    headings = [one.text for one in blocks(PACKS[name](), USUAL_FORM) if one.kind in ("title", "heading")]
    at = 0
    for heading in headings:
        if heading in ("Facts that were used", "Moves chosen", "My reflections", "Sources behind the notes"):
            continue  # they stand beside others, or as the first words of a paragraph
        found = said.find(re.sub(r"\s", "", heading), at)
        assert found >= at, heading
        at = found


@pytest.mark.parametrize("paper", PAPERS)
def test_the_path_is_read_turn_by_turn(paper, tmp_path):
    said = read_aloud(written("full", paper), tmp_path)
    order = ["Here you go. No form", "[line withheld]", "it's a good speech", "That was me being scared"]
    order += ["Can I add one thing", "Go on. Quick version", "Which bits already", "Bram two doors down owes me"]
    order += ["See you when we see you"]
    found = [said.casefold().find(re.sub(r"\s", "", words).casefold()) for words in order]
    assert -1 not in found and found == sorted(found)
