"""A pack as it is going to be saved: the very bytes of the file, and what can be shown of them before."""

from dataclasses import dataclass
from pathlib import Path

from hrtrainer.export.form import Form
from hrtrainer.export.pdf import laid_pack
from hrtrainer.export.spots import Spot, spots
from hrtrainer.export.typesetting import Laid, as_pictures
from hrtrainer.export.xapi import Records
from hrtrainer.forming.making import made
from hrtrainer.problem import Problem
from hrtrainer.session.packing import Pack

TEXTS = frozenset({"md", "csv", "json", "xapi"})
"""Formats whose bytes can be read as they are."""

_SHARPNESS = 192
_ON_PAPER = 300
"""Dots an inch, on the screen and on paper."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: a pack in a format, on a paper, in an organisation's form; `records` is for xAPI alone."""

    pack: Pack
    form: str
    paper: str
    house: Form
    records: Records | None = None

    def file(self, fonts: Path) -> bytes:
        """The file of it. Raises Problem as hrtrainer.forming.making.made."""
        return made(self.pack, self.form, fonts, self.paper, self.house, self.records)


@dataclass(frozen=True, slots=True)
class Proof:
    """What is saved, byte for byte, as `data`; and to show it: its text, or its pages as PNG with their lines.

    Where there are no pages though there should be, `why` says so. `laid` is what is printed.
    """

    wanted: Wanted
    data: bytes
    text: str = ""
    pages: tuple[bytes, ...] = ()
    spots: tuple[Spot, ...] = ()
    laid: Laid | None = None
    why: str = ""


def prove(wanted: Wanted, fonts: Path) -> Proof:
    """Make the file of a pack and what is shown of it. Raises Problem as hrtrainer.forming.making.made."""
    if wanted.form in TEXTS:
        data = wanted.file(fonts)
        return Proof(wanted, data, data.decode("utf-8-sig"))
    try:
        laid = laid_pack(wanted.pack, wanted.house, fonts, wanted.paper)
    except Problem as problem:
        if wanted.form == "pdf":
            raise
        data = wanted.file(fonts)
        return Proof(wanted, data, why=problem.message)
    pdf = wanted.form == "pdf"
    data = laid.pdf if pdf else wanted.file(fonts)
    return Proof(wanted, data, "", as_pictures(laid, fonts, _SHARPNESS), spots(laid, fonts), laid)


def on_paper(laid: Laid, fonts: Path) -> tuple[bytes, ...]:
    """The pages as PNG, as sharp as a printer wants them."""
    return as_pictures(laid, fonts, _ON_PAPER)
