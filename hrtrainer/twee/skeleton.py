"""A story of others as a draft that plays: passages are scenes, links are choices, and all the rest is a place-holder.

Nothing is guessed: no behaviour, no mark, no speaker. What could not come along stands as a note above its scene.
"""

import re
from dataclasses import dataclass, field

from hrtrainer.scenario import limits
from hrtrainer.scenario.codes import BY_ID
from hrtrainer.scenario.diagnostic import Diagnostic, Spot, shown
from hrtrainer.scenario.fields import TO_WRITE
from hrtrainer.scenario.model import END, NARRATOR
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Row, Table, Text
from hrtrainer.twee import limits as most
from hrtrainer.twee.atlas import kept
from hrtrainer.twee.bodies import table
from hrtrainer.twee.cards import Cards
from hrtrainer.twee.draft import clean, cover, endings, text
from hrtrainer.twee.macros import carried, story_format
from hrtrainer.twee.markup import Link, Note, Words, pieces, read
from hrtrainer.twee.names import Ids
from hrtrainer.twee.story import Passage, Story

_BULLETS = re.compile(r"^(?:[*+•>#-]|[0-9]{1,2}[.)])+\s+|^#+")
_OUTSIDE = re.compile(r"[a-z]{2,12}:(//|[^\s]+@)|javascript:", re.IGNORECASE)
_LONGEST = 1_200
"""Characters of a line; a longer paragraph is broken at a space."""


@dataclass(slots=True)
class Skeleton:
    """A draft: its tree, notes by place, and one finding for each passage that lost something."""

    tree: Table
    comments: dict[Spot, list[str]]
    left: list[Diagnostic]


@dataclass(slots=True)
class _Scene:
    lines: list[Node] = field(default_factory=list)
    choices: list[Node] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def skeleton_of(story: Story, report: Report) -> Skeleton | None:
    """The draft of a story; None, told, when it is too large."""
    if sum(one.text.count("\n") + one.text.count("[[") for one in story.passages) > most.MOST_PIECES:
        report("T002", story.spot, most=most.MOST_PIECES, what="lines and links")
        return None
    cards = Cards(story, report)
    written_for = story_format(story.format, "\n".join(one.text for one in cards.passages))
    comments: dict[Spot, list[str]] = {(1, 1): [f"A draft, brought in from Twine. Every '{TO_WRITE}' waits for you."]}
    scenes, places, left, words = dict[str, Node](), dict[str, Spot](), list[Diagnostic](), 0
    for passage in cards.passages:
        scene = _read(passage, cards, written_for, report)
        name = cards.id_of(passage)
        scenes[name], places[name] = _table(passage, scene), passage.spot
        words += sum(len(_said(line).split()) for line in scene.lines)
        if scene.left:
            comments[passage.spot] = ["Not carried over from Twine:", *map(clean, scene.left)]
            left.append(_told(passage, scene.left, report.file))
    start = cards.place(text(story.start)).text
    about = cover(story, start if start in scenes else next(iter(scenes), ""), words)
    twine = kept(story, about["id"].text if isinstance(about["id"], Text) else "", cards.key_of)
    entries = {**about, "scenes": Table(scenes, places, (1, 1)), "endings": endings()}
    if twine is not None:
        entries["twine"] = twine
    keys = {key: (1, 1) if key == "format" else (0, 0) for key in entries}
    return Skeleton(Table(entries, keys, (1, 1)), comments, left)


def _told(passage: Passage, left: list[str], file: str) -> Diagnostic:
    """Built here and not handed to the report, which stops counting at some number: these are all told."""
    code = BY_ID["T012"]
    message = code.template.format(name=shown(passage.name, 160), left=shown(", ".join(left), 300))
    return Diagnostic(code, file, passage.spot, message, code.hint)


def _read(passage: Passage, cards: Cards, written_for: str, report: Report) -> _Scene:
    found, scene, ids = carried(passage.text, written_for), _Scene(), Ids()
    scene.left += found.left
    for row in pieces(found.text, passage.line, passage.column):
        for piece in row:
            if isinstance(piece, Words):
                scene.lines += _lines(piece)
            elif isinstance(piece, Link):
                _add_choice(scene, piece, ids, cards, report)
            elif isinstance(piece, Note) and piece.text.strip():
                scene.left.append(f"<!-- {piece.text.strip()} -->")
    return scene


def _lines(words: Words) -> list[Node]:
    said = _BULLETS.sub("", clean(read(words.text)))
    if not any(sign.isalnum() for sign in said):
        return []
    return [table(words.spot, {NARRATOR: text(part, words.spot)}) for part in _broken(said)]


def _broken(words: str) -> list[str]:
    parts = []
    while len(words) > _LONGEST:
        at = words.rfind(" ", 0, _LONGEST)
        at = at if at > 0 else _LONGEST
        parts.append(words[:at].strip())
        words = words[at:].strip()
    return [*parts, words] if words else parts


def _add_choice(scene: _Scene, link: Link, ids: Ids, cards: Cards, report: Report) -> None:
    if link.setter:
        scene.left.append(f"[[{link.text or link.target}]][{link.setter}]")
    if not cards.leads(link.target):
        if _OUTSIDE.match(link.target) or not link.target:
            scene.left.append(f"[[{link.text}->{link.target}]]")
            return
        report("T013", link.target_spot, name=link.target)
    say = clean(read(link.text or link.target)) or f"{TO_WRITE} what is said here"
    if len(say) > limits.MOST_CHOICE_CHARACTERS:
        scene.lines += [table(link.text_spot, {NARRATOR: text(part)}) for part in _broken(say)]
        say = say[: limits.MOST_CHOICE_CHARACTERS - 1].rstrip() + "…"
    to = cards.place(text(link.target)).text if cards.leads(link.target) else END
    entries = {"id": ids.new(say, "choice"), "say": say, "to": to}
    scene.choices.append(table(link.text_spot, {key: text(value, link.text_spot) for key, value in entries.items()}))


def _table(passage: Passage, scene: _Scene) -> Table:
    lines = scene.lines
    if not lines:
        lines = [table(passage.spot, {NARRATOR: text(f"{TO_WRITE} what happens here ({clean(passage.name)})")})]
    entries: dict[str, Node] = {"lines": Row(lines, passage.spot)}
    if scene.choices:
        entries["choices"] = Row(scene.choices, passage.spot)
    else:
        entries["to"] = text(END)
    return table(passage.spot, entries)


def _said(line: Node) -> str:
    said = line.entries.get(NARRATOR) if isinstance(line, Table) else None
    return said.text if isinstance(said, Text) else ""
