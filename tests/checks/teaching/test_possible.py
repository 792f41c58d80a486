"""The quick look at what could happen never leaves out what the exact exploration finds."""

import pytest

from hrtrainer.checks.space import Space, explore
from hrtrainer.checks.teaching import possible as quick
from hrtrainer.checks.teaching.possible import Possible, possible
from hrtrainer.scenario.model import Scenario
from hrtrainer.session.plan import prepare
from tests.checks.chance import scenario

BLOCKS, EACH = 10, 60


@pytest.mark.parametrize("block", range(BLOCKS))
def test_what_is_found_exactly_is_found_possible(block: int) -> None:
    for seed in range(block * EACH, (block + 1) * EACH):
        compare(seed, scenario(seed), possible(scenario(seed)))


@pytest.mark.parametrize("rounds", [0, 1, 2])
def test_when_it_stops_asking_it_still_leaves_nothing_out(rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "MOST_ROUNDS", rounds)
    for seed in range(100):
        compare(seed, scenario(seed), possible(scenario(seed)))


def test_it_tells_much_of_what_never_happens() -> None:
    exact = told = 0
    for seed in range(300):
        made = scenario(seed)
        found, space = possible(made), explore(prepare(made), lines=False)
        exact += len(made.scenes) - len(space.seen) + len(made.endings) - len(endings(space))
        told += sum(not found.scene(name) for name in made.scenes) + len(made.endings) - len(found.endings)
    assert told <= exact
    assert told > exact / 2


def compare(seed: int, made: Scenario, found: Possible) -> None:
    space = explore(prepare(made), lines=False)
    assert space.complete
    assert {name for name in made.scenes if found.scene(name)} >= space.seen, seed
    assert found.endings >= endings(space), seed
    for decision in space.decisions:
        for choice in decision.offered:
            assert found.choice(made.scenes[decision.scene], choice), seed
            assert all(("behaviour", name) in found.facts for name in choice.behaviours), seed


def endings(space: Space) -> set[str]:
    """The endings that are reached."""
    answers = [answer for decision in space.decisions for answer in decision.answers]
    answers += [answer for _, answer in space.openings]
    return {space.scenario.endings[-1 - answer.to].id for answer in answers if answer.to < 0}
