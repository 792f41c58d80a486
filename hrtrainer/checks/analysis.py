"""Everything that can be said about a scenario before anybody plays it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hrtrainer.checks.findings import (
    Fixed,
    Loop,
    Narrow,
    Never,
    Opens,
    choices_never,
    endings_never,
    loops,
    narrows,
    opens,
    scenes_never,
)
from hrtrainer.checks.minutes import expected_minutes
from hrtrainer.checks.reach import Reaching, SetReach
from hrtrainer.checks.space import MOST_STATES, Progress
from hrtrainer.checks.spans import Span, span
from hrtrainer.checks.weights import plays
from hrtrainer.checks.whole import Whole, explore_whole
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Size:
    """How large a scenario is to play. `plays` is None for no upper bound, `decisions` and `scenes` for no ending.

    A play is the day of each person and every answer up to an ending; `minutes` is an estimate (`minutes.py`).
    """

    days: int
    decisions: Span | None
    scenes: Span | None
    plays: int | None
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found. All of it is exact, but for `Size.minutes`.

    Where there are too many states, `complete` is False: then nothing is said to be never, always, least or most, and
    `states` and `narrows` hold what was met so far. `lines_complete` says the same for lines and what they ask alone.
    """

    scenario: Scenario
    states: int
    complete: bool
    lines_complete: bool
    scenes_never: tuple[Never, ...]
    choices_never: tuple[Never, ...]
    lines_never: tuple[Never, ...]
    endings_never: tuple[Never, ...]
    narrows: tuple[Narrow, ...]
    loops: tuple[Loop, ...]
    conditions: tuple[Fixed, ...]
    opens: tuple[Opens, ...]
    size: Size | None
    principles: tuple[SetReach, ...]


def analyse(
    scenario: Scenario,
    principle_sets: Iterable[PrincipleSet],
    progress: Progress | None = None,
    most: int = MOST_STATES,
) -> Analysis:
    """Explore a scenario and say what is there. `progress` is told now and then how many states were explored."""
    whole = explore_whole(scenario, progress, most)
    ways = whole.ways
    reaching = Reaching(ways)

    def tick() -> None:
        if progress is not None:
            progress(ways.states)

    return Analysis(
        scenario=scenario,
        states=ways.states,
        complete=ways.complete,
        lines_complete=whole.lines_complete,
        scenes_never=scenes_never(ways) if ways.complete else (),
        choices_never=choices_never(ways) if ways.complete else (),
        lines_never=whole.lines_never(),
        endings_never=endings_never(ways) if ways.complete else (),
        narrows=narrows(ways),
        loops=loops(ways) if ways.complete else (),
        conditions=whole.fixed(),
        opens=opens(ways) if ways.complete else (),
        size=_size(whole, tick) if ways.complete else None,
        principles=tuple(reaching.of(one, tick) for one in principle_sets) if ways.complete else (),
    )


def _size(whole: Whole, tick: Callable[[], None]) -> Size:
    ways = whole.ways
    return Size(
        days=len(ways.flow.root.arcs),
        decisions=span(ways, lambda arc: arc.answer is not None),
        scenes=span(ways, lambda arc: arc.to.scene is not None),
        plays=plays(ways, tick),
        minutes=expected_minutes(ways, whole.lines, tick) if whole.lines_complete else None,
    )
