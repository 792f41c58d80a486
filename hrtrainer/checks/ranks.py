"""An order of the places of a scenario: where nothing goes back, each after all that lead to it."""

from hrtrainer.checks.live import answers
from hrtrainer.scenario.model import END, Scenario


def ranks(scenario: Scenario) -> dict[str, int]:
    """A rank for each place: where nothing goes back, each place has a higher one than those that lead to it."""
    ahead = {
        scene.id: list(dict.fromkeys(way.to for answer in answers(scene) for way in answer.ways))
        if scene.choices
        else [way.to for way in scene.ways]
        for scene in scenario.scenes.values()
    }
    left: list[str] = []
    met: set[str] = set()
    for start in (scenario.start, *scenario.scenes):
        stack = [(start, 0)] if start not in met else []
        met.add(start)
        while stack:
            name, at = stack.pop()
            tos = ahead.get(name, [])
            while at < len(tos) and tos[at] in met:
                at += 1
            if at < len(tos):
                met.add(tos[at])
                stack += [(name, at + 1), (tos[at], 0)]
            elif name in ahead:
                left.append(name)
    found = {name: len(left) - at for at, name in enumerate(left)}
    found[""] = 0
    found[END] = len(left) + 1
    return found | {ending.id: len(left) + 2 for ending in scenario.endings}
