"""Everything that can happen in a scenario: all decisions that can be faced, and where each answer leads.

Decisions that differ only in what is never read again are one (`live.py`), so the space is small and still exact. It
may have circles. Beyond MOST_STATES it is left unfinished, and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product

from hrtrainer.checks.listening import Asked, Listening
from hrtrainer.checks.live import Kept, Key, kept
from hrtrainer.scenario.model import Choice, Line, Scenario
from hrtrainer.session.plan import Plan, State
from hrtrainer.session.play import opening, take

MOST_STATES = 500_000
OWN_WORDS = "own words"
"""What stands in a path for the scene's `otherwise`; no id of a choice has a blank."""
_TELL_EVERY = 1_000
Progress = Callable[[int], None]
Days = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Path:
    """A way through a conversation: the day each person is having, and the answers, each as scene/choice."""

    days: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a decision. `to` is the number of the next decision, or below zero the ending -1 - to.

    `choice` is None for own words. `scenes` counts the scenes entered, `words` those that were heard, on the way.
    """

    choice: Choice | None
    to: int
    scenes: int
    words: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that can be faced: the scene, what can be chosen, and by which answer it was first found."""

    scene: str
    offered: tuple[Choice, ...]
    origin: tuple[int, str]
    answers: list[Answer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Space:
    """The decisions in the order of their distance from the beginning.

    `openings` leads from each day that the people may be having to the first decision or ending.
    """

    scenario: Scenario
    complete: bool
    openings: tuple[tuple[Days, Answer], ...]
    decisions: list[Decision]
    seen: frozenset[str]
    said: frozenset[str]
    asked: tuple[Asked, ...]

    def path(self, number: int, *further: str) -> Path:
        """The shortest path to a decision, and answers from there on."""
        answers = list(reversed(further))
        while True:
            origin, answer = self.decisions[number].origin
            if origin < 0:
                return Path(tuple(sorted(self.openings[-1 - origin][0])), tuple(reversed(answers)))
            answers.append(answer)
            number = origin


def named(decision: Decision, answer: Answer) -> str:
    """An answer as it stands in a path."""
    return f"{decision.scene}/{answer.choice.id if answer.choice else OWN_WORDS}"


def explore(plan: Plan, lines: bool, progress: Progress | None = None, most: int = MOST_STATES) -> Space:
    """The space of a scenario. Without `lines`, decisions that differ only in lines to be said are one as well."""
    making = _Making(Listening(plan), kept(plan, lines))
    openings = [(days, making.opening(number, days)) for number, days in enumerate(all_days(plan.scenario))]
    at = 0
    while at < len(making.decisions) <= most:
        making.answer(at)
        at += 1
        if progress is not None and at % _TELL_EVERY == 0:
            progress(at)
    return Space(
        scenario=plan.scenario,
        complete=at == len(making.decisions),
        openings=tuple(openings),
        decisions=making.decisions,
        seen=frozenset(plan.names("scene", making.seen)),
        said=frozenset(line.id for line in making.said.values()),
        asked=tuple(making.listening.asked),
    )


def all_days(scenario: Scenario) -> list[Days]:
    """Every day that the people of a scenario may be having together."""
    each = [
        [(person.id, day) for day in person.dispositions] for person in scenario.people.values() if person.dispositions
    ]
    return [frozenset(days) for days in product(*each)]


@dataclass(slots=True)
class _Making:
    listening: Listening
    kept: dict[str, Kept]
    numbers: dict[Key, int] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    states: list[State | None] = field(default_factory=list)
    seen: int = 0
    said: dict[int, Line] = field(default_factory=dict)
    words: dict[tuple[int, ...], int] = field(default_factory=dict)

    def opening(self, number: int, days: Days) -> Answer:
        return self._reached(None, opening(self.listening.plan, days), (-1 - number, ""))

    def answer(self, number: int) -> None:
        """Follow every answer to a decision. Its state is let go: it is not needed again."""
        decision, state = self.decisions[number], self.states[number]
        assert state is not None
        self.states[number] = None
        stop = self.listening.plan.stops[decision.scene]
        steps = [stop.steps[choice.id] for choice in decision.offered]
        for step in steps if stop.otherwise is None else [*steps, stop.otherwise]:
            name = f"{decision.scene}/{step.choice.id if step.choice else OWN_WORDS}"
            decision.answers.append(self._reached(step.choice, take(self.listening.plan, state, step), (number, name)))

    def _reached(self, choice: Choice | None, state: State, origin: tuple[int, str]) -> Answer:
        upper = self.listening.upper
        entered = state.seen >> upper
        self.seen |= entered
        if state.ending is None:
            to = self._number(state._replace(seen=state.seen & ((1 << upper) - 1), lines=()), origin)
        else:
            to = -1 - self.listening.plan.scenario.endings.index(state.ending)
        return Answer(choice, to, entered.bit_count(), self._heard(state.lines))

    def _number(self, state: State, origin: tuple[int, str]) -> int:
        assert state.scene is not None
        key = self.kept[state.scene.id].key(state)
        number = self.numbers.setdefault(key, len(self.decisions))
        if number == len(self.decisions):
            self.decisions.append(Decision(state.scene.id, state.choices, origin))
            self.states.append(state)
        return number

    def _heard(self, lines: tuple[Line, ...]) -> int:
        heard = tuple(map(id, lines))
        words = self.words.get(heard)
        if words is None:
            self.said.update(zip(heard, lines, strict=True))
            words = self.words[heard] = sum(len(line.text.split()) for line in lines)
        return words
