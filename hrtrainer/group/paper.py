"""The paper twin of a scenario: the same scenes, letters and replies, for a room with no projector.

Scenes are numbered as they stand in the file, and whoever leads goes from number to number. What a conversation
remembers by itself is kept on paper as a tally and as a list of what was heard, given and shown.
"""

from dataclasses import dataclass

from hrtrainer.principles.mark import Mark


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line, who says it (empty: nobody), and when it is said (empty: always)."""

    who: str
    text: str
    manner: str
    when: str


@dataclass(frozen=True, slots=True)
class PaperWay:
    """Where it goes on, and when (empty: otherwise, or always)."""

    to: str
    when: str


@dataclass(frozen=True, slots=True)
class PaperMark:
    """How a reply sits with a principle, and why."""

    principle: str
    mark: Mark
    why: str


@dataclass(frozen=True, slots=True)
class PaperOption:
    """A reply with all that follows from it. `notes` is what to write down: tallies, what was heard and given."""

    letter: str
    shape: str
    when: str
    say: str
    short: str
    answers: tuple[PaperLine, ...]
    notes: tuple[str, ...]
    marks: tuple[PaperMark, ...]
    ways: tuple[PaperWay, ...]


@dataclass(frozen=True, slots=True)
class PaperScene:
    """One numbered scene. Without options it goes on by `ways`."""

    number: int
    key: bool
    place: str
    lines: tuple[PaperLine, ...]
    say: str
    ask: str
    watch: str
    prompts: tuple[str, ...]
    options: tuple[PaperOption, ...]
    ways: tuple[PaperWay, ...]


@dataclass(frozen=True, slots=True)
class PaperEnding:
    """One way it can end."""

    name: str
    when: str
    title: str
    kind: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """The whole paper twin."""

    title: str
    person: str
    you: str
    role: str
    content_note: str
    summary: str
    days: tuple[str, ...]
    tallies: tuple[str, ...]
    heard: tuple[str, ...]
    given: tuple[str, ...]
    shown: tuple[str, ...]
    lens: str
    scenes: tuple[PaperScene, ...]
    endings: tuple[PaperEnding, ...]
    reviewed: str
    check: str
