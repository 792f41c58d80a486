"""Every text of a scenario that people read, with the voice it is in and where it stands in the file."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from hrtrainer.checks.places import Path
from hrtrainer.scenario.model import NARRATOR, YOU, Choice, Line, Scenario, Scene, Shown


class Voice(Enum):
    """Who speaks. The value names it in messages."""

    COVER = "the cover"
    NARRATION = "the narration"
    PERSON = "what a person says"
    WORKER = "a line of the worker"
    OPTION = "the choice"
    FEEDBACK = "the feedback"
    ALTERNATIVE = "a line to try"
    NOTES = "the facilitator's notes"
    CARD = "a card"


class Told(NamedTuple):
    """One text. `speaker` is a person's id; `scene`, `choice` and `shown` say what it belongs to, where it does."""

    text: str
    voice: Voice
    path: Path
    scene: Scene | None = None
    choice: Choice | None = None
    shown: Shown | None = None
    speaker: str = ""


_VOICES = {NARRATOR: Voice.NARRATION, YOU: Voice.WORKER}


def texts(scenario: Scenario) -> Iterator[Told]:
    """All texts, in the order of the model. Empty ones are left out."""
    yield from _cover(scenario)
    for scene in scenario.scenes.values():
        yield from _scene(scene)
    for ending in scenario.endings:
        at: Path = ("endings", ending.id)
        yield Told(ending.title, Voice.NARRATION, (*at, "title"))
        yield from _lines(ending.lines, (*at, "lines"))


def _cover(scenario: Scenario) -> Iterator[Told]:
    for key in ("title", "summary", "you", "role", "content_note"):
        if text := getattr(scenario, key):
            yield Told(text, Voice.COVER, (key,))
    for number, goal in enumerate(scenario.goals):
        yield Told(goal, Voice.COVER, ("goals", number))
    for person in scenario.people.values():
        yield Told(person.about, Voice.COVER, ("people", person.id, "about"))
    for card in scenario.board.values():
        yield Told(card.card, Voice.CARD, ("board", card.id, "card"))
        yield Told(card.question, Voice.CARD, ("board", card.id, "question"))
    for entry in scenario.ledger.values():
        yield Told(entry.card, Voice.CARD, ("ledger", entry.id, "card"))
    for must in scenario.must_reach:
        yield Told(must.reached, Voice.CARD, ("must_reach", must.behaviour, "reached"))
        yield Told(must.not_reached, Voice.CARD, ("must_reach", must.behaviour, "not_reached"))


def _scene(scene: Scene) -> Iterator[Told]:
    at: Path = ("scenes", scene.id)
    if scene.place:
        yield Told(scene.place, Voice.NARRATION, (*at, "place"), scene)
    yield from _lines(scene.lines, (*at, "lines"), scene)
    if notes := scene.facilitator:
        for key in ("say", "ask", "watch"):
            if text := getattr(notes, key):
                yield Told(text, Voice.NOTES, (*at, "facilitator", key), scene)
        for number, prompt in enumerate(notes.prompts):
            yield Told(prompt, Voice.NOTES, (*at, "facilitator", "prompts", number), scene)
    for number, choice in enumerate(scene.choices):
        yield from _choice(scene, choice, (*at, "choices", number))
    if scene.otherwise:
        yield from _lines(scene.otherwise.reply, (*at, "otherwise", "reply"), scene)


def _choice(scene: Scene, choice: Choice, at: Path) -> Iterator[Told]:
    yield Told(choice.say, Voice.OPTION, (*at, "say"), scene, choice)
    if choice.short:
        yield Told(choice.short, Voice.OPTION, (*at, "short"), scene, choice)
    if choice.headline:
        yield Told(choice.headline, Voice.FEEDBACK, (*at, "headline"), scene, choice)
    for shown in choice.shows:
        yield Told(shown.why, Voice.FEEDBACK, (*at, "shows", shown.behaviour, "why"), scene, choice, shown)
        for principle, why in shown.why_for.items():
            path = (*at, "shows", shown.behaviour, "for", principle)
            yield Told(why, Voice.FEEDBACK, path, scene, choice, shown)
    yield from _lines(choice.reply, (*at, "reply"), scene, choice)
    for number, other in enumerate(choice.instead):
        yield Told(other.say, Voice.ALTERNATIVE, (*at, "instead", number, "say"), scene, choice)


def _lines(lines: Sequence[Line], at: Path, scene: Scene | None = None, choice: Choice | None = None) -> Iterator[Told]:
    for number, line in enumerate(lines):
        voice = _VOICES.get(line.speaker, Voice.PERSON)
        speaker = line.speaker if voice is Voice.PERSON else ""
        yield Told(line.text, voice, (*at, number, line.speaker), scene, choice, None, speaker)
        if line.manner:
            yield Told(line.manner, Voice.NARRATION, (*at, number, "manner"), scene, choice)
