"""A pack as xAPI statements, which learning record stores keep: what was chosen, and how it was read.

No sentence that anybody said or wrote is in them: ids, marks as words and, where they were chosen, counts. There is no
score, no success and no pass. What was struck or left out of the pack is not in the pack, so it is in no statement.

initialized     the scenario, once
answered        a scene, once a turn that stands: `response` is the id of the choice; extensions `turn`, `marks` (by
                principle), `moves`, `unsure`, and `nearest` where the choice only came nearest to words of one's own
scored          a principle, once each that was in play: its moments (turn, mark) and, where chosen, its counts
completed       the scenario, when it came to an ending, with the ending's id and kind
terminated      the scenario, last
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from hrtrainer import words
from hrtrainer.export.clean import clean, cleaned
from hrtrainer.session.event import GROUP
from hrtrainer.session.packing import Pack
from hrtrainer.session.summary import PrincipleTold, Summary, TurnTold

VERSIONS = ("1.0.3", "2.0.0")
"""The versions of xAPI that statements can be made for, the usual one first."""

_ADL = "http://adlnet.gov/expapi"
_SIMULATION, _QUESTION, _OBJECTIVE = (
    f"{_ADL}/activities/{name}" for name in ("simulation", "cmi.interaction", "objective")
)

Statement = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Times:
    """When it began and ended, and when each turn was answered, by its number: milliseconds since 1970, UTC."""

    began: int
    ended: int
    turns: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Naming:
    """What the statements of one session are named by. `home` is an address of the organisation, without a slash.

    `account` stands for the person, or for the room, without being a name. `registration` is the session's UUID, and
    `id_of` gives the UUID of a statement by its name within the session. `language` is that of the scenario.
    """

    home: str
    account: str
    registration: str
    id_of: Callable[[str], str]
    language: str
    program: str = words.PROGRAM
    version: str = VERSIONS[0]


@dataclass(frozen=True, slots=True)
class Records:
    """What statements say beside a pack, by session. A session that is not in `times` has statements without a time."""

    namings: Mapping[str, Naming]
    times: Mapping[str, Times]


def statements(pack: Pack, records: Records) -> Mapping[str, tuple[Statement, ...]]:
    """The statements of each session of a pack, by its key, in the order of what happened."""
    keys = [one.session for one in pack.sessions]
    return {
        key: tuple(_Telling(told, records.namings[key], records.times.get(key), pack.parts).all())
        for key, told in zip(keys, cleaned(pack).sessions, strict=True)
    }


def as_text(made: Mapping[str, Iterable[Statement]]) -> str:
    """The statements of sessions as one list in JSON, as they can be looked at and handed over."""
    return json.dumps([one for each in made.values() for one in each], indent=1, ensure_ascii=False) + "\n"


def xapi_bytes(pack: Pack, records: Records) -> bytes:
    """The file of a pack: its statements."""
    return as_text(statements(pack, records)).encode("utf-8")


class _Telling:
    """The statements of one session."""

    def __init__(self, told: Summary, naming: Naming, times: Times | None, parts: frozenset[str]) -> None:
        self._told, self._naming, self._times = told, naming, times
        self._counted = "counts" in parts
        self._root, self._language = f"{naming.home}/hrtrainer", clean(naming.language)
        self._names = {one.id: one for one in (*told.principles, *told.beside)}

    def all(self) -> Iterator[Statement]:
        told, times = self._told, self._times
        began, ended = (times.began, times.ended) if times else (None, None)
        yield self._one("initialized", "", self._scenario(), began)
        for turn in told.turns:
            yield self._answered(turn)
        for principle in self._names.values():
            if principle.moments:
                yield self._scored(principle, ended)
        if told.ending:
            extensions = {"ending": told.ending.id, "ending-kind": told.ending.kind}
            yield self._one("completed", "", self._scenario(), ended, {"completion": True, **self._more(extensions)})
        yield self._one("terminated", "", self._scenario(), ended)

    def _answered(self, turn: TurnTold) -> Statement:
        at = self._times.turns.get(turn.number) if self._times else None
        place = f"scenes/{_part(turn.scene)}" if turn.scene else f"turns/{turn.number}"
        question = {
            "id": f"{self._scenario()['id']}/{place}",
            "definition": {"type": _QUESTION, "interactionType": "choice"},
        }
        more: Statement = {"marks": {key: mark.value for key, mark in turn.marks}, "moves": list(turn.moves)}
        more |= {"turn": turn.number, "unsure": turn.unsure or None, "nearest": bool(turn.own and turn.choice) or None}
        result = ({"response": turn.choice} if turn.choice else {}) | self._more(more)
        return self._one("answered", str(turn.number), question, at, result, [key for key, _ in turn.marks])

    def _scored(self, principle: PrincipleTold, at: int | None) -> Statement:
        more: dict[str, Any] = {"moments": [{"turn": one.turn, "mark": one.mark.value} for one in principle.moments]}
        if self._counted:
            more |= {
                "supported": principle.supported.count,
                "strained": principle.strained.count,
                "chances": principle.chances,
            }
        return self._one("scored", principle.id, self._principle(principle), at, self._more(more))

    def _one(
        self, verb: str, name: str, thing: Statement, at: int | None, result: Statement | None = None,
        touched: list[str] | None = None,
    ) -> Statement:  # fmt: skip
        naming = self._naming
        made: Statement = {
            "id": naming.id_of(f"{verb} {name}".strip()),
            "actor": {
                "objectType": "Group" if self._told.tempo == GROUP else "Agent",
                "account": {"homePage": naming.home, "name": naming.account},
            },
            "verb": {"id": f"{_ADL}/verbs/{verb}", "display": {"en": verb}},
            "object": {"objectType": "Activity", **thing},
            "context": self._context(thing, touched or []),
            "version": naming.version,
        }
        if result:
            made["result"] = result
        if at is not None:
            made["timestamp"] = _time(at)
        return made

    def _context(self, thing: Statement, touched: list[str]) -> Statement:
        around = {"category": [{"id": f"{self._root}/xapi/1"}]}
        scenario = {"id": self._scenario()["id"]}
        if thing["id"] != scenario["id"]:
            around["parent"] = [scenario]
        if touched:
            around["other"] = [{"id": self._address(key)} for key in touched]
        found = {"platform": self._naming.program, "language": self._language, "revision": self._told.check}
        kept = {key: value for key, value in found.items() if value}
        return {"registration": self._naming.registration, **kept, "contextActivities": around}

    def _scenario(self) -> Statement:
        told = self._told
        name = {self._language or "und": told.title}
        definition = {"type": _SIMULATION} | ({"name": name} if told.title else {})
        return {"id": f"{self._root}/scenarios/{_part(told.scenario)}", "definition": definition}

    def _principle(self, principle: PrincipleTold) -> Statement:
        return {
            "id": self._address(principle.id),
            "definition": {"type": _OBJECTIVE, "name": {"en": principle.name}},
        }

    def _address(self, principle: str) -> str:
        return f"{self._root}/principles/{_part(principle)}"

    def _more(self, values: Statement) -> Statement:
        """Results of our own kind; what is empty was left out, or there was none."""
        kept = {f"{self._root}/xapi/{key}": value for key, value in values.items() if value or value == 0}
        return {"extensions": kept} if kept else {}


def _part(name: str) -> str:
    return quote(name, safe="")


def _time(milliseconds: int) -> str:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"
