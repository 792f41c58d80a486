"""A history of many years: sessions of 20 events each, as the program writes them, and the same as JSON rows."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from random import Random

from hrtrainer.history.rows import checksum, row_of
from hrtrainer.history.standing import Stand, values_of
from hrtrainer.history.store import History
from hrtrainer.history.values import stored
from hrtrainer.session.event import Chose, Event, Guessed, Reflected, Rewound, SaidOwn, Started, WentOn

FIRST, APART = 1_600_000_000_000, 1_500_000
"""When the first session began, and how long after it the next (milliseconds): 100,000 take nearly five years."""

SCENARIOS = ("in-a-rush", "eleven-weeks", "not-looking-to-quit")
CHOICES = ("bag-and-ask", "since-when", "first-one", "sit-down-with-her", "what-would-help", "ask-what-matters")
PRINCIPLES = tuple(f"nhrc.principle-{number}" for number in range(8))
WORDS = "I hurried at the start, and the door was closed before I had asked what they came for."


def sessions(count: int, seed: int = 1) -> Iterator[tuple[Started, tuple[Event, ...]]]:
    """Each session's first event and the nineteen after it, the same for a seed."""
    chance = Random(seed)
    digests = [f"{chance.getrandbits(256):064x}" for _ in range(6)]
    for number in range(count):
        at, key = FIRST + number * APART, f"{chance.getrandbits(128):032x}"
        wishes = (chance.randrange(1000, 9999), "nhrc", "canada-bc")
        begun = Started(at, key, chance.choice(SCENARIOS), chance.choice(digests), digests[0], digests[1], *wishes)
        chosen = [
            Chose(at + step * 9000, chance.choice(CHOICES), not step % 5) for step in range(1, chance.randrange(12, 15))
        ]
        after: list[Event] = [SaidOwn(at + 200_000, WORDS[:40]), WentOn(at + 201_000), Rewound(at + 202_000, 5)]
        marks = tuple((principle, "supports") for principle in PRINCIPLES[:3])
        after += [Guessed(at + 204_000, marks, "relieved", "fairly"), Reflected(at + 205_000, "differently", WORDS)]
        more = [Chose(at + 203_000 + step, chance.choice(CHOICES)) for step in range(19 - len(chosen) - len(after))]
        yield begun, (*chosen, *after[:3], *more, *after[3:])


def fill(path: Path, count: int) -> None:
    """Write the sessions into a history, in one transaction."""
    with closing(History(path)) as history:
        connection = history.connection
        connection.execute("BEGIN")
        for number, (begun, events) in enumerate(sessions(count), 1):
            stand = Stand(f"Title of {begun.scenario}", len(events) - 6, "warm", "open", events[-1].at, 0)
            values = (number, *values_of(begun, stand.title), stand.sum(begun.session))
            columns = (
                "id, key, started, scenario, title, lens, region, tempo, code_name, turns, ending, ending_kind, last, "
                "seed, scenario_digest, principles_digest, region_digest, crc"
            )
            connection.execute(f"INSERT INTO session({columns}) VALUES({', '.join('?' * 18)})", values)
            connection.execute(
                "UPDATE session SET turns=?, ending=?, ending_kind=?, last=? WHERE id=?", (*stand[1:5], number)
            )
            for seq, event in enumerate((begun, *events), 1):
                row = row_of(event)
                crc = checksum(begun.session, seq, row, begun if seq == 1 else None)
                at = row.at if seq == 1 else row.at - begun.at
                kept = (number, seq, at, row.kind, stored(row.name), row.number, stored(row.words), crc)
                connection.execute("INSERT INTO event VALUES(?, ?, ?, ?, ?, ?, ?, ?)", kept)
        connection.execute("COMMIT")


def fill_json(path: Path, count: int) -> None:
    """Write the same data with each event as one JSON text."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE session(id INTEGER PRIMARY KEY, payload TEXT)")
        connection.execute("CREATE TABLE event(id INTEGER PRIMARY KEY, session INTEGER, seq INTEGER, payload TEXT)")
        connection.execute("CREATE INDEX event_session ON event(session, seq)")
        connection.execute("BEGIN")
        for number, (begun, events) in enumerate(sessions(count), 1):
            stand = {"title": f"Title of {begun.scenario}", "turns": 13, "ending": "warm", "last": events[-1].at}
            connection.execute("INSERT INTO session VALUES(?, ?)", (number, json.dumps(asdict(begun) | stand)))
            for seq, event in enumerate((begun, *events), 1):
                payload = json.dumps({"kind": type(event).__name__} | (asdict(event) if seq > 1 else {"at": begun.at}))
                connection.execute("INSERT INTO event(session, seq, payload) VALUES(?, ?, ?)", (number, seq, payload))
        connection.execute("COMMIT")
