"""A conversation as it is looked back on: its moments by principle, its moves, and what else was on offer."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import Yardstick
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Guessed
from hrtrainer.session.play import Session
from hrtrainer.session.profile import MoveMade, moment, moves_made
from hrtrainer.session.telling import Teller, teller
from hrtrainer.session.turns import Turn, latest, turns


@dataclass(frozen=True, slots=True)
class PastMoment:
    """One mark: the turn it belongs to, what was said, and whether the person was sure of it (marked no doubt)."""

    principle: str
    turn: int
    mark: Mark
    sure: bool
    said: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A behaviour that some available choice of a turn showed, and whether the chosen one did."""

    behaviour: str
    turn: int
    taken: bool


@dataclass(frozen=True, slots=True)
class PastGuess:
    """What was guessed for a principle before looking, and the marks that its turns had, as (turn, mark)."""

    principle: str
    name: str
    guessed: str
    marks: tuple[tuple[int, Mark], ...]


@dataclass(frozen=True, slots=True)
class Past:
    """One conversation, read through one principle set. `at` is when it began, in milliseconds since 1970, UTC.

    `ending` is None while it is not over. `guess_sure` is guessing, fairly or very, or empty without a guess.
    """

    key: str
    at: int
    scenario: str
    title: str
    person: str
    ending: str | None
    ending_title: str
    moments: tuple[PastMoment, ...]
    moves: tuple[MoveMade, ...]
    offers: tuple[Offer, ...]
    guesses: tuple[PastGuess, ...]
    guess_left: str
    guess_sure: str


def past_of(session: Session, reference: Reference, lens: str) -> Past:
    """A session looked back on through the principle set `lens`."""
    tell = teller(session, reference, lens)
    run, scenario, ending = turns(session), session.scenario, session.state.ending
    guessed = latest(session, Guessed)
    return Past(
        key=session.started.session,
        at=session.started.at,
        scenario=scenario.id,
        title=words.typographic(scenario.title),
        person=scenario.person.name,
        ending=ending.id if ending else None,
        ending_title=tell.text(ending.title) if ending else "",
        moments=_moments(tell, run),
        moves=moves_made(run),
        offers=_offers(reference.yardstick, run),
        guesses=_guesses(reference.yardstick, run, guessed) if guessed else (),
        guess_left=guessed.left if guessed else "",
        guess_sure=guessed.sure if guessed else "",
    )


def _moments(tell: Teller, run: Sequence[Turn]) -> tuple[PastMoment, ...]:
    """Every mark of the set, principle by principle; what was not in play leaves none."""
    found = []
    for principle in tell.lens.principles:
        for turn in run:
            told = moment(principle, turn)
            if told is not None and told.mark is not Mark.NOT_IN_PLAY and turn.choice is not None:
                said = tell.text(turn.choice.say)
                found.append(PastMoment(principle.id, turn.number, told.mark, not turn.unsure, said))
    return tuple(found)


def _offers(yardstick: Yardstick, run: Sequence[Turn]) -> tuple[Offer, ...]:
    """The behaviours on offer that honour a principle; what strains one is nobody's homework."""
    found = []
    for turn in run:
        if turn.choice is not None and turn.marked:
            offered = dict.fromkeys(shown.behaviour for choice in turn.available for shown in choice.shows)
            known = [name for name in offered if name in yardstick.behaviours and yardstick.behaviours[name].honours]
            found += [Offer(name, turn.number, name in turn.choice.behaviours) for name in known]
    return tuple(found)


def _guesses(yardstick: Yardstick, run: Sequence[Turn], guessed: Guessed) -> tuple[PastGuess, ...]:
    found = []
    for name, word in guessed.marks:
        principle = yardstick.principle(name)
        if principle is not None:
            told = [one for turn in run if (one := moment(principle, turn)) is not None]
            marks = tuple((one.turn, one.mark) for one in told if one.mark is not Mark.NOT_IN_PLAY)
            found.append(PastGuess(principle.id, principle.name, word, marks))
    return tuple(found)
