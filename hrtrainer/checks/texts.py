"""Every text of a scenario that people read, with the voice it is in and where it stands in the file."""

from collections.abc import Callable, Sequence
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


def texts(scenario: Scenario) -> list[Told]:
    """All texts, in the order of the model. Empty ones are left out."""
    found: list[Told] = []
    add = found.append
    _cover(scenario, add)
    for scene in scenario.scenes.values():
        _scene(scene, add)
    for ending in scenario.endings:
        at: Path = ("endings", ending.id)
        add(Told(ending.title, Voice.NARRATION, (*at, "title")))
        _lines(ending.lines, (*at, "lines"), None, None, add)
    return found


_Add = Callable[[Told], None]


def _cover(scenario: Scenario, add: _Add) -> None:
    for key in ("title", "summary", "you", "role", "content_note"):
        if text := getattr(scenario, key):
            add(Told(text, Voice.COVER, (key,)))
    for number, goal in enumerate(scenario.goals):
        add(Told(goal, Voice.COVER, ("goals", number)))
    for person in scenario.people.values():
        add(Told(person.about, Voice.COVER, ("people", person.id, "about")))
    for card in scenario.board.values():
        add(Told(card.card, Voice.CARD, ("board", card.id, "card")))
        add(Told(card.question, Voice.CARD, ("board", card.id, "question")))
    for entry in scenario.ledger.values():
        add(Told(entry.card, Voice.CARD, ("ledger", entry.id, "card")))
    for must in scenario.must_reach:
        add(Told(must.reached, Voice.CARD, ("must_reach", must.behaviour, "reached")))
        add(Told(must.not_reached, Voice.CARD, ("must_reach", must.behaviour, "not_reached")))


def _scene(scene: Scene, add: _Add) -> None:
    at: Path = ("scenes", scene.id)
    if scene.place:
        add(Told(scene.place, Voice.NARRATION, (*at, "place"), scene))
    _lines(scene.lines, (*at, "lines"), scene, None, add)
    if notes := scene.facilitator:
        for key in ("say", "ask", "watch"):
            if text := getattr(notes, key):
                add(Told(text, Voice.NOTES, (*at, "facilitator", key), scene))
        for number, prompt in enumerate(notes.prompts):
            add(Told(prompt, Voice.NOTES, (*at, "facilitator", "prompts", number), scene))
    for number, choice in enumerate(scene.choices):
        _choice(scene, choice, (*at, "choices", number), add)
    if scene.otherwise:
        _lines(scene.otherwise.reply, (*at, "otherwise", "reply"), scene, None, add)


def _choice(scene: Scene, choice: Choice, at: Path, add: _Add) -> None:
    add(Told(choice.say, Voice.OPTION, (*at, "say"), scene, choice))
    if choice.short:
        add(Told(choice.short, Voice.OPTION, (*at, "short"), scene, choice))
    if choice.headline:
        add(Told(choice.headline, Voice.FEEDBACK, (*at, "headline"), scene, choice))
    for shown in choice.shows:
        add(Told(shown.why, Voice.FEEDBACK, (*at, "shows", shown.behaviour, "why"), scene, choice, shown))
        for principle, why in shown.why_for.items():
            path = (*at, "shows", shown.behaviour, "for", principle)
            add(Told(why, Voice.FEEDBACK, path, scene, choice, shown))
    _lines(choice.reply, (*at, "reply"), scene, choice, add)
    for number, other in enumerate(choice.instead):
        add(Told(other.say, Voice.ALTERNATIVE, (*at, "instead", number, "say"), scene, choice))


def _lines(lines: Sequence[Line], at: Path, scene: Scene | None, choice: Choice | None, add: _Add) -> None:
    for number, line in enumerate(lines):
        voice = _VOICES.get(line.speaker, Voice.PERSON)
        speaker = line.speaker if voice is Voice.PERSON else ""
        add(Told(line.text, voice, (*at, number, line.speaker), scene, choice, None, speaker))
        if line.manner:
            add(Told(line.manner, Voice.NARRATION, (*at, number, "manner"), scene, choice))
