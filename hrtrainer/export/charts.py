"""The drawings of a pack: principles by moments, board, path. The same that its PDF holds, for what takes pictures.

They are set by the same templates as the PDF (look.typ), in shapes and numbers that one ink can print. Where typst is
not to be had there are none, and the words that stand below each of them say the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hrtrainer.export.chart import Row
from hrtrainer.export.clean import cut, shortened
from hrtrainer.export.form import Form
from hrtrainer.export.sheet import Sheet
from hrtrainer.export.typesetting import as_charts
from hrtrainer.problem import Problem
from hrtrainer.session.summary import BoardTold

KINDS = ("principles", "beside", "board", "path")
WIDE = 17.0
"""How wide a drawing is, in cm, unless it would be higher than a page."""

_TEMPLATE = "charts.typ"
_SHARPNESS = 220
_HIGHEST = 22.0
_MOST_LETTERS, _MOST_STOPS, _MOST_TOLD = 160, 400, 2000
"""Longer texts are cut in a drawing, which has to keep a size; below it they stand whole."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One drawing, its size in cm, and the same in words."""

    svg: bytes
    png: bytes
    wide: float
    high: float
    words: str


def charts(pages: Sequence[Sheet], form: Form, fonts: Path) -> Mapping[str, Chart]:
    """The drawings by the name that a block gives to them (`Block.chart`)."""
    wanted = [one for page in pages for one in _wanted(page)]
    if not wanted:
        return {}
    told = {
        "page": {},
        "say": asdict(form.say()),
        "density": 1,
        "wide": WIDE,
        "charts": [what for _, what, _ in wanted],
    }
    try:
        made = as_charts(_TEMPLATE, told, fonts, _SHARPNESS)
    except Problem:
        return {}
    return {name: _sized(svg, png, said) for (name, _, said), (svg, png) in zip(wanted, made, strict=True)}


def _wanted(page: Sheet) -> Iterator[tuple[str, dict[str, Any], str]]:
    """What there is to draw of a session: the name of each drawing, what is in it, and the same in words."""
    for kind, rows in (("principles", page.rows), ("beside", page.beside)):
        if rows and "principles" in page.sections:
            said = " ".join(f"{one.name}: {one.words}." for one in rows)
            yield f"{page.session}/{kind}", {"kind": "principles", "rows": [asdict(_short(one)) for one in rows]}, said
    if page.board and "board" in page.sections:
        yield (
            f"{page.session}/board",
            {"kind": "board", "areas": [_area(one) for one in page.board]},
            _board(page.board),
        )
    if page.stops and "path" in page.sections:
        stops = [asdict(one) for one in page.stops[:_MOST_STOPS]]
        yield f"{page.session}/path", {"kind": "path", "stops": stops}, page.stops_told


def _short(row: Row) -> Row:
    return replace(row, name=cut(row.name, _MOST_LETTERS), reason=cut(row.reason, _MOST_LETTERS), words="")


def _area(area: BoardTold) -> dict[str, Any]:
    short = shortened(area, _MOST_LETTERS)
    return {"name": short.name, "heard": [card for card, _ in short.heard], "quiet": list(short.quiet)}


def _board(board: Sequence[BoardTold]) -> str:
    return " ".join(
        f"{area.name}: {len(area.heard)} heard, {len(area.quiet)} still quiet." for area in board if area.name
    )


def _sized(svg: bytes, png: bytes, said: str) -> Chart:
    """A drawing with its size in cm, from the dots in its picture."""
    across, down = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    wide = min(WIDE, _HIGHEST * across / down)
    return Chart(svg, png, round(wide, 2), round(wide * down / across, 2), cut(said, _MOST_TOLD))
