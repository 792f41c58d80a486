"""The moments of one principle as blocks beside a line: a side, a width, a turn number. Never added up."""

from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.session.summary import EvidenceTold, MomentTold, PrincipleTold

_FULL = (Mark.SUPPORTS, Mark.STRAINS)
_RANK = (Mark.SUPPORTS, Mark.STRAINS, Mark.BOTH, Mark.SUPPORTS_A_LITTLE, Mark.STRAINS_A_LITTLE, Mark.CHANCE_NOT_TAKEN)


@dataclass(frozen=True, slots=True)
class Block:
    """One moment on one side of the line."""

    turn: int
    mark: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Working:
    """The counts behind one row, for those who ask."""

    chances: int
    supported: tuple[int, int, int]
    strained: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One principle in play: its blocks, the same in words, and a short reason from its strongest moment."""

    name: str
    strains: tuple[Block, ...]
    open: tuple[Block, ...]
    supports: tuple[Block, ...]
    words: str
    reason_turn: int
    reason: str
    working: Working


def row(told: PrincipleTold) -> Row:
    """The row of a principle that was in play."""
    strongest = min(told.moments, key=lambda moment: (_RANK.index(moment.mark), moment.turn))
    evidence = next((one.why for one in _in_order(strongest) if one.why), "")
    return Row(
        name=told.name,
        strains=tuple(_block(moment) for moment in told.moments if moment.mark.straining),
        open=tuple(_block(moment) for moment in told.moments if moment.mark is Mark.CHANCE_NOT_TAKEN),
        supports=tuple(_block(moment) for moment in told.moments if moment.mark.supporting),
        words=in_words(told),
        reason_turn=strongest.turn,
        reason=evidence or f"{words.first_capital(strongest.mark.value)}.",
        working=Working(
            chances=told.chances,
            supported=(told.supported.count, told.supported.least, told.supported.most),
            strained=(told.strained.count, told.strained.least, told.strained.most),
        ),
    )


def in_words(told: PrincipleTold) -> str:
    """The moments of a principle by mark: 'supports at turns 6 and 8; strains at turn 4'."""
    found = ((mark, [str(moment.turn) for moment in told.moments if moment.mark is mark]) for mark in Mark)
    said = [
        f"{mark.value} at {'turn' if len(turns) == 1 else 'turns'} {words.listing(turns)}"
        for mark, turns in found
        if turns
    ]
    return "; ".join(said) or Mark.NOT_IN_PLAY.value


def _block(moment: MomentTold) -> Block:
    return Block(moment.turn, moment.mark.value, moment.mark in _FULL)


def _in_order(moment: MomentTold) -> list[EvidenceTold]:
    return sorted(moment.evidence, key=lambda one: one.honours is not moment.mark.supporting)
