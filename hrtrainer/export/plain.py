"""A pack or a summary as plain data: the JSON that other programs may keep. assets/schema/pack-1.json is its schema.

A pack has these keys, in their order:

format          always "hrtrainer-pack-1"; a later shape takes another number
code_name       what the person calls themselves, or ""
talk_about      what the person wants to talk about in supervision, or ""
answers         about the organisation: list of question, text
barriers        list of text
parts           what was chosen to be in it, by name
sessions        list of summaries

A summary has these. Texts are as they stood on the screen, without control and bidi characters.

format          always "hrtrainer-summary-1"; a later shape takes another number
session         id of the session; code_name what the person calls themselves, or ""; day the UTC day it began
scenario        id, title, person, you (the role), place, region, check (fingerprint of the scenario's text)
played          tempo, seed, disposition
lens            id, name, publisher of the principle set that the marks were read through
ended           whether the conversation is over
ending          null, or id, title, kind, kind_name, lines
left_with       list of card, strategy, turn
floor           list of behaviour, reached, text
board           list of area, name, heard (list of card, turn; turn 0 is before the first answer), quiet (list of text)
principles      list of id, name, meaning, chances, supported, strained (each count, least, most), moments: list of
                turn, mark, evidence: list of behaviour, name, why, quote, honours, source
beside          the same for what else stands on the source's page
moves           list of id, name, turns
turns           list of number, scene, key, heard, choice, said, own, unsure, reply, headline, moves, marks (list of
                principle, mark), instead (list of move, say), not_taken, differently
withdrawn       the same for turns that were taken back
strengths       list of turn, principle, quote, why
to_try          list of turn, said, why, move, say
guess           null, or marks (list of principle, mark), left, sure
talk_about      what the person wants to talk about in supervision, or ""
reflections     list of question, text
questions, facts   lists of text
sources         list of title, publisher, address, checked, next
reviewed, limits   text

A line is speaker, name, text, manner. A mark is one of the seven words. The counts of a principle stand beside the
least and the most that were reachable; nothing is added up over principles. How long anyone took is not in the file.
"""

import json
from dataclasses import asdict
from typing import Any

from hrtrainer.export.clean import cleaned
from hrtrainer.session.packing import PARTS, Pack
from hrtrainer.session.summary import Summary, TurnTold

FORMAT = "hrtrainer-summary-1"
PACK_FORMAT = "hrtrainer-pack-1"
_COUNTS = ("chances", "supported", "strained")


def json_bytes(told: Summary | Pack) -> bytes:
    """A summary or a pack as JSON in plain ASCII, the same bytes for the same value."""
    data = plain(told) if isinstance(told, Summary) else plain_pack(told)
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, indent=1)
    return f"{text}\n".encode("ascii")


def plain_pack(pack: Pack) -> dict[str, Any]:
    """The pack as data that JSON can hold."""
    told = cleaned(pack)
    return {
        "format": PACK_FORMAT,
        "code_name": told.code_name,
        "talk_about": told.talk,
        "answers": _pairs(told.answers, "question", "text"),
        "barriers": list(told.barriers),
        "parts": [part for part in PARTS if part in told.parts],
        "sessions": [_session(one, "counts" in told.parts) for one in told.sessions],
    }


def _session(summary: Summary, counted: bool) -> dict[str, Any]:
    """A summary; without its counts, which then have no keys at all, where they were not chosen."""
    data = plain(summary)
    if not counted:
        for one in (*data["principles"], *data["beside"]):
            for name in _COUNTS:
                del one[name]
    return data


def plain(summary: Summary) -> dict[str, Any]:
    """The summary as data that JSON can hold, key by key as the module's docstring says."""
    told = cleaned(summary)
    return {
        "format": FORMAT,
        "session": told.session,
        "code_name": told.code_name,
        "day": told.day,
        **_setting(told),
        "ended": told.ending is not None,
        "ending": asdict(told.ending) if told.ending else None,
        "left_with": [asdict(one) for one in told.left_with],
        "floor": [asdict(one) for one in told.floor],
        "board": [asdict(one) | {"heard": _pairs(one.heard, "card", "turn")} for one in told.board],
        "principles": [asdict(one) for one in told.principles],
        "beside": [asdict(one) for one in told.beside],
        "moves": [asdict(one) for one in told.moves],
        "turns": [_turn(one) for one in told.turns],
        "withdrawn": [_turn(one) for one in told.withdrawn],
        "strengths": [asdict(one) for one in told.strengths],
        "to_try": [asdict(one) for one in told.to_try],
        "guess": asdict(told.guess) | {"marks": _pairs(told.guess.marks, "principle", "mark")} if told.guess else None,
        "talk_about": told.talk_about,
        "reflections": _pairs(told.reflections, "question", "text"),
        "questions": list(told.questions),
        "facts": list(told.facts),
        "sources": [asdict(one) for one in told.sources],
        "reviewed": told.reviewed,
        "limits": told.limits,
    }


def _setting(told: Summary) -> dict[str, Any]:
    scenario = {
        "id": told.scenario,
        "title": told.title,
        "person": told.person,
        "you": told.you,
        "place": told.place,
        "region": told.region,
        "check": told.check,
    }
    return {
        "scenario": scenario,
        "played": {"tempo": told.tempo, "seed": told.seed, "disposition": told.disposition},
        "lens": {"id": told.lens, "name": told.lens_name, "publisher": told.lens_publisher},
    }


def _turn(turn: TurnTold) -> dict[str, Any]:
    return asdict(turn) | {"marks": _pairs(turn.marks, "principle", "mark")}


def _pairs(pairs: tuple[tuple[Any, Any], ...], first: str, second: str) -> list[dict[str, Any]]:
    return [{first: one, second: other} for one, other in pairs]
