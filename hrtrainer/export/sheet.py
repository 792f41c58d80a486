"""What a printed summary says, in its order: plain values that HTML, Markdown and PDF only dress."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hrtrainer.export.chart import Row, in_words, row
from hrtrainer.export.clean import cleaned, cut
from hrtrainer.export.form import ONCE, Form
from hrtrainer.export.phrases import (
    about,
    date_of,
    guess_left,
    lens_of,
    month_of,
    nothing_left,
    path_in_words,
    points_heading,
    quiet_ones,
    title_of,
    unfinished,
    when,
)
from hrtrainer.export.points import Point, Spoken, Stop, points, spoken, stops
from hrtrainer.session.packing import Pack
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

_LAST_LINES = 3
_MOST_LABEL = 120
"""A name that heads or foots every page, where a longer one would leave no room for anything else."""


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
    """A session of a pack as it stands on the page. `sections` are those with something in them, in their order.

    `session` heads the ids of its lines. `working` says whether counts are shown; `talk`, `answers`, `barriers` and the
    fields to fill in stand once in a pack, on the first page or the last.
    """

    session: str
    sections: tuple[str, ...]
    working: bool
    answers: tuple[tuple[str, str], ...]
    barriers: tuple[str, ...]
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
    stops: tuple[Stop, ...]
    stops_told: str
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


def sheets(pack: Pack, form: Form) -> tuple[Sheet, ...]:
    """The pages of a pack, one a session. Every foreign text in them is cleaned."""
    pack = cleaned(pack)
    last = len(pack.sessions) - 1
    kind = form.say().kind
    made = [_sheet(told, pack, kind) for told in pack.sessions]
    return tuple(
        replace(page, sections=tuple(_placed(page, form.sections, at == 0, at == last))) for at, page in enumerate(made)
    )


def _placed(page: Sheet, order: Sequence[str], first: bool, last: bool) -> Iterator[str]:
    """The sections of a page: what stands once in a pack heads the first page or ends the last, as the order says."""
    own = [name for name in order if name not in ONCE]
    head = order.index(own[0]) if own else len(order)
    for at, name in enumerate(order):
        if _there(page, name) and (name not in ONCE or (first if at < head else last)):
            yield name


def _there(page: Sheet, name: str) -> bool:
    """Whether a section has something in it."""
    match name:
        case "left":
            return bool(page.left or page.left_nothing or page.ended or page.ended_title)
        case "principles":
            return bool(page.rows or page.beside or page.quiet)
        case "learning":
            return bool(page.strengths or page.to_try)
        case "guess":
            return bool(page.guesses or page.guess_left)
        case "sources":
            return bool(page.facts or page.sources)
        case "path":
            return bool(page.points)
        case "talk" | "fill":
            return True
    return bool(getattr(page, name))


def _sheet(told: Summary, pack: Pack, kind: str) -> Sheet:
    who = cut(pack.code_name, _MOST_LABEL) or "Learner"
    lines = told.ending.lines if told.ending else ()
    first = max(0, len(lines) - _LAST_LINES)
    return Sheet(
        session=told.session, sections=(), working="counts" in pack.parts,
        answers=pack.answers, barriers=pack.barriers, talk=pack.talk, author=cut(pack.code_name, _MOST_LABEL),
        title=title_of(told),
        document=f"{kind}: {title_of(told)}",
        month=month_of(told.day),
        day=date_of(told.day),
        about=about(told, "path" in pack.parts),
        unfinished=unfinished(told, "path" in pack.parts),
        left_heading=f"What {told.person} left with" if told.ending else f"What {told.person} has so far",
        left=told.left_with,
        left_nothing=nothing_left(told) if "ledger" in pack.parts else "",
        ended_title=told.ending.title if told.ending else "",
        ended=spoken(lines[first:], who, f"{told.session}/ending", first),
        floor=told.floor,
        lens=lens_of(told),
        rows=_rows(told.principles),
        quiet=quiet_ones(told.principles),
        beside=_rows(told.beside),
        beside_quiet=quiet_ones(told.beside),
        board=told.board,
        points_heading=points_heading(told),
        points=points(told, who), stops=stops(told), stops_told=path_in_words(stops(told)),
        moves=tuple(f"{move.name} {len(move.turns)}" for move in told.moves),
        strengths=told.strengths, to_try=told.to_try, reflections=told.reflections,
        guesses=_guesses(told),
        guess_left=guess_left(told),
        questions=told.questions, facts=told.facts,
        sources=_sources(told.sources),
        reviewed=told.reviewed, limits=told.limits, scenario=cut(told.title, _MOST_LABEL), check=told.check,
    )  # fmt: skip


def _rows(told: tuple[PrincipleTold, ...]) -> tuple[Row, ...]:
    return tuple(row(one) for one in told if one.moments)


def _guesses(told: Summary) -> tuple[Guessed, ...]:
    if told.guess is None:
        return ()
    noted = {one.name: in_words(one) for one in (*told.principles, *told.beside)}
    return tuple(Guessed(name, word, noted.get(name, "")) for name, word in told.guess.marks)


def _sources(told: tuple[SourceTold, ...]) -> tuple[Checked, ...]:
    days = dict.fromkeys((one.checked, one.next) for one in told)
    return tuple(
        Checked(when(checked, following), tuple(one for one in told if (one.checked, one.next) == (checked, following)))
        for checked, following in days
    )
