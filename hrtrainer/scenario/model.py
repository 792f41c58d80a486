"""A scenario as frozen typed values: what an author wrote, checked, and nothing else.

Two scenarios with the same words are equal wherever they stand; `spot` (line and column) is left out of comparison.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrtrainer.scenario.condition import Condition
from hrtrainer.scenario.diagnostic import Accepted, Spot

NARRATOR = "narrator"
YOU = "you"
END = "end"
"""`to: end` means the first ending whose condition holds."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the conversation. The first person of a scenario is the one the trainee meets."""

    id: str
    name: str
    pronouns: str
    about: str
    dispositions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """A hidden whole number that stays between `least` and `most`."""

    id: str
    least: int
    most: int
    start: int


@dataclass(frozen=True, slots=True)
class Card:
    """Something that can be heard. `area` is risk, set, setting or person; `question` could be asked to hear it."""

    id: str
    area: str
    card: str
    question: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the person may leave with. `strategy` is one of the ten practical strategies, or empty."""

    id: str
    card: str
    strategy: str = ""


@dataclass(frozen=True, slots=True)
class MustReach:
    """One item of the safety floor, said in the person's terms."""

    behaviour: str
    reached: str
    not_reached: str
    spot: Spot = field(default=(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said or told. `speaker` is a person's id, `you` or `narrator`; notes and translations hang on `id`."""

    id: str
    speaker: str
    text: str
    manner: str = ""
    when: Condition | None = None
    spot: Spot = field(default=(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: to a scene, to an ending, or to `end`."""

    to: str
    when: Condition | None = None
    spot: Spot = field(default=(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """A behaviour that a choice shows: the author's reason, the words it rests on, reasons for single principles."""

    behaviour: str
    why: str
    quote: str = ""
    source: str = ""
    why_for: Mapping[str, str] = field(default_factory=dict)
    spot: Spot = field(default=(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Instead:
    """Another line to try, with its move."""

    move: str
    say: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the worker can say in a scene, what it shows, what the person answers, and what it changes."""

    id: str
    say: str
    ways: tuple[Way, ...]
    short: str = ""
    moves: tuple[str, ...] = ()
    headline: str = ""
    shows: tuple[Shown, ...] = ()
    reply: tuple[Line, ...] = ()
    hears: tuple[str, ...] = ()
    changes: tuple[tuple[str, int], ...] = ()
    gives: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    when: Condition | None = None
    spot: Spot = field(default=(1, 1), compare=False)

    @property
    def behaviours(self) -> frozenset[str]:
        """The behaviours this choice shows."""
        return frozenset([shown.behaviour for shown in self.shows])


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the person answers when the trainee says something of their own and picks no choice.

    `reaches` are behaviours that the story itself takes care of on this way; they count for the safety floor and for
    conditions, and carry no marks.
    """

    reply: tuple[Line, ...]
    ways: tuple[Way, ...]
    hears: tuple[str, ...] = ()
    changes: tuple[tuple[str, int], ...] = ()
    gives: tuple[str, ...] = ()
    reaches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Notes for whoever leads a room through a turning point."""

    say: str = ""
    ask: str = ""
    watch: str = ""
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One place in the conversation: lines, then either choices or ways on."""

    id: str
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()
    ways: tuple[Way, ...] = ()
    place: str = ""
    key: bool = False
    known_risks: tuple[str, ...] = ()
    hears: tuple[str, ...] = ()
    facilitator: Facilitator | None = None
    otherwise: Otherwise | None = None
    spot: Spot = field(default=(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """One way a conversation can end. `kind` is connected, partly or missed."""

    id: str
    title: str
    kind: str
    lines: tuple[Line, ...]
    when: Condition | None = None
    spot: Spot = field(default=(1, 1), compare=False)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote and who reviewed. An empty review means that nobody has yet."""

    written_by: str
    licence: str
    lived_experience_review: str = ""
    clinical_review: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One conversation, whole. `digest` names the exact text it was read from.

    `tops` says where the values of the top keys stand.
    """

    id: str
    title: str
    language: str
    summary: str
    minutes: int
    level: str
    audience: tuple[str, ...]
    you: str
    role: str
    picture: str
    content_note: str
    topics: tuple[str, ...]
    goals: tuple[str, ...]
    credits: Credits
    facts_checked: str
    facts_next: str
    sources: tuple[str, ...]
    people: Mapping[str, Person]
    meters: Mapping[str, Meter]
    board: Mapping[str, Card]
    ledger: Mapping[str, Entry]
    must_reach: tuple[MustReach, ...]
    start: str
    scenes: Mapping[str, Scene]
    endings: tuple[Ending, ...]
    accepts: tuple[Accepted, ...] = ()
    digest: str = field(default="", compare=False)
    tops: Mapping[str, Spot] = field(default_factory=dict, compare=False)

    @property
    def person(self) -> Person:
        """The person the trainee meets."""
        return next(iter(self.people.values()))

    def ending(self, ending_id: str) -> Ending | None:
        """The ending with this id, or None."""
        return next((ending for ending in self.endings if ending.id == ending_id), None)
