"""Every result of an analysis equals what the long way finds, on hundreds of scenarios by chance.

Each witness is played for real: it has to come to the decision it names, or to an ending with the count it promises.
"""

from collections.abc import Callable
from itertools import count

import pytest

from hrtrainer.checks.analysis import Analysis, analyse
from hrtrainer.checks.reach import SetReach
from hrtrainer.checks.space import OWN_WORDS, Path
from hrtrainer.checks.spans import Extent, Span
from hrtrainer.principles.mark import Mark, mark
from hrtrainer.principles.yardstick import Principle
from hrtrainer.scenario.model import Scenario
from hrtrainer.session.event import Chose, SaidOwn, WentOn
from hrtrainer.session.plan import prepare
from hrtrainer.session.play import Session, after, begin
from hrtrainer.session.profile import profile
from hrtrainer.session.turns import turns
from tests.checks.brute import At, Brute, Edge
from tests.checks.chance import principle_set, scenario
from tests.stage import started

BLOCKS, EACH = 30, 20
MOST_FULL_STATES = 80
Counted = Callable[[Session], int]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_an_analysis_equals_the_long_way(block: int) -> None:
    done = 0
    for seed in count(block * 10_000):
        made = scenario(seed)
        long = Brute(made)
        if len(long.edges) > MOST_FULL_STATES:
            continue
        compare(seed, long, analyse(made, [principle_set(seed)]))
        done += 1
        if done == EACH:
            return


def compare(seed: int, long: Brute, short: Analysis) -> None:
    assert short.complete, seed
    assert short.lines_complete, seed
    compare_reached(seed, long, short)
    compare_findings(seed, long, short)
    compare_sizes(seed, long, short)
    for reached in short.principles:
        for one in reached.principles:
            compare_principle(seed, long, one.principle, one.supported, one.strained)
        compare_set(seed, long, reached)


def compare_reached(seed: int, long: Brute, short: Analysis) -> None:
    made = long.scenario
    offered = {(at.scene, edge.choice.id) for at, edges in long.edges.items() for edge in edges if edge.choice}
    over = {edge.to for edges in (*long.edges.values(), long.openings) for edge in edges}
    lines = [line for ending in made.endings if ending.id in over for line in ending.lines]
    for scene in (scene for scene in made.scenes.values() if scene.id in long.seen):
        lines += [*scene.lines, *(scene.otherwise.reply if scene.otherwise else ())]
        lines += [line for choice in scene.choices if (scene.id, choice.id) in offered for line in choice.reply]
    assert {one.name for one in short.scenes_never} == set(made.scenes) - long.seen, seed
    assert {one.name for one in short.endings_never} == {ending.id for ending in made.endings} - over, seed
    assert {one.name for one in short.lines_never} == {line.id for line in lines} - long.said, seed
    assert {one.name for one in short.choices_never} == {
        f"{scene.id}/{choice.id}"
        for scene in made.scenes.values()
        for choice in scene.choices
        if scene.id in long.seen and (scene.id, choice.id) not in offered
    }, seed


def compare_findings(seed: int, long: Brute, short: Analysis) -> None:
    narrow: dict[tuple[str, str], int] = {}
    for at, far in long.far.items():
        offered = [edge.choice.id for edge in long.edges[at] if edge.choice]
        if len(offered) < 2:
            name = at.scene, "".join(offered)
            narrow[name] = min(far, narrow.get(name, far))
    assert {(one.scene, one.offered): len(one.path.answers) for one in short.narrows} == narrow, seed
    for one in short.narrows:
        state = played(long.scenario, one.path).state
        assert state.scene is not None, seed
        assert (state.scene.id, "".join(c.id for c in state.choices)) == (one.scene, one.offered), seed
        assert one.own_words is (state.scene.otherwise is not None), seed
    assert {frozenset(one.scenes) for one in short.loops} == long.loops(), seed
    for loop in short.loops:
        state = played(long.scenario, loop.path).state
        assert state.scene is not None, seed
        assert state.scene.id in loop.scenes, seed
    fixed = {(spot, *said) for spot, said in long.asked.items() if len(said) == 1}
    assert {(one.spot, one.holds) for one in short.conditions} == fixed, seed
    opened: dict[str, set[str]] = {}
    for at, edges in long.edges.items():
        for edge in edges:
            if edge.choice:
                ends = {one for one in long.ahead(edge.to) if isinstance(one, str)}
                opened.setdefault(f"{at.scene}/{edge.choice.id}", set()).update(ends)
    assert {one.choice: set(one.endings) for one in short.opens} == opened, seed


