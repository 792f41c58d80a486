"""The wall at a decision: what is heard, what can be said, the vote, the reply, and the principles one by one."""

import re

from hrtrainer.group import wording as say
from hrtrainer.group.letters import Lettered
from hrtrainer.group.reveals import Reveal
from hrtrainer.group.room import Room
from hrtrainer.group.stage import VOTES, Spot, Stage
from hrtrainer.group.state import Visit
from hrtrainer.pages.wall import (
    CommitWall,
    CompareWall,
    CountsWall,
    DiscussWall,
    ReplyWall,
    RevealWall,
    SceneWall,
    ThinkWall,
    VoteWall,
    WallPage,
    WhatIfWall,
)
from hrtrainer.pages.wall_parts import LABEL_WORDS, MOST_COLUMN_WORDS, MOST_OPTION_WORDS, Bar, Column, Option, Spoken
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.model import YOU, Line
from hrtrainer.session.telling import Teller

S = Stage
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[“‘A-Z])")


def at_visit(room: Room, tell: Teller, visit: Visit) -> WallPage:
    """The page of a stage that belongs to a decision."""
    spot = room.state.spot
    match spot.stage:
        case S.SCENE:
            return _scene(room, tell, visit)
        case S.THINK:
            return ThinkWall(asked(room, tell, visit), say.QUESTION, options(room, tell, visit), say.CHOOSE)
        case S.VOTE_1 | S.VOTE_2:
            return _vote(room, tell, visit, VOTES[spot.stage])
        case S.DISCUSS:
            prompts = say.prompts(room.scene(visit))
            prompt = tell.text(prompts[min(room.state.prompt, len(prompts) - 1)])
            return DiscussWall(options(room, tell, visit), prompt, say.TALK_HOW)
        case S.COMMIT:
            return _counts(room, tell, visit) if room.state.counts else _commit(room, tell, visit)
        case S.REPLY:
            return _reply(room, tell, visit, spot.branch)
        case S.REVEAL:
            return _reveal(room, tell, visit, spot)
        case S.WHAT_IF:
            return WhatIfWall(say.WHAT_IF, options(room, tell, visit))
        case _:
            return _compare(room, tell, visit, spot.branch)


def options(room: Room, tell: Teller, visit: Visit) -> tuple[Option, ...]:
    """The replies on offer, each in at most 14 words."""
    return tuple(option(tell, one) for one in room.options(visit))


def option(tell: Teller, one: Lettered) -> Option:
    """A reply as it stands on the wall: its short form, or all of it, or its first words where both are too long."""
    full = tell.text(one.choice.say)
    text = tell.text(one.choice.short) or full
    if len(text.split()) > MOST_OPTION_WORDS:
        text = _first_words(text, LABEL_WORDS)
    return Option(one.letter, one.shape, text, text == full)


def asked(room: Room, tell: Teller, visit: Visit) -> Spoken:
    """The last thing the person said before a decision; empty where nobody spoke."""
    said = tell.lines(room.asked(visit))
    return Spoken(said[0].name, " ".join(line.text for line in said), said[0].manner) if said else Spoken("", "")


def spoken(tell: Teller, line: Line) -> Spoken:
    """A line of the scenario as it is heard."""
    told = tell.line(line)
    return Spoken(told.name, told.text, told.manner)


def lettered_reply(room: Room, visit: Visit, branch: str) -> Lettered:
    """The reply of a visit, or that of a what-if there, with its letter."""
    wanted = branch or visit.reply
    return next(one for one in room.options(visit) if one.choice.id == wanted)


def _scene(room: Room, tell: Teller, visit: Visit) -> SceneWall:
    lines = tuple(spoken(tell, line) for line in room.scene_lines(visit))
    scene, ending = room.scene(visit), room.before(visit).ending
    if scene is not None:
        return SceneWall(room.scenario.picture, tell.text(scene.place), lines)
    return SceneWall(room.scenario.picture, "", lines, tell.text(ending.title) if ending else "")


