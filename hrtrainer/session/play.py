"""A session: the log so far and where it stands. `replay` and live play are the same steps, so they cannot differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from hrtrainer.problem import Problem
from hrtrainer.scenario.model import END, Choice, Line, Scenario
from hrtrainer.session.event import Chose, Event, Rewound, SaidOwn, Started, WentOn
from hrtrainer.session.plan import Plan, State, Step, Stop, Test


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """An immutable view on the first `length` events of a log. Adding gives a new view; the old one stays as it was."""

    plan: Plan
    started: Started
    length: int
    _kept: list[tuple[Event, State]]

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.plan.scenario

    @property
    def state(self) -> State:
        """Where the conversation stands now."""
        return self._kept[self.length - 1][1]

    @property
    def log(self) -> tuple[Event, ...]:
        """All events so far, the oldest first."""
        return tuple(event for event, _ in self._kept[: self.length])

    def state_after(self, number: int) -> State:
        """Where the conversation stood after the first `number` events (from 1)."""
        if not 1 <= number <= self.length:
            raise IndexError(number)
        return self._kept[number - 1][1]

    def event(self, number: int) -> Event:
        """The event with this number (from 1)."""
        if not 1 <= number <= self.length:
            raise IndexError(number)
        return self._kept[number - 1][0]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Session):
            return NotImplemented
        return self.scenario == other.scenario and self._kept[: self.length] == other._kept[: other.length]

    __hash__ = None  # type: ignore[assignment]


def begin(plan: Plan, started: Started) -> Session:
    """The session that an event of kind Started opens."""
    state = opening(plan, _days(plan.scenario, started.seed))
    return Session(plan, started, 1, [(started, state)])


def opening(plan: Plan, days: frozenset[tuple[str, str]]) -> State:
    """How a conversation stands at its first decision, with the day that each person is having."""
    nowhere = State(None, None, (), (), plan.meters, 0, 0, 0, 0, 0, days, 0, "")
    return _arrive(plan, nowhere, plan.scenario.start, [])


def after(session: Session, event: Event) -> Session:
    """The session with one more event. Raises Problem P01-P04, changing nothing, when the event cannot happen now."""
    state = _next(session, event)
    kept = session._kept
    if len(kept) != session.length:  # this view is not the newest: leave the other future alone
        kept = kept[: session.length]
    kept.append((event, state))
    return Session(session.plan, session.started, session.length + 1, kept)


def replay(plan: Plan, log: Iterable[Event]) -> Session:
    """The session that a kept log tells. Raises Problem P05 when it does not begin with Started, else as `after`."""
    events = iter(log)
    first = next(events, None)
    if not isinstance(first, Started):
        raise Problem("P05", "This is not the beginning of a session.")
    session = begin(plan, first)
    for event in events:
        session = after(session, event)
    return session


def in_drawn_order(session: Session, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices in the order that the session's seed draws: the same in every view of that session."""
    seed = session.started.seed
    return tuple(sorted(choices, key=lambda choice: _draw(f"{seed}/{session.scenario.id}/{choice.id}")))


def disposition(session: Session, person: str) -> str:
    """The day a person of the scenario is having, or an empty text."""
    return next((day for who, day in session.state.days if who == person), "")


def _next(session: Session, event: Event) -> State:
    state = session.state
    kind = type(event)
    if kind is Chose:
        return _choose(session.plan, state, event.choice)  # type: ignore[union-attr]
    if kind is SaidOwn:
        if state.ending is not None:
            raise Problem("P02", "The conversation is over.", "Rewind to say something else.")
        return state._replace(own=event.text)  # type: ignore[union-attr]
    if kind is WentOn:
        return _go_on(session.plan, state)
    if kind is Rewound:
        if not 1 <= event.to <= session.length:  # type: ignore[union-attr]
            raise Problem("P03", "There is nothing to rewind to.")
        return session.state_after(event.to)  # type: ignore[union-attr]
    if kind is Started:
        raise Problem("P05", "A session begins only once.")
    return state


def _choose(plan: Plan, state: State, choice_id: str) -> State:
    if state.scene is None or state.ending is not None:
        raise Problem("P02", "The conversation is over.", "Rewind to say something else.")
    stop = plan.stops[state.scene.id]
    step = stop.steps.get(choice_id)
    if step is None or (stop.guarded and step.choice not in state.choices):
        offered = ", ".join(choice.id for choice in state.choices)
        raise Problem("P01", f"The choice '{choice_id}' is not available here.", f"available are: {offered}")
    return take(plan, state, step)


def _go_on(plan: Plan, state: State) -> State:
    stop = plan.stops[state.scene.id] if state.scene is not None and state.ending is None else None
    if stop is None or stop.otherwise is None or not state.own:
        raise Problem("P04", "Pick the nearest choice to go on.")
    return take(plan, state, stop.otherwise)


def take(plan: Plan, state: State, step: Step) -> State:
    """How it stands after a step of the scene; whether the step may be taken is for the caller to know."""
    meters = state.meters
    if step.changes:
        levels = list(meters)
        for at, by, least, most in step.changes:
            levels[at] = min(most, max(least, levels[at] + by))
        meters = tuple(levels)
    now = State(
        state.scene, None, (), (), meters, state.heard | step.hears, state.held | step.gives, state.seen,
        state.took | step.took, state.showed | step.shows, state.days, state.turns + 1, "",
    )  # fmt: skip
    said: list[Line] = []
    _say(step.reply, now, said)
    return _arrive(plan, now, _way(step.ways, now), said)


def _arrive(plan: Plan, state: State, to: str, said: list[Line]) -> State:
    """Go to a scene or an ending, and on through scenes that have no choices."""
    stop = plan.stops.get(to)
    while stop is not None:
        state = _enter(stop, state)
        _say(stop.lines, state, said)
        if stop.steps:
            scene = stop.scene
            offered = scene.choices if not stop.guarded else _offered(stop, state)
            return State(scene, None, tuple(said), offered, *state[4:])
        to = _way(stop.ways, state)
        stop = plan.stops.get(to)
    for ending, test, lines in plan.endings:
        if ending.id == to or (to == END and (test is None or test(state))):
            _say(lines, state, said)
            return State(state.scene, ending, tuple(said), (), *state[4:])
    raise Problem("P06", f"Nothing follows '{to}' in this scenario.")


def _enter(stop: Stop, state: State) -> State:
    scene, ending, lines, choices, meters, heard, held, seen, *rest = state
    return State(scene, ending, lines, choices, meters, heard | stop.hears, held, seen | stop.bit, *rest)  # type: ignore[arg-type]


def _offered(stop: Stop, state: State) -> tuple[Choice, ...]:
    return tuple(
        step.choice
        for step in stop.steps.values()
        if step.choice is not None and (step.test is None or step.test(state))
    )


def _say(lines: tuple[tuple[Line, Test | None], ...], state: State, said: list[Line]) -> None:
    for line, test in lines:
        if test is None or test(state):
            said.append(line)


def _way(ways: tuple[tuple[str, Test | None], ...], state: State) -> str:
    for to, test in ways:
        if test is None or test(state):
            return to
    raise Problem("P06", "Nothing follows in this scenario.")


def _days(scenario: Scenario, seed: int) -> frozenset[tuple[str, str]]:
    return frozenset(
        (person.id, person.dispositions[int(_draw(f"{seed}/{scenario.id}/{person.id}"), 16) % len(person.dispositions)])
        for person in scenario.people.values()
        if person.dispositions
    )


def _draw(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
