"""Many sessions, played at random: a few conversations under as many keys as are wanted."""

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from uuid import UUID

from hrtrainer.export.xapi import Statement
from hrtrainer.paths import Paths
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.lookup import Reference
from hrtrainer.sending.choosing import Chosen, statements_of
from hrtrainer.sending.store import RecordStore
from hrtrainer.session.event import Chose, Started, WentOn
from hrtrainer.session.packing import Choices
from hrtrainer.session.plan import prepare
from hrtrainer.session.play import Session, after, begin, replay
from hrtrainer.shipped import read_reference
from tests.stage import ASSETS, SCENARIOS, SHIPPED, TODAY

STORE = RecordStore(True, False, "https://records.example.org/xapi", "", "ws01")
_PLAYED = 12


@cache
def reference() -> Reference:
    return read_reference(ASSETS)


@cache
def played(seed: int) -> Session:
    """A conversation that somebody chose through by lot, to its ending."""
    lots = random.Random(seed)
    reading = read_file(SCENARIOS / f"{SHIPPED[seed % len(SHIPPED)]}.yaml", reference().known)
    assert reading.scenario is not None
    plan = prepare(reading.scenario)
    at = 1_795_000_000_000 + seed * 3_600_000
    session = begin(plan, Started(at, key(seed), plan.scenario.id, plan.scenario.digest, "p", "r", seed, "nhrc", "usa"))
    while session.state.ending is None:
        at += lots.randrange(2_000, 60_000)
        choices = session.state.choices
        session = after(session, Chose(at, lots.choice(choices).id) if choices else WentOn(at))
    return session


def key(number: int) -> str:
    return UUID(int=number + (4 << 76) + (2 << 62)).hex


def renamed(session: Session, name: str) -> Session:
    """The same conversation under another key."""
    started = replace(session.started, session=name)
    return replay(session.plan, (started, *session.log[1:]))


def statements_by_session(
    count: int, places: Paths, store: RecordStore = STORE, choices: Choices | None = None
) -> Mapping[str, tuple[Statement, ...]]:
    """The statements of so many sessions. After the first few, those are told again under other names, to be quick."""
    chosen = [Chosen(played(seed), reference()) for seed in range(min(count, _PLAYED))]
    found = dict(statements_of(chosen, choices or Choices(), store, places, TODAY))
    for number in range(_PLAYED, count):
        before, after_ = key(number % _PLAYED), key(number)
        text = json.dumps(found[before]).replace(str(UUID(before)), str(UUID(after_)))
        again = json.loads(text)
        for at, one in enumerate(again):
            one["id"] = str(UUID(int=(number << 64) + at + 1 + (5 << 76)))
        found[after_] = tuple(again)
    return found
