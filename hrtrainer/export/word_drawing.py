"""The drawings of a pack in a Word file: as SVG with a PNG for what is older, and with words for those who hear it."""

import io
from base64 import b64decode, b64encode
from html import escape
from typing import Any

from hrtrainer.export.charts import KINDS, Chart

_EMU = 360_000
"""How many of Word's units are in a cm."""
_SVG = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{}"/></a:ext></a:extLst>'
)
_IN_RUN = '</w:t></w:r><w:r><w:drawing>{}</w:drawing></w:r><w:r><w:t xml:space="preserve">'

DOT = {
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    "png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
    "wide": 0.1,
    "high": 0.1,
    "words": "",
}
"""The least drawing there can be."""


def packed_chart(chart: Chart) -> dict[str, Any]:
    """A drawing as plain data."""
    picture = b64encode(chart.png).decode("ascii")
    return {"svg": chart.svg.decode(), "png": picture, "wide": chart.wide, "high": chart.high, "words": chart.words}


def with_drawings(told: dict[str, Any], form: Any) -> dict[str, Any]:
    """The fields of a form with a drawing in every place that names one, and an empty text where there is none."""
    drawn = {name: Drawing(form, one) for name, one in told.get("charts", {}).items()}
    found = {name: value for name, value in told.items() if name != "charts"}
    if "blocks" in told:
        found["blocks"] = [one | {"chart": drawn.get(one["chart"], "")} for one in told["blocks"]]
    if "sessions" in told:
        found["sessions"] = [
            one | {"charts": {kind: drawn.get(f"{one['session']}/{kind}", "") for kind in KINDS}}
            for one in told["sessions"]
        ]
    return found


class Drawing:
    """A drawing where a form names it. Nothing of it can be reached from there but its words."""

    __slots__ = ("_chart", "_form")

    def __init__(self, form: Any, chart: dict[str, Any]) -> None:
        self._form, self._chart = form, chart

    def __str__(self) -> str:
        return str(self._chart["words"])

    def __html__(self) -> str:
        """The drawing as a part of the run that it stands in. The library asks for it while it fills that part."""
        part, chart = self._form.current_rendering_part, self._chart
        wide = min(chart["wide"] * _EMU, _room(self._form))
        high = wide * chart["high"] / chart["wide"]
        inline = part.new_pic_inline(io.BytesIO(b64decode(chart["png"])), round(wide), round(high))
        for edge in ("distT", "distB", "distL", "distR"):  # without them LibreOffice keeps others away, and moves it
            inline.set(edge, "0")
        inline.docPr.set("descr", chart["words"])
        inline.docPr.set("name", "Drawing")
        inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", "Drawing")
        inline.graphic.graphicData.pic.blipFill.blip.append(_svg(part, chart["svg"]))
        return _IN_RUN.format(inline.xml)


def _svg(part: Any, svg: str) -> Any:
    """What names the SVG beside the PNG; the SVG itself becomes a part of the file."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    name = part.package.next_partname("/word/media/drawing%d.svg")
    held = part.relate_to(Part(name, "image/svg+xml", svg.encode(), part.package), RELATIONSHIP_TYPE.IMAGE)
    return parse_xml(_SVG.format(escape(held)))


def _room(form: Any) -> int:
    """How wide a line is in a form, in Word's units."""
    section = form.docx.sections[0]
    room: int = section.page_width - section.left_margin - section.right_margin
    return max(_EMU, room)
