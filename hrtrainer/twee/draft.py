"""What a draft says where nothing is known yet: place-holders that `hrtrainer check` points at, and no guess."""

from collections.abc import Mapping

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.fields import TO_WRITE
from hrtrainer.scenario.model import NARRATOR
from hrtrainer.scenario.yamltext import Node, Row, Table, Text, without_unseen
from hrtrainer.twee.names import slug
from hrtrainer.twee.story import Story

_WORDS_A_MINUTE = 130
_NEVER = "1970-01-01"
"""Nobody has checked the facts of a draft: a day that is long past says so in the check."""


def cover(story: Story, start: str, words: int) -> dict[str, Node]:
    """Everything that stands before the scenes. `words` is how many are told, for the minutes."""
    title = clean(story.title)[:200] or _open("a title")
    values = {
        "format": "1",
        "id": slug(title, "story") if story.title.strip() else "story",
        "title": title,
        "language": "en",
        "summary": _open("what happens, in a sentence or two"),
        "minutes": str(min(240, max(1, words // _WORDS_A_MINUTE))),
        "level": "core",
        "audience": [],
        "you": _open("who the trainee is, as the worker on the van"),
        "role": _open("what the trainee does there and knows of the person"),
        "picture": "to-choose",
        "content_note": _open("what is mentioned that could hurt"),
        "topics": [],
        "goals": [_open("what can be practised here")],
        "credits": {
            "written_by": _open("who wrote the story in Twine"),
            "lived_experience_review": "none",
            "clinical_review": "none",
            "licence": "to-be-named",
        },
        "facts_checked": {"on": _NEVER, "next": _NEVER},
        "sources": [],
        "people": {"somebody": {"name": _open("a name"), "pronouns": "they/them", "about": _open("who they are")}},
        "board": {"to-hear": {"area": "person", "card": _open("what can be heard"), "question": _open("a question")}},
        "ledger": {"to-take": {"card": _open("what they may leave with")}},
        "must_reach": {},
        "start": start,
    }
    return {key: _node(value) for key, value in values.items()}


def endings() -> Node:
    """The one ending of a draft."""
    line = {NARRATOR: _open("how it is left")}
    return _node({"the-end": {"title": _open("an ending"), "kind": "partly", "lines": [line]}})


def _node(value: object) -> Node:
    if isinstance(value, Mapping):
        return Table({key: _node(one) for key, one in value.items()}, {}, (0, 0))
    return Row([_node(one) for one in value], (0, 0)) if isinstance(value, list) else text(str(value))


def _open(what: str) -> str:
    return f"{TO_WRITE} {what}"


def text(words: str, spot: Spot = (0, 0)) -> Text:
    """A text of the tree."""
    return Text(words, spot, False)


def clean(words: str) -> str:
    """Words on one line, without signs that cannot be seen."""
    return " ".join(without_unseen(words).split())
