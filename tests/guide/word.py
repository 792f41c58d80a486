"""The Word forms that ship: ours, and the example of an organisation's own. Made here, kept as files."""

import io
import re
from pathlib import Path

from docx import Document
from docx.shared import Cm, Pt, RGBColor

from hrtrainer.export.zipped import parts_of, zip_bytes
from tests.stage import ASSETS, ROOT

OURS = ROOT / "hrtrainer" / "export" / "templates" / "pack.docx"
EXAMPLE = ASSETS / "guide" / "form-example" / "our-form.docx"
_INK, _INK2, _PLUM = RGBColor(0x2A, 0x20, 0x30), RGBColor(0x57, 0x4B, 0x5B), RGBColor(0x5A, 0x2D, 0x58)
_LEAD = "{% if b.who %}{{ b.who }}: {% endif %}"
_NOTE = "{% if b.note %} ({{ b.note }}){% endif %}"
_KINDS = (
    ("title", "Heading 1", "{{ b.text }}"),
    ("heading", "Heading 2", "{{ b.text }}"),
    ("subheading", "Heading 3", "{{ b.text }}"),
    ("item", "List Bullet", f"{_LEAD}{{{{ b.text }}}}{_NOTE}"),
    ("quote", "Quote", "{{ b.text }}"),
    ("said", "Normal", f"{_LEAD}“{{{{ b.text }}}}”{_NOTE}"),
    ("told", "Quote", "{{ b.text }}"),
    ("strong", "Strong text", "{{ b.text }}"),
    ("small", "Small", f"{_LEAD}{{{{ b.text }}}}{_NOTE}"),
    ("blank", "Small", "{{ b.who }}: ______________________________________________"),
)


def _dressed(header: str):
    """An empty form with our type and colours, and a header."""
    form = Document()
    section = form.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = form.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Calibri", Pt(10.5), _INK
    normal.paragraph_format.space_after = Pt(4)
    for level, size in ((1, 20), (2, 13), (3, 10.5)):
        style = form.styles[f"Heading {level}"]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = _INK if level == 1 else _PLUM
    for name, bold, size in (("Small", False, 9), ("Strong text", True, 10.5)):
        style = form.styles.add_style(name, 1)
        style.base_style = normal
        style.font.bold, style.font.size = bold, Pt(size)
        style.font.color.rgb = _INK if bold else _INK2
    section.header.paragraphs[0].text = header
    section.header.paragraphs[0].style = form.styles["Small"]
    return form


def ours() -> bytes:
    """Our form: every block of the pack in its order."""
    form = _dressed("{{ form.header }} · {{ say.kind }}")
    form.add_paragraph("{%p for b in blocks %}")
    for at, (kind, style, text) in enumerate(_KINDS):
        form.add_paragraph(f"{{%p {'el' if at else ''}if b.kind == '{kind}' %}}")
        form.add_paragraph(text, style=style)
        if "heading" in kind:
            for line in ("{%p if b.chart %}", "{{ b.chart }}", "{%p endif %}"):
                form.add_paragraph(line)
    form.add_paragraph("{%p else %}")
    form.add_paragraph(f"{_LEAD}{{{{ b.text }}}}{_NOTE}")
    form.add_paragraph("{%p endif %}")
    form.add_paragraph("{%p endfor %}")
    return _kept(form)


def example() -> bytes:
    """What an organisation could make of it: its own headings, only what it wants, a table, room to sign."""
    form = _dressed("{{ form.name }}")
    form.add_paragraph("Record of reflective supervision", style="Heading 1")
    form.add_paragraph("{{ pack.code_name }}, {{ pack.month }}")
    form.add_paragraph("Brought by the worker", style="Heading 2")
    form.add_paragraph("{{ pack.talk }}", style="Quote")
    form.add_paragraph("{%p for s in sessions %}")
    form.add_paragraph("{{ s.title }}", style="Heading 2")
    table = form.add_table(rows=4, cols=2, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Principle", "Moments"), strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "{%tr for r in s.rows %}"
    table.rows[2].cells[0].text, table.rows[2].cells[1].text = "{{ r.name }}", "{{ r.words }}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    form.add_paragraph("{{ s.charts.path }}").paragraph_format.space_before = Pt(8)
    form.add_paragraph("{%p for asked, text in s.reflections %}")
    form.add_paragraph("{{ asked }}", style="Heading 3")
    form.add_paragraph("{{ text }}")
    form.add_paragraph("{%p endfor %}")
    form.add_paragraph("{%p endfor %}")
    form.add_paragraph("Agreed: ______________________________   Next on: ______________")
    return _kept(form)


def _kept(form) -> bytes:
    made = io.BytesIO()
    form.core_properties.author = ""
    form.core_properties.comments = ""
    form.save(made)
    return zip_bytes(_without_picture(parts_of(made.getvalue())))


def _without_picture(parts):
    """Without the picture of an empty page that the library puts in."""
    for name, data in parts:
        if name == "_rels/.rels":
            data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
        if not name.endswith("thumbnail.jpeg"):
            yield name, data


def write() -> None:
    """Write both where they lie."""
    for path, data in ((OURS, ours()), (EXAMPLE, example())):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(data)
