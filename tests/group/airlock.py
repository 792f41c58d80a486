"""What must not be on the wall of a room as it stands, worked out from the scenario and the log alone."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from hrtrainer.group import wording as say
from hrtrainer.group.room import Room
from hrtrainer.group.stage import Stage
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.telling import teller

S = Stage
PRIVATE = "a note of mine that nobody sees"
AFTER_COMMIT = (S.REPLY, S.REVEAL, S.DEBRIEF, S.CROSSROADS, S.WHAT_IF, S.COMPARE)


def values(thing: object) -> Iterator[tuple[str, object]]:
    """Every text and number in a value, with the name of the field that holds it."""
    if is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            for name, value in values(getattr(thing, field.name)):
                yield name or field.name, value
    elif isinstance(thing, tuple):
        for item in thing:
            yield from values(item)
    elif isinstance(thing, str | int):
        yield "", thing


def texts(thing: object) -> list[str]:
    return [value for _, value in values(thing) if isinstance(value, str) and not isinstance(value, Enum)]


def numbers(thing: object) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, value in values(thing):
        if isinstance(value, int) and not isinstance(value, bool):
            found.setdefault(name, []).append(value)
    return found


def forbidden(room: Room, reference: Reference) -> set[str]:
    """Texts that the wall may not hold now: notes, scripts, reasons not yet revealed, answers not yet heard."""
    tell, state = teller(room.session, reference, room.lens.id), room.state
    spot, visit = state.spot, state.visit
    found = {PRIVATE, say.LANDS_HARD, *say.SCRIPTS.values(), *say.BRIEF_SCRIPTS, *say.CLOSE_SCRIPTS}
    found |= {step.script for step in say.DEBRIEF}
    may: set[str] = set()
    for scene in room.scenario.scenes.values():
        if scene.facilitator:
            notes = scene.facilitator
            found |= {tell.text(text) for text in (notes.say, notes.ask, notes.watch, *notes.prompts) if text}
        for choice in scene.choices:
            found |= {tell.text(why) for shown in choice.shows for why in (shown.why, *shown.why_for.values())}
            found |= {tell.text(line.text) for line in choice.reply}
            found |= {tell.text(choice.headline), *(tell.text(other.say) for other in choice.instead)}
        found |= {tell.text(line.text) for line in scene.lines}
    found |= {tell.text(line.text) for ending in room.scenario.endings for line in ending.lines}
    if visit is not None:
        heard = [*room.scene_lines(visit), *room.asked(visit)] if spot.stage is not S.REPLY else []
        may |= {tell.text(line.text) for line in heard}
        if spot.stage is S.DISCUSS:
            may.add(tell.text(say.prompts(room.scene(visit))[state.prompt]))
        if spot.stage in (S.REPLY, S.COMPARE):
            may |= {tell.text(line.text) for line in room.reply_lines(visit, spot.branch)}
        if spot.stage is S.COMPARE:
            may |= {tell.text(line.text) for line in room.reply_lines(visit, "")}
        if spot.stage is S.REVEAL:
            may |= {tell.text(one.why) for one in room.reveals(visit, spot.branch)[spot.step - 1].evidence}
    if spot.stage in (S.CLOSE, S.REPORT):  # what was said and heard on the way is what the report tells
        may |= {tell.text(line.text) for one in state.visits for line in room.asked(one)}
        may |= {tell.text(one.choice.say) for seen in state.visits for one in room.options(seen)}
    if visit is not None:
        may |= {tell.text(one.choice.say) for one in room.options(visit)}
        may |= {tell.text(one.choice.short) for one in room.options(visit)}
    return {text for text in found - may if len(text) > 12 and not any(text in allowed for allowed in may)}
