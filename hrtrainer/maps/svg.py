"""The map as SVG: one ink on white, every text as it was written, fonts that are there or the next best."""

from collections.abc import Iterator
from html import escape

from hrtrainer.maps.faces import INSET, SIZES, WIDTH
from hrtrainer.maps.sheet import Line, Point, Sheet, Standing

_INK = "#16211f"
_FONTS = "'Atkinson Hyperlegible Next', 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif"
_LOOKS = {
    "name": 'font-weight="bold"',
    "ending": 'font-weight="bold"',
    "sign": 'font-weight="bold"',
    "note": 'font-style="italic"',
    "said": "",
    "own": 'font-style="italic"',
    "when": 'font-style="italic"',
}
_FRAMES = {"Connected": 'stroke-width="4"', "Partly connected": 'stroke-width="4" stroke-dasharray="14 5"'}
"""How endings are framed, by the word for them; the word itself stands in the room. Any other is framed by dots."""
_DOTTED = 'stroke-width="4" stroke-dasharray="2 5"'
_LEGEND = "A room is a scene or an ending; a line in it is a door. Broken lines go back to an earlier room."
_ARROW = 7.0


def svg(sheet: Sheet) -> str:
    """The drawing of a sheet."""
    width, height = round(max(sheet.width, 760)), round(sheet.height)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img" font-family="{_FONTS}" fill="{_INK}" stroke="none">',
            f"<title>{_text(f'Map of {sheet.title}')}</title>",
            f"<desc>{_text(_LEGEND)}</desc>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            _words(30, 40, 22, 'font-weight="bold"', sheet.title),
            _words(30, 64, 13, "", _LEGEND),
            *(part for line in sheet.lines for part in _line(line)),
            *(part for one in sheet.standing for part in _room(one)),
            "</svg>\n",
        ]
    )


def _text(text: str) -> str:
    return escape(text, quote=False)


def _words(x: float, y: float, size: float, look: str, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" {look}>{_text(text)}</text>'.replace(" >", ">")


def _room(one: Standing) -> Iterator[str]:
    (x, y), face, room = one.at, one.face, one.room
    yield "<g>"
    yield f"<title>{_text(' · '.join([room.name, *filter(None, [room.ending]), *room.signs]))}</title>"
    corner, frame = (18, _FRAMES.get(room.ending, _DOTTED)) if room.ending else (3, 'stroke-width="1.5"')
    yield (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{WIDTH:.0f}" height="{face.height:.1f}" rx="{corner}" '
        f'fill="#ffffff" stroke="{_INK}" {frame}/>'
    )
    if room.turning:
        yield f'<rect x="{x:.1f}" y="{y:.1f}" width="6" height="{face.height:.1f}"/>'
    for rule in face.rules:
        yield f'<path d="M{x:.1f} {y + rule:.1f}h{WIDTH:.0f}" stroke="{_INK}" stroke-width="0.7"/>'
    for written in face.written:
        yield _words(x + INSET, y + written.base, SIZES[written.kind], _LOOKS[written.kind], written.text)
    yield "</g>"


def _line(line: Line) -> Iterator[str]:
    dashes = ' stroke-dasharray="6 4"' if line.back else ""
    yield f'<path d="{_path(line)}" fill="none" stroke="{_INK}" stroke-width="1.3"{dashes}/>'
    if line.arrow:
        x, y = line.points[-1]
        yield f'<path d="M{x:.1f} {y:.1f}l{-_ARROW} {-_ARROW / 2}v{_ARROW}z"/>'
    if line.label:
        x, y = line.points[2]
        yield _words(x - 8, y - 5, 12, 'font-style="italic" text-anchor="end"', line.label)


def _path(line: Line) -> str:
    if not line.curve:
        return "M" + "L".join(map(_point, line.points))
    begin, end = line.points
    pull = max(30.0, (end[0] - begin[0]) / 2)
    return f"M{_point(begin)}C{_point((begin[0] + pull, begin[1]))} {_point((end[0] - pull, end[1]))} {_point(end)}"


def _point(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
