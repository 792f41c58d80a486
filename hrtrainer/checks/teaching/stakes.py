"""Does it matter what one says? What stays the same whatever one does teaches that nothing does.

What could happen is asked of `possible.py`: told is only what the quick look already shows.
"""

from hrtrainer.checks.teaching.conditions import facts_read
from hrtrainer.checks.teaching.possible import Possible
from hrtrainer.checks.teaching.sides import Sides
from hrtrainer.scenario.model import Choice, Scene
from hrtrainer.scenario.report import Report

_NAMED = 3


def fixed_outcome(found: Possible, report: Report) -> None:
    """S505: every ending that could be reached is of one kind: from the beginning nothing changes how it goes out."""
    reached = [ending for ending in found.scenario.endings if ending.id in found.endings]
    kinds = sorted({ending.kind for ending in reached})
    if len(kinds) == 1 and _decisions(found):
        report("S505", reached[0].spot, kind=kinds[0])


def flat_turning_point(found: Possible, report: Report) -> None:
    """S506: a turning point all of whose choices lead to the same place and leave everything the same.

    Compared are the ways on, the cards heard, the meters changed and what is given; and which choice it was, or what
    it showed, where a condition of the file or `must_reach` asks for that. Marks and the reply are not: they are over
    when the next scene begins.
    """
    turning = [scene for scene in _decisions(found) if scene.key and len(scene.choices) > 1]
    read = facts_read(found.scenario) if turning else frozenset()
    for scene in turning:
        left = [_left_behind(scene, choice, read) for choice in scene.choices]
        if all(one == left[0] for one in left):
            report("S506", scene.spot, scene=scene.id)


def _left_behind(scene: Scene, choice: Choice, read: frozenset[tuple[str, str]]) -> tuple[object, ...]:
    """What is different in the conversation from now on, because of a choice."""
    facts = {("choice", f"{scene.id}/{choice.id}"), *(("behaviour", name) for name in choice.behaviours)}
    moved = frozenset(change for change in choice.changes if change[1])
    return choice.ways, frozenset(choice.hears), moved, frozenset(choice.gives), facts & read


def never_at_stake(found: Possible, sides: Sides, report: Report) -> None:
    """S507: a principle that the card and the brief name as at stake, and that no decision puts at stake.

    They name every principle that some choice touches. At stake it is where the choices of a scene that could be
    reached sit differently with it.
    """
    differ = 0
    for scene in _decisions(found):
        differ |= sides.at_stake(scene)
    unmoved = 0
    first: Choice | None = None
    for scene in found.scenario.scenes.values():
        for choice in scene.choices:
            alike = sides.of(choice).touched & ~differ
            first = choice if alike and first is None else first
            unmoved |= alike
    if first is not None:
        names = [f"'{name}'" for name in sides.names(unmoved)]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        report("S507", first.spot, principles=", ".join(names[:_NAMED]) + more)


def out_of_reach(found: Possible, report: Report) -> None:
    """S508: a behaviour of the safety floor that nothing shows which could be chosen, and no `otherwise` reaches."""
    for must in found.scenario.must_reach:
        if ("behaviour", must.behaviour) not in found.facts:
            report("S508", must.spot, behaviour=must.behaviour)


def _decisions(found: Possible) -> list[Scene]:
    """The scenes with choices that could be reached."""
    return [scene for scene in found.scenario.scenes.values() if scene.choices and found.scene(scene.id)]
