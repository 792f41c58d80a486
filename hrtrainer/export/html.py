"""A summary as one self-contained web page that anyone can read, print, and hear read aloud."""

from hrtrainer.export.sheet import Sheet, sheet
from hrtrainer.export.wording import Wording
from hrtrainer.session.summary import Summary


def html_bytes(summary: Summary) -> bytes:
    """The summary as a UTF-8 web page: no script, no request, every foreign text escaped."""
    return _dressed(sheet(summary)).encode("utf-8")


def _dressed(page: Sheet) -> str:
    """The page in our template. The one door to jinja2."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = PackageLoader("hrtrainer.export", "templates")
    world = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return world.get_template("summary.html.j2").render(page=page, say=Wording())
