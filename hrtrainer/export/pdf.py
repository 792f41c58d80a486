"""A summary as a tagged PDF (PDF/UA-1), set by typst: two pages for a typical run, the same bytes every time."""

import json
import re
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from hrtrainer import words
from hrtrainer.export.sheet import sheet
from hrtrainer.export.wording import Wording
from hrtrainer.problem import Problem
from hrtrainer.session.summary import Summary

PAPERS = ("a4", "us-letter")
NOT_DRAWN = "\u25a1"
"""What stands where no font at hand can draw a character."""

_TEMPLATES = ("look.typ", "summary.typ")
_DENSITIES = (1.0, 0.95, 0.9, 0.84)
_MOST_PAGES = 2
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
_REFUSED = "could not be displayed"
_KNOWN = "\n -~\u00a0-\u047f\u1e00-\u203f\u2066-\u2069\u20a0-\u20bf\u25a1"
_BEYOND = (re.compile(f"[^{_KNOWN}\u0530-\u06ff]"), re.compile(f"[^{_KNOWN}]"))
_NOTE = (
    f"{NOT_DRAWN} stands for a character that none of the fonts here can draw. The same summary saved as a web page "
    "holds it as it was typed."
)


def pdf_bytes(summary: Summary, fonts: Path, paper: str = PAPERS[0]) -> bytes:
    """The summary as PDF. Raises Problem E03 where typst is not to be had, E04 for an unknown paper."""
    if paper not in PAPERS:
        raise Problem("E04", f"There is no paper '{paper}'.", f"Papers are {words.listing(PAPERS)}.")
    page = {"page": asdict(sheet(summary)), "say": asdict(Wording()), "paper": paper, "note": ""}
    for density in _DENSITIES:
        made = _drawn(page | {"density": density}, fonts)
        if pages(made) <= _MOST_PAGES:
            break
    return made


def pages(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    found = _COUNT.search(pdf)
    return int(found[1]) if found else 0


def _drawn(page: dict[str, Any], fonts: Path) -> bytes:
    """The PDF; where no font can draw a character, with a box in its place and a sentence that says so."""
    made = _typeset(json.dumps(page, ensure_ascii=False), fonts)
    for beyond in _BEYOND:
        if made is None:
            noted = json.dumps(page | {"note": _NOTE}, ensure_ascii=False)
            made = _typeset(beyond.sub(NOT_DRAWN, noted), fonts)
    if made is None:
        raise Problem("E05", "This summary could not be set as PDF.", "Save HTML and print it from a browser.")
    return made


def _typeset(data: str, fonts: Path) -> bytes | None:
    """The PDF of our template filled with data; None when no font draws some character. The one door to typst."""
    try:
        import typst
    except ImportError as missing:
        sentence = "PDF needs the typst package, which does not exist for this computer."
        raise Problem("E03", sentence, "Save HTML and print it from a browser.") from missing
    shipped = files("hrtrainer.export").joinpath("templates")
    template = b"".join(shipped.joinpath(name).read_bytes() for name in _TEMPLATES)
    try:
        made: bytes = typst.compile(
            template,
            format="pdf",
            sys_inputs={"data": data},
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
            pdf_standards="ua-1",
            timestamp=0,
        )
    except typst.TypstError as refused:
        if _REFUSED in str(refused):
            return None
        raise
    return made
