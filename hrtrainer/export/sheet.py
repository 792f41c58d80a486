"""What a printed summary says, in its order: plain values that HTML, Markdown and PDF only dress."""

from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.export.chart import Row, in_words, row
from hrtrainer.export.clean import cleaned
from hrtrainer.export.points import Point, Spoken, points, spoken
from hrtrainer.session.summary import (
    BoardTold,
    FloorTold,
    LeftWithTold,
    PrincipleTold,
    SourceTold,
    StrengthTold,
    Summary,
    TryTold,
)

"""The question of the debrief whose answer heads the page."""

_LAST_LINES = 3
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


@dataclass(frozen=True, slots=True)
class Guessed:
    """One guess beside the notes."""

    principle: str
    guessed: str
    noted: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Sources that were checked on the same day and want their next check on the same day."""

    when: str
    sources: tuple[SourceTold, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A summary as it stands on the page."""

    title: str
    document: str
    author: str
    month: str
    day: tuple[int, int, int] | None
    about: str
    unfinished: str
    talk: str
    left_heading: str
    left: tuple[LeftWithTold, ...]
    left_nothing: str
    ended_title: str
    ended: tuple[Spoken, ...]
    floor: tuple[FloorTold, ...]
    lens: str
    rows: tuple[Row, ...]
    quiet: str
    beside: tuple[Row, ...]
    beside_quiet: str
    board: tuple[BoardTold, ...]
    points_heading: str
    points: tuple[Point, ...]
    moves: tuple[str, ...]
    strengths: tuple[StrengthTold, ...]
    to_try: tuple[TryTold, ...]
    reflections: tuple[tuple[str, str], ...]
    guesses: tuple[Guessed, ...]
    guess_left: str
    questions: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[Checked, ...]
    reviewed: str
    limits: str
    scenario: str
    check: str


def sheet(summary: Summary) -> Sheet:
    """The page of a summary. Every foreign text in it is cleaned."""
    told = cleaned(summary)
    return Sheet(
        title=_title(told),
        document=f"Supervision summary: {_title(told)}",
        author=told.code_name,
        month=_month(told.day),
        day=_date(told.day),
        about=_about(told),
        unfinished=_unfinished(told),
        talk=told.talk_about,
        left_heading=f"What {told.person} left with" if told.ending else f"What {told.person} has so far",
        left=told.left_with,
        left_nothing="Nothing to carry." if told.ending else "Nothing yet.",
        ended_title=told.ending.title if told.ending else "",
        ended=spoken(told.ending.lines[-_LAST_LINES:], _who(told)) if told.ending else (),
        floor=told.floor,
        lens=_lens(told),
        rows=_rows(told.principles),
        quiet=_quiet(told.principles),
        beside=_rows(told.beside),
        beside_quiet=_quiet(told.beside),
        board=told.board,
        points_heading=_points_heading(told),
        points=points(told, _who(told)),
        moves=tuple(f"{move.name} {len(move.turns)}" for move in told.moves),
        strengths=told.strengths,
        to_try=told.to_try,
        reflections=told.reflections,
        guesses=_guesses(told),
        guess_left=_guess_left(told),
        questions=told.questions,
        facts=told.facts,
        sources=_sources(told.sources),
        reviewed=told.reviewed,
        limits=told.limits,
        scenario=told.title,
        check=told.check,
    )


def _title(told: Summary) -> str:
    return f"{told.title}, with {told.person}" if told.person else told.title


def _who(told: Summary) -> str:
    return told.code_name or "Learner"


def _date(iso: str) -> tuple[int, int, int] | None:
    parts = iso.split("-")
    if words.long_day(iso) == iso or len(parts) != 3:
        return None
    year, month, day = (int(part) for part in parts)
    return (year, month, day)


def _month(iso: str) -> str:
    return words.long_day(iso).partition(" ")[2] if _date(iso) else iso


def _about(told: Summary) -> str:
    tempo = words.TEMPOS[told.tempo][0] if told.tempo in words.TEMPOS else told.tempo
    role = f"In the role of {told.you}" if told.you else ""
    parts = (told.place, role, tempo, words.first_capital(words.count(len(told.turns), "turn")))
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _unfinished(told: Summary) -> str:
    if told.ending is not None:
        return ""
    return (
        f"This conversation has not ended. What follows is how it stands after {words.count(len(told.turns), 'turn')}."
    )


def _lens(told: Summary) -> str:
    publisher = told.lens_publisher
    return told.lens_name if not publisher or publisher in told.lens_name else f"{told.lens_name} ({publisher})"


def _rows(told: tuple[PrincipleTold, ...]) -> tuple[Row, ...]:
    return tuple(row(one) for one in told if one.moments)


def _quiet(told: tuple[PrincipleTold, ...]) -> str:
    names = [one.name for one in told if not one.moments]
    return f"{'; '.join(names)}." if names else ""


def _points_heading(told: Summary) -> str:
    number = sum(turn.key for turn in told.turns)
    name = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{name} {'moment' if number == 1 else 'moments'} that turned it" if number else "Moments to look at"


def _guesses(told: Summary) -> tuple[Guessed, ...]:
    if told.guess is None:
        return ()
    noted = {one.name: in_words(one) for one in (*told.principles, *told.beside)}
    return tuple(Guessed(name, word, noted.get(name, "")) for name, word in told.guess.marks)


def _guess_left(told: Summary) -> str:
    if told.guess is None:
        return ""
    left = f"I thought {told.person} left: {told.guess.left}." if told.guess.left else ""
    sure = f"{told.guess.sure}." if told.guess.sure else ""
    return f"{left} {sure}".strip()


def _sources(told: tuple[SourceTold, ...]) -> tuple[Checked, ...]:
    days = dict.fromkeys((one.checked, one.next) for one in told)
    return tuple(
        Checked(
            _when(checked, following), tuple(one for one in told if (one.checked, one.next) == (checked, following))
        )
        for checked, following in days
    )


def _when(checked: str, following: str) -> str:
    looked = f"checked {words.long_day(checked)}" if checked else "no check date"
    return f"{looked}; next check by {words.long_day(following)}" if following else looked
