"""What was heard, what the person left with, and what of the safety floor was reached."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hrtrainer.scenario.model import Card, Entry, MustReach
from hrtrainer.session.plan import State
from hrtrainer.session.play import Session
from hrtrainer.session.turns import Turn


@dataclass(frozen=True, slots=True)
class HeardCard:
    """A card of the board; `turn` is when it was turned over (0: before the first answer), None while it is not."""

    card: Card
    turn: int | None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A ledger entry; `turn` is when the person gained it, None when they did not."""

    entry: Entry
    turn: int | None


@dataclass(frozen=True, slots=True)
class Floor:
    """An item of the safety floor, and whether the run reached it."""

    item: MustReach
    reached: bool


def board(session: Session, run: Sequence[Turn]) -> tuple[HeardCard, ...]:
    """Every card of the scenario's board, in file order."""
    bits = session.plan.bits["card"]
    cards = session.scenario.board.values()
    return tuple(HeardCard(card, _since(session, run, bits[card.id], lambda state: state.heard)) for card in cards)


def ledger(session: Session, run: Sequence[Turn]) -> tuple[LedgerLine, ...]:
    """Every entry of the scenario's ledger, in file order."""
    bits = session.plan.bits["ledger"]
    entries = session.scenario.ledger.values()
    return tuple(LedgerLine(entry, _since(session, run, bits[entry.id], lambda state: state.held)) for entry in entries)


def floor(session: Session) -> tuple[Floor, ...]:
    """The items that the scenario must reach."""
    bits: Mapping[str, int] = session.plan.bits["behaviour"]
    showed = session.state.showed
    return tuple(Floor(item, bool(showed & bits.get(item.behaviour, 0))) for item in session.scenario.must_reach)


def _since(session: Session, run: Sequence[Turn], bit: int, held: Callable[[State], int]) -> int | None:
    first = run[0].before if run else session.state
    if held(first) & bit:
        return 0
    return next((turn.number for turn in run if held(turn.after) & bit), None)
