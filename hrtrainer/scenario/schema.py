"""Format 1 as a JSON Schema (draft 2020-12), so that an editor can complete keys and mark slips while an author types.

A text field takes any scalar as typed: an editor reads `card: 12:30` or `language: no` as it likes, we read words.
What a schema cannot say (names that must exist, conditions, which way stands last) `hrtrainer check` says.
"""

import json
from collections.abc import Iterable, Mapping

from hrtrainer.scenario import keys, limits
from hrtrainer.scenario.codes import acceptable
from hrtrainer.scenario.fields import Keys
from hrtrainer.scenario.known import AREAS, AUDIENCES, KINDS, LEVELS
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.schema_words import ABOUT

Shape = dict[str, object]

_SCALAR = ["string", "number", "boolean"]
_TEXT: Shape = {"type": _SCALAR, "pattern": r"\S"}
_BLANK: Shape = {"type": [*_SCALAR, "null"]}
_NAME: Shape = {"type": ["string", "boolean"], "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
_DAY: Shape = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_YES: Shape = {"enum": [True, False, "true", "false"]}


def schema(reference: Reference) -> Shape:
    """The schema of format 1, with the behaviours, moves, strategies and sources that ship with the program."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "HR Trainer scenario, format 1",
        "description": "One practice conversation. The guide lies beside this file, in assets/guide/writing.md.",
        **_scenario(reference),
        "$defs": _parts(reference),
    }


def as_text(reference: Reference) -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(schema(reference), indent=2, ensure_ascii=False) + "\n"


def _ref(part: str) -> Shape:
    return {"$ref": f"#/$defs/{part}"}


def _list(items: Shape, least: int = 0) -> Shape:
    return {"type": "array", "items": items} | ({"minItems": least} if least else {})


def _whole(least: int, most: int) -> Shape:
    digits = "^[+-]?(0|[1-9][0-9]{0,8})$"
    return {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": digits}


def _table(kind: str, of: Keys, shapes: Mapping[str, Shape]) -> Shape:
    """A table with exactly the keys of its kind; every key needs a shape and a sentence."""
    about = ABOUT[kind]
    properties = {key: {"description": about[key], **shapes[key]} for key in (*of.needed, *of.allowed)}
    return {"type": "object", "properties": properties, "required": list(of.needed), "additionalProperties": False}


def _named(values: Shape) -> Shape:
    """A table whose keys are ids."""
    return {"type": "object", "minProperties": 1, "propertyNames": _NAME, "additionalProperties": values}


def _known(names: Mapping[str, str]) -> Shape:
    """One of the names that ship with the program, each with what it means."""
    return {"oneOf": [{"const": name, "title": means} for name, means in names.items()]}


def _by_behaviour(reference: Reference, values: Shape) -> Shape:
    """A table whose keys are behaviours, so that an editor can offer them with their meaning."""
    properties = {one.id: {"description": one.means, **values} for one in reference.yardstick.behaviours.values()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _words(names: Iterable[str]) -> Shape:
    return {"enum": sorted(names)}


def _scenario(reference: Reference) -> Shape:
    texts = ("title", "language", "summary", "you", "role", "content_note")
    shapes: dict[str, Shape] = dict.fromkeys(texts, _TEXT)
    shapes |= {
        "format": {"enum": [1, "1"]},
        "id": _NAME,
        "minutes": _whole(1, 240),
        "level": {"enum": list(LEVELS)},
        "audience": _list({"enum": list(AUDIENCES)}),
        "picture": {"anyOf": [_words(reference.known.pictures), _TEXT]},
        "topics": _list(_TEXT),
        "goals": _list(_TEXT),
        "credits": _table("credits", keys.CREDITS, _texts(keys.CREDITS)),
        "facts_checked": _table("facts_checked", keys.FACTS_CHECKED, dict.fromkeys(keys.FACTS_CHECKED.needed, _DAY)),
        "sources": _list(_ref("source")),
        "people": _named(_ref("person")) | {"propertyNames": _NAME | {"not": {"enum": list(keys.LINE_WORDS)}}},
        "meters": _named(_ref("meter")),
        "board": _named(_ref("card")),
        "ledger": _named(_ref("entry")),
        "must_reach": _by_behaviour(reference, _ref("floor")),
        "start": _NAME,
        "scenes": _named(_ref("scene")) | {"propertyNames": _NAME | {"not": {"const": "end"}}},
        "endings": _named(_ref("ending")) | {"propertyNames": _NAME | {"not": {"const": "end"}}},
        "accepts": _accepts(),
        "twine": _twine(),
    }
    return _table("scenario", keys.SCENARIO, shapes)


def _twine() -> Shape:
    """What an earlier visit to Twine left."""
    card = _table("twine_card", keys.TWINE_CARD, {"position": _TEXT, "size": _TEXT, "tags": _list(_TEXT)})
    shapes: dict[str, Shape] = dict.fromkeys(keys.TWINE.allowed, _TEXT)
    many = {"tag-colors": _TEXT, "passages": card}
    shapes |= {key: {"type": "object", "additionalProperties": shape} for key, shape in many.items()}
    return _table("twine", keys.TWINE, shapes)


def _accepts() -> Shape:
    """A reason by code, or by the scene where it holds."""
    properties = {code: {"anyOf": [_TEXT, _named(_TEXT)]} for code in acceptable()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _parts(reference: Reference) -> Shape:
    strategies = {one.id: one.name for one in reference.yardstick.strategies.values()}
    return {
        "behaviour": _known({one.id: one.means for one in reference.yardstick.behaviours.values()}),
        "move": _known({one.id: one.means for one in reference.moves.values()}),
        "source": _known({one.id: one.title for one in reference.sources.values()}),
        "floor": _table("must_reach", keys.MUST_REACH, _texts(keys.MUST_REACH)),
        "when": {"type": "string", "pattern": r"\S", "maxLength": limits.MOST_CONDITION_CHARACTERS},
        "to": {"anyOf": [_NAME, _list(_way(), 1)]},
        "names": _list(_NAME),
        "moves": _list(_ref("move")),
        "lines": _list(_line()),
        "changes": {"type": "object", "propertyNames": _NAME, "additionalProperties": _whole(-1000, 1000)},
        "person": _table("person", keys.PERSON, _texts(keys.PERSON, dispositions=_list(_TEXT))),
        "meter": _table("meter", keys.METER, dict.fromkeys(keys.METER.needed, _whole(-1000, 1000))),
        "card": _table("card", keys.CARD, _texts(keys.CARD, area={"enum": list(AREAS)})),
        "entry": _table("entry", keys.ENTRY, _texts(keys.ENTRY, strategy=_known(strategies))),
        "scene": _scene(),
        "choice": _choice(),
        "reason": {"anyOf": [_TEXT, _shown(reference)]},
        "shows": _by_behaviour(reference, _ref("reason")),
        "ending": _table(
            "ending",
            keys.ENDING,
            _texts(keys.ENDING, kind={"enum": list(KINDS)}, lines=_ref("lines"), when=_ref("when")),
        ),
    }


def _texts(of: Keys, **others: Shape) -> dict[str, Shape]:
    """Shapes of a table's keys: texts, but for those that are named."""
    return {key: others.get(key, _TEXT) for key in (*of.needed, *of.allowed)}


def _way() -> Shape:
    return _table("way", keys.WAY, {"to": _NAME, "when": _ref("when")})


def _line() -> Shape:
    """One speaker beside `manner`, `when` and `id`. That two people do not share a line a schema cannot say."""
    alone = {"enum": list(keys.LINE_WORDS)}
    told = {key: {"description": ABOUT["line"][key], **_TEXT} for key in ("narrator", "you", "manner")}
    return {
        "type": "object",
        "properties": {
            **told,
            "when": {"description": ABOUT["line"]["when"], **_ref("when")},
            "id": {"description": ABOUT["line"]["id"], **_NAME},
        },
        "additionalProperties": _TEXT,
        "not": {"anyOf": [{"propertyNames": {"enum": list(keys.LINE.allowed)}}, {"required": ["narrator", "you"]}]},
        "if": {"anyOf": [{"required": ["narrator"]}, {"required": ["you"]}]},
        "then": {"propertyNames": alone},
    }


def _scene() -> Shape:
    notes = _texts(keys.FACILITATOR, say=_BLANK, ask=_BLANK, watch=_BLANK, prompts=_list(_TEXT))
    aside = {"reply": _ref("lines"), "to": _ref("to"), "hears": _ref("names"), "changes": _ref("changes")}
    aside |= {"gives": _ref("names"), "reaches": _list(_ref("behaviour"))}
    shapes: dict[str, Shape] = {
        "place": _TEXT,
        "key": _YES,
        "known_risks": _ref("names"),
        "hears": _ref("names"),
        "lines": _ref("lines"),
        "facilitator": _table("facilitator", keys.FACILITATOR, notes),
        "choices": _list(_ref("choice"), 1),
        "otherwise": _table("otherwise", keys.OTHERWISE, aside),
        "to": _ref("to"),
    }
    either = {"oneOf": [{"required": ["choices"]}, {"required": ["to"]}]}
    return _table("scene", keys.SCENE, shapes) | either


def _choice() -> Shape:
    others = _table("instead", keys.INSTEAD, {"move": _ref("move"), "say": _TEXT})
    shapes: dict[str, Shape] = {
        "id": _NAME,
        "say": _TEXT | {"maxLength": limits.MOST_CHOICE_CHARACTERS},
        "to": _ref("to"),
        "short": _TEXT,
        "moves": _ref("moves"),
        "headline": _TEXT,
        "shows": _ref("shows"),
        "reply": _ref("lines"),
        "hears": _ref("names"),
        "changes": _ref("changes"),
        "gives": _ref("names"),
        "instead": _list(others),
        "when": _ref("when"),
    }
    return _table("choice", keys.CHOICE, shapes)


def _shown(reference: Reference) -> Shape:
    reasons: Shape = {
        "type": "object",
        "propertyNames": _words(reference.known.principles),
        "additionalProperties": _TEXT,
    }
    shapes: dict[str, Shape] = {"why": _TEXT, "quote": _TEXT, "source": _ref("source"), "for": reasons}
    return _table("shown", keys.SHOWN, shapes) | {"required": ["why"]}
