"""How long a plan takes, and what to say when it is too much for the time."""

from collections.abc import Iterable

from hrtrainer import words
from hrtrainer.group.agenda import DEBRIEF_STEPS, FULL, LENGTHS, SHORT_DEBRIEF, Agenda
from hrtrainer.group.stage import Spot, Stage
from hrtrainer.scenario.model import Scenario, Scene

MOST_AN_HOUR = 5
"""More turning points an hour leave no time to talk: three to five is the pace that Peer Instruction is taught at."""

SECONDS = {
    Stage.BRIEF: 60,
    Stage.SCENE: 60,
    Stage.THINK: 45,
    Stage.VOTE_1: 45,
    Stage.DISCUSS: 240,
    Stage.VOTE_2: 45,
    Stage.COMMIT: 30,
    Stage.REPLY: 40,
    Stage.REVEAL: 30,
    Stage.DEBRIEF: 75,
    Stage.CROSSROADS: 20,
    Stage.WHAT_IF: 20,
    Stage.COMPARE: 120,
    Stage.CLOSE: 120,
}
"""What each stage is planned to take. A talk at a quick one takes a minute."""
_REVEALS = 3
_QUICK_TALK = 60
_USUAL = {45: 2, 60: 3, 90: 4}


SIZES = (100, 112, 125, 150)
"""The back-row test: lines so many per cent the size of the smallest text of a wall."""


def scale_for(line: int) -> int:
    """The size of the wall's text for a room whose back row reads lines down to this one, from 1, the smallest.

    0 is a room that reads none: the largest there is, and people have to come nearer.
    """
    return SIZES[line - 1] if 1 <= line <= len(SIZES) else SIZES[-1]


def seconds_at(spot: Spot) -> int:
    """How long a spot is planned to take; 0 where nothing is planned."""
    return SECONDS.get(spot.stage, 0)


def turning_points(scenario: Scenario) -> tuple[Scene, ...]:
    """The scenes that can go the whole way with votes, in the order of the file."""
    return tuple(scene for scene in scenario.scenes.values() if scene.key and scene.choices)


def usual_agenda(scenario: Scenario, minutes: int = LENGTHS[1]) -> Agenda:
    """The plan to begin from: for 45, 60 or 90 minutes the first two, three or four turning points, if they fit.

    Below 90 minutes the debrief is the first and the last of its steps.
    """
    points = [scene.id for scene in turning_points(scenario)[: _USUAL.get(minutes, max(1, minutes // 22))]]
    debrief = DEBRIEF_STEPS if minutes >= LENGTHS[-1] else SHORT_DEBRIEF
    while True:
        agenda = Agenda(minutes, tuple(points), debrief=debrief, content_note=scenario.content_note)
        if len(points) < 2 or planned_minutes(scenario, agenda) <= minutes:
            return agenda
        points.pop()


def planned_minutes(scenario: Scenario, agenda: Agenda) -> int:
    """About how long an agenda takes: opening, turning points, the quick ones on the shortest way, and the close."""
    points = [scenario.scenes[name] for name in agenda.turning_points if name in scenario.scenes]
    quick = max(0, _decisions(scenario, {scene.id for scene in points}) - len(points))
    seconds = 3 * SECONDS[Stage.BRIEF] + 3 * SECONDS[Stage.CLOSE]
    seconds += len(points) * _one(agenda, agenda.pace == FULL, agenda.debrief)
    seconds += quick * _one(agenda, False, agenda.quick_debrief)
    return round(seconds / 60)


def warnings(scenario: Scenario, agenda: Agenda) -> tuple[str, ...]:
    """What to think about before beginning: too many turning points for the time, or more minutes than there are."""
    found = []
    points, minutes = len(agenda.turning_points), planned_minutes(scenario, agenda)
    if agenda.minutes and points * 60 > MOST_AN_HOUR * agenda.minutes:
        many = words.count(points, "turning point")
        found.append(f"{many} in {agenda.minutes} minutes leave little time to talk. {MOST_AN_HOUR} an hour is plenty.")
    if minutes > agenda.minutes:
        found.append(f"This plan takes about {minutes} minutes, and there are {agenda.minutes}.")
    unknown = [name for name in agenda.turning_points if name not in scenario.scenes]
    if unknown:
        found.append(f"There is no scene '{unknown[0]}' in this conversation any more.")
    if not points:
        found.append("No turning point is chosen: the conversation goes on until it ends.")
    return tuple(found)


def _one(agenda: Agenda, full: bool, debrief: Iterable[int]) -> int:
    stages = [Stage.SCENE, Stage.VOTE_2, Stage.COMMIT, Stage.REPLY, Stage.CROSSROADS]
    stages += [Stage.THINK, Stage.VOTE_1, Stage.DISCUSS] if full else []
    seconds = sum(SECONDS[stage] for stage in stages) + (0 if full else _QUICK_TALK)
    return seconds + _REVEALS * SECONDS[Stage.REVEAL] + len(tuple(debrief)) * SECONDS[Stage.DEBRIEF]


def _decisions(scenario: Scenario, wanted: set[str]) -> int:
    """How many decisions the shortest way from the start to the last of some scenes has, at the least."""
    far, edge, seen = 0, [scenario.start], {scenario.start: 0}
    while edge:
        name = edge.pop(0)
        scene = scenario.scenes.get(name)
        if scene is None:
            continue
        steps = seen[name] + bool(scene.choices)
        if name in wanted:
            far = max(far, steps)
        ways = [way.to for choice in scene.choices for way in choice.ways] + [way.to for way in scene.ways]
        for to in dict.fromkeys(ways):
            if to not in seen:
                seen[to] = steps
                edge.append(to)
    return far
