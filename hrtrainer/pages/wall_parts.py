"""What the pages of the wall are made of."""

from dataclasses import dataclass

MOST_OPTION_WORDS = 14
LABEL_WORDS = 6
MOST_COLUMN_WORDS = 50


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line that is heard. `name` is empty for what is told and not said."""

    name: str
    text: str
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A reply with its letter and shape. `text` has at most 14 words; `whole` is false where more stands in full."""

    letter: str
    shape: str
    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """The totals of one reply, before and after the talk; None for a round that was not held."""

    letter: str
    shape: str
    text: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """One side of a comparison: a reply and what came back."""

    heading: str
    letter: str
    shape: str
    said: str
    lines: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading. In the close a struck line is shown struck; whoever draws it draws a line through it."""

    heading: str
    lines: tuple[tuple[str, bool], ...]
