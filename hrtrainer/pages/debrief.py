"""The debrief in four steps: your guess, what they left with, principles and path, reflect and keep."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Reflected
from hrtrainer.session.play import Session
from hrtrainer.session.questions import Question, reflection_questions
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import BoardTold, MoveTold, PrincipleTold, Summary
from hrtrainer.session.telling import teller
from hrtrainer.session.turns import turns

STEPS = ("Your guess", "What {name} left with", "Principles and path", "Reflect and keep")
_MOST_GUESSES = 5


@dataclass(frozen=True, slots=True)
class GuessRow:
    """A principle to guess about, and the mark guessed before (or an empty text)."""

    id: str
    name: str
    meaning: str
    guessed: str


@dataclass(frozen=True, slots=True)
class Block:
    """One moment in the profile: its turn and mark, and what a tip says about it."""

    turn: int
    mark: Mark
    tip: str


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One principle in the profile: blocks to the left strain, to the right support; `both` stands on both sides."""

    id: str
    name: str
    meaning: str
    blocks: tuple[Block, ...]
    guessed: str
    moments: tuple[tuple[int, str], ...]
    working: str


@dataclass(frozen=True, slots=True)
class PathStop:
    """One turn of the path: number, whether it was a turning point, how many lines were not taken, and the words."""

    turn: int
    event: int
    key: bool
    said: str
    answered: str
    not_taken: tuple[str, ...]
    unsure: bool
    own: bool
    headline: str


@dataclass(frozen=True, slots=True)
class DebriefPage:
    """Everything the debrief shows."""

    title: str
    person: str
    steps: tuple[str, ...]
    picture: str
    ending_kind: str
    ending_title: str
    ending_lines: tuple[tuple[str, str], ...]
    left_with: tuple[tuple[str, str], ...]
    floor: tuple[tuple[bool, str], ...]
    unsaid: str
    board: tuple[BoardTold, ...]
    guesses: tuple[GuessRow, ...]
    guess_left: str
    guess_sure: str
    endings_to_guess: tuple[str, ...]
    lenses: tuple[tuple[str, str], ...]
    lens: str
    rows: tuple[ProfileRow, ...]
    beside: tuple[ProfileRow, ...]
    beside_title: str
    not_in_play: str
    path: tuple[PathStop, ...]
    withdrawn: tuple[tuple[int, str], ...]
    moves: tuple[MoveTold, ...]
    questions: tuple[tuple[Question, str], ...]
    topics: str
    reviewed: str
    limits: str
    summary: Summary


def debrief_page(session: Session, reference: Reference, today: str, lens: str = "") -> DebriefPage:
    """The debrief of a session, read through a lens (the one last chosen by default)."""
    summary = summarise(session, reference, today, lens)
    run, scenario = turns(session), session.scenario
    tell = teller(session, reference, summary.lens)
    guessed = dict(summary.guess.marks) if summary.guess else {}
    answers = {event.question: event.text for event in session.log if isinstance(event, Reflected)}
    in_play = [one for one in summary.principles if one.moments]
    quiet = [one.name for one in summary.principles if not one.moments]
    return DebriefPage(
        title=summary.title,
        person=summary.person,
        steps=tuple(step.format(name=summary.person) for step in STEPS),
        picture=scenario.picture,
        ending_kind=summary.ending.kind_name if summary.ending else "Not ended",
        ending_title=summary.ending.title if summary.ending else "The conversation has not ended.",
        ending_lines=tuple((line.name, line.text) for line in summary.ending.lines) if summary.ending else (),
        left_with=tuple((item.card, _since(item.turn, item.strategy)) for item in summary.left_with),
        floor=tuple((item.reached, item.text) for item in summary.floor),
        unsaid=_unsaid(summary.board),
        board=summary.board,
        guesses=tuple(GuessRow(one.id, one.name, one.meaning, guessed.get(one.name, "")) for one in _to_guess(in_play)),
        guess_left=summary.guess.left if summary.guess else "",
        guess_sure=summary.guess.sure if summary.guess else "",
        endings_to_guess=tuple(tell.text(ending.title) for ending in scenario.endings),
        lenses=tuple((one.id, one.short) for one in reference.yardstick.sets.values()),
        lens=summary.lens,
        rows=tuple(_row(one, guessed) for one in in_play),
        beside=tuple(_row(one, guessed) for one in summary.beside if one.moments),
        beside_title=f"{summary.lens_publisher}, elsewhere on the page",
        not_in_play=f"Not in play in this conversation: {words.listing(quiet)}." if quiet else "",
        path=tuple(_stop(summary, at, run[at].event) for at in range(len(summary.turns))),
        withdrawn=tuple((turn.number, turn.said or turn.own) for turn in summary.withdrawn),
        moves=summary.moves,
        questions=tuple((question, answers.get(question.id, "")) for question in reflection_questions(tell, run)),
        topics=scenario.content_note,
        reviewed=summary.reviewed,
        limits=summary.limits,
        summary=summary,
    )


def _since(turn: int, strategy: str) -> str:
    when = f"turn {turn}" if turn else "from the start"
    return f"{strategy} · {when}" if strategy else words.first_capital(when)


def _unsaid(board: Sequence[BoardTold]) -> str:
    quiet = [question for area in board for question in area.quiet]
    return quiet[0] if quiet else ""


def _to_guess(in_play: Sequence[PrincipleTold]) -> list[PrincipleTold]:
    ranked = sorted(in_play, key=lambda one: -len(one.moments))[:_MOST_GUESSES]
    return [one for one in in_play if one in ranked]


def _row(one: PrincipleTold, guessed: dict[str, str]) -> ProfileRow:
    blocks = tuple(
        Block(m.turn, m.mark, f"Turn {m.turn}, {m.mark}. {_why(one, at)}".strip()) for at, m in enumerate(one.moments)
    )
    telling = [(m.turn, _why(one, at)) for at, m in enumerate(one.moments) if m.evidence]
    strained = [(m.turn, _why(one, at)) for at, m in enumerate(one.moments) if m.mark.straining]
    shown = [*strained[:1], *(pair for pair in telling if pair not in strained[:1])][:2]
    return ProfileRow(
        one.id, one.name, one.meaning, blocks, guessed.get(one.name, ""), tuple(sorted(shown)), _working(one)
    )


def _why(one: PrincipleTold, at: int) -> str:
    moment = one.moments[at]
    if not moment.evidence:
        return "Another line would have supported it."
    wanted = [e for e in moment.evidence if e.honours is not moment.mark.straining] or list(moment.evidence)
    return wanted[0].why


def _working(one: PrincipleTold) -> str:
    s, t = one.supported, one.strained
    return (
        f"Supported {s.count} of {words.count(one.chances, 'chance')} (could have been {s.least} to {s.most}); "
        f"strained {t.count} (could have been {t.least} to {t.most})."
    )


def _stop(summary: Summary, at: int, event: int) -> PathStop:
    turn = summary.turns[at]
    answer = next((line.text for line in turn.reply if line.name and line.name != "You"), "")
    return PathStop(
        turn.number,
        event,
        turn.key,
        turn.own or turn.said,
        answer,
        turn.not_taken,
        turn.unsure,
        bool(turn.own),
        turn.headline,
    )
