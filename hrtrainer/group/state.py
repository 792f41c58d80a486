"""How a room stands after an event: its spot, its votes, what lies over the wall, and what was written down."""

from dataclasses import dataclass, field

from hrtrainer.group.agenda import Agenda
from hrtrainer.group.stage import Cover, Spot, Stage

MAJORITY, LESS_CHOSEN, BOTH, ROOM = "majority", "less-chosen", "both", "room"
HOWS = (MAJORITY, LESS_CHOSEN, BOTH, ROOM)
"""The ways to settle on a reply: what most chose, what fewer chose, both one after the other, or by talking."""
COLUMNS = ("plus", "delta", "try")
METHODS = ("cards", "fingers", "hands", "tables")
MOST_PEOPLE = 200


@dataclass(frozen=True, slots=True)
class Round:
    """The totals of one round of a vote, in the order of the letters on offer. `line` is the number of their event."""

    number: int
    totals: tuple[int, ...]
    passes: int
    voters: int
    line: int

    @property
    def sum(self) -> int:
        """Votes and passes together."""
        return sum(self.totals) + self.passes


@dataclass(frozen=True, slots=True)
class Visit:
    """One decision the room came to. `scene` is empty where the conversation has ended and nothing is to be decided.

    `began` is the number of the event that opened it, `answered` of the one that said the reply (0 until then). `key`
    says whether it goes the whole way with votes. `options` are the ids on offer in the order of their letters.
    """

    scene: str
    began: int
    key: bool
    options: tuple[str, ...]
    rounds: tuple[Round, ...] = ()
    reply: str = ""
    how: str = ""
    other: str = ""
    answered: int = 0
    tried: tuple[str, ...] = ()

    def round(self, number: int) -> Round | None:
        """The totals of a round, or None when none were counted."""
        return next((one for one in self.rounds if one.number == number), None)


@dataclass(frozen=True, slots=True)
class Note:
    """What was written down at a stage of a visit."""

    visit: int
    stage: str
    text: str
    private: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """How the room itself read a reply on a principle."""

    visit: int
    branch: str
    principle: str
    mark: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something parked. `owner` is None while nobody was asked, and empty when it is nobody's."""

    text: str
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class RoomState:
    """Where a room stands. `walked` are the spots it came through and `at` the one in view, mostly the last.

    `covers` lie over the wall, the newest last; `frozen` is the number of the event after which the wall stood still.
    `since` is when the spot in view was come to.
    """

    walked: tuple[Spot, ...] = (Spot(Stage.HOLD),)
    at: int = 0
    since: int = 0
    people: int = 0
    method: str = METHODS[0]
    tables: int = 0
    scale: int = 100
    screens: str = ""
    agenda: Agenda = field(default_factory=Agenda)
    visits: tuple[Visit, ...] = ()
    covers: tuple[Cover, ...] = ()
    frozen: int = 0
    spotlight: str = ""
    counts: bool = False
    prompt: int = 0
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    parked: tuple[Item, ...] = ()
    close: tuple[tuple[str, str], ...] = ()
    struck: frozenset[str] = frozenset()
    pauses: int = 0
    saved: str = ""
    ended: bool = False

    @property
    def spot(self) -> Spot:
        """The spot in view."""
        return self.walked[self.at]

    @property
    def looking_back(self) -> bool:
        """Whether the view is not where the room has come to."""
        return self.at < len(self.walked) - 1

    @property
    def visit(self) -> Visit | None:
        """The decision in view, or None before the first and after the last."""
        return self.visits[self.spot.visit - 1] if self.spot.visit else None

    @property
    def voters(self) -> int:
        """How many votes a round can have."""
        return self.tables if self.method == "tables" else self.people
