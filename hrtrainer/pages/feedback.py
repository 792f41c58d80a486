"""The notes after an answer: consequence first, then principle, then another line to try."""

from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.pages.lines import TurnLine, said_line, turn_lines
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import Principle
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import NARRATOR, YOU
from hrtrainer.session.play import Session
from hrtrainer.session.profile import Evidence, moment
from hrtrainer.session.reached import board, ledger
from hrtrainer.session.telling import Teller, teller
from hrtrainer.session.turns import Turn, lens, turns


@dataclass(frozen=True, slots=True)
class PrincipleCard:
    """How the answer sat with one principle: mark, reason, and the words it rests on.

    For `both`, `reason` is what it did for the principle and `against` what it did against it.
    """

    id: str
    name: str
    meaning: str
    mark: Mark
    reason: str
    quote: str
    against: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InsteadShown:
    """Another line to try, and its move."""

    move: str
    say: str


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """Everything the notes after one answer show. `chances` names principles another line would have supported."""

    title: str
    with_whom: str
    turn: int
    event: int
    move: str
    unsure: bool
    headline: str
    exchange: tuple[TurnLine, ...]
    cards: tuple[PrincipleCard, ...]
    chances: tuple[str, ...]
    instead: tuple[InsteadShown, ...]
    source: str
    reviewed: str
    heard: tuple[str, ...]
    board_note: str
    go_on: str
    can_retry: bool
    differently: str


_ORDER = (Mark.SUPPORTS, Mark.BOTH, Mark.SUPPORTS_A_LITTLE, Mark.STRAINS_A_LITTLE, Mark.STRAINS)


def feedback_page(session: Session, reference: Reference, today: str) -> FeedbackPage | None:
    """The notes on the last answer; None when there is none or it carries no marks."""
    run = turns(session)
    if not run or not run[-1].marked or run[-1].choice is None:
        return None
    turn, choice = run[-1], run[-1].choice
    tell = teller(session, reference, lens(session))
    scenario = session.scenario
    told = [(p, found) for p in tell.lens.principles if (found := moment(p, turn)) is not None]
    cards = [_card(tell, p, found.mark, found.evidence) for p, found in told if found.evidence]
    told_turn = tell.turn(turn, session)
    heard = [tell.text(card.card.card) for card in board(session, run) if card.turn == turn.number]
    given = [tell.text(line.entry.card) for line in ledger(session, run) if line.turn == turn.number]
    return FeedbackPage(
        title=tell.text(scenario.title),
        with_whom=f"with {scenario.person.name} · you are {tell.text(scenario.you)}",
        turn=turn.number,
        event=turn.event,
        move=words.listing([tell.move(move).lower() for move in choice.moves]),
        unsure=turn.unsure,
        headline=tell.text(choice.headline),
        exchange=_exchange(tell, turn, today),
        cards=tuple(sorted(cards, key=lambda card: _ORDER.index(card.mark))),
        chances=tuple(p.name for p, found in told if found.mark is Mark.CHANCE_NOT_TAKEN),
        instead=tuple(InsteadShown(other.move, other.say) for other in told_turn.instead),
        source=_source(tell),
        reviewed=words.reviews(scenario.credits.lived_experience_review, scenario.credits.clinical_review),
        heard=tuple(heard),
        board_note=_board_note(scenario.person.name, heard, given),
        go_on="See how it ended" if session.state.ending else f"Stay with {scenario.person.name}",
        can_retry=True,
        differently=told_turn.differently,
    )


def _card(tell: Teller, principle: Principle, mark: Mark, evidence: tuple[Evidence, ...]) -> PrincipleCard:
    helping = [e for e in evidence if e.honours]
    straining = [e for e in evidence if not e.honours]
    main = helping if mark.supporting else straining
    sources = tell.reference.sources
    cited = dict.fromkeys(e.source for e in evidence if e.source in sources)
    return PrincipleCard(
        id=principle.id,
        name=principle.name,
        meaning=principle.meaning,
        mark=mark,
        reason=" ".join(dict.fromkeys(tell.text(e.why) for e in main)),
        quote=tell.text(main[0].quote),
        against=" ".join(dict.fromkeys(tell.text(e.why) for e in straining)) if mark is Mark.BOTH else "",
        sources=tuple(f"{sources[name].title}, {sources[name].publisher}" for name in cited),
    )


def _exchange(tell: Teller, turn: Turn, today: str) -> tuple[TurnLine, ...]:
    """The last thing that was heard, what was said, and what was answered up to the next decision."""
    heard = [line for line in turn.asked if line.speaker not in (NARRATOR, YOU)][-1:]
    said = tell.text(turn.choice.say) if turn.choice else turn.own
    return (
        *turn_lines(tell, heard, turn.number - 1, today),
        said_line(said, turn.number),
        *turn_lines(tell, turn.answered, turn.number, today),
    )


def _source(tell: Teller) -> str:
    source = tell.reference.sources.get(tell.lens.source)
    if source is None:
        return tell.lens.name
    checked, due = words.long_day(source.checked), words.long_day(source.next)
    return f"Read through: {tell.lens.name} ({source.publisher}). Checked {checked}; next check by {due}."


def _board_note(name: str, heard: list[str], given: list[str]) -> str:
    parts = [f"Newly heard: {words.listing(heard)}." if heard else "Nothing new heard."]
    if given:
        parts.append(f"{name} now has: {words.listing(given)}.")
    return " ".join(parts)
