"""All that may be said about a session, as plain values. Every export and the debrief are made from this one value."""

from dataclasses import dataclass

from hrtrainer.principles.mark import Mark


@dataclass(frozen=True, slots=True)
class EvidenceTold:
    """One behaviour behind a mark: its id and name, the author's reason, the words it rests on."""

    behaviour: str
    name: str
    why: str
    quote: str
    honours: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class MomentTold:
    """One mark: the turn it belongs to and what it rests on."""

    turn: int
    mark: Mark
    evidence: tuple[EvidenceTold, ...]


@dataclass(frozen=True, slots=True)
class CountTold:
    """A count with the least and the most that were reachable at the decisions faced."""

    count: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class PrincipleTold:
    """One principle over the run. `moments` is empty when it was not in play. `note` is a caution of its source."""

    id: str
    name: str
    meaning: str
    moments: tuple[MomentTold, ...]
    chances: int
    supported: CountTold
    strained: CountTold


@dataclass(frozen=True, slots=True)
class LineTold:
    """A line with its place-holders filled. `name` is who speaks: a person's name, 'You', or empty for the narrator."""

    speaker: str
    name: str
    text: str
    manner: str = ""


@dataclass(frozen=True, slots=True)
class InsteadTold:
    """Another line to try, with the name of its move."""

    move: str
    say: str


@dataclass(frozen=True, slots=True)
class TurnTold:
    """One turn of the path: what was heard, what was said, what followed, and how it was read.

    `said` is the chosen line; `own` are the person's own words; when both stand, `said` was picked as the nearest and
    carries no marks. `marks` are (principle id, mark) of the lens, without those not in play.
    """

    number: int
    scene: str
    key: bool
    heard: tuple[LineTold, ...]
    choice: str
    said: str
    own: str
    unsure: bool
    reply: tuple[LineTold, ...]
    headline: str
    moves: tuple[str, ...]
    marks: tuple[tuple[str, Mark], ...]
    instead: tuple[InsteadTold, ...]
    not_taken: tuple[str, ...]
    differently: str = ""


@dataclass(frozen=True, slots=True)
class BoardTold:
    """One area of the board: what was heard (card, turn; 0 before the first answer) and what could still be asked."""

    area: str
    name: str
    heard: tuple[tuple[str, int], ...]
    quiet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftWithTold:
    """Something the person left with, the practical strategy it stands for, and the turn it came from."""

    card: str
    strategy: str
    turn: int


@dataclass(frozen=True, slots=True)
class FloorTold:
    """One item of the safety floor in the person's terms."""

    behaviour: str
    reached: bool
    text: str


@dataclass(frozen=True, slots=True)
class MoveTold:
    """A conversation move and the turns that used it."""

    id: str
    name: str
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StrengthTold:
    """Something worth keeping: the turn, the words, and why they mattered."""

    turn: int
    principle: str
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class TryTold:
    """Something to try: the turn it is about, what the line may have cost, and another line with its move."""

    turn: int
    said: str
    why: str
    move: str
    say: str


@dataclass(frozen=True, slots=True)
class GuessTold:
    """How the person thought it went, before looking: (principle name, mark word), how the other left, how sure."""

    marks: tuple[tuple[str, str], ...]
    left: str
    sure: str


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A source behind the notes, with its check dates."""

    title: str
    publisher: str
    address: str
    checked: str
    next: str


@dataclass(frozen=True, slots=True)
class EndingTold:
    """How the conversation ended. `kind` is connected, partly or missed; `kind_name` its word on the screen."""

    id: str
    title: str
    kind: str
    kind_name: str
    lines: tuple[LineTold, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A session as it may be kept and shown. Dates are UTC days; `minutes` is whole minutes from first to last event.

    `talk_about` is what the person wants to talk about in supervision. `ending` is None while the conversation is not
    over. `check` is a short fingerprint of the scenario's text.
    """

    session: str
    code_name: str
    day: str
    minutes: int
    scenario: str
    title: str
    person: str
    you: str
    place: str
    tempo: str
    seed: int
    disposition: str
    region: str
    lens: str
    lens_name: str
    lens_publisher: str
    check: str
    ending: EndingTold | None
    left_with: tuple[LeftWithTold, ...]
    floor: tuple[FloorTold, ...]
    board: tuple[BoardTold, ...]
    principles: tuple[PrincipleTold, ...]
    beside: tuple[PrincipleTold, ...]
    moves: tuple[MoveTold, ...]
    turns: tuple[TurnTold, ...]
    withdrawn: tuple[TurnTold, ...]
    strengths: tuple[StrengthTold, ...]
    to_try: tuple[TryTold, ...]
    talk_about: str
    guess: GuessTold | None
    reflections: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[SourceTold, ...]
    reviewed: str
    limits: str
