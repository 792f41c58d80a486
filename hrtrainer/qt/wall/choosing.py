"""Where the room chooses: replies with letters and shapes, the vote, the talk, what was settled, the counts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF

from hrtrainer.pages.wall import CommitWall, CountsWall, DiscussWall, SpotlightWall, ThinkWall, VoteWall, WhatIfWall
from hrtrainer.pages.wall_parts import Bar, Option
from hrtrainer.qt.wall.dealing import Frame, Group, fitting, height_for_rows, joined, sheets
from hrtrainer.qt.wall.hearing import heard
from hrtrainer.qt.wall.look import EDGE, HIGH, WallLook
from hrtrainer.qt.wall.pieces import EMPTY, Block, Panel, Sheet, beside, of, stacked
from hrtrainer.qt.wall.setting import line_of, rows, text
from hrtrainer.qt.wall.signs import chip

_NARROW = 1500
"""A wall of fewer units across has less room beside its letters."""
_AIR = 12
_APART = 20


def option_rows(frame: Frame, options: Sequence[Option]) -> tuple[Block, ...]:
    """The replies in boxes of one size: the tallest sets all of them, and they take the room there is for two lines."""
    look, narrow = frame.look, frame.width < _NARROW
    side, pad = look.grown(168 if narrow else 200), look.grown(28 if narrow else 40)
    texts = [stacked(rows(look, one.text, "option", frame.room - side - 2 * pad, on="paper")) for one in options]
    least = max((look.line("letter"), *(one.height for one in texts))) + _AIR
    share = (height_for_rows(frame) + _APART) / max(1, len(options)) - _APART
    high = max(least, min(share, 2 * look.line("option") + _AIR))
    box = QRectF(0, 0, frame.room, high)
    return tuple(_boxed(look, one, words, box, side, pad) for one, words in zip(options, texts, strict=True))


def _boxed(look: WallLook, option: Option, words: Block, box: QRectF, side: float, pad: float) -> Block:
    letter = chip(look, option.letter, option.shape, side, box.height())
    square = Panel(QRectF(side - look.grown(26), 0, look.grown(26), box.height()), "plum")
    pieces = (
        Panel(box, "paper", radius=look.grown(18)),
        *(letter.pieces[0], square, *letter.pieces[1:]),
        *words.at(side + pad, (box.height() - words.height) / 2),
        Panel(box, "", "lineStrong", look.grown(18)),
    )
    return Block(pieces, box.width(), box.height())


def _choices(frame: Frame, options: Sequence[Option]) -> list[Group]:
    blocks = option_rows(frame, options)
    if max((block.height for block in blocks), default=0) < HIGH / 2:
        return [Group((block,), gap=_APART) for block in blocks]
    return [  # a text that fills walls: lines that can be parted
        Group(rows(frame.look, one.text, "option", frame.room), (chip(frame.look, one.letter, one.shape),), _APART)
        for one in options
    ]


def _chosen_from(frame: Frame, options: Sequence[Option]) -> tuple[Sheet, ...]:
    return sheets(frame, _choices(frame, options))


def _question(look: WallLook, width: float, question: str, foot: tuple[Block, ...]) -> Frame:
    head = text(look, question, "question", width * (1 - 2 * EDGE))
    return Frame(look, width, head, foot, gap=_APART)


def _small(look: WallLook, words: str) -> Block:
    return line_of(look, words, "support", "ink2")


def think(look: WallLook, width: float, page: ThinkWall) -> tuple[Sheet, ...]:
    """What the person said and what can be said: together where there is room, else one after the other."""
    frame = _question(look, width, page.question, (text(look, page.foot, "support", width * (1 - 2 * EDGE), "ink2"),))
    if not page.line.text:
        return _chosen_from(frame, page.options)
    line = heard(look, page.line, frame.room, "heard")
    above = stacked((*line.head, *line.rows))
    together = replace(frame, head=stacked((above, frame.head), _APART))
    alone = replace(frame, head=EMPTY, centred=True)
    return fitting(
        partial(_chosen_from, together, page.options),
        partial(joined, (alone, [heard(look, page.line, frame.room)]), (frame, _choices(frame, page.options))),
    )


def vote(look: WallLook, width: float, page: VoteWall) -> tuple[Sheet, ...]:
    """An open vote: how many have chosen stands below."""
    many = line_of(look, f"{page.chosen} of {page.of}", "name")
    chosen = beside((many, _small(look, "have chosen")), look.grown(14))
    how = text(look, page.foot, "support", width * (1 - 2 * EDGE), "ink2")
    return _chosen_from(_question(look, width, page.question, (how, chosen)), page.options)


def what_if(look: WallLook, width: float, page: WhatIfWall) -> tuple[Sheet, ...]:
    """Another reply is to be chosen."""
    return _chosen_from(_question(look, width, page.question, ()), page.options)


def discuss(look: WallLook, width: float, page: DiscussWall) -> tuple[Sheet, ...]:
    """The prompt; the replies with it where there is room, else their letters, and the replies on the next part."""
    foot = (text(look, page.foot, "support", width * (1 - 2 * EDGE), "ink2"),)
    together = _question(look, width, page.prompt, foot)
    bare = replace(together, head=EMPTY)
    alone = replace(bare, head=_letters(look, page.options, bare.room), gap=28, centred=True)
    if len(found := _chosen_from(together, page.options)) == 1:
        return found
    prompts = [Group(rows(look, page.prompt, role, bare.room)) for role in ("prompt", "question")]
    large = len(sheets(alone, prompts[:1])) == 1
    return joined((alone, prompts[:1] if large else prompts[1:]), (bare, _choices(bare, page.options)))


def _letters(look: WallLook, options: Sequence[Option], room: float) -> Block:
    gap = look.grown(24)
    lines: list[list[Block]] = [[]]
    for one in options:
        block = chip(look, one.letter, one.shape)
        if lines[-1] and sum(each.width + gap for each in lines[-1]) + block.width > room:
            lines.append([])
        lines[-1].append(block)
    return stacked((beside(line, gap) for line in lines), gap)


def commit(look: WallLook, width: float, page: CommitWall) -> tuple[Sheet, ...]:
    """What was settled, in full; before that, the replies."""
    if page.said is None:
        return _chosen_from(_question(look, width, page.heading, ()), page.options)
    sign = chip(look, page.said.letter, page.said.shape)
    room = width * (1 - 2 * EDGE)
    heading = text(look, page.heading, "question", room - sign.width - look.grown(30))
    head = beside((sign, heading), look.grown(30))
    return sheets(Frame(look, width, head, centred=True), [Group(rows(look, page.said.text, "said", room))])


def spotlight(look: WallLook, width: float, page: SpotlightWall) -> tuple[Sheet, ...]:
    """One reply alone, in full."""
    words = rows(look, page.text, "said", width * (1 - 2 * EDGE))
    return sheets(Frame(look, width, chip(look, page.letter, page.shape), centred=True), [Group(words)])


def counts(look: WallLook, width: float, page: CountsWall) -> tuple[Sheet, ...]:
    """Both rounds side by side, with the replies where there is room for them."""
    rounds = [
        (name, [getattr(bar, key) for bar in page.bars])
        for name, key in ((page.before, "before"), (page.after, "after"))
        if any(getattr(bar, key) is not None for bar in page.bars)
    ]
    return fitting(*(partial(_counted, look, width, page, rounds, told) for told in (True, False)))


def _counted(
    look: WallLook, width: float, page: CountsWall, rounds: Sequence[tuple[str, list[int]]], told: bool
) -> tuple[Sheet, ...]:
    room = width * (1 - 2 * EDGE)
    sign = look.grown(150 if width < _NARROW else 190)
    across = (room - sign) / max(1, len(rounds)) - look.grown(30)
    names = [Block(line_of(look, name, "name", "ink2").pieces, across, look.line("name")) for name, _ in rounds]
    gap = Block((Panel(QRectF(0, 0, sign, 1), ""),), sign, 1)
    heading = text(look, page.heading, "question", room)
    head = stacked((heading, beside((gap, *names), look.grown(30))), _APART) if len(rounds) > 1 else heading
    groups = []
    for at, bar in enumerate(page.bars):
        bars = [_bar(look, counted[at], page.most, across) for _, counted in rounds]
        said = text(look, bar.text, "support", room - sign - look.grown(30), "ink2") if told else EMPTY
        body = stacked((said, beside(bars, look.grown(30))), 4)
        groups.append(Group((_counted_row(look, bar, body, sign),), gap=_APART))
    return sheets(Frame(look, width, head, gap=_APART), groups)


def _counted_row(look: WallLook, bar: Bar, body: Block, sign: float) -> Block:
    letter = chip(look, bar.letter, bar.shape, sign, min(body.height, look.grown(130)))
    return beside((letter, body), look.grown(30))


def _bar(look: WallLook, count: int, most: int, across: float) -> Block:
    number = line_of(look, str(count), "letter")
    high, room = look.grown(56), across - look.grown(130)
    long = max(room * count / max(1, most), 0)
    bar = of(Panel(QRectF(0, 0, long, high), "plum", radius=10)) if count else EMPTY
    drawn = beside((bar, number), look.grown(20))
    return Block(drawn.pieces, across, drawn.height)
