"""From a session to its Summary."""

from collections.abc import Sequence

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.known import AREAS
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import Guessed, Reflected
from hrtrainer.session.play import Session, disposition
from hrtrainer.session.profile import PrincipleProfile, profile, profiles
from hrtrainer.session.questions import TALK_ABOUT, reflection_questions, supervision_questions
from hrtrainer.session.reached import board, floor, ledger
from hrtrainer.session.summary import (
    BoardTold,
    EndingTold,
    FloorTold,
    GuessTold,
    LeftWithTold,
    SourceTold,
    StrengthTold,
    Summary,
    TryTold,
)
from hrtrainer.session.telling import Teller, teller
from hrtrainer.session.turns import Turn, latest, turns, withdrawn
from hrtrainer.session.turns import lens as lens_of

_ABOUT_TAKEN_BACK = "About an answer that was taken back"
_MOST_STRENGTHS = 3
_MOST_TO_TRY = 2
_RANK = {Mark.SUPPORTS: 0, Mark.BOTH: 1, Mark.SUPPORTS_A_LITTLE: 2}
_COST = {Mark.STRAINS: 0, Mark.STRAINS_A_LITTLE: 1, Mark.BOTH: 2}


def summarise(session: Session, reference: Reference, today: str, lens: str = "") -> Summary:
    """All that may be said about a session.

    `today` (YYYY-MM-DD) says whether a regional fact is overdue for a check. `lens` is the id of the principle set to
    read it through; by default the one the person last chose.
    """
    tell = teller(session, reference, lens or lens_of(session))
    run, scenario, started = turns(session), session.scenario, session.started
    told = profiles(tell.lens, run)
    last = session.event(session.length)
    return Summary(
        session=started.session, code_name=started.code_name, tempo=started.tempo, seed=started.seed,
        day=words.day(started.at),
        minutes=max(0, round((last.at - started.at) / 60_000)),
        scenario=scenario.id, title=tell.text(scenario.title), person=scenario.person.name, you=tell.text(scenario.you),
        place=tell.text(scenario.scenes[scenario.start].place),
        disposition=disposition(session, scenario.person.id),
        region=tell.region.name, lens=tell.lens.id, lens_name=tell.lens.name, lens_publisher=tell.lens.publisher,
        check=f"{scenario.digest[:4]}-{scenario.digest[4:8]}".upper(),
        ending=_ending(session, tell),
        left_with=_left_with(session, run, tell),
        floor=_floor(session, tell),
        board=_board(session, run, tell),
        principles=tuple(tell.principle(one) for one in told),
        beside=tuple(tell.principle(profile(one, run)) for one in tell.lens.beside),
        moves=tell.moves(run),
        turns=tuple(tell.turn(turn, session) for turn in run),
        withdrawn=tuple(tell.turn(turn, session) for turn in withdrawn(session)),
        strengths=_strengths(told, tell),
        to_try=_to_try(told, run, tell),
        talk_about=_answers(session).get(TALK_ABOUT, ""),
        guess=_guess(session, reference),
        reflections=_reflections(session, run, tell),
        questions=supervision_questions(scenario, run, told),
        facts=tuple(tell.footnote(fact, today) for fact in tell.facts_in(run)),
        sources=_sources(tell, told),
        reviewed=words.reviews(scenario.credits.lived_experience_review, scenario.credits.clinical_review),
        limits=words.LIMITS,
    )  # fmt: skip


def _ending(session: Session, tell: Teller) -> EndingTold | None:
    ending = session.state.ending
    if ending is None:
        return None
    said = [line for line in session.state.lines if line in ending.lines]  # without those whose condition did not hold
    return EndingTold(ending.id, tell.text(ending.title), ending.kind, words.KINDS[ending.kind], tell.lines(said))


def _floor(session: Session, tell: Teller) -> tuple[FloorTold, ...]:
    return tuple(
        FloorTold(one.item.behaviour, one.reached, tell.text(one.item.reached if one.reached else one.item.not_reached))
        for one in floor(session)
    )


