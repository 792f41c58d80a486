"""A pack as one self-contained web page that anyone can read, print, and hear read aloud."""

from base64 import b64encode
from pathlib import Path
from typing import Any

from hrtrainer.export.charts import Chart, charts
from hrtrainer.export.form import Form
from hrtrainer.export.sheet import sheets
from hrtrainer.session.packing import Pack


def html_bytes(pack: Pack, form: Form, fonts: Path) -> bytes:
    """The pack as a UTF-8 web page: no script, no request, every foreign text escaped.

    Its drawings are set in `fonts`; where typst is not to be had, tables and lists alone say what they would.
    """
    pages = sheets(pack, form)
    told: dict[str, Any] = {"pages": pages, "say": form.say(), "form": form, "document": pages[0].document}
    told["logo"] = _held(form.logo, "png") if form.logo else ""
    told["drawings"] = {name: _drawing(one) for name, one in charts(pages, form, fonts).items()}
    return dressed("summary.html.j2", **told)


def _drawing(chart: Chart) -> tuple[str, str]:
    """Where a drawing lies, and the same in words."""
    return _held(chart.svg, "svg+xml"), chart.words


def _held(picture: bytes, kind: str) -> str:
    """A picture inside the page, as its address."""
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"


def dressed(template: str, **values: Any) -> bytes:
    """One of our templates filled with values, in UTF-8. The one door to jinja2."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = PackageLoader("hrtrainer.export", "templates")
    world = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return world.get_template(template).render(values).encode("utf-8")
