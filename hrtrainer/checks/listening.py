"""A plan that remembers: which of its conditions were asked and what they said, and which scenes a step enters.

It is the plan that people play, with the same tests in it; so an analysis and a conversation cannot differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hrtrainer.scenario.condition import Condition
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import Ending, Line, Way
from hrtrainer.session.plan import Plan, State, Step, Stop, Test

ENDINGS = "endings"


@dataclass(slots=True)
class Asked:
    """A condition where it stands, and whether it has held and has not held when it was asked there."""

    where: str
    condition: Condition
    spot: Spot
    of_line: bool
    test: Test
    yes: bool = False
    no: bool = False

    def __call__(self, state: State) -> bool:
        if self.test(state):
            self.yes = True
            return True
        self.no = True
        return False


@dataclass(slots=True)
class Listening:
    """A plan whose tests are all Asked, in the order of the file.

    While it is played, `State.seen` holds every scene twice: the upper half is for the caller to clear before a step
    and tells after it which scenes were entered.
    """

    plan: Plan
    asked: list[Asked] = field(default_factory=list)

    @property
    def upper(self) -> int:
        """By how many bits the upper half is shifted."""
        return len(self.plan.stops)

    def __post_init__(self) -> None:
        plan = self.plan
        self.plan = replace(
            plan,
            stops={scene_id: self._stop(scene_id, stop) for scene_id, stop in plan.stops.items()},
            endings=tuple(self._ending(*row) for row in plan.endings),
        )

    def _stop(self, where: str, stop: Stop) -> Stop:
        other = stop.otherwise
        return replace(
            stop,
            bit=stop.bit | stop.bit << self.upper,
            lines=self._lines(where, stop.lines),
            steps={name: self._step(f"{where}/{name}", step) for name, step in stop.steps.items()},
            ways=self._ways(where, stop.scene.ways, stop.ways),
            otherwise=self._said_own(where, other, stop.scene.otherwise.ways)
            if other and stop.scene.otherwise
            else None,
        )

    def _step(self, where: str, step: Step) -> Step:
        choice = step.choice
        return step if choice is None else replace(
            step,
            test=self._hear(where, choice.when, choice.spot, False, step.test),
            reply=self._lines(f"{where}, reply", step.reply),
            ways=self._ways(where, choice.ways, step.ways),
        )  # fmt: skip

    def _said_own(self, where: str, step: Step, ways: tuple[Way, ...]) -> Step:
        where = f"{where}, otherwise"
        return replace(step, reply=self._lines(where, step.reply), ways=self._ways(where, ways, step.ways))

    def _ending(
        self, ending: Ending, test: Test | None, lines: tuple[tuple[Line, Test | None], ...]
    ) -> tuple[Ending, Test | None, tuple[tuple[Line, Test | None], ...]]:
        where = f"{ENDINGS}/{ending.id}"
        return ending, self._hear(where, ending.when, ending.spot, False, test), self._lines(where, lines)

    def _lines(self, where: str, rows: Iterable[tuple[Line, Test | None]]) -> tuple[tuple[Line, Test | None], ...]:
        return tuple(
            (line, self._hear(f"{where}, line {at}", line.when, line.spot, True, test))
            for at, (line, test) in enumerate(rows, start=1)
        )

    def _ways(
        self, where: str, ways: Iterable[Way], rows: Iterable[tuple[str, Test | None]]
    ) -> tuple[tuple[str, Test | None], ...]:
        return tuple(
            (to, self._hear(f"{where}, to {to}", way.when, way.spot, False, test))
            for way, (to, test) in zip(ways, rows, strict=True)
        )

    def _hear(self, where: str, when: Condition | None, spot: Spot, of_line: bool, test: Test | None) -> Test | None:
        if when is None or test is None:
            return None
        self.asked.append(Asked(where, when, spot, of_line, test))
        return self.asked[-1]
