"""The forms a pack can be saved in, by the name that the command line and the screen give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from hrtrainer import words
from hrtrainer.export.form import USUAL_FORM, Form
from hrtrainer.export.html import html_bytes
from hrtrainer.export.markdown import markdown_bytes
from hrtrainer.export.moments import moments_bytes
from hrtrainer.export.odt import odt_bytes
from hrtrainer.export.pdf import pdf_bytes
from hrtrainer.export.plain import json_bytes
from hrtrainer.export.typesetting import PAPERS
from hrtrainer.export.word import word_bytes
from hrtrainer.export.xapi import Records, xapi_bytes
from hrtrainer.problem import Problem
from hrtrainer.session.packing import Pack


@dataclass(frozen=True, slots=True)
class Format:
    """A form to save in: the ending of its file name, and its name with what it is for."""

    suffix: str
    label: str
    purpose: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format(".pdf", "PDF", "for reading and printing"),
        "html": Format(".html", "Web page", "for reading on any screen, and printing"),
        "docx": Format(".docx", "Word", "to edit and file"),
        "odt": Format(".odt", "OpenDocument", "to edit and file"),
        "md": Format(".md", "Markdown", "plain text"),
        "csv": Format(".csv", "Table", "one row a moment"),
        "json": Format(".json", "JSON", "for other programs"),
        "xapi": Format(".xapi.json", "xAPI", "for the record store of an organisation"),
    }
)


def render(
    pack: Pack,
    form: str,
    fonts: Path,
    paper: str = PAPERS[0],
    house: Form = USUAL_FORM,
    records: Records | None = None,
) -> bytes:
    """The file of a pack in a format. `fonts` is the folder of the shipped fonts; `paper` matters to PDF alone.

    `records` is what xAPI says beside the pack, and matters to it alone.

    `house` is an organisation's form; its Word file is not filled here but in hrtrainer/forming. Raises Problem E02 for
    a format that does not exist, E03 where PDF cannot be made on this computer.
    """
    match form:
        case "pdf":
            return pdf_bytes(pack, house, fonts, paper)
        case "html":
            return html_bytes(pack, house, fonts)
        case "docx":
            return word_bytes(pack, house, fonts)
        case "odt":
            return odt_bytes(pack, house, fonts)
        case "md":
            return markdown_bytes(pack, house)
        case "csv":
            return moments_bytes(pack)
        case "json":
            return json_bytes(pack)
        case "xapi":
            assert records is not None  # or there would be nobody to say it of
            return xapi_bytes(pack, records)
        case _:
            raise Problem("E02", f"There is no format '{form}'.", f"Formats are {words.listing(tuple(FORMATS))}.")