def _left_with(session: Session, run: Sequence[Turn], tell: Teller) -> tuple[LeftWithTold, ...]:
    strategies = tell.reference.yardstick.strategies
    return tuple(
        LeftWithTold(
            tell.text(line.entry.card),
            strategies[line.entry.strategy].name if line.entry.strategy in strategies else "",
            line.turn,
        )
        for line in ledger(session, run)
        if line.turn is not None
    )


def _board(session: Session, run: Sequence[Turn], tell: Teller) -> tuple[BoardTold, ...]:
    cards = board(session, run)
    return tuple(
        BoardTold(
            area=area,
            name=words.AREAS[area][0],
            heard=tuple((tell.text(c.card.card), c.turn) for c in cards if c.card.area == area and c.turn is not None),
            quiet=tuple(tell.text(c.card.question) for c in cards if c.card.area == area and c.turn is None),
        )
        for area in AREAS
        if any(c.card.area == area for c in cards)
    )


def _strengths(told: Sequence[PrincipleProfile], tell: Teller) -> tuple[StrengthTold, ...]:
    """Up to three supporting moments, the plainest first, no turn twice."""
    found = [(one, m) for one in told for m in one.moments if m.mark.supporting]
    found.sort(key=lambda pair: (_RANK[pair[1].mark], pair[1].turn))
    strengths: dict[int, StrengthTold] = {}
    for one, m in found:
        evidence = next(e for e in m.evidence if e.honours)
        if m.turn not in strengths and len(strengths) < _MOST_STRENGTHS:
            strengths[m.turn] = StrengthTold(
                m.turn, one.principle.name, tell.text(evidence.quote), tell.text(evidence.why)
            )
    return tuple(strengths[turn] for turn in sorted(strengths))


def _to_try(told: Sequence[PrincipleProfile], run: Sequence[Turn], tell: Teller) -> tuple[TryTold, ...]:
    """Up to two straining moments for which the author gave another line, no turn twice."""
    by_number = {turn.number: turn for turn in run}
    found = [m for one in told for m in one.moments if m.mark.straining]
    found.sort(key=lambda m: (_COST[m.mark], m.turn))
    tries: dict[int, TryTold] = {}
    for m in found:
        choice = by_number[m.turn].choice
        if choice is None or not choice.instead or m.turn in tries or len(tries) >= _MOST_TO_TRY:
            continue
        evidence = next(e for e in m.evidence if not e.honours)
        other = choice.instead[0]
        tries[m.turn] = TryTold(
            m.turn, tell.text(choice.say), tell.text(evidence.why), tell.move(other.move), tell.text(other.say)
        )
    return tuple(tries[turn] for turn in sorted(tries))


def _guess(session: Session, reference: Reference) -> GuessTold | None:
    guessed = latest(session, Guessed)
    if guessed is None:
        return None
    names = {p.id: p.name for one in reference.yardstick.sets.values() for p in one.principles}
    marks = tuple((names.get(name, name), word) for name, word in guessed.marks)
    return GuessTold(marks, guessed.left, words.SURE.get(guessed.sure, guessed.sure))


def _answers(session: Session) -> dict[str, str]:
    """The newest answer to each question, by the question's id."""
    return {event.question: event.text.strip() for event in session.log if isinstance(event, Reflected)}


def _reflections(session: Session, run: Sequence[Turn], tell: Teller) -> tuple[tuple[str, str], ...]:
    asked = {question.id: question.text for question in reflection_questions(tell, run)}
    answers = _answers(session).items()
    kept = [(name, text) for name, text in answers if text and name != TALK_ABOUT]
    gone = {name: _ABOUT_TAKEN_BACK for name, _ in kept if name.startswith("turn-")}
    return tuple((asked.get(name) or gone.get(name, name), text) for name, text in kept)


def _sources(tell: Teller, told: Sequence[PrincipleProfile]) -> tuple[SourceTold, ...]:
    """Where the principles come from, and every source that a note of this run rests on."""
    cited = [e.source for one in told for m in one.moments for e in m.evidence if e.source]
    wanted = dict.fromkeys([tell.lens.source, *cited])
    sources = tell.reference.sources
    return tuple(
        SourceTold(
            sources[name].title,
            sources[name].publisher,
            sources[name].address,
            sources[name].checked,
            sources[name].next,
        )
        for name in wanted
        if name in sources
    )