def compare_sizes(seed: int, long: Brute, short: Analysis) -> None:
    size = short.size
    assert size is not None, seed
    assert size.days == len(long.openings), seed
    assert size.plays == long.plays(), seed
    compare_span(seed, long, size.decisions, lambda at, edge: at is not None, lambda session: len(turns(session)))
    compare_span(seed, long, size.scenes, lambda at, edge: edge.scenes, None)
    assert size.minutes == (None if (minutes := long.minutes()) is None else pytest.approx(minutes, abs=1e-6)), seed


def compare_principle(
    seed: int, long: Brute, principle: Principle, supported: Span | None, strained: Span | None
) -> None:
    def word(at: At | None, edge: Edge) -> Mark | None:
        if at is None or edge.choice is None:
            return None
        return mark(principle, edge.choice.behaviours, [one.behaviours for one in long.offered(at)])

    def supports(at: At | None, edge: Edge) -> int:
        found = word(at, edge)
        return found is not None and found.supporting

    def strains(at: At | None, edge: Edge) -> int:
        found = word(at, edge)
        return found is not None and found.straining

    compare_span(seed, long, supported, supports, lambda session: profile(principle, turns(session)).supported.count)
    compare_span(seed, long, strained, strains, lambda session: profile(principle, turns(session)).strained.count)


def compare_set(seed: int, long: Brute, reached: SetReach) -> None:
    def any_of(edge: Edge, holds: Callable[[Mark], bool]) -> int:
        shown = edge.choice.behaviours if edge.choice else frozenset()
        words = (mark(principle, shown, []) for principle in reached.principle_set.principles)
        return any(holds(word) for word in words)

    compare_span(seed, long, reached.supported, lambda at, edge: any_of(edge, lambda word: word.supporting), None)
    compare_span(seed, long, reached.strained, lambda at, edge: any_of(edge, lambda word: word.straining), None)


def compare_span(
    seed: int, long: Brute, span: Span | None, gain: Callable[[At | None, Edge], int], counted: Counted | None
) -> None:
    least, most = long.extent(gain, min), long.extent(gain, max)
    if span is None:
        assert (least, most) == ("nothing", "nothing"), seed
        return
    assert (span.least.count, span.most.count) == (least, most), seed
    for extent in (span.least, span.most):
        compare_witness(seed, long.scenario, extent, counted)


def compare_witness(seed: int, made: Scenario, extent: Extent, counted: Counted | None) -> None:
    session = played(made, extent.path)
    if extent.count is None:
        before = played(made, Path(extent.path.days, extent.path.answers[:-1]))
        assert session.state.ending is None, seed
        assert counted is None or counted(session) == counted(before) + 1, seed
        return
    assert session.state.ending is not None, seed
    assert counted is None or counted(session) == extent.count, seed


def played(made: Scenario, path: Path) -> Session:
    plan = prepare(made)
    sessions = (begin(plan, started(made, seed)) for seed in count(1))
    session = next(one for one in sessions if tuple(sorted(one.state.days)) == path.days)
    for answer in path.answers:
        scene, name = answer.split("/")
        assert session.state.scene is not None
        assert session.state.scene.id == scene
        if name == OWN_WORDS:
            session = after(after(session, SaidOwn(0, "Something of my own.")), WentOn(0))
        else:
            session = after(session, Chose(0, name))
    return session
