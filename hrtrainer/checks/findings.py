"""What an author should look at: what is never reached, where nothing is left to say, loops without a way out."""

from dataclasses import dataclass

from hrtrainer.checks.graph import Graph
from hrtrainer.checks.listening import Asked
from hrtrainer.checks.space import Path, Space
from hrtrainer.scenario.condition import worded
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import Line, Scenario


@dataclass(frozen=True, slots=True)
class Never:
    """One thing that no play reaches, and where it stands. A choice is named scene/choice."""

    name: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Narrow:
    """A decision at which fewer than two things can be chosen, and a shortest path to it.

    `offered` is what can be chosen, if anything; `own_words` says whether own words lead on.
    """

    scene: str
    offered: str
    own_words: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Loop:
    """Scenes that follow one another for ever, whatever is said, and a shortest path into them."""

    scenes: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Fixed:
    """A condition that always holds where it is asked, or never does."""

    where: str
    condition: str
    spot: Spot
    holds: bool


@dataclass(frozen=True, slots=True)
class Opens:
    """The endings that can still be reached once a choice (scene/choice) is taken, on some play that takes it."""

    choice: str
    endings: tuple[str, ...]


def scenes_never(space: Space) -> tuple[Never, ...]:
    """The scenes that are never entered."""
    return tuple(Never(one.id, one.spot) for one in space.scenario.scenes.values() if one.id not in space.seen)


def choices_never(space: Space) -> tuple[Never, ...]:
    """The choices that are never available, in scenes that are entered."""
    offered = _offered(space)
    return tuple(
        Never(f"{scene.id}/{choice.id}", choice.spot)
        for scene in space.scenario.scenes.values()
        for choice in scene.choices
        if scene.id in space.seen and (scene.id, choice.id) not in offered
    )


def endings_never(space: Space) -> tuple[Never, ...]:
    """The endings that no play comes to."""
    tos = {answer.to for decision in space.decisions for answer in decision.answers}
    tos |= {answer.to for _, answer in space.openings}
    return tuple(
        Never(ending.id, ending.spot) for at, ending in enumerate(space.scenario.endings) if -1 - at not in tos
    )


def lines_never(space: Space) -> tuple[Never, ...]:
    """The lines that are never said, where what they stand in is reached. The space must be one with lines."""
    over = {one.name for one in endings_never(space)}
    lines = [line for ending in space.scenario.endings if ending.id not in over for line in ending.lines]
    lines += _scene_lines(space, space.scenario)
    return tuple(Never(line.id, line.spot) for line in lines if line.id not in space.said)


def _scene_lines(space: Space, scenario: Scenario) -> list[Line]:
    offered = _offered(space)
    lines: list[Line] = []
    for scene in scenario.scenes.values():
        if scene.id in space.seen:
            lines += scene.lines
            lines += scene.otherwise.reply if scene.otherwise else ()
            for choice in scene.choices:
                lines += choice.reply if (scene.id, choice.id) in offered else ()
    return lines


def _offered(space: Space) -> set[tuple[str, str]]:
    return {(decision.scene, choice.id) for decision in space.decisions for choice in decision.offered}


def narrows(space: Space) -> tuple[Narrow, ...]:
    """The decisions at which fewer than two things can be chosen, each kind in each scene once."""
    found: dict[tuple[str, str], Narrow] = {}
    for at, decision in enumerate(space.decisions):
        if len(decision.offered) < 2:
            only = decision.offered[0].id if decision.offered else ""
            own_words = any(answer.choice is None for answer in decision.answers)
            if (decision.scene, only) not in found:
                found[decision.scene, only] = Narrow(decision.scene, only, own_words, space.path(at))
    return tuple(found.values())


def loops(whole: Graph) -> tuple[Loop, ...]:
    """The loops that cannot be left, each set of scenes once."""
    order = {scene: at for at, scene in enumerate(whole.space.scenario.scenes)}
    found: dict[tuple[str, ...], int] = {}
    for part in whole.parts:
        inside = set(part)
        tos = [answer.to for at in part for answer in whole.space.decisions[at].answers]
        if tos and inside.issuperset(tos):
            scenes = tuple(sorted({whole.space.decisions[at].scene for at in part}, key=order.__getitem__))
            found[scenes] = min(found.get(scenes, part[0]), part[0])
    return tuple(Loop(scenes, whole.space.path(at)) for scenes, at in sorted(found.items(), key=lambda item: item[1]))


def opens(whole: Graph) -> tuple[Opens, ...]:
    """Which endings each choice leaves open, in the order of the file."""
    found: dict[tuple[str, str], int] = {}
    for decision in whole.space.decisions:
        for answer in decision.answers:
            if answer.choice is not None:
                name = decision.scene, answer.choice.id
                ahead = whole.open[answer.to] if answer.to >= 0 else 1 << (-1 - answer.to)
                found[name] = found.get(name, 0) | ahead
    endings = whole.space.scenario.endings
    return tuple(
        Opens(f"{scene.id}/{choice.id}", tuple(ending.id for at, ending in enumerate(endings) if mask >> at & 1))
        for scene in whole.space.scenario.scenes.values()
        for choice in scene.choices
        if (mask := found.get((scene.id, choice.id))) is not None
    )


def fixed(asked: tuple[Asked, ...]) -> tuple[Fixed, ...]:
    """The conditions that are asked, and say the same each time."""
    return tuple(Fixed(one.where, worded(one.condition), one.spot, one.yes) for one in asked if one.yes != one.no)
