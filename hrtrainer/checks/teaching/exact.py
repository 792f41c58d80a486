"""What does happen, exactly, where a scenario is small enough to be explored while it is checked.

Where it is not, `possible.py` alone is asked.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hrtrainer.checks.nodes import Node
from hrtrainer.checks.space import Space
from hrtrainer.checks.teaching.possible import Possible
from hrtrainer.checks.teaching.sides import MOST_CHOICES
from hrtrainer.scenario.model import Scenario

Together = Mapping[str, frozenset[tuple[str, ...]]]
"""By scene, every row of choices, by their ids, that is offered there at once."""
MOST_ROWS = 200
"""Where a scene can offer more different rows than this, all its choices that are ever offered count as one."""


class Exact(NamedTuple):
    """What is offered together in each scene that is reached, and the endings that are."""

    together: Together
    seen: frozenset[str]
    endings: frozenset[str]

    def happens(self, scenario: Scenario) -> Possible:
        """What does happen, as the rules ask it: scenes, choices, behaviours and endings."""
        offered = {name: {one for row in rows for one in row} for name, rows in self.together.items()}
        choices = [
            (scene.id, choice)
            for scene in scenario.scenes.values()
            for choice in scene.choices
            if choice.id in offered.get(scene.id, ())
        ]
        others = [scenario.scenes[name].otherwise for name in self.together]
        facts = {("scene", name) for name in self.seen}
        facts |= {("choice", f"{name}/{choice.id}") for name, choice in choices}
        facts |= {("behaviour", shown) for _, choice in choices for shown in choice.behaviours}
        facts |= {("behaviour", shown) for other in others if other for shown in other.reaches}
        return Possible(scenario, facts, endings=set(self.endings))


def on_paper(scenario: Scenario) -> Together:
    """All choices of each scene together, as they stand in the file: where nobody looked which are offered at once."""
    rows = {scene.id: tuple(choice.id for choice in scene.choices) for scene in scenario.scenes.values()}
    return {name: frozenset({row}) for name, row in rows.items()}


def exact(space: Space) -> Exact | None:
    """What happens in a scenario; None where there was too much of it to be explored."""
    widest = max(len(scene.choices) for scene in space.scenario.scenes.values())
    if not space.complete or widest > MOST_CHOICES:
        return None
    together: dict[str, set[tuple[str, ...]]] = {}
    for node, states in space.reached.items():
        if node.decides:
            together.setdefault(node.name, set()).update(_offered(node, states))
    names = {node.name for node in space.reached}
    seen = frozenset(space.scenario.scenes.keys() & names)
    endings = frozenset(ending.id for ending in space.scenario.endings if ending.id in names)
    return Exact({name: frozenset(rows) for name, rows in together.items()}, seen, endings)


def _offered(node: Node, states: int) -> Iterable[tuple[str, ...]]:
    if all([states & mask == states for _, mask in node.offers]):  # all of them always, as in most scenes
        return [tuple([choice.id for choice, _ in node.offers])]
    rows: dict[tuple[str, ...], int] = {(): states}
    for choice, mask in node.offers:
        more = {(*row, choice.id): found & mask for row, found in rows.items()}
        fewer = {row: found ^ found & mask for row, found in rows.items()}
        rows = {row: found for row, found in (more | fewer).items() if found}
        if len(rows) > MOST_ROWS:
            return [tuple(one.id for one, held in node.offers if held & states)]
    return rows
