"""Laws: what holds on every walk through every shipped scenario, whatever a person does.

Each walk is drawn from a seed that stands in the test's name, with every kind of event in it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from itertools import pairwise
from random import Random

import pytest

from hrtrainer.pages.conversation import conversation_page
from hrtrainer.pages.debrief import debrief_page
from hrtrainer.pages.feedback import feedback_page
from hrtrainer.principles.mark import Mark
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from hrtrainer.session.event import (
    Chose,
    Event,
    Guessed,
    LensChanged,
    Reflected,
    Rewound,
    SaidOwn,
    SawDifferently,
    WentOn,
)
from hrtrainer.session.plan import Plan, State, prepare
from hrtrainer.session.play import Session, after, begin, in_drawn_order, replay
from hrtrainer.session.profile import profiles
from hrtrainer.session.summarise import summarise
from hrtrainer.session.turns import standing, turns, withdrawn
from tests.stage import SHIPPED, TODAY, started

WALKS = 12
"""Walks through each scenario and law."""
STEPS = 60

Draw = Callable[[Random, Session], Event]


def chosen(drawn: Random, session: Session) -> Event:
    return Chose(session.length, drawn.choice(session.state.choices).id, drawn.random() < 0.2)


def wandered(drawn: Random, session: Session) -> Event:
    """Any event that may happen now, most often a choice."""
    at = session.length
    asides: list[Event] = [
        Rewound(at, drawn.randint(1, session.length)),
        LensChanged(at, drawn.choice(["nhrc", "camh", "catie"])),
        Reflected(at, drawn.choice(["take-along", "talk-about", "turn-2"]), "Something."),
        SawDifferently(at, drawn.randint(1, session.length), "I heard it otherwise."),
        Guessed(at, (("nhrc.continuum", "supports"),), "A title", "fairly"),
    ]
    state = session.state
    if state.ending is not None or drawn.random() < 0.25:
        return drawn.choice(asides)
    if state.own and state.scene is not None and state.scene.otherwise is not None and drawn.random() < 0.6:
        return WentOn(at)
    return SaidOwn(at, "Something of my own.") if drawn.random() < 0.15 else chosen(drawn, session)


def walk(plan: Plan, seed: int, draw: Draw, steps: int = STEPS) -> Iterator[Session]:
    """The sessions along one walk, the first one before anything was said."""
    drawn = Random(f"{seed} {plan.scenario.id}")
    session = begin(plan, started(plan.scenario, seed, region=drawn.choice(["canada-bc", "canada-ontario", "usa"])))
    yield session
    for _ in range(steps):
        if draw is chosen and session.state.ending is not None:
            return
        session = after(session, draw(drawn, session))
        yield session


@pytest.fixture(params=SHIPPED)
def plan(request: pytest.FixtureRequest, scenarios: Mapping[str, Reading]) -> Plan:
    reading = scenarios[request.param]
    assert reading.scenario is not None, "\n".join(map(str, reading.diagnostics))
    return prepare(reading.scenario)


seeds = pytest.mark.parametrize("seed", range(WALKS))


@seeds
def test_a_kept_log_replays_to_what_was_played(plan: Plan, seed: int) -> None:
    *_, live = walk(plan, seed, wandered)
    again = replay(plan, live.log)
    assert again == live
    assert [again.state_after(n) for n in range(1, live.length + 1)] == [
        live.state_after(n) for n in range(1, live.length + 1)
    ]


@seeds
def test_a_refused_event_changes_nothing(plan: Plan, seed: int) -> None:
    for session in walk(plan, seed, wandered, 20):
        log, state = session.log, session.state
        refused: list[Event] = [
            Chose(0, "no-such-choice"),
            Rewound(0, 0),
            Rewound(0, session.length + 1),
            session.started,
        ]
        refused += [WentOn(0)] if not state.own else []
        refused += [SaidOwn(0, "x"), Chose(0, "x")] if state.ending else []
        for event in refused:
            with pytest.raises(Problem):
                after(session, event)
            assert (session.log, session.state) == (log, state)


@seeds
def test_every_walk_of_choices_ends(plan: Plan, seed: int) -> None:
    *_, last = walk(plan, seed, chosen, 500)
    assert last.state.ending is not None


@seeds
def test_meters_stay_in_bounds_and_nobody_is_left_without_three_choices(plan: Plan, seed: int) -> None:
    for session in walk(plan, seed, wandered):
        for meter, level in zip(plan.scenario.meters.values(), session.state.meters, strict=True):
            assert meter.least <= level <= meter.most, meter.id
        if session.state.ending is None:
            scene = session.state.scene
            assert scene is not None
            assert len(session.state.choices) >= 3, f"{scene.id} offers {[c.id for c in session.state.choices]}"
        else:
            assert session.state.choices == ()


@seeds
def test_what_was_heard_held_and_seen_only_grows_along_the_line_that_stands(plan: Plan, seed: int) -> None:
    for session in walk(plan, seed, wandered):
        states = [session.state_after(number) for number in standing(session)]
        for earlier, later in pairwise(states):
            for kept in ("heard", "held", "seen", "took", "showed"):
                was, now = getattr(earlier, kept), getattr(later, kept)
                assert was & now == was, kept
            assert earlier.days == later.days


@seeds
def test_rewinding_gives_exactly_the_state_there_was(plan: Plan, seed: int) -> None:
    *_, session = walk(plan, seed, wandered)
    for number in range(1, session.length + 1):
        back = after(session, Rewound(0, number))
        assert back.state == session.state_after(number)
        assert [turn.event for turn in turns(back)] == [
            n for n in standing(back) if isinstance(session.event(n), Chose | WentOn)
        ]
        assert after(back, Rewound(0, session.length)).state == session.state


@seeds
def test_every_answer_stands_or_was_taken_back(plan: Plan, seed: int) -> None:
    *_, session = walk(plan, seed, wandered)
    answers = [n for n in range(1, session.length + 1) if isinstance(session.event(n), Chose | WentOn)]
    assert sorted(turn.event for turn in (*turns(session), *withdrawn(session))) == answers
    assert [turn.number for turn in turns(session)] == list(range(1, len(turns(session)) + 1))


@seeds
def test_counts_fit_their_chances_their_bounds_and_their_marks(plan: Plan, seed: int, reference: Reference) -> None:
    *_, session = walk(plan, seed, wandered)
    run = turns(session)
    marked = sum(turn.marked for turn in run)
    for principle_set in reference.yardstick.sets.values():
        for told in profiles(principle_set, run):
            words = [m.mark for m in told.moments]
            assert told.supported.count <= told.chances <= marked
            for counted in (told.supported, told.strained):
                assert 0 <= counted.least <= counted.count <= counted.most <= marked
            assert told.supported.most == told.chances
            assert told.supported.count == sum(word.supporting for word in words)
            assert told.strained.count == sum(word.straining for word in words)
            missed = words.count(Mark.CHANCE_NOT_TAKEN)
            assert told.supported.count + missed + words.count(Mark.STRAINS) + words.count(
                Mark.STRAINS_A_LITTLE
            ) == len(words)
            assert Mark.NOT_IN_PLAY not in words
            assert told.in_play is bool(words)


@seeds
def test_no_place_holder_reaches_a_person(plan: Plan, seed: int, reference: Reference) -> None:
    *_, session = walk(plan, seed, wandered)
    summary = summarise(session, reference, TODAY)
    assert "{region:" not in str(asdict(summary))
    assert "{region:" not in str(conversation_page(session, reference, TODAY))
    assert "{region:" not in str(debrief_page(session, reference, TODAY))
    assert "{region:" not in str(feedback_page(session, reference, TODAY))


@seeds
def test_the_order_of_choices_is_the_same_in_every_view(plan: Plan, seed: int, reference: Reference) -> None:
    for session in walk(plan, seed, wandered, 25):
        state = session.state
        order = in_drawn_order(session, state.choices)
        assert sorted(choice.id for choice in order) == sorted(choice.id for choice in state.choices)
        assert in_drawn_order(session, reversed(state.choices)) == order
        assert in_drawn_order(replay(plan, session.log), state.choices) == order
        shown = conversation_page(session, reference, TODAY).choices
        assert [choice.id for choice in shown] == [choice.id for choice in order]
        assert [choice.number for choice in shown] == list(range(1, len(shown) + 1))


@seeds
def test_the_same_seed_and_choices_make_the_same_summary(plan: Plan, seed: int, reference: Reference) -> None:
    *_, session = walk(plan, seed, wandered)
    assert summarise(replay(plan, session.log), reference, TODAY) == summarise(session, reference, TODAY)


def test_a_state_is_compared_by_what_it_holds(plan: Plan) -> None:
    first, second = (next(walk(plan, 1, chosen)).state for _ in range(2))
    assert first == second
    assert first is not second
    assert isinstance(first, State)
