"""A pack as a tagged PDF (PDF/UA-1), set by typst: two pages for a typical run, the same bytes every time."""

from dataclasses import asdict
from pathlib import Path

from hrtrainer.export.clean import shortened
from hrtrainer.export.form import Form
from hrtrainer.export.sheet import sheets
from hrtrainer.export.typesetting import PAPERS, Laid, laid_within
from hrtrainer.session.packing import Pack

_TEMPLATE = "summary.typ"
_DENSITIES = (1.0, 0.95, 0.9, 0.87, 0.84)
_MOST_PAGES = 2
_MOST_LETTERS = 20_000
_CUT = f"A text of more than {_MOST_LETTERS:,} letters ends in …; saved as a web page it is whole."


def pdf_bytes(pack: Pack, form: Form, fonts: Path, paper: str = PAPERS[0]) -> bytes:
    """The pack as PDF. Raises as `laid_pack`."""
    return laid_pack(pack, form, fonts, paper).pdf


def laid_pack(pack: Pack, form: Form, fonts: Path, paper: str = PAPERS[0]) -> Laid:
    """The pack laid out, at most two pages a session where that can be.

    Raises Problem E03 where typst is not to be had, E04 for an unknown paper.
    """
    whole = sheets(pack, form)
    short = shortened(whole, _MOST_LETTERS)
    pages = [asdict(one) for one in short]
    told = {
        "page": pages[0],
        "pages": pages,
        "say": asdict(form.say()),
        "form": {"name": form.name or "Logo", "header": form.header, "logo": list(form.logo)},
        "document": pages[0]["document"],
        "cut": "" if short == whole else _CUT,
    }
    return laid_within(_TEMPLATE, told, fonts, paper, _MOST_PAGES * len(pages), _DENSITIES)
