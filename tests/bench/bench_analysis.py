"""How long the exact analysis of whole conversations takes, beside what somebody would write first.

Reachability (structure and conditions: what can be come to, who gets stuck, loops nobody leaves, what never happens)
beside a bare YAML load (`yaml.load(text, CSafeLoader)`) of the same text, at 1,000 generated scenes; and the same where
one choice in ten goes back. Least and most of NHRC's eight principles beside a plain dictionary of states (scene and
meters), explored by the same steps and folded back from the endings, in a generated conversation of 50 scenes.
"""

import sys
from statistics import median
from time import perf_counter

import yaml

from hrtrainer.checks.findings import endings_never, loops
from hrtrainer.checks.reach import Reaching
from hrtrainer.checks.space import explore, stuck
from hrtrainer.checks.whole import explore_whole
from hrtrainer.paths import paths
from hrtrainer.principles.mark import effect
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.session.plan import Plan, State, prepare
from hrtrainer.session.play import opening, take
from hrtrainer.shipped import read_reference
from tests.bench.generate import as_scenario, story
from tests.bench.row import Row

ROUNDS = 5
Key = tuple[str, tuple[int, ...]]


def _opened(text: str, reference: Reference) -> Scenario:
    scenario = read_scenario(text, "bench", reference.known).scenario
    assert scenario is not None
    return scenario


def _plain(plan: Plan, principle_set: PrincipleSet) -> list[tuple[int, int, int, int]]:
    """Least and most of supported and strained, the plain way: every state in a dictionary, one principle at a time."""

    def key(state: State) -> Key:
        return (state.ending.id if state.ending else state.scene.id if state.scene else "", state.meters)

    first = opening(plan, frozenset())
    ahead: dict[Key, list[tuple[str, Key]]] = {}
    todo = [first]
    behaviours: dict[str, frozenset[str]] = {}
    for scene in plan.scenario.scenes.values():
        behaviours |= {f"{scene.id}/{choice.id}": choice.behaviours for choice in scene.choices}
    while todo:
        state = todo.pop()
        if key(state) in ahead:
            continue
        after = []
        for choice in state.choices:
            assert state.scene is not None
            new = take(plan, state, plan.stops[state.scene.id].steps[choice.id])
            after.append((f"{state.scene.id}/{choice.id}", key(new)))
            todo.append(new)
        ahead[key(state)] = after
    order = sorted(ahead, key=lambda at: -int(at[0][1:]) if at[0][1:].isdigit() else -len(plan.stops))
    found = []
    for principle in principle_set.principles:
        values: dict[Key, tuple[int, int, int, int]] = {}
        for at in order:
            rows = []
            for name, to in ahead[at]:
                word = effect(principle, behaviours[name])
                helps, hurts = (word is not None and word.supporting, word is not None and word.straining)
                a, b, c, d = values[to]
                rows.append((a + helps, b + helps, c + hurts, d + hurts))
            columns = list(zip(*rows, strict=True))
            if columns:
                values[at] = (min(columns[0]), max(columns[1]), min(columns[2]), max(columns[3]))
            else:
                values[at] = (0, 0, 0, 0)
        found.append(values[key(first)])
    return found


def _extremes(reference: Reference) -> Row:
    scenario = _opened(as_scenario(story(50)), reference)
    plan, principle_set = prepare(scenario), reference.yardstick.sets["nhrc"]
    begun = perf_counter()
    reached = Reaching(explore(scenario)).of(principle_set).principles
    ours = perf_counter() - begun
    begun = perf_counter()
    plain = _plain(plan, principle_set)
    beside = perf_counter() - begun
    same = [
        (r.supported.least.count, r.supported.most.count, r.strained.least.count, r.strained.most.count)
        for r in reached
        if r.supported and r.strained
    ]
    what = "least and most, 50 scenes" + ("" if same == plain else ", THE TWO WAYS DIFFER")
    ratio = ours / beside
    return Row(what, f"{ours:.2f} s", f"plain states {beside:.2f} s", ratio, "<= 0.1", ratio <= 0.1)


def _reachability(reference: Reference, returning: float, most: float) -> Row:
    text = as_scenario(story(1_000, returning=returning))
    scenario = _opened(text, reference)
    ratios, figures = [], []
    for _ in range(ROUNDS):
        begun = perf_counter()
        yaml.load(text, yaml.CSafeLoader)
        middle = perf_counter()
        whole = explore_whole(scenario)
        stuck(whole.ways.reached), loops(whole.ways), whole.fixed(), endings_never(whole.ways)
        ours, beside = perf_counter() - middle, middle - begun
        assert whole.lines_complete
        ratios.append(ours / beside)
        figures.append((ours, beside))
    ratio = median(ratios)
    ours, beside = figures[ratios.index(ratio)]
    what = f"reachability, 1,000 scenes{', one in ten back' if returning else ''}"
    return Row(what, f"{ours:.3f} s", f"bare yaml load {beside:.2f} s", ratio, f"<= {most}", ratio <= most)


def measure() -> list[Row]:
    """The figures."""
    reference = read_reference(paths().assets)
    return [
        _reachability(reference, 0.0, 0.25),
        _reachability(reference, 0.1, 0.5),
        _extremes(reference),
    ]


def main() -> int:
    """Print the figures."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
