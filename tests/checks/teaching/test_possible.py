"""The quick look at what could happen never leaves out what the exact exploration finds."""

import pytest

from hrtrainer.checks.space import Space, explore
from hrtrainer.checks.teaching import possible as quick
from hrtrainer.checks.teaching.possible import Possible, possible
from hrtrainer.scenario.model import Scenario
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
        found, space = possible(made), explore(made)
        exact += len(made.scenes) - len(scenes(space)) + len(made.endings) - len(endings(space))
        told += sum(not found.scene(name) for name in made.scenes) + len(made.endings) - len(found.endings)
    assert told <= exact
    assert told > exact / 2


def compare(seed: int, made: Scenario, found: Possible) -> None:
    space = explore(made)
    assert space.complete
    assert {name for name in made.scenes if found.scene(name)} >= scenes(space), seed
    assert found.endings >= endings(space), seed
    for node, states in space.reached.items():
        for choice in (choice for choice, mask in node.offers if states & mask):
            assert found.choice(made.scenes[node.name], choice), seed
            assert all(("behaviour", name) in found.facts for name in choice.behaviours), seed


def scenes(space: Space) -> set[str]:
    """The scenes that are reached."""
    return {node.name for node in space.reached if node.scene}


def endings(space: Space) -> set[str]:
    """The endings that are reached."""
    return {node.name for node in space.reached if node.ending}
