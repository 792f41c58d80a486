"""What is heard and how it is read: lines of the conversation, the answer to a reply, one principle, a comparison."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF

from hrtrainer.pages.wall import CompareWall, ReplyWall, RevealWall, SceneWall
from hrtrainer.pages.wall_parts import Column, Spoken
from hrtrainer.qt.wall.dealing import Frame, Group, fitting, joined, sheets
from hrtrainer.qt.wall.look import EDGE, WallLook
from hrtrainer.qt.wall.pieces import SPACE, Block, Halves, Panel, Piece, Sheet, Vignette, aligned, beside, of, stacked
from hrtrainer.qt.wall.setting import line_of, rows, text
from hrtrainer.qt.wall.signs import chip, dots, half
from hrtrainer.qt.widgets.glyph import tone

_PICTURES = (352, 220)
"""How high the picture of a scene may stand, in units, before it goes to make room for words."""
_BETWEEN = 30
_YOU = "You"
_GAP = Block((), 1, 24)


def heard(look: WallLook, said: Spoken, room: float, role: str = "client") -> Group:
    """What somebody says in quotes under their name; what is told smaller, and in none."""
    if not said.name:
        return Group(rows(look, said.text, "heard", room), gap=_BETWEEN)
    return Group(rows(look, f"“{said.text}”", role, room), _who(look, said, room), _BETWEEN)


def _who(look: WallLook, said: Spoken, room: float) -> tuple[Block, ...]:
    name = beside((half(look, said.name != _YOU), line_of(look, said.name, "name")), look.grown(20))
    if not said.manner:
        return (name,)
    gap = look.grown(28)
    beside_it = rows(look, said.manner, "manner", room - name.width - gap, "ink2")
    if len(beside_it) == 1:
        return (beside((name, *beside_it), gap),)
    return (name, *rows(look, said.manner, "manner", room, "ink2"))


def scene(look: WallLook, width: float, page: SceneWall) -> tuple[Sheet, ...]:
    """What is heard, under the picture of the place where there is room for it."""
    room = width * (1 - 2 * EDGE)
    place = rows(look, page.place, "support", room, "ink2")
    foot = (stacked(place),) if len(place) <= 2 else ()
    groups = [heard(look, line, room) for line in page.lines]
    if page.title:
        groups.insert(0, Group(rows(look, page.title, "question", room)))
    if not foot:
        groups.insert(0, Group(place))
    frame = Frame(look, width, foot=foot)

    def under(high: float) -> tuple[Sheet, ...]:
        picture = Vignette(QRectF(0, 0, width, high), page.picture)
        return sheets(replace(frame, decor=(picture,), top=high + 46), groups)

    without = sheets(replace(frame, centred=True), groups)
    for high in _PICTURES if page.picture else ():
        found = under(high)
        if len(found) <= len(without) and all(sheet.whole for sheet in found):
            return found
    return without


def _replied(look: WallLook, width: float, letter: str, shape: str, words: str) -> Block:
    """What was said, beside its letter."""
    sign = chip(look, letter, shape)
    said = text(look, words, "support", width * (1 - 2 * EDGE) - sign.width - look.grown(30), "ink2")
    return beside((sign, said), look.grown(30))


def reply(look: WallLook, width: float, page: ReplyWall) -> tuple[Sheet, ...]:
    """What the person answers; an answer without words is a line of dots."""
    head = _replied(look, width, page.letter, page.shape, f"{page.heading}: {page.said}")
    frame = Frame(look, width, head, centred=True)
    lines = page.lines or (Spoken("", "…"),)
    return sheets(frame, [heard(look, line, frame.room) for line in lines])


def reveal(look: WallLook, width: float, page: RevealWall) -> tuple[Sheet, ...]:
    """One principle: glyph, mark, name, and why. The glyph is large where there is room for it."""
    return fitting(*(partial(_revealed, look, width, page, large) for large in (True, False)))


def _revealed(look: WallLook, width: float, page: RevealWall, large: bool) -> tuple[Sheet, ...]:
    room, edge, pad = width * (1 - 2 * EDGE), width * EDGE, 60 if large else 40
    told = line_of(look, f"{page.step} of {page.of}", "support", "ink2")
    foot = (SPACE, beside((dots(look, page.step, page.of), told), look.grown(32)))
    glyph = min(333, width * 0.17) if large else look.grown(100)
    on = f"{tone(page.mark)}Tint"

    def behind(top: float, bottom: float) -> Iterable[Piece]:
        yield Panel(QRectF(edge, top, room, bottom - top), on, radius=36)
        if large:
            yield Halves(QRectF(edge + pad, (top + bottom) / 2 - glyph * 0.375, glyph, glyph * 0.75), page.mark)

    left, right = edge + pad + (glyph + pad if large else 0), edge + room - pad
    sign = () if large else (of(Halves(QRectF(0, 0, glyph, glyph * 0.75), page.mark)),)
    word = line_of(look, page.mark.value, "word", tone(page.mark), on)
    marked = beside((*sign, word), 24)
    name = rows(look, page.principle, "principle", right - left, "ink", on)
    head = _replied(look, width, page.letter, page.shape, f"“{page.said}”")
    frame = Frame(look, width, head, foot, behind=behind, left=left, right=right, inset=24, centred=True)
    lines = tuple(row for one in page.sentences for row in rows(look, one, "sentence", right - left, "ink", on))
    why = (_GAP, *lines) if lines else ()
    return sheets(frame, [Group(lines, (marked, *name, _GAP)) if large else Group((*name, *why), (marked,))])


def compare(look: WallLook, width: float, page: CompareWall) -> tuple[Sheet, ...]:
    """One line, two replies, two answers: side by side, in two parts where one has no room, and one by one at last."""
    room = width * (1 - 2 * EDGE)
    line = heard(look, page.line, room, "heard")
    top = stacked((*line.head, *line.rows)) if page.line.text else Block((), 0, 0)
    gap = look.grown(56)
    wide = (room - gap) / 2
    columns = (page.ours, page.other)
    said = aligned([_said(look, one, wide) for one in columns], gap)
    came = aligned([_came(look, one, wide) for one in columns], gap)
    frame = Frame(look, width, top)
    both = [Group((said,)), Group((came,), gap=_BETWEEN)]
    if len(once := sheets(frame, both)) == 1 and once[0].whole:
        return once
    signs = aligned([_fill(_headed(look, one, wide), wide) for one in columns], gap)
    parts = joined((frame, [Group((said,))]), (replace(frame, head=signs), [Group((came,))]))
    if len(parts) == 2 and all(part.whole for part in parts):
        return parts
    groups = [heard(look, page.line, room)] if page.line.text else []
    for one in columns:
        groups.append(Group(rows(look, one.said, "option", room), (_headed(look, one, room),), _BETWEEN))
        groups += [heard(look, line, room, "heard") for line in one.lines]
    return sheets(Frame(look, width), groups)


def _headed(look: WallLook, column: Column, width: float) -> Block:
    sign, gap = chip(look, column.letter, column.shape), look.grown(26)
    return beside((sign, text(look, column.heading, "strong", width - sign.width - gap)), gap)


def _fill(block: Block, width: float) -> Block:
    return Block(block.pieces, width, block.height)


def _said(look: WallLook, column: Column, width: float) -> Block:
    return _fill(stacked((_headed(look, column, width), text(look, column.said, "option", width)), 16), width)


def _came(look: WallLook, column: Column, width: float) -> Block:
    lines: Sequence[Spoken] = column.lines or (Spoken("", "…"),)
    groups = [heard(look, one, width, "heard") for one in lines]
    return _fill(stacked((stacked((*one.head, *one.rows)) for one in groups), 16), width)
