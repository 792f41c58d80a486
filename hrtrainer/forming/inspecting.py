"""A look into a foreign Word form before it is opened: no bomb, no macro, nothing that would fetch or run something."""

import io
import re
import zipfile

from hrtrainer.problem import Problem

_MOST_PARTS = 400
_MOST_BYTES = 20_000_000
_MOST_RATIO = 200
_REFUSED_NAMES = re.compile(r"vba|activeX|embeddings/|\.bin$|afchunk|\.html?$|\.rtf$", re.IGNORECASE)
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_FIELDS = re.compile(
    rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b[^<]*</w:instrText>", re.IGNORECASE
)
_SIMPLE_FIELDS = re.compile(
    rb"w:instr\s*=\s*[\"']\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_HINT = "Make the form in Word or LibreOffice with plain text, tables and pictures, and save it as .docx."


def inspect(form: bytes) -> None:
    """Raises Problem E10 for what is no Word file or has in it what no form needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(form)) as whole:
            _sizes(whole.infolist())
            for one in whole.infolist():
                if _REFUSED_NAMES.search(one.filename):
                    raise _refused("it has a macro or another file inside it")
                if one.filename.endswith((".rels", ".xml")):
                    _content(one.filename, whole.read(one))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as broken:
        raise _refused("it is not a Word file") from broken


def _sizes(entries: list[zipfile.ZipInfo]) -> None:
    packed, full = (sum(getattr(one, name) for one in entries) for name in ("compress_size", "file_size"))
    if len(entries) > _MOST_PARTS or full > _MOST_BYTES or full > _MOST_RATIO * max(packed, 1):
        raise _refused("it is larger inside than a form is")


def _content(name: str, data: bytes) -> None:
    if name.endswith(".rels") and any(not _LINK.search(found[0]) for found in _OUTSIDE.finditer(data)):
        raise _refused("it fetches something from outside itself when it is opened")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _refused("it defines entities of its own")
    if _FIELDS.search(data) or _SIMPLE_FIELDS.search(data):
        raise _refused("it has a field that runs or fetches something")


def _refused(why: str) -> Problem:
    return Problem("E10", f"The Word form cannot be used: {why}.", _HINT)
