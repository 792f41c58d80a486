"""The marks of a run, principle by principle, and what else can be counted over it. No total, ever."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer.principles.mark import Mark, effect, is_chance, mark
from hrtrainer.principles.yardstick import Principle, PrincipleSet
from hrtrainer.scenario.model import Choice
from hrtrainer.session.turns import Turn


@dataclass(frozen=True, slots=True)
class Evidence:
    """One behaviour that bears on a principle: the author's reason and the words it rests on."""

    behaviour: str
    why: str
    quote: str
    honours: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """The mark of one turn on one principle, with everything it rests on."""

    turn: int
    mark: Mark
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """A count beside the least and the most that the choices available at the decisions faced could have made it."""

    count: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class PrincipleProfile:
    """One principle over a run.

    `moments` are in order and leave out turns where the principle was not in play. `supported` counts turns that
    support (fully, a little, or both ways) out of `chances`, the turns where an available choice supports it;
    `strained` counts turns that strain.
    """

    principle: Principle
    moments: tuple[Moment, ...]
    chances: int
    supported: Range
    strained: Range

    @property
    def in_play(self) -> bool:
        """Whether any turn touched the principle or offered a chance to."""
        return bool(self.moments)


def moment(principle: Principle, turn: Turn) -> Moment | None:
    """The moment of a turn on a principle; None when the turn carries no marks."""
    if turn.choice is None or not turn.marked:
        return None
    word = mark(principle, turn.choice.behaviours, [choice.behaviours for choice in turn.available])
    return Moment(turn.number, word, evidence(principle, turn.choice))


def evidence(principle: Principle, choice: Choice) -> tuple[Evidence, ...]:
    """What of a choice bears on a principle, for it or against it."""
    helps = principle.supports | principle.supports_a_little
    bearing = helps | principle.strains | principle.strains_a_little
    return tuple(
        Evidence(
            behaviour=shown.behaviour,
            why=shown.why_for.get(principle.id, shown.why),
            quote=shown.quote or choice.say,
            honours=shown.behaviour in helps,
            source=shown.source,
        )
        for shown in choice.shows
        if shown.behaviour in bearing
    )


def profile(principle: Principle, run: Sequence[Turn]) -> PrincipleProfile:
    """One principle over the turns of a run."""
    marked = [turn for turn in run if turn.marked]
    found = [told for turn in marked if (told := moment(principle, turn)) is not None]
    reach = [_reach(principle, turn) for turn in marked]
    return PrincipleProfile(
        principle=principle,
        moments=tuple(told for told in found if told.mark is not Mark.NOT_IN_PLAY),
        chances=sum(is_chance(principle, [choice.behaviours for choice in turn.available]) for turn in marked),
        supported=Range(sum(m.mark.supporting for m in found), sum(r[0] for r in reach), sum(r[1] for r in reach)),
        strained=Range(sum(m.mark.straining for m in found), sum(r[2] for r in reach), sum(r[3] for r in reach)),
    )


def profiles(principle_set: PrincipleSet, run: Sequence[Turn]) -> tuple[PrincipleProfile, ...]:
    """Every principle of a set over the turns of a run, in the set's order."""
    return tuple(profile(principle, run) for principle in principle_set.principles)


def _reach(principle: Principle, turn: Turn) -> tuple[bool, bool, bool, bool]:
    """Whether the least and the most of this decision support, and whether they strain."""
    effects = [effect(principle, choice.behaviours) for choice in turn.available]
    supports = [word is not None and word.supporting for word in effects]
    strains = [word is not None and word.straining for word in effects]
    return all(supports), any(supports), all(strains), any(strains)


@dataclass(frozen=True, slots=True)
class MoveMade:
    """A conversation move and the turns that used it. Picks from a list, not coded speech."""

    move: str
    turns: tuple[int, ...]


def moves_made(run: Sequence[Turn]) -> tuple[MoveMade, ...]:
    """The moves of a run, the most used first, then in the order they came."""
    found: dict[str, list[int]] = {}
    for turn in run:
        if turn.choice is not None and turn.marked:
            for move in turn.choice.moves:
                found.setdefault(move, []).append(turn.number)
    ranked = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple(MoveMade(move, tuple(numbers)) for move, numbers in ranked)
