"""A conversation made by chance, of any size, in three languages: this program's own, ink, and bardic.

N scenes with three choices each, texts of 100 to 300 characters, four meters that stay within bounds, 15 % of the
second and third choices under a condition, some fifty steps from beginning to end, 2 % of the scenes the last one. The
same size and seed always give the same story.
"""

import random
from dataclasses import dataclass

METERS = ("trust", "time", "calm", "warmth")
MOST, START = 9, 4
STEPS = 50
SYLLABLES = ("ka", "lo", "min", "ter", "so", "ra", "ven", "du", "pel", "an", "tho", "rig")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `guard` is a meter and the least it has to be; `to` is the number of a scene, or None for the end."""

    say: str
    reply: str
    guard: tuple[str, int] | None
    change: tuple[str, int]
    to: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """One scene: what is said in it, and three choices."""

    text: str
    options: tuple[Option, ...]


def story(scenes: int, seed: int = 1, returning: float = 0.0) -> tuple[Place, ...]:
    """A story by chance. `returning` is the part of the choices that lead back to an earlier scene, or to this one."""
    chance = random.Random(seed)
    reach = max(1, 2 * scenes // STEPS - 1)

    def option(number: int, at: int, last: bool) -> Option:
        guard = (chance.choice(METERS), chance.randint(3, 6)) if at and chance.random() < 0.15 else None
        ahead = number + chance.randint(1, reach)
        to = None if last or ahead >= scenes else ahead
        if returning and to is not None and chance.random() < returning:
            to = chance.randint(max(0, number - reach), number)
        change = (chance.choice(METERS), chance.choice((-1, 1)))
        return Option(_text(chance, 60, 120), _text(chance, 40, 80), guard, change, to)

    def place(number: int) -> Place:
        last = number > 0 and chance.random() < 0.02
        return Place(_text(chance, 100, 300), tuple(option(number, at, last) for at in range(3)))

    return tuple(place(number) for number in range(scenes))


def _text(chance: random.Random, least: int, most: int) -> str:
    wanted = chance.randint(least, most)
    words: list[str] = []
    length = 0
    while length < wanted:
        word = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
        words.append(word)
        length += len(word) + 1
    return " ".join(words)[: wanted - 1].strip().capitalize() + "."


def as_scenario(places: tuple[Place, ...]) -> str:
    """The story as a scenario file."""
    meters = "\n".join(f"  {name}: {{from: 0, to: {MOST}, start: {START}}}" for name in METERS)
    scenes = "\n".join(_scene(number, place) for number, place in enumerate(places))
    return f"""\
format: 1
id: made-by-chance
title: Made by chance
language: en
summary: A story that nobody wrote.
minutes: 15
level: core
audience: [outreach]
you: somebody
role: You are there.
picture: exchange-window
content_note: none
topics: [chance]
goals:
  - Reach the end
credits: {{written_by: chance, lived_experience_review: none, clinical_review: none, licence: CC0-1.0}}
facts_checked: {{on: 2026-11-21, next: 2027-05-21}}
sources: [nhrc-principles]
people:
  sam: {{name: Sam, pronouns: they/them, about: Made by chance.}}
meters:
{meters}
board:
  card: {{area: risk, card: A card, question: What is it?}}
ledger:
  entry: {{card: An entry}}
must_reach:
  names-the-risk: {{reached: It was said., not_reached: It was not said.}}
start: s0
scenes:
{scenes}
endings:
  over:
    title: Over
    kind: partly
    lines:
      - sam: That is all.
"""


def _scene(number: int, place: Place) -> str:
    choices = "\n".join(_choice(at, option) for at, option in enumerate(place.options))
    return f"  s{number}:\n    lines:\n      - sam: {place.text}\n    choices:\n{choices}"


def _choice(at: int, option: Option) -> str:
    meter, by = option.change
    rows = [
        f"      - id: c{at}",
        f"        say: {option.say}",
        *([f"        when: {option.guard[0]} >= {option.guard[1]}"] if option.guard else []),
        f"        shows: {{names-the-risk: {{why: By chance., quote: {option.say.split()[0].rstrip('.')}}}}}",
        f"        reply:\n          - sam: {option.reply}",
        f"        changes: {{{meter}: {by:+d}}}",
        f"        to: {'end' if option.to is None else f's{option.to}'}",
    ]
    return "\n".join(rows)


def as_bardic(places: tuple[Place, ...]) -> str:
    """The story in bardic, whose linter is what a check is held beside. A reply is a passage of its own there."""
    rows = [":: Start", *(f"~ {name} = {START}" for name in METERS), "-> s0", ""]
    for number, place in enumerate(places):
        rows += [f":: s{number}", place.text]
        for at, option in enumerate(place.options):
            guard = f"{{{option.guard[0]} >= {option.guard[1]}}} " if option.guard else ""
            rows.append(f"+ {guard}[{option.say}] -> s{number}c{at}")
        for at, option in enumerate(place.options):
            meter, by = option.change
            rows += ["", f":: s{number}c{at}", option.reply, f"~ {meter} = min({MOST}, max(0, {meter} + {by}))"]
            rows.append(f"-> {'over' if option.to is None else f's{option.to}'}")
        rows.append("")
    return "\n".join([*rows, ":: over", "That is all.", ""])


def as_ink(places: tuple[Place, ...]) -> str:
    """The story in ink, for the engine that most branching stories are played with."""
    rows = [f"VAR {name} = {START}" for name in METERS] + ["-> s0"]
    for number, place in enumerate(places):
        rows += [f"=== s{number} ===", place.text]
        for option in place.options:
            guard = f"{{ {option.guard[0]} >= {option.guard[1]} }} " if option.guard else ""
            meter, by = option.change
            rows += [
                f"+ {guard}[{option.say}]",
                f"  {option.reply}",
                f"  ~ {meter} = MIN({MOST}, MAX(0, {meter} + {by}))",
                f"  -> {'over' if option.to is None else f's{option.to}'}",
            ]
    return "\n".join([*rows, "=== over ===", "That is all.", "-> END", ""])
