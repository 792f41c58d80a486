"""What the room sees, as values: one kind for each stage, each with room for what may stand there and for nothing else.

No kind holds a note, a script, a next scene or a branch. Only `CountsWall` holds counts and only `RevealWall` a mark,
and each is made in one place (wall_visit.py). Rows (`lines`, `options`, `sentences`, `sections` ...) may be dealt out
over several pages when they do not fit; their order is the order of reading. Letters and shapes come before colour.
"""

from dataclasses import dataclass

from hrtrainer.pages.wall_parts import Bar, Column, Option, Section, Spoken
from hrtrainer.principles.mark import Mark


@dataclass(frozen=True, slots=True)
class HoldWall:
    """Before the beginning."""

    title: str
    starts: str
    hint: str
    cards: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BriefWall:
    """One of the three cards before the first scene: what this is, what it mentions, what is agreed on."""

    step: int
    of: int
    heading: str
    lines: tuple[str, ...]
    ways_heading: str = ""
    ways: tuple[str, ...] = ()
    support: str = ""


@dataclass(frozen=True, slots=True)
class SceneWall:
    """What is heard at a scene, or how the conversation ended. `picture` is the vignette's name."""

    picture: str
    place: str
    lines: tuple[Spoken, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class ThinkWall:
    """The person's line and the replies, before anybody has voted."""

    line: Spoken
    question: str
    options: tuple[Option, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class VoteWall:
    """A vote that is open: how many have chosen, and never what."""

    question: str
    options: tuple[Option, ...]
    foot: str
    chosen: int
    of: int


@dataclass(frozen=True, slots=True)
class DiscussWall:
    """What the room talks about."""

    options: tuple[Option, ...]
    prompt: str
    foot: str


@dataclass(frozen=True, slots=True)
class CommitWall:
    """The reply that the room settled on, in full; before it has, the question and the replies."""

    heading: str
    said: Option | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class CountsWall:
    """Both rounds side by side, once the second is closed and the facilitator shows it."""

    heading: str
    before: str
    after: str
    bars: tuple[Bar, ...]
    most: int


@dataclass(frozen=True, slots=True)
class ReplyWall:
    """What the person answers. `lines` is empty where the answer is no words."""

    heading: str
    letter: str
    shape: str
    said: str
    lines: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class RevealWall:
    """One principle: its name, the mark, and why in a sentence or two."""

    step: int
    of: int
    letter: str
    shape: str
    said: str
    principle: str
    mark: Mark
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DebriefWall:
    """One step of the debrief and its question."""

    step: int
    of: int
    name: str
    question: str
    foot: str


@dataclass(frozen=True, slots=True)
class CrossroadsWall:
    """Where the room has been, as dots with the letters it said, and what it can do now."""

    dots: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class WhatIfWall:
    """Another reply is to be chosen."""

    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class CompareWall:
    """One line of the person, two replies, two answers."""

    line: Spoken
    ours: Column
    other: Column


@dataclass(frozen=True, slots=True)
class CloseWall:
    """The close: what worked and what to change, the parking lot, and what the report will say, line by line."""

    step: int
    heading: str
    sections: tuple[Section, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class ReportWall:
    """Thank you."""

    heading: str
    line: str


@dataclass(frozen=True, slots=True)
class BlackWall:
    """Nothing at all."""


@dataclass(frozen=True, slots=True)
class CardWall:
    """The soft card: the title, and no content."""

    title: str


@dataclass(frozen=True, slots=True)
class PauseWall:
    """Take a breath."""

    heading: str
    line: str


@dataclass(frozen=True, slots=True)
class BackRowWall:
    """Before the beginning: lines of different size, each with its size in per cent of the smallest text of a wall."""

    question: str
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SpotlightWall:
    """One reply alone, in full."""

    letter: str
    shape: str
    text: str


WallPage = (
    HoldWall | BriefWall | SceneWall | ThinkWall | VoteWall | DiscussWall | CommitWall | CountsWall | ReplyWall
    | RevealWall | DebriefWall | CrossroadsWall | WhatIfWall | CompareWall | CloseWall | ReportWall
    | BackRowWall | BlackWall | CardWall | PauseWall | SpotlightWall
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall as a whole: its page, the size of its text in per cent, and whether its window is out of the way.

    `bar` is None unless the room wants to see time pass: then when this began (milliseconds since 1970) and how many
    seconds are planned for it, to be drawn as a soft bar without a figure.
    """

    page: WallPage
    scale: int
    hidden: bool
    bar: tuple[int, int] | None = None
