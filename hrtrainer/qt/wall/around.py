"""What stands around the conversation: before it, the talk about it, crossroads, close, and what lies over it all."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF

from hrtrainer.group import wording as say
from hrtrainer.pages.wall import (
    BackRowWall,
    BlackWall,
    BriefWall,
    CardWall,
    CloseWall,
    CrossroadsWall,
    DebriefWall,
    HoldWall,
    PauseWall,
    ReportWall,
)
from hrtrainer.pages.wall_parts import Section
from hrtrainer.qt.wall.dealing import Frame, Group, fitting, sheets
from hrtrainer.qt.wall.look import EDGE, WallLook, sized
from hrtrainer.qt.wall.pieces import Block, Dot, HalfDisc, Panel, Sheet, aligned, beside, of, stacked
from hrtrainer.qt.wall.setting import breaks_a_word, in_lines, line_of, rows, text
from hrtrainer.qt.wall.signs import chip, dots, mark

_NOTHING = "Nothing yet."


def _room(width: float) -> float:
    return width * (1 - 2 * EDGE)


def hold(look: WallLook, width: float, page: HoldWall) -> tuple[Sheet, ...]:
    """Before the beginning: the title, when it starts, what to have at hand."""
    room = _room(width)
    groups = [Group(rows(look, page.title, "title", room))]
    groups += [Group(rows(look, one, "option", room), gap=24) for one in (page.starts, page.hint) if one]
    gap = look.grown(24)
    cards: list[list[Block]] = [[]]
    for letter, shape in page.cards:
        block = chip(look, letter, shape, look.grown(190), look.grown(150))
        if sum(one.width + gap for one in cards[-1]) + block.width > room:
            cards.append([])
        cards[-1].append(block)
    groups += [Group((beside(line, gap),), gap=48) for line in cards if line]
    return sheets(Frame(look, width, centred=True), groups)


def brief(look: WallLook, width: float, page: BriefWall) -> tuple[Sheet, ...]:
    """One of the cards before the first scene."""
    room = _room(width)
    head = stacked((dots(look, page.step, page.of), text(look, page.heading, "question", room)), 20)
    groups = [Group(rows(look, line, "sentence", room), gap=22) for line in page.lines]
    if page.ways:
        title = rows(look, page.ways_heading, "strong", room)
        ways = [_item(look, way, room) for way in page.ways]
        groups.append(Group(ways[0], title, gap=36))
        groups += [Group(way) for way in ways[1:]]
    if page.support:
        groups.append(Group(rows(look, f"{say.SUPPORT} {page.support}", "option", room), gap=36))
    return sheets(Frame(look, width, head), groups)


def _item(look: WallLook, words: str, room: float) -> tuple[Block, ...]:
    """A text behind a dot."""
    side, gap = look.grown(20), look.grown(30)
    lines = rows(look, words, "option", room - side - gap)
    dot = of(Dot(QRectF(0, 0, side, side), "plum", True))
    space = Block((Panel(QRectF(0, 0, side, 1), ""),), side, 1)
    return tuple(beside((space if at else dot, line), gap) for at, line in enumerate(lines))


def debrief(look: WallLook, width: float, page: DebriefWall) -> tuple[Sheet, ...]:
    """One step and its question; the halves stand beside it where there is room."""
    room = _room(width)
    name = line_of(look, page.name, "support", "onTalk", "talk")
    head = beside((dots(look, page.step, page.of, "onTalk"), name), look.grown(32))
    foot = (text(look, page.foot, "strong", room, "onTalk", "talk"),)
    halves = (
        HalfDisc(QRectF(width - 570, 190, 700, 700), "marigold", True),
        HalfDisc(QRectF(width - 534, 250, 700, 700), "oat", False),
    )

    def asked(role: str, wide: float, decor: tuple[HalfDisc, ...] = ()) -> tuple[Sheet, ...]:
        question = Group(rows(look, page.question, role, wide, "onTalk", "talk"))
        frame = Frame(look, width, head, foot, "talk", "talk", "onTalk", decor, centred=True)
        return sheets(frame, [question])

    tries = [partial(asked, role, room) for role in ("ask", "prompt", "question")]
    beside_them = room - 570 - 60 + width * EDGE
    if not breaks_a_word(page.question, look.font("ask"), beside_them):
        tries.insert(0, partial(asked, "ask", beside_them, halves))
    return fitting(*tries)


def crossroads(look: WallLook, width: float, page: CrossroadsWall) -> tuple[Sheet, ...]:
    """The way so far as dots with letters, and the question of where to go."""
    room, side = _room(width), look.grown(110)
    step = look.grown(90)
    most = max(1, int((room + step) // (side + step)))
    stops = [_stop(look, letter, side) for letter in (*page.dots, "")]
    lines = [stops[at : at + most] for at in range(0, len(stops), most)]
    ways = [Group((_way(line, side, step),), gap=24) for line in lines]
    question = Group(rows(look, page.question, "prompt", room), gap=90)
    return sheets(Frame(look, width, centred=True), [*ways, question])


def _stop(look: WallLook, letter: str, side: float) -> Block:
    box = QRectF(0, 0, side, side)
    if not letter:
        return of(Dot(box, "plum", False))
    name = line_of(look, letter, "letter", "onPlum", "plum")
    inner = name.at((side - name.width) / 2, (side - name.height) / 2)
    return Block((Dot(box, "plum", True), *inner), side, side)


def _way(stops: Sequence[Block], side: float, step: float) -> Block:
    road = Panel(QRectF(side / 2, side / 2 - 4, (len(stops) - 1) * (side + step), 8), "plum")
    row = aligned(stops, step)
    clear = [Dot(QRectF(at * (side + step), 0, side, side), "ground", True) for at in range(len(stops))]
    return Block((road, *clear, *row.pieces), row.width, row.height)


def close(look: WallLook, width: float, page: CloseWall) -> tuple[Sheet, ...]:
    """The close: every line of every section, struck ones with a line through them."""
    room = _room(width)
    head = text(look, page.heading, "question", room)
    foot = (text(look, page.foot, "support", room, "ink2"),) if page.foot else ()
    frame = Frame(look, width, head, foot)
    gap = look.grown(64)
    if len(page.sections) == 3:
        wide = (room - 2 * gap) / 3
        columns = aligned([_column(look, one, wide) for one in page.sections], gap)
        found = sheets(frame, [Group((columns,))])
        if len(found) == 1 and found[0].whole:
            return found
    groups: list[Group] = []
    role = "support" if page.foot else "option"  # a report is long
    for section in page.sections:
        title = rows(look, section.heading, "strong", room)
        lines = section.lines or ((_NOTHING, False),)
        for at, (line, struck) in enumerate(lines):
            told = rows(look, line, role, room, "ink2" if struck or not section.lines else "ink", "ground", struck)
            groups.append(Group(told, () if at else title, gap=14 if at else 34))
    return sheets(frame, groups)


def _column(look: WallLook, section: Section, width: float) -> Block:
    title = text(look, section.heading, "strong", width)
    lines = [stacked(rows(look, line, "option", width, struck=struck)) for line, struck in section.lines]
    body = stacked(lines or [text(look, _NOTHING, "option", width, "ink2")], 18)
    return Block((*title.pieces, *body.at(0, title.height + 20)), width, title.height + 20 + body.height)


def calm(look: WallLook, width: float, heading: str, line: str, ground: str = "plumTint") -> tuple[Sheet, ...]:
    """A card to rest on: the two halves, a heading, a line."""
    room = _room(width)
    discs = mark(width / 2, 180, 170, 32)
    groups = [Group(rows(look, heading, "calm", room, on=ground))]
    if line:
        groups.append(Group(rows(look, line, "option", room, on=ground), gap=14))
    under = Frame(look, width, ground=ground, on=ground, decor=discs, top=560, middle=True, centred=True)
    alone = Frame(look, width, ground=ground, on=ground, middle=True, centred=True)
    return fitting(partial(sheets, under, groups), partial(sheets, alone, groups))


def pause(look: WallLook, width: float, page: PauseWall) -> tuple[Sheet, ...]:
    """Take a breath."""
    return calm(look, width, page.heading, page.line)


def report(look: WallLook, width: float, page: ReportWall) -> tuple[Sheet, ...]:
    """Thank you."""
    return calm(look, width, page.heading, page.line, "ground")


def card(look: WallLook, width: float, page: CardWall) -> tuple[Sheet, ...]:
    """The title, and nothing else."""
    return calm(look, width, page.title, "", "ground")


def black(look: WallLook, width: float, page: BlackWall) -> tuple[Sheet, ...]:
    """Nothing."""
    return (Sheet(width, "black", ()),)


def back_row(look: WallLook, width: float, page: BackRowWall) -> tuple[Sheet, ...]:
    """Lines of different size, which the size of the wall does not change: they are there to settle it."""
    head = text(look, page.question, "question", _room(width))
    groups = []
    for line, percent in page.lines:
        broken = in_lines(line, sized(percent), _room(width))
        groups.append(Group(tuple(line_of(look, one, "support", percent=percent) for one in broken), gap=36))
    return sheets(Frame(look, width, head, centred=True), groups)
