"""A pack as an OpenDocument text for LibreOffice and its like: our own parts, every foreign text escaped."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrtrainer.export.blocks import blocks
from hrtrainer.export.charts import Chart, charts
from hrtrainer.export.clean import clean
from hrtrainer.export.form import Form
from hrtrainer.export.html import dressed
from hrtrainer.export.sheet import sheets
from hrtrainer.export.zipped import zip_bytes
from hrtrainer.session.packing import Pack

_TYPE = "application/vnd.oasis.opendocument.text"
_LOGO = "Pictures/logo.png"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A drawing and where it lies in the file, without the ending of its name."""

    name: str
    chart: Chart


def odt_bytes(pack: Pack, form: Form, fonts: Path) -> bytes:
    """The pack as OpenDocument text, the same bytes for the same pack. Its drawings are set in `fonts`."""
    made = blocks(pack, form)
    told: dict[str, Any] = {
        "blocks": made,
        "form": form,
        "title": made[0].text if made else "",
        "author": clean(pack.code_name),
    }
    told |= {"kind": form.say().kind, "logo": _LOGO if form.logo else ""}
    drawn = charts(sheets(pack, form), form, fonts)
    told["charts"] = {name: _Placed(f"Pictures/drawing-{at}", one) for at, (name, one) in enumerate(drawn.items(), 1)}
    parts = [("mimetype", _TYPE.encode("ascii"))]
    for name in ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"):
        parts.append((name, dressed(f"odt-{name.rpartition('/')[2]}.j2", **told)))
    for one in told["charts"].values():
        parts += [(f"{one.name}.svg", one.chart.svg), (f"{one.name}.png", one.chart.png)]
    if form.logo:
        parts.append((_LOGO, form.logo))
    return zip_bytes(parts, stored=frozenset({"mimetype"}))
