"""The forms a summary can be saved in, by the name that the command line and the screen give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from hrtrainer import words
from hrtrainer.export.html import html_bytes
from hrtrainer.export.markdown import markdown_bytes
from hrtrainer.export.pdf import pdf_bytes
from hrtrainer.export.plain import json_bytes
from hrtrainer.export.typesetting import PAPERS
from hrtrainer.problem import Problem
from hrtrainer.session.summary import Summary


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
        "md": Format(".md", "Markdown", "plain text"),
        "json": Format(".json", "JSON", "for other programs"),
    }
)


def render(summary: Summary, form: str, fonts: Path, paper: str = PAPERS[0]) -> bytes:
    """The file of a summary in a format. `fonts` is the folder of the shipped fonts; `paper` matters to PDF alone.

    Raises Problem E02 for a format that does not exist, E03 where PDF cannot be made on this computer.
    """
    match form:
        case "pdf":
            return pdf_bytes(summary, fonts, paper)
        case "html":
            return html_bytes(summary)
        case "md":
            return markdown_bytes(summary)
        case "json":
            return json_bytes(summary)
        case _:
            raise Problem("E02", f"There is no format '{form}'.", f"Formats are {words.listing(tuple(FORMATS))}.")
