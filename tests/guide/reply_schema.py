"""The JSON Schema of a supervisor's reply: assets/schema/reply-1.json."""

import json
from typing import Any

from hrtrainer.receiving.reply import FORMAT, MOST

_ABOUT = {
    "practise": "What was agreed to practise.",
    "line": "A line to try.",
    "scenario": "The id of a conversation to do it with.",
    "principle": "The id of a principle that it is about, as in nhrc.real-voice.",
    "next": "When they meet again, as 2026-12-03.",
    "time": "At what time, as 14:30, by the clock where it is opened.",
    "by": "What the supervisor calls themselves.",
    "to": "The code name that it is for.",
}
_PATTERNS = {"next": r"^(\d{4}-\d{2}-\d{2})?$", "time": r"^(([01]\d|2[0-3]):[0-5]\d)?$"}


def as_text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """A reply. Every key is there; what there is nothing to say about is empty."""
    texts = {
        key: {"type": "string", "description": _ABOUT[key], "maxLength": most}
        | ({"pattern": _PATTERNS[key]} if key in _PATTERNS else {})
        | ({"minLength": 1} if key == "practise" else {})
        for key, most in MOST.items()
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "HR Trainer supervisor's reply",
        "description": "What a supervisor and a worker agreed after looking at a pack. There is no mark and no grade.",
        "type": "object",
        "properties": {"format": {"const": FORMAT}} | texts,
        "required": ["format", *MOST],
        "additionalProperties": False,
    }
