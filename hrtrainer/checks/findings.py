"""What an author should look at: what is never reached, where nothing is left to say, loops without a way out."""

from collections.abc import Iterable
from typing import NamedTuple

from hrtrainer.checks.nearest import nearest
from hrtrainer.checks.nodes import Arc, Asked
from hrtrainer.checks.parts import parts
from hrtrainer.checks.space import Path, Space, stuck
from hrtrainer.checks.sweep import States, back
from hrtrainer.scenario.condition import worded
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import Choice, Ending, Line, Way


class Never(NamedTuple):
    """One thing that no play reaches, and where it stands. A choice is named scene/choice."""

    name: str
    spot: Spot


class Narrow(NamedTuple):
    """A decision at which fewer than two things can be chosen, and a shortest path to it.

    `offered` is what can be chosen, if anything; `own_words` says whether own words lead on.
    """

    scene: str
    offered: str
    own_words: bool
    path: Path


class Loop(NamedTuple):
    """Scenes that follow one another for ever, whatever is said, and a shortest path into them."""

    scenes: tuple[str, ...]
    path: Path


class Fixed(NamedTuple):
    """A condition that always holds where it is asked, or never does. `leads` is the scene or ending it leads to."""

    where: str
    condition: str
    spot: Spot
    holds: bool
    leads: str = ""


class Opens(NamedTuple):
    """The endings that can still be reached once a choice (scene/choice) is taken, on some play that takes it."""

    choice: str
    endings: tuple[str, ...]


def scenes_never(space: Space) -> tuple[Never, ...]:
    """The scenes that are never entered."""
    names = _names(space)
    return tuple(Never(one.id, one.spot) for one in space.scenario.scenes.values() if one.id not in names)


def endings_never(space: Space) -> tuple[Never, ...]:
    """The endings that no play comes to."""
    names = _names(space)
    return tuple(Never(one.id, one.spot) for one in space.scenario.endings if one.id not in names)


def _names(space: Space) -> set[str]:
    return {node.name for node in space.reached}


def choices_never(space: Space) -> tuple[Never, ...]:
    """The choices that are never available, in scenes that are entered."""
    return tuple(Never(one.where, one.spot) for one in space.asked if isinstance(one.of, Choice) and one.no > one.yes)


def lines_never(asked: Iterable[Asked]) -> tuple[Never, ...]:
    """The lines that are never said, where what they stand in is reached."""
    return tuple(Never(one.of.id, one.spot) for one in asked if isinstance(one.of, Line) and one.no > one.yes)


def narrows(space: Space, fewer_than: int = 2) -> tuple[Narrow, ...]:
    """The decisions at which fewer than two things (or than one) can be chosen, each kind in each scene once, the
    nearest first.
    """
    found: dict[tuple[str, str], States] = {}
    for node, states in space.reached.items():
        if node.decides:
            none = states
            one: dict[str, int] = {}
            for choice, mask in node.offers:
                if fewer_than > 1:
                    one = {name: only ^ only & mask for name, only in one.items()}
                    one[choice.id] = none & mask
                none ^= none & mask
            for name, only in (("", none), *one.items()):
                if only:
                    found.setdefault((node.name, name), {})[node] = only
    paths = nearest(space, found)
    rows = [
        Narrow(scene, only, space.scenario.scenes[scene].otherwise is not None, paths[scene, only])
        for scene, only in found
    ]
    return tuple(sorted(rows, key=lambda row: len(row.path.answers)))


def loops(space: Space) -> tuple[Loop, ...]:
    """The scenes that cannot be left: from some state in them no ending follows, and nothing else to stop at.

    Scenes that follow one another so, and lead to no others, are one loop.
    """
    if not space.returning:
        return ()
    over = {node: states for node, states in space.reached.items() if node.ending} | stuck(space.reached)
    free = back(over.items(), space.reached, lambda arc: True)
    held = {node: left for node, states in space.reached.items() if (left := states & ~free.get(node, 0))}
    ahead: dict[str, set[str]] = {node.name: set() for node in held}
    for node, states in held.items():
        ahead[node.name] |= {arc.to.name for arc in node.arcs if arc.image(states)}
    order = {scene: at for at, scene in enumerate(space.scenario.scenes)}
    found: dict[tuple[str, ...], States] = {}
    for part in parts(ahead):
        if all(ahead[name] <= part for name in part):
            nodes = {node: states for node, states in held.items() if node.name in part and node.decides}
            found[tuple(sorted({node.name for node in nodes}, key=order.__getitem__))] = nodes
    paths = nearest(space, found)
    return tuple(sorted((Loop(one, paths[one]) for one in found), key=lambda loop: len(loop.path.answers)))


def opens(space: Space) -> tuple[Opens, ...]:
    """Which endings each choice leaves open, in the order of the file."""
    found: dict[int, list[str]] = {
        id(choice): [] for node, states in space.reached.items() for choice, mask in node.offers if states & mask
    }
    for ending in space.scenario.endings:
        seeds = [(node, states) for node, states in space.reached.items() if node.name == ending.id]
        ahead = back(seeds, space.reached, lambda arc: True)
        leading = {id(arc.choice) for to in ahead for arc in to.into if arc.choice and _leads(space, arc, ahead[to])}
        for choice in leading:
            found[choice].append(ending.id)
    return tuple(
        Opens(f"{scene.id}/{choice.id}", tuple(found[id(choice)]))
        for scene in space.scenario.scenes.values()
        for choice in scene.choices
        if id(choice) in found
    )


def _leads(space: Space, arc: Arc, states: int) -> bool:
    return bool(arc.image(space.reached.get(arc.node, 0)) & states)


def fixed(asked: Iterable[Asked]) -> tuple[Fixed, ...]:
    """The conditions that are asked, and say the same each time."""
    return tuple(
        Fixed(one.where, worded(one.condition), one.spot, one.yes, _leads_to(one)) for one in asked if one.yes != one.no
    )


def _leads_to(one: Asked) -> str:
    match one.of:
        case Way(to=to):
            return to
        case Ending(id=name):
            return name
        case _:
            return ""
