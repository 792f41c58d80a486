"""What can happen in a group session beside the conversation itself. Past tense, only ever added, and no event has room
for who did something: a headcount is a number, a vote is the totals of a round.
"""

from dataclasses import dataclass
from typing import cast, get_args

from hrtrainer.group.agenda import Agenda
from hrtrainer.group.stage import Cover, Spot
from hrtrainer.session.event import Beside


@dataclass(frozen=True, slots=True)
class SetUp(Beside):
    """The room was set up, or its set-up changed: how many are here, how they vote, at how many tables.

    `scale` is the size of the wall's text in per cent; `screens` is `two`, `one`, or empty while nobody has said which
    screen the room sees.
    """

    people: int
    method: str
    tables: int = 0
    scale: int = 100
    screens: str = ""


@dataclass(frozen=True, slots=True)
class Planned(Beside):
    """The agenda was settled, or changed."""

    agenda: Agenda


@dataclass(frozen=True, slots=True)
class WentTo(Beside):
    """The room went on to a spot, or its view went back to one where it had been."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class Counted(Beside):
    """The totals of a round stand so. While the round is open this one event is written over, so that no order is kept.

    `at` is when the round was opened, never when somebody voted. `totals` are in the order of the letters on offer;
    `voters` is how many could vote.
    """

    round: int
    totals: tuple[int, ...]
    passes: int
    voters: int


@dataclass(frozen=True, slots=True)
class Committed(Beside):
    """A reply was settled on. `how` says by which way: majority, less-chosen, both, or room.

    `other` is the reply that is tried after it, or empty.
    """

    choice: str
    how: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Covered(Beside):
    """Something was laid over the wall, or taken off it. The stage below stays as it is."""

    cover: Cover
    on: bool


@dataclass(frozen=True, slots=True)
class Spotlit(Beside):
    """One reply stands on the wall alone and in full; with an empty `choice` none does."""

    choice: str


@dataclass(frozen=True, slots=True)
class ShowedCounts(Beside):
    """The counts of both rounds were put on the wall, or taken off it."""

    on: bool


@dataclass(frozen=True, slots=True)
class Prompted(Beside):
    """Another prompt for the talk is on the wall, counted from 0."""

    prompt: int


@dataclass(frozen=True, slots=True)
class CameBack(Beside):
    """The program was started again, or a lost screen returned: the stage is as it was, the wall is black."""


@dataclass(frozen=True, slots=True)
class Noted(Beside):
    """Something was written down at a stage of a visit; a later note there takes its place.

    A private note stays with the facilitator; the others are the room's words and may go into the report.
    """

    visit: int
    stage: str
    text: str
    private: bool


@dataclass(frozen=True, slots=True)
class ReadByRoom(Beside):
    """How the room itself read a reply on a principle: one of the words of a mark, or empty for none."""

    visit: int
    branch: str
    principle: str
    mark: str


@dataclass(frozen=True, slots=True)
class Parked(Beside):
    """Something was put aside for later. Items are numbered from 1 as they come."""

    text: str


@dataclass(frozen=True, slots=True)
class Owned(Beside):
    """Whose a parked item is: a role, never a name; empty for nobody's."""

    item: int
    owner: str


@dataclass(frozen=True, slots=True)
class Added(Beside):
    """A line of the close: what worked, what to change, or what to try."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Struck(Beside):
    """The room struck a line of the report, or let it stand again."""

    line: str
    on: bool


@dataclass(frozen=True, slots=True)
class Saved(Beside):
    """The report was saved. `digest` names its exact text."""

    digest: str


@dataclass(frozen=True, slots=True)
class Ended(Beside):
    """The facilitator ended the session."""


GroupEvent = (
    SetUp | Planned | WentTo | Counted | Committed | Covered | Spotlit | ShowedCounts | Prompted | CameBack
    | Noted | ReadByRoom | Parked | Owned | Added | Struck | Saved | Ended
)  # fmt: skip


def of_group(event: Beside) -> GroupEvent:
    """The event as one of a group. Raises TypeError for something else beside a conversation."""
    if not isinstance(event, get_args(GroupEvent)):
        raise TypeError(f"{type(event).__name__} is no event of a group")
    return cast(GroupEvent, event)
