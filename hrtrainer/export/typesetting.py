"""Setting PDF with typst from our own templates. All that others wrote comes in as data and is never read as markup."""

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from hrtrainer import words
from hrtrainer.problem import Problem

PAPERS = ("a4", "us-letter")
NOT_DRAWN = "\u25a1"
"""What stands where no font at hand can draw a character."""

_LOOK = "look.typ"
_COUNT = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")
_REFUSED = "could not be displayed"
_KNOWN = "\n -~\u00a0-\u047f\u1e00-\u203f\u2066-\u2069\u20a0-\u20bf\u25a1"
_BEYOND = (re.compile(f"[^{_KNOWN}\u0530-\u06ff]"), re.compile(f"[^{_KNOWN}]"))
_NOTE = (
    f"{NOT_DRAWN} stands for a character that none of the fonts here can draw. The same saved as a web page "
    "holds it as it was typed."
)


@dataclass(frozen=True, slots=True)
class Laid:
    """A PDF, and what it was made of: pictures of its pages come from the same text and the same data."""

    pdf: bytes
    template: str
    data: str


def pages(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    found = _COUNT.search(pdf)
    return int(found[1]) if found else 0


def set_pdf(template: str, page: dict[str, Any], fonts: Path, paper: str) -> bytes:
    """The PDF of a template filled with a page. Raises as `laid`."""
    return laid(template, page, fonts, paper).pdf


def laid(template: str, page: dict[str, Any], fonts: Path, paper: str) -> Laid:
    """A template filled with a page; where no font draws a character, a box stands and a sentence says so.

    Raises Problem E03 where typst is not to be had, E04 for an unknown paper, E05 where it cannot be set.
    """
    if paper not in PAPERS:
        raise Problem("E04", f"There is no paper '{paper}'.", f"Papers are {words.listing(PAPERS)}.")
    page = page | {"paper": paper, "note": ""}
    data = json.dumps(page, ensure_ascii=False)
    made = _as_pdf(template, data, fonts)
    for beyond in _BEYOND:
        if made is None:
            data = beyond.sub(NOT_DRAWN, json.dumps(page | {"note": _NOTE}, ensure_ascii=False))
            made = _as_pdf(template, data, fonts)
    if made is None:
        raise Problem("E05", "This could not be set as PDF.", "Save HTML and print it from a browser.")
    return Laid(made, template, data)


def laid_within(
    template: str, page: dict[str, Any], fonts: Path, paper: str, most: int, densities: tuple[float, ...]
) -> Laid:
    """The same, closer and closer until it keeps to `most` pages, or as close as there is. Raises as `laid`."""
    for density in densities:
        made = laid(template, page | {"density": density}, fonts, paper)
        if pages(made.pdf) <= most:
            break
    return made


def set_within(
    template: str, page: dict[str, Any], fonts: Path, paper: str, most: int, densities: tuple[float, ...]
) -> bytes:
    """The PDF of the same. Raises as `laid`."""
    return laid_within(template, page, fonts, paper, most, densities).pdf


def as_charts(template: str, page: dict[str, Any], fonts: Path, sharpness: int) -> tuple[tuple[bytes, bytes], ...]:
    """The pages of a template filled with a page, each as SVG and as PNG with so many dots an inch. Raises Problem E03.

    In the SVG every letter is an outline: it looks the same wherever it is opened, and holds no text.
    """
    data = json.dumps(page, ensure_ascii=False)
    drawings = _typeset(template, data, fonts, format="svg")
    return tuple(zip(drawings, _typeset(template, data, fonts, format="png", ppi=float(sharpness)), strict=True))


def as_pictures(made: Laid, fonts: Path, sharpness: int) -> tuple[bytes, ...]:
    """The pages of a PDF as PNG, with so many dots an inch."""
    return _typeset(made.template, made.data, fonts, format="png", ppi=float(sharpness))


def as_drawings(made: Laid, fonts: Path) -> tuple[bytes, ...]:
    """The pages of a PDF as SVG, in which each line that can be struck is a link to its id (spot in look.typ)."""
    return _typeset(made.template, made.data, fonts, {"spots": "yes"}, format="svg")


def _as_pdf(template: str, data: str, fonts: Path) -> bytes | None:
    """The PDF of a template filled with data; None when no font draws some character."""
    try:
        return _typeset(template, data, fonts, format="pdf", pdf_standards="ua-1", timestamp=0)[0]
    except RuntimeError as refused:  # what typst raises is one
        if _REFUSED in str(refused):
            return None
        raise


def _typeset(
    template: str, data: str, fonts: Path, more: dict[str, str] | None = None, **how: Any
) -> tuple[bytes, ...]:
    """The pages, or the one file, of a template filled with data. The one door to typst. Raises Problem E03."""
    try:
        import typst
    except ImportError as missing:
        sentence = "PDF needs the typst package, which does not exist for this computer."
        raise Problem("E03", sentence, "Save HTML and print it from a browser.") from missing
    shipped = files("hrtrainer.export").joinpath("templates")
    made = typst.compile(
        b"".join(shipped.joinpath(name).read_bytes() for name in (_LOOK, template)),
        sys_inputs={"data": data} | (more or {}),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
        **how,
    )
    return (made,) if isinstance(made, bytes) else tuple(made or ())