def _vote(room: Room, tell: Teller, visit: Visit, number: int) -> VoteWall:
    counted = visit.round(number)
    chosen, voters = (counted.sum, counted.voters) if counted else (0, room.state.voters)
    return VoteWall(say.QUESTION, options(room, tell, visit), say.UP[room.state.method], chosen, voters)


def _commit(room: Room, tell: Teller, visit: Visit) -> CommitWall:
    if not visit.reply:
        return CommitWall(say.SETTLE, None, options(room, tell, visit))
    one = lettered_reply(room, visit, "")
    said = Option(one.letter, one.shape, tell.text(one.choice.say))
    return CommitWall(f"We say {one.letter}", said, ())


def _counts(room: Room, tell: Teller, visit: Visit) -> CountsWall:
    first, second = visit.round(1), visit.round(2)
    bars = tuple(
        Bar(
            *(shown.letter, shown.shape, shown.text),
            before=first.totals[at] if first else None,
            after=second.totals[at] if second else None,
        )
        for at, shown in enumerate(options(room, tell, visit))
    )
    most = max((*(first.totals if first else ()), *(second.totals if second else ()), 1))
    return CountsWall(say.COUNTS, "Before", "After", bars, most)


def _reply(room: Room, tell: Teller, visit: Visit, branch: str) -> ReplyWall:
    one = lettered_reply(room, visit, branch)
    lines = room.reply_lines(visit, branch)
    heading = f"If we had said {one.letter}" if branch else f"We said {one.letter}"
    shown = tuple(spoken(tell, line) for line in lines)
    return ReplyWall(heading, one.letter, one.shape, option(tell, one).text, shown)


def _reveal(room: Room, tell: Teller, visit: Visit, spot: Spot) -> RevealWall:
    reveals = room.reveals(visit, spot.branch)
    shown, one = reveals[spot.step - 1], lettered_reply(room, visit, spot.branch)
    return RevealWall(
        step=spot.step,
        of=len(reveals),
        letter=one.letter,
        shape=one.shape,
        said=option(tell, one).text,
        principle=tell.text(shown.principle.name),
        mark=shown.mark,
        sentences=sentences(tell, shown),
    )


def sentences(tell: Teller, shown: Reveal) -> tuple[str, ...]:
    """Why a reply has its mark on a principle, sentence by sentence; for `both`, what helped and then what strained."""
    first = [one.why for one in shown.evidence if one.honours is shown.mark.supporting]
    then = [one.why for one in shown.evidence if not one.honours] if shown.mark is Mark.BOTH else []
    whole = dict.fromkeys(tell.text(why) for why in (*first, *then))
    return tuple(sentence for why in whole for sentence in _SENTENCE.split(why))


def _compare(room: Room, tell: Teller, visit: Visit, branch: str) -> CompareWall:
    ours, other = _column(room, tell, visit, ""), _column(room, tell, visit, branch)
    return CompareWall(asked(room, tell, visit), ours, other)


def _column(room: Room, tell: Teller, visit: Visit, branch: str) -> Column:
    one, heading = lettered_reply(room, visit, branch), "What if" if branch else "We said"
    said = option(tell, one).text
    left = MOST_COLUMN_WORDS - len(said.split())
    lines = tuple(spoken(tell, line) for line in _short_enough(room.reply_lines(visit, branch), left))
    return Column(heading, one.letter, one.shape, said, lines)


def _short_enough(lines: tuple[Line, ...], most: int) -> tuple[Line, ...]:
    """What came back, in so many words: where that is too long, without what we said on, and then its end alone."""
    if _words(lines) > most:
        lines = tuple(line for line in lines if line.speaker != YOU) or lines
    while len(lines) > 1 and _words(lines) > most:
        lines = lines[1:]
    return lines


def _words(lines: tuple[Line, ...]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _first_words(text: str, most: int) -> str:
    found = text.split()
    return text if len(found) <= most else f"{' '.join(found[:most])} …"
