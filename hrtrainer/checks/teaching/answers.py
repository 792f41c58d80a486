"""What follows on a choice: the person's answer, thanks, and whether a poor line can be made good again."""

import re
from collections.abc import Sequence

from hrtrainer.checks.teaching.odds import LEVEL, at_least
from hrtrainer.checks.teaching.sides import Offer, Sides
from hrtrainer.scenario.model import NARRATOR, YOU, Choice, Line, Person, Scenario, Scene
from hrtrainer.scenario.report import Report

THANKS = (
    "thanks", "thank you", "thank god you", "cheers", "ta", "much obliged", "obliged to you", "grateful",
    "appreciate it", "appreciate that", "appreciate you", "that helps", "that helped", "that's a help", "that's kind",
    "that's good of you", "good of you", "kind of you", "means a lot", "bless you", "you're a star", "you're the best",
)  # fmt: skip
"""What people say who were given something. Looked for as whole words; without regard to capitals or apostrophes."""
_THANKS = re.compile(rf"\b(?:{'|'.join(map(re.escape, THANKS))})\b", re.IGNORECASE)


def no_consequence(scenario: Scenario, report: Report) -> None:
    """S509: at a turning point the answer is no consequence that the person whom it is about shows.

    Either somebody else alone answers a choice, or two choices get word for word the same answer. That nobody answers
    at all is S307.
    """
    for scene in scenario.scenes.values():
        known: dict[tuple[str, ...], str] = {}
        for choice in scene.choices if scene.key else ():
            what = _no_consequence(choice, scenario.person, known)
            if what:
                report("S509", choice.spot, scene=scene.id, what=what)


def _no_consequence(choice: Choice, person: Person, known: dict[tuple[str, ...], str]) -> str:
    said = _said(choice)
    words = tuple(line.text for line in said)
    first = known.setdefault(words, choice.id)
    if not said:
        return ""
    if first != choice.id:
        return f"'{first}' and '{choice.id}' get the same answer"
    others = {line.speaker for line in said}
    return "" if person.id in others else f"{person.name} does not answer '{choice.id}', only somebody else does"


def _said(choice: Choice) -> list[Line]:
    """What people say in reply."""
    return [line for line in choice.reply if line.speaker not in (NARRATOR, YOU)]


def thanks(offers: Sequence[Offer], report: Report) -> None:
    """S510: people thank for kind choices only, more often than chance.

    Each choice whose reply holds thanks is a draw: were thanks dealt out by lot within its scene, it would be a kind
    choice with the share of kind ones there. Told when so many hits or more have a chance of at most LEVEL.
    """
    chances, hits, first = [], 0, None
    for offer in offers:
        share = sum(side.kind for side in offer.sides) / len(offer.sides)
        for choice, side in zip(offer.choices, offer.sides, strict=True) if 0 < share < 1 else ():
            line = next((line for line in _said(choice) if is_thanks(line.text)), None)
            if line is not None:
                chances.append(share)
                hits += side.kind
                first = first or line.spot
    if first and at_least(chances, hits) <= LEVEL:
        report("S510", first, times=hits, thanks=len(chances), expected=round(sum(chances)))


def is_thanks(text: str) -> bool:
    """Whether somebody thanks for something."""
    return _THANKS.search(text.replace("’", "'")) is not None


def no_repair(scenario: Scenario, sides: Sides, report: Report) -> None:
    """S511: after a poor choice nothing kind can be said any more, though other choices of its scene go on.

    Followed are all ways, whatever their conditions. Where every choice of a scene ends the conversation, it is over
    anyway, and the ending says what is still possible.
    """
    poor = {id(choice) for one in scenario.scenes.values() for choice in one.choices if sides.of(choice).poor}
    if not poor:
        return
    mendable = _mendable(scenario, sides)
    deciding = {scene.id for scene in scenario.scenes.values() if scene.choices}
    onward = _leading_to(scenario, deciding)
    for scene in scenario.scenes.values():
        goes_on = [any(way.to in onward for way in choice.ways) for choice in scene.choices]
        if not any(goes_on):
            continue
        for choice in scene.choices:
            if id(choice) in poor and not any(way.to in mendable for way in choice.ways):
                report("S511", choice.spot, choice=choice.id, scene=scene.id)


def _mendable(scenario: Scenario, sides: Sides) -> set[str]:
    """The scenes in or after which something kind can be chosen."""
    kind = {one.id for one in scenario.scenes.values() if any(sides.of(choice).kind for choice in one.choices)}
    return _leading_to(scenario, kind)


def _leading_to(scenario: Scenario, goals: set[str]) -> set[str]:
    """Some scenes, and all from which one of them can be reached."""
    before: dict[str, list[str]] = {}
    for scene in scenario.scenes.values():
        for to in _onward(scene):
            before.setdefault(to, []).append(scene.id)
    found, ahead = set(goals), list(goals)
    while ahead:
        fresh = [name for name in before.get(ahead.pop(), ()) if name not in found]
        found.update(fresh)
        ahead += fresh
    return found


def _onward(scene: Scene) -> set[str]:
    others = scene.otherwise.ways if scene.otherwise else ()
    return {way.to for ways in (scene.ways, others, *(choice.ways for choice in scene.choices)) for way in ways}
