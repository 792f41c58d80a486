"""The shortest path, in answers, to each of some sets of states."""

from collections.abc import Mapping
from typing import TypeVar

from hrtrainer.checks.nodes import Node
from hrtrainer.checks.space import Path, Space, path_of
from hrtrainer.checks.sweep import States, Sweep

Name = TypeVar("Name")


def nearest(space: Space, wanted: Mapping[Name, States]) -> dict[Name, Path]:
    """A path to the nearest state of each set; all of them have to be within what was reached."""
    if not wanted:
        return {}
    at: dict[Node, list[tuple[Name, int]]] = {}
    for name, found in wanted.items():
        for node, states in found.items():
            at.setdefault(node, []).append((name, states))
    paths: dict[Name, tuple[int, int]] = {}

    def met(node: Node, new: int) -> bool:
        for name, states in at.get(node, ()):
            hit = new & states
            if hit and name not in paths:
                paths[name] = len(sweep.batches) - 1, hit & -hit
        return len(paths) < len(wanted)

    answers = {arc: 1 for node in space.reached for arc in node.arcs if arc.answer is not None}
    sweep = Sweep(answers, space.reached, ahead={0: {space.flow.root: 1}})
    while sweep.ahead and len(paths) < len(wanted):
        sweep.flood(min(sweep.ahead), met)
    return {name: path_of(sweep.trail(*paths[name])) for name in wanted}
