"""What a reader that does not look at the page finds in a PDF: its tags in their order, and what is in none of them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWS = {b"Tj", b"TJ", b"'", b'"'}


@dataclass(frozen=True)
class Tag:
    """One element of the structure: what it is, what it is inside of, and the words that stand for it."""

    name: str
    inside: tuple[str, ...]
    alt: str
    title: str
    attributes: dict[str, Any]


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def tags(pdf: PdfReader) -> list[Tag]:
    """Every element in reading order."""
    return list(_below(pdf.trailer["/Root"]["/StructTreeRoot"], ()))


def _below(element: Any, inside: tuple[str, ...]) -> Iterator[Tag]:
    kids = element["/K"].get_object() if "/K" in element else []
    for kid in kids if isinstance(kids, list) else [kids]:
        one = kid.get_object()
        if hasattr(one, "get") and "/S" in one:
            name = str(one["/S"]).lstrip("/")
            yield Tag(name, inside, str(one.get("/Alt", "")), str(one.get("/T", "")), _attributes(one))
            yield from _below(one, (*inside, name))


def _attributes(one: Any) -> dict[str, Any]:
    held = one["/A"].get_object() if "/A" in one else []
    return {
        key: value for part in (held if isinstance(held, list) else [held]) for key, value in part.get_object().items()
    }


def untagged(pdf: PdfReader) -> list[str]:
    """The operators that show text outside of any tag and of any artifact, and unknown tags."""
    found = []
    for number, page in enumerate(pdf.pages, 1):
        parents = _parents(pdf, page)
        open_: list[bool] = []
        for operands, operator in ContentStream(page.get_contents(), pdf).operations:
            if operator in (b"BDC", b"BMC"):
                held = operands[1].get_object() if len(operands) > 1 else {}
                id = held.get("/MCID") if hasattr(held, "get") else None
                open_.append(operands[0] == "/Artifact" or id is not None)
                if id is not None and (id >= len(parents) or parents[id].get_object() is None):
                    found.append(f"page {number}: marked content {id} is in no element")
            elif operator == b"EMC":
                open_.pop()
            elif operator in SHOWS and not any(open_):
                found.append(f"page {number}: {operands}")
    return found


def _parents(pdf: PdfReader, page: Any) -> Any:
    """The elements that the marked contents of a page belong to, by their number."""
    key = page["/StructParents"]
    numbers = _numbers(pdf.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"])
    return numbers[key].get_object()


def _numbers(tree: Any) -> dict[int, Any]:
    flat = tree.get("/Nums", [])
    found = dict(zip(flat[::2], flat[1::2], strict=True))
    for kid in tree.get("/Kids", []):
        found |= _numbers(kid.get_object())
    return found


def loose_fonts(pdf: PdfReader) -> list[str]:
    """Fonts that are not inside the file, or whose letters cannot be read back."""
    found = []
    for page in pdf.pages:
        for font in (one.get_object() for one in page["/Resources"].get("/Font", {}).values()):
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner["/FontDescriptor"]
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor) or "/ToUnicode" not in font:
                found.append(str(font["/BaseFont"]))
    return found


def bookmarks(pdf: PdfReader) -> list[str]:
    """The titles of the outline, whatever their depth, without isolates."""
    return list(_titles(pdf.outline))


def _titles(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one.title).replace("\u2068", "").replace("\u2069", "")
