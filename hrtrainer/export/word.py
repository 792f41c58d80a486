"""A pack as a Word file: a form with fields in it, ours or an organisation's own, filled in.

A form is a template and so nearly a program. It only ever sees plain texts, lists and numbers, in a world without
loader, attributes of Python or undefined names; a foreign one is filled in a process of its own besides
(hrtrainer/forming).
"""

import io
import re
from contextlib import suppress
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from hrtrainer.export.blocks import Block, blocks
from hrtrainer.export.charts import charts
from hrtrainer.export.form import Form
from hrtrainer.export.sheet import sheets
from hrtrainer.export.word_drawing import DOT, packed_chart, with_drawings
from hrtrainer.export.zipped import parts_of, zip_bytes
from hrtrainer.problem import Problem
from hrtrainer.session.packing import Pack

_SHIPPED = "pack.docx"
_PARAGRAPH = re.compile(r"<w:p([ >])")
_TAG = re.compile(r"<[^>]+>")
_MOST_QUOTED = 60
_CORE = "docProps/core.xml"
_EMPTY_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>'
    "<dc:language>en</dc:language></cp:coreProperties>"
)


def word_bytes(pack: Pack, form: Form, fonts: Path) -> bytes:
    """The pack in our own form, the same bytes for the same pack. Its drawings are set in `fonts`."""
    return filled(_ours(), fields_of(pack, form, fonts))


def warm() -> None:
    """Load all that filling a form needs, also where it fails, so that filling one reads no more files."""
    told: dict[str, Any] = {"form": {"header": ""}, "say": {"kind": ""}, "pack": {"title": "", "code_name": ""}}
    told |= {"sessions": [], "charts": {"dot": DOT}, "blocks": [asdict(Block("heading", "", chart="dot"))]}
    filled(_ours(), told)
    with suppress(Problem):
        filled(_ours(), {})


def _ours() -> bytes:
    return files("hrtrainer.export").joinpath("templates", _SHIPPED).read_bytes()


def fields_of(pack: Pack, form: Form, fonts: Path) -> dict[str, Any]:
    """What a form may name: `pack`, `form`, `say`, `sessions` and `blocks`, as plain data, and the drawings by name."""
    pages = sheets(pack, form)
    return {
        "pack": {
            "code_name": pages[0].author,
            "talk": pages[0].talk,
            "month": pages[0].month,
            "title": pages[0].document,
            "answers": [list(one) for one in pages[0].answers],
            "barriers": list(pages[0].barriers),
        },
        "form": {"name": form.name, "header": form.header or form.say().program},
        "say": asdict(form.say()),
        "sessions": [asdict(page) for page in pages],
        "blocks": [asdict(block) for block in blocks(pack, form)],
        "charts": {name: packed_chart(one) for name, one in charts(pages, form, fonts).items()},
    }


def filled(template: bytes, told: dict[str, Any]) -> bytes:
    """A form with its fields filled. The one door to docxtpl.

    Raises Problem E10 for a form that is no Word file, E11 where a field or its syntax is not understood.
    """
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    world = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, loader=None)
    form = DocxTemplate(io.BytesIO(template))
    try:
        form.init_docx()
    except (ValueError, LookupError, OSError, SyntaxError, AttributeError, BadZipFile) as broken:
        raise Problem("E10", "This form is not a Word file.", "Save it as .docx in Word or LibreOffice.") from broken
    try:
        form.render(with_drawings(told, form), world, autoescape=True)
    except (TemplateError, TypeError, ValueError, AttributeError, ZeroDivisionError, OverflowError) as error:
        raise Problem("E11", _where(form.patch_xml(form.get_xml()), error), _HINT) from error
    made = io.BytesIO()
    form.save(made)
    return _same(made.getvalue(), told["pack"]["title"], told["pack"]["code_name"])


_HINT = "The guide to forms names every field: assets/guide/forms.md."


def _where(source: str, error: Exception) -> str:
    """What is the matter with a form, and in which of its paragraphs."""
    lines = _PARAGRAPH.sub(r"\n<w:p\1", source).splitlines()
    number = _line(error)
    said = _TAG.sub("", lines[number - 1]).strip()[:_MOST_QUOTED] if 0 < number <= len(lines) else ""
    place = f"paragraph {number - 1}, “{said}”" if said else "its header, its footer or outside any paragraph"
    return f"The Word form cannot be filled: {place}: {str(error)[:200]}."


def _line(error: Exception) -> int:
    """The line of a template that an error came from; 0 when it does not say."""
    found = getattr(error, "lineno", None) or 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def _same(data: bytes, title: str, author: str) -> bytes:
    """The file without the clock and the names that whoever made the form left in it."""
    core = _EMPTY_CORE.format(_escaped(title), _escaped(author)).encode("utf-8")
    return zip_bytes((name, core if name == _CORE else part) for name, part in parts_of(data))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
