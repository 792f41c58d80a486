"""The moments of the path that a reader sees: turning points, own words, other views, lines taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from hrtrainer.export.wording import Wording
from hrtrainer.principles.mark import Mark
from hrtrainer.session.summary import InsteadTold, LineTold, Summary, TurnTold

_YOU = "you"
_SAY = Wording()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line on the page. `who` is empty for the narrator; `worker` says that it is the learner's own side.

    `id` is what it can be struck by (hrtrainer/session/packing.py).
    """

    who: str
    text: str
    manner: str
    worker: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class Sat:
    """How one point sat with one principle. `glyph` names its drawing."""

    glyph: str
    word: str
    principle: str


@dataclass(frozen=True, slots=True)
class Point:
    """One turn on the page: what was heard, what was said or typed, what was answered, and the move it was.

    `id` is what its lines can be struck by, followed by what they are: `….said`, `….own`, `….differently`.
    """

    id: str
    number: int
    key: bool
    taken_back: bool
    heard: tuple[Spoken, ...]
    who: str
    said: str
    own: str
    notes: tuple[str, ...]
    headline: str
    reply: tuple[Spoken, ...]
    marks: tuple[Sat, ...]
    differently: str
    instead: tuple[InsteadTold, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One turn on the line that is drawn of the path; `others` is how many lines were not taken there."""

    number: int
    key: bool
    own: bool
    unsure: bool
    others: int


def stops(told: Summary) -> tuple[Stop, ...]:
    """The turns of the path in order, as they are drawn."""
    return tuple(Stop(turn.number, turn.key, bool(turn.own), turn.unsure, len(turn.not_taken)) for turn in told.turns)


def spoken(lines: Iterable[LineTold], who: str, id: str, first: int = 0) -> tuple[Spoken, ...]:
    """Lines with the name that the page gives to each speaker. `id` is their list's, `first` the first's place."""
    return tuple(
        Spoken(who if line.speaker == _YOU else line.name, line.text, line.manner, line.speaker == _YOU, f"{id}.{at}")
        for at, line in enumerate(lines, first)
    )


def points(told: Summary, who: str) -> tuple[Point, ...]:
    """What the page shows of the path, in order; a line taken back stands before the one that took its place."""
    names = {one.id: one.name for one in told.principles}
    shown = [turn for turn in told.turns if turn.key or turn.own or turn.differently]
    places = {turn.number: f"{told.session}/turns.{at}" for at, turn in enumerate(told.turns)}
    found = [_point(turn, places[turn.number], who, names, _heard(turn, shown)) for turn in shown]
    back = [
        _point(turn, f"{told.session}/withdrawn.{at}", who, names, (), True) for at, turn in enumerate(told.withdrawn)
    ]
    return tuple(sorted((*back, *found), key=lambda point: (point.number, not point.taken_back)))


def _heard(turn: TurnTold, shown: list[TurnTold]) -> tuple[LineTold, ...]:
    """What was heard before a turn, unless it already stands on the page as the answer to the turn before."""
    before = next((other for other in shown if other.number == turn.number - 1), None)
    return () if before is not None and before.reply == turn.heard else turn.heard


def _point(
    turn: TurnTold, id: str, who: str, names: dict[str, str], heard: tuple[LineTold, ...], taken_back: bool = False
) -> Point:
    return Point(
        id=id,
        number=turn.number,
        key=turn.key,
        taken_back=taken_back,
        heard=spoken(heard, who, f"{id}.heard"),
        who=who,
        said=turn.said,
        own=turn.own,
        notes=_notes(turn, taken_back),
        headline=turn.headline,
        reply=spoken(turn.reply, who, f"{id}.reply"),
        marks=tuple(Sat(glyph(mark), mark.value, names.get(name, name)) for name, mark in turn.marks),
        differently=turn.differently,
        instead=turn.instead,
    )


def _notes(turn: TurnTold, taken_back: bool) -> tuple[str, ...]:
    """What stands beside a line: its moves, and how it came about."""
    if taken_back:
        return (_SAY.taken_back,)
    moves = ", ".join(turn.moves).lower()
    found = (moves, _SAY.own if turn.own else "", _SAY.unsure if turn.unsure else "")
    return tuple(one for one in found if one)


def glyph(mark: Mark) -> str:
    """The name of a mark's drawing: the two halves apart, near, meeting, or open."""
    return mark.value.replace(" ", "-")
