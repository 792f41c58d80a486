"""A pack as one self-contained web page that anyone can read, print, and hear read aloud."""

from base64 import b64encode
from typing import Any

from hrtrainer.export.form import Form
from hrtrainer.export.sheet import sheets
from hrtrainer.session.packing import Pack


def html_bytes(pack: Pack, form: Form) -> bytes:
    """The pack as a UTF-8 web page: no script, no request, every foreign text escaped."""
    pages = sheets(pack, form)
    logo = f"data:image/png;base64,{b64encode(form.logo).decode()}" if form.logo else ""
    return dressed("summary.html.j2", pages=pages, say=form.say(), form=form, logo=logo, document=pages[0].document)


def dressed(template: str, **values: Any) -> bytes:
    """One of our templates filled with values, in UTF-8. The one door to jinja2."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = PackageLoader("hrtrainer.export", "templates")
    world = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return world.get_template(template).render(values).encode("utf-8")
