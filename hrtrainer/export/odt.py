"""A pack as an OpenDocument text for LibreOffice and its like: our own parts, every foreign text escaped."""

from hrtrainer.export.blocks import blocks
from hrtrainer.export.clean import clean
from hrtrainer.export.form import Form
from hrtrainer.export.html import dressed
from hrtrainer.export.zipped import zip_bytes
from hrtrainer.session.packing import Pack

_TYPE = "application/vnd.oasis.opendocument.text"
_LOGO = "Pictures/logo.png"


def odt_bytes(pack: Pack, form: Form) -> bytes:
    """The pack as OpenDocument text, the same bytes for the same pack."""
    made = blocks(pack, form)
    told = {"blocks": made, "form": form, "title": made[0].text if made else "", "author": clean(pack.code_name)}
    told |= {"kind": form.say().kind, "logo": _LOGO if form.logo else ""}
    parts = [("mimetype", _TYPE.encode("ascii"))]
    for name in ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"):
        parts.append((name, dressed(f"odt-{name.rpartition('/')[2]}.j2", **told)))
    if form.logo:
        parts.append((_LOGO, form.logo))
    return zip_bytes(parts, stored=frozenset({"mimetype"}))
