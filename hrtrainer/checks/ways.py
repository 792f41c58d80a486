"""What exploring every play of a file finds: what nobody ever meets, where nothing can be said, what cannot be left."""

from collections.abc import Set

from hrtrainer.checks.findings import choices_never, endings_never, loops, narrows, scenes_never
from hrtrainer.checks.whole import Whole
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.report import Report
from hrtrainer.words import listing


def check_ways(whole: Whole, unled: frozenset[Spot], report: Report) -> None:
    """Hand in what every play shows. `unled` are the places of scenes that no way leads to: those are told already.

    Where a file is too large to be explored while somebody waits, that is all that is told: nothing is guessed.
    """
    ways = whole.ways
    if not ways.complete:
        report("S409", ways.scenario.tops["scenes"], states=ways.states)
        return
    scenes, endings = scenes_never(ways), endings_never(ways)
    for one in scenes:
        if one.spot not in unled:
            report("S401", one.spot, scene=one.name)
    for one in endings:
        report("S404", one.spot, ending=one.name)
    _check_conditions(whole, {one.name for one in (*scenes, *endings)}, report)
    for narrow in narrows(ways, fewer_than=1):
        report("S405", ways.scenario.scenes[narrow.scene].spot, scene=narrow.scene, path=_path(narrow.path.answers))
    for loop in loops(ways):
        named = listing(tuple(f"'{name}'" for name in loop.scenes))
        spot = ways.scenario.scenes[loop.scenes[0]].spot
        report("S406", spot, scenes=named, path=_path(loop.path.answers))


def _check_conditions(whole: Whole, never: Set[str], report: Report) -> None:
    """`never` are the scenes and endings told already: what keeps them away is not told a second time."""
    choices = {one.spot: one.name for one in choices_never(whole.ways)}
    lines = {one.spot for one in whole.lines_never()}
    for one in whole.fixed():
        if one.holds:
            report("S407", one.spot, condition=one.condition)
        elif one.spot in choices:
            report("S402", one.spot, choice=choices[one.spot].partition("/")[2], condition=one.condition)
        elif one.spot in lines:
            report("S403", one.spot, condition=one.condition)
        elif one.leads not in never:
            report("S408", one.spot, condition=one.condition)


def _path(answers: tuple[str, ...]) -> str:
    """How to get there, by what is said."""
    return f"for one: {' > '.join(answers)}" if answers else "from the very beginning"
