"""What the facilitator alone sees, as values: the wall as it is, what to say, what comes next, and what was counted."""

from dataclasses import dataclass

from hrtrainer.group.action import Action
from hrtrainer.group.report import ReportSection
from hrtrainer.group.stage import Spot, Stage
from hrtrainer.group.votes import Hint, Run
from hrtrainer.pages.wall import Wall
from hrtrainer.principles.mark import Mark


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step of the strip at the foot: its name, and where it lies from here (before, here, after)."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Branch:
    """What a reply leads to: its words, the first thing that is answered, and what it opens or gives or ends."""

    letter: str
    shape: str
    text: str
    full: str
    answer: str
    leads: str


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One reply of a vote: what was counted now, and in the round before (None where there was none)."""

    letter: str
    shape: str
    text: str
    number: int
    count: int
    before: int | None


@dataclass(frozen=True, slots=True)
class VotePanel:
    """The vote, for the facilitator's eyes. `over` when more was counted than could vote: said, never blocked."""

    title: str
    how: str
    hidden: str
    open: bool
    lines: tuple[VoteLine, ...]
    passes: int
    passes_before: int | None
    sum: int
    voters: int
    sum_line: str
    over: bool
    hints: tuple[Hint, ...]
    can_undo: bool


@dataclass(frozen=True, slots=True)
class RunShown:
    """A way to settle on a reply, in words."""

    run: Run
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RevealShown:
    """One principle of a reply, whether the room has seen it, and how the room itself read it."""

    id: str
    name: str
    mark: Mark
    sentences: tuple[str, ...]
    seen: bool
    here: bool
    ours: str


@dataclass(frozen=True, slots=True)
class CompareLine:
    """One principle under two replies; empty where a reply does not touch it."""

    name: str
    ours: str
    other: str


@dataclass(frozen=True, slots=True)
class MapLine:
    """One line of the map. `number` goes to its step, and is 0 where the room has not been; `depth` from 0."""

    number: int
    name: str
    here: bool
    depth: int


@dataclass(frozen=True, slots=True)
class ButtonShown:
    """A wish as a button: its words, whether it is on, and why it cannot be pressed now (or empty)."""

    action: Action
    label: str
    on: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class ParkedShown:
    """A parked item; `owner` is None while nobody was asked."""

    number: int
    text: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class Clock:
    """Times in milliseconds since 1970, and minutes as planned; the window counts on from them."""

    began: int
    since: int
    minutes: int
    spot_seconds: int
    break_at: int


@dataclass(frozen=True, slots=True)
class PresenterPage:
    """Everything the presenter's window shows. What is empty is not shown."""

    title: str
    where: str
    spot: Spot
    stage: Stage
    stage_name: str
    steps: tuple[StepShown, ...]
    wall: Wall
    over_wall: str
    script: str
    say: str
    ask: str
    watch: str
    lands_hard: str
    next: ButtonShown
    wall_buttons: tuple[ButtonShown, ...]
    buttons: tuple[ButtonShown, ...]
    clock: Clock
    people: str
    map: tuple[MapLine, ...]
    branches: tuple[Branch, ...] = ()
    vote: VotePanel | None = None
    runs: tuple[RunShown, ...] = ()
    settled: str = ""
    prompts: tuple[tuple[str, bool], ...] = ()
    reveals: tuple[RevealShown, ...] = ()
    chances: tuple[str, ...] = ()
    compared: tuple[CompareLine, ...] = ()
    room_note: str = ""
    private_note: str = ""
    parked: tuple[ParkedShown, ...] = ()
    owners: tuple[str, ...] = ()
    close: tuple[tuple[str, tuple[str, ...]], ...] = ()
    report: tuple[ReportSection, ...] = ()
    facts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    saved: bool = False
    suggestion: str = ""
