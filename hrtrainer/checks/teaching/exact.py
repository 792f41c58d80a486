"""What does happen, exactly, where a scenario is small enough to be explored while it is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import prod

from hrtrainer.checks.space import Space, explore
from hrtrainer.checks.teaching.possible import Possible
from hrtrainer.checks.teaching.sides import MOST_CHOICES
from hrtrainer.scenario.model import Scenario
from hrtrainer.session.plan import prepare

MOST_SCENES, MOST_DAYS, MOST_ANSWERS = 100, 32, 60_000
"""Beyond so many scenes, days that the people may be having together, or answers to all decisions, a check goes by
`possible.py` alone: it has to be done while somebody waits. `hrtrainer analyse` goes further."""

Together = Mapping[str, frozenset[tuple[str, ...]]]
"""By scene, every row of choices, by their ids, that is offered there at once."""


@dataclass(frozen=True, slots=True)
class Exact:
    """What is offered together in each scene that is reached, and the endings that are."""

    together: Together
    seen: frozenset[str]
    endings: frozenset[str]

    def narrow(self, found: Possible) -> Possible:
        """What could happen, without what does not."""
        scenario = found.scenario
        offered = {name: {one for row in rows for one in row} for name, rows in self.together.items()}
        choices = [
            (scene.id, choice)
            for scene in scenario.scenes.values()
            for choice in scene.choices
            if choice.id in offered.get(scene.id, ())
        ]
        others = [scenario.scenes[name].otherwise for name in self.together]
        facts = {fact for fact in found.facts if fact[0] not in ("scene", "choice", "behaviour")}
        facts |= {("scene", name) for name in self.seen}
        facts |= {("choice", f"{name}/{choice.id}") for name, choice in choices}
        facts |= {("behaviour", shown) for _, choice in choices for shown in choice.behaviours}
        facts |= {("behaviour", shown) for other in others if other for shown in other.reaches}
        return replace(found, facts=facts, endings=set(self.endings))


def on_paper(scenario: Scenario) -> Together:
    """All choices of each scene together, as they stand in the file: where nobody looked which are offered at once."""
    rows = {scene.id: tuple(choice.id for choice in scene.choices) for scene in scenario.scenes.values()}
    return {name: frozenset({row}) for name, row in rows.items()}


def exact(scenario: Scenario) -> Exact | None:
    """What happens in a scenario; None where there is too much of it."""
    days = prod(len(person.dispositions) or 1 for person in scenario.people.values())
    widest = max(len(scene.choices) for scene in scenario.scenes.values())
    if len(scenario.scenes) > MOST_SCENES or days > MOST_DAYS or widest > MOST_CHOICES:
        return None
    space = explore(prepare(scenario), lines=False, most=MOST_ANSWERS // (widest + 1))
    if not space.complete:
        return None
    together: dict[str, set[tuple[str, ...]]] = {}
    for decision in space.decisions:
        together.setdefault(decision.scene, set()).add(tuple(choice.id for choice in decision.offered))
    return Exact({name: frozenset(rows) for name, rows in together.items()}, space.seen, _endings(space))


def _endings(space: Space) -> frozenset[str]:
    answers = [answer for _, answer in space.openings]
    answers += [answer for decision in space.decisions for answer in decision.answers]
    return frozenset(space.scenario.endings[-1 - answer.to].id for answer in answers if answer.to < 0)
