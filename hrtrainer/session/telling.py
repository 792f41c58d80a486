"""Telling a session: from turns, marks and bits to the plain values of a Summary."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.lookup import Reference, Region, RegionalFact
from hrtrainer.scenario.model import NARRATOR, YOU, Line, Scenario
from hrtrainer.scenario.regional import fill
from hrtrainer.session.event import SawDifferently
from hrtrainer.session.play import Session
from hrtrainer.session.profile import Moment, PrincipleProfile, moment, moves_made
from hrtrainer.session.summary import (
    CountTold,
    EvidenceTold,
    InsteadTold,
    LineTold,
    MomentTold,
    MoveTold,
    PrincipleTold,
    TurnTold,
)
from hrtrainer.session.turns import Turn


@dataclass(frozen=True, slots=True)
class Teller:
    """What is needed to tell any part of a session: its scenario, the reference data, the region, the lens."""

    scenario: Scenario
    reference: Reference
    region: Region
    lens: PrincipleSet

    def text(self, text: str) -> str:
        """A text with its place-holders filled, set as print."""
        return words.typographic(fill(text, self.region).text)

    def line(self, line: Line) -> LineTold:
        """A line with the name of its speaker."""
        name = (
            {NARRATOR: "", YOU: "You"}.get(line.speaker)
            if line.speaker in (NARRATOR, YOU)
            else self.scenario.people[line.speaker].name
        )
        return LineTold(line.speaker, name or "", self.text(line.text), self.text(line.manner))

    def lines(self, lines: Sequence[Line]) -> tuple[LineTold, ...]:
        """Several lines."""
        return tuple(self.line(line) for line in lines)

    def move(self, move_id: str) -> str:
        """The name of a move."""
        return self.reference.moves[move_id].name if move_id in self.reference.moves else move_id

    def moment(self, moment: Moment) -> MomentTold:
        """A mark with the names of its behaviours."""
        behaviours = self.reference.yardstick.behaviours
        evidence = tuple(
            EvidenceTold(
                e.behaviour, behaviours[e.behaviour].name, self.text(e.why), self.text(e.quote), e.honours, e.source
            )
            for e in moment.evidence
        )
        return MomentTold(moment.turn, moment.mark, evidence)

    def principle(self, told: PrincipleProfile) -> PrincipleTold:
        """One principle over the run."""
        return PrincipleTold(
            id=told.principle.id,
            name=told.principle.name,
            meaning=told.principle.meaning,
            moments=tuple(self.moment(moment) for moment in told.moments),
            chances=told.chances,
            supported=CountTold(told.supported.count, told.supported.least, told.supported.most),
            strained=CountTold(told.strained.count, told.strained.least, told.strained.most),
        )

    def turn(self, turn: Turn, session: Session) -> TurnTold:
        """One turn of the path."""
        choice = turn.choice
        marks = [(p.id, found.mark) for p in self.lens.principles if (found := moment(p, turn)) is not None]
        return TurnTold(
            number=turn.number,
            scene=turn.scene.id,
            key=turn.scene.key,
            heard=self.lines(turn.asked),
            choice=choice.id if choice else "",
            said=self.text(choice.say) if choice else "",
            own=turn.own,
            unsure=turn.unsure,
            reply=self.lines(turn.answered),
            headline=self.text(choice.headline) if choice and turn.marked else "",
            moves=tuple(self.move(move) for move in choice.moves) if choice and turn.marked else (),
            marks=tuple((name, mark) for name, mark in marks if mark is not Mark.NOT_IN_PLAY),
            instead=tuple(InsteadTold(self.move(other.move), self.text(other.say)) for other in choice.instead)
            if choice
            else (),
            not_taken=tuple(
                self.text(other.say) for other in turn.available if choice is None or other.id != choice.id
            ),
            differently=_differently(session, turn),
        )

    def moves(self, run: Sequence[Turn]) -> tuple[MoveTold, ...]:
        """The moves of a run by name."""
        return tuple(MoveTold(made.move, self.move(made.move), made.turns) for made in moves_made(run))

    def facts_in(self, run: Sequence[Turn]) -> tuple[RegionalFact, ...]:
        """The regional facts that were said or heard in a run."""
        texts = [line.text for turn in run for line in (*turn.asked, *turn.answered)]
        texts += [turn.choice.say for turn in run if turn.choice]
        return tuple(dict.fromkeys(fact for text in texts for fact in fill(text, self.region).facts))

    def footnote(self, fact: RegionalFact, today: str) -> str:
        """Where a regional fact comes from and how far it can be trusted on a day."""
        source = self.reference.sources.get(fact.source)
        name = source.publisher if source else fact.source
        return words.footnote(
            fact.label, fact.value, self.region.name, name, fact.checked, fact.confirmed, today > fact.next
        )


def _differently(session: Session, turn: Turn) -> str:
    texts = [event.text for event in session.log if isinstance(event, SawDifferently) and event.turn == turn.event]
    return texts[-1] if texts else ""


def teller(session: Session, reference: Reference, lens: str) -> Teller:
    """The teller of a session, read through the set `lens` (the shipped default when that set is not known)."""
    sets, regions = reference.yardstick.sets, reference.regions
    region = regions.get(session.started.region) or next(iter(regions.values()))
    return Teller(session.scenario, reference, region, sets.get(lens) or next(iter(sets.values())))
