"""What can happen in a session. Events are past tense, are only ever added, and hold nothing that can be worked out."""

from dataclasses import dataclass

COACHED = "coached"
DEBRIEF_ONLY = "debrief-only"
TEMPOS = (COACHED, DEBRIEF_ONLY)
GROUP = "group"
"""The tempo of a session that a whole room takes part in. Nobody picks it for practice, so it is none of TEMPOS."""


@dataclass(frozen=True, slots=True)
class Started:
    """A conversation began. `at` is milliseconds since 1970 in UTC; the digests name the exact texts in use.

    `seed` draws the order of choices and the dispositions. `code_name` is what the person calls themselves, or empty.
    """

    at: int
    session: str
    scenario: str
    scenario_digest: str
    principles_digest: str
    region_digest: str
    seed: int
    lens: str
    region: str
    tempo: str = COACHED
    code_name: str = ""


@dataclass(frozen=True, slots=True)
class Chose:
    """A choice was taken. `unsure` when the person marked it so before taking it."""

    at: int
    choice: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class SaidOwn:
    """The person said something of their own. It is kept and never marked; the nearest choice, or WentOn, follows."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class WentOn:
    """After own words the conversation went on by the scene's `otherwise`."""

    at: int


@dataclass(frozen=True, slots=True)
class Rewound:
    """The session stands again as it did after its first `to` events. What came between stays in the log, withdrawn."""

    at: int
    to: int


@dataclass(frozen=True, slots=True)
class Guessed:
    """Before looking, the person said how it went: marks for some principles, how the other left, how sure they are."""

    at: int
    marks: tuple[tuple[str, str], ...]
    left: str
    sure: str


@dataclass(frozen=True, slots=True)
class Reflected:
    """The person wrote an answer to a question of the debrief. A later answer to the same question takes its place."""

    at: int
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class SawDifferently:
    """The person sees the marks of an answer differently, and says how. `turn` is the number of the answer's event."""

    at: int
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class LensChanged:
    """From here on the session is read through another principle set."""

    at: int
    lens: str


@dataclass(frozen=True, slots=True)
class Shared:
    """The session was saved for somebody else to read: in which format, as which file, with how many lines struck.

    `parts` are what was in it (hrtrainer/session/packing.py). Where `form` is empty the person deleted what stood here.
    """

    at: int
    form: str
    file: str
    struck: int = 0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Something that was done beside the conversation and leaves it where it stands. Upper floors say what there is."""

    at: int


Event = (
    Started | Chose | SaidOwn | WentOn | Rewound | Guessed | Reflected | SawDifferently | LensChanged | Shared | Beside
)
