"""What plays, but somebody should look at: unreachable scenes, the wall's limits, missing notes and reviews."""

from hrtrainer.scenario import limits
from hrtrainer.scenario.model import NARRATOR, YOU, Line, Scenario, Scene
from hrtrainer.scenario.report import Report


def advise(scenario: Scenario, report: Report) -> None:
    """Report what is worth a look."""
    reached = _reached(scenario)
    for scene in scenario.scenes.values():
        if scene.id not in reached:
            report("S301", scene.spot, scene=scene.id)
        _advise_scene(scene, report)
    for ending in scenario.endings:
        _advise_lines(ending.lines, report)
    if not scenario.credits.lived_experience_review:
        report("S305", scenario.tops["credits"], who="people with lived experience")
    if not scenario.credits.clinical_review:
        report("S305", scenario.tops["credits"], who="a clinician")


def _reached(scenario: Scenario) -> set[str]:
    reached: set[str] = set()
    ahead = [scenario.start]
    while ahead:
        scene = scenario.scenes.get(ahead.pop())
        if scene is None or scene.id in reached:
            continue
        reached.add(scene.id)
        ahead += [way.to for way in scene.ways]
        ahead += [way.to for choice in scene.choices for way in choice.ways]
        ahead += [way.to for way in scene.otherwise.ways] if scene.otherwise else []
    return reached


def _advise_scene(scene: Scene, report: Report) -> None:
    _advise_lines(scene.lines, report)
    if scene.key and scene.facilitator is None:
        report("S304", scene.spot, scene=scene.id)
    for choice in scene.choices:
        words = len(choice.short.split())
        if words > limits.MOST_SHORT_WORDS:
            report("S302", choice.spot, words=words, most=limits.MOST_SHORT_WORDS)
        if scene.key and not choice.short:
            report("S306", choice.spot, choice=choice.id, most=limits.MOST_SHORT_WORDS)
        if all([line.speaker in (NARRATOR, YOU) for line in choice.reply]):
            report("S307", choice.spot, choice=choice.id)
        _advise_lines(choice.reply, report)
    if scene.otherwise:
        _advise_lines(scene.otherwise.reply, report)


def _advise_lines(lines: tuple[Line, ...], report: Report) -> None:
    for line in lines:
        # So few characters hold no more words, and need no counting.
        if len(line.text) <= 2 * limits.MOST_LINE_WORDS or line.speaker in (NARRATOR, YOU):
            continue
        words = len(line.text.split())
        if words > limits.MOST_LINE_WORDS:
            report("S303", line.spot, words=words, most=limits.MOST_LINE_WORDS)
