"""Everything that can be said about a scenario before anybody plays it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hrtrainer.checks.findings import (
    Fixed,
    Loop,
    Narrow,
    Never,
    Opens,
    choices_never,
    endings_never,
    fixed,
    lines_never,
    loops,
    narrows,
    opens,
    scenes_never,
)
from hrtrainer.checks.graph import Graph, Span, graph, plays, span
from hrtrainer.checks.live import kept
from hrtrainer.checks.minutes import expected_minutes
from hrtrainer.checks.reach import Reach, reaches
from hrtrainer.checks.space import MOST_STATES, Progress, Space, explore
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.model import Scenario
from hrtrainer.session.plan import prepare


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

    Where there are more than `most` states, `complete` is False: then nothing is said to be never, always, least or
    most, and `narrows` holds what was met so far. `lines_complete` says the same for lines and their conditions alone.
    """

    scenario: Scenario
    states: int
    most: int
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
    principles: tuple[tuple[PrincipleSet, tuple[Reach, ...]], ...]


def analyse(
    scenario: Scenario,
    principle_sets: Iterable[PrincipleSet],
    progress: Progress | None = None,
    most: int = MOST_STATES,
) -> Analysis:
    """Explore a scenario and say what is there. `progress` is told now and then how many states were explored."""
    plan = prepare(scenario)
    ways = explore(plan, False, progress, most)
    alike = kept(plan, True) == kept(plan, False)
    told = ways if alike or not ways.complete else explore(plan, True, progress, most)
    whole = graph(ways) if ways.complete else None
    wordy = whole if alike else graph(told) if told.complete else None
    return Analysis(
        scenario=scenario,
        states=len(told.decisions),
        most=most,
        complete=ways.complete,
        lines_complete=told.complete,
        scenes_never=scenes_never(ways) if ways.complete else (),
        choices_never=choices_never(ways) if ways.complete else (),
        lines_never=lines_never(told) if told.complete else (),
        endings_never=endings_never(ways) if ways.complete else (),
        narrows=narrows(ways),
        loops=loops(whole) if whole else (),
        conditions=_conditions(ways, told),
        opens=opens(whole) if whole else (),
        size=_size(whole, wordy) if whole else None,
        principles=tuple((one, reaches(whole, one)) for one in principle_sets) if whole else (),
    )


def _conditions(ways: Space, told: Space) -> tuple[Fixed, ...]:
    """The fixed conditions of a complete space; those of lines only when the lines were explored as well."""
    space = told if told.complete else ways
    return fixed(tuple(one for one in space.asked if told.complete or not one.of_line)) if ways.complete else ()


def _size(whole: Graph, wordy: Graph | None) -> Size:
    return Size(
        days=len(whole.space.openings),
        decisions=span(whole, lambda answer: 1),
        scenes=span(whole, lambda answer: answer.scenes, lambda answer: answer.scenes),
        plays=plays(whole),
        minutes=expected_minutes(wordy) if wordy else None,
    )
