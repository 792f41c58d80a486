"""A summary as a tagged PDF (PDF/UA-1), set by typst: two pages for a typical run, the same bytes every time."""

from dataclasses import asdict
from pathlib import Path

from hrtrainer.export.sheet import sheet
from hrtrainer.export.typesetting import PAPERS, set_within
from hrtrainer.export.wording import Wording
from hrtrainer.session.summary import Summary

_TEMPLATE = "summary.typ"
_DENSITIES = (1.0, 0.95, 0.9, 0.84)
_MOST_PAGES = 2


def pdf_bytes(summary: Summary, fonts: Path, paper: str = PAPERS[0]) -> bytes:
    """The summary as PDF. Raises Problem E03 where typst is not to be had, E04 for an unknown paper."""
    page = {"page": asdict(sheet(summary)), "say": asdict(Wording())}
    return set_within(_TEMPLATE, page, fonts, paper, _MOST_PAGES, _DENSITIES)
