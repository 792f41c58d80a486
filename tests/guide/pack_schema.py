"""The JSON Schema of a pack, drawn from the values that it is made of: assets/schema/pack-1.json."""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hrtrainer.export.plain import FORMAT, PACK_FORMAT
from hrtrainer.principles.mark import Mark
from hrtrainer.session import summary as told
from hrtrainer.session.packing import PARTS

_COUNTS = ("chances", "supported", "strained")
_MARK = {"enum": [mark.value for mark in Mark]}
_TEXT, _NUMBER, _YES = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_LISTED = (
    "left_with", "floor", "board", "principles", "beside", "moves", "turns", "withdrawn", "strengths", "to_try",
    "guess", "questions", "facts", "sources",
)  # fmt: skip
_SETTING = {
    "scenario": ("id", "title", "person", "you", "place", "region", "check"),
    "played": ("tempo", "seed", "disposition"),
    "lens": ("id", "name", "publisher"),
}


def as_text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """A pack. Everything not named here is refused: nothing may slip into a file that people hand over."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "HR Trainer supervision pack",
        "description": "What a worker chose to show of their practice conversations. There is no total and no grade.",
        **_object(
            {
                "format": {"const": PACK_FORMAT},
                "code_name": _TEXT,
                "talk_about": _TEXT,
                "answers": _list(_object({"question": _TEXT, "text": _TEXT})),
                "barriers": _list(_TEXT),
                "parts": _list({"enum": list(PARTS)}),
                "sessions": _list({"$ref": "#/definitions/summary"}),
            }
        ),
        "definitions": {"summary": _summary()},
    }


def _summary() -> dict[str, Any]:
    hints = get_type_hints(told.Summary)
    setting = {
        name: _object({key: _NUMBER if key == "seed" else _TEXT for key in keys}) for name, keys in _SETTING.items()
    }
    return _object(
        {
            "format": {"const": FORMAT},
            "session": _TEXT,
            "code_name": _TEXT,
            "day": {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?)?$"},
            **setting,
            "ended": _YES,
            "ending": _of(hints["ending"]),
            **{name: _of(hints[name]) for name in _LISTED},
            "talk_about": _TEXT,
            "reflections": _list(_object({"question": _TEXT, "text": _TEXT})),
            "reviewed": _TEXT,
            "limits": _TEXT,
        }
    )


def _of(kind: Any) -> dict[str, Any]:
    if isinstance(kind, UnionType):
        return {"anyOf": [{"type": "null"}, *(_of(one) for one in get_args(kind) if one is not NoneType)]}
    if get_origin(kind) is tuple:
        return _list(_of(get_args(kind)[0]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _MARK
    if is_dataclass(kind):
        return _record(kind)
    return {str: _TEXT, int: _NUMBER, bool: _YES}[kind]


def _record(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    known = {field.name: field.name for field in fields(kind)}
    found = {name: _pair(kind, name) or _of(hints[name]) for name in known}
    return _object(found, set(_COUNTS) if kind is told.PrincipleTold else set())


def _pair(kind: Any, name: str) -> dict[str, Any] | None:
    """The pairs that a file spells out with names."""
    pairs = {
        (told.BoardTold, "heard"): {"card": _TEXT, "turn": _NUMBER},
        (told.TurnTold, "marks"): {"principle": _TEXT, "mark": _MARK},
        (told.GuessTold, "marks"): {"principle": _TEXT, "mark": _TEXT},
    }
    return _list(_object(pairs[(kind, name)])) if (kind, name) in pairs else None


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _object(keys: dict[str, Any], may_lack: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    required = [key for key in keys if key not in may_lack]
    return {"type": "object", "properties": keys, "required": required, "additionalProperties": False}
