"""A summary as one self-contained web page that anyone can read, print, and hear read aloud."""

from typing import Any

from hrtrainer.export.sheet import sheet
from hrtrainer.export.wording import Wording
from hrtrainer.session.summary import Summary


def html_bytes(summary: Summary) -> bytes:
    """The summary as a UTF-8 web page: no script, no request, every foreign text escaped."""
    return dressed("summary.html.j2", page=sheet(summary), say=Wording())


def dressed(template: str, **values: Any) -> bytes:
    """One of our templates filled with values, in UTF-8. The one door to jinja2."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = PackageLoader("hrtrainer.export", "templates")
    world = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return world.get_template(template).render(values).encode("utf-8")
