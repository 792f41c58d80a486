"""The loop: let the player play, kill it, look at what is there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from hrtrainer.history.checking import checked
from hrtrainer.history.opening import open_to_read
from hrtrainer.history.store import History
from tests.stage import ROOT


@dataclass
class Tally:
    """What came of the rounds. `lost` are events that were told and are not there."""

    rounds: int = 0
    told: int = 0
    lost: int = 0
    beyond: int = 0
    unsound: int = 0
    went_on: int = 0
    to_go_on: int = 0
    lengths: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return (
            f"{self.rounds} kills, {self.told} events told: {self.lost} lost, {self.beyond} kept beyond, "
            f"{self.unsound} files unsound, {self.went_on} of {self.to_go_on} open conversations gone on with"
        )


def run(home: Path, rounds: int, seed: int) -> Tally:
    """Kill as often as that."""
    chance, tally = random.Random(seed), Tally()
    home.mkdir(parents=True, exist_ok=True)
    for _ in range(rounds):
        was_open = tally.rounds > 0 and _is_open(home)
        lines = _killed(home, chance)
        tally.rounds += 1
        tally.to_go_on += was_open and any(line != "open" for line in lines)
        tally.went_on += was_open and any(line.startswith("on ") for line in lines)
        told = [line.split() for line in lines if line != "open" and not line.startswith("on ")]
        tally.told += len(told)
        tally.lengths |= {key: int(length) for key, length in told}
        _look(home, tally)
    return tally


def _killed(home: Path, chance: random.Random) -> list[str]:
    """What the player told before it was killed, at some event or anywhere between two."""
    command = [sys.executable, "-m", "tests.kill.player", str(home), str(chance.randrange(2**32))]
    after, pause = chance.randrange(0, 60), chance.choice((0.0, chance.uniform(0, 0.002), chance.uniform(0, 0.05)))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    lines: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        while len(lines) <= after:
            line = child.stdout.readline()
            assert line, "the player ended by itself"
            lines.append(line.strip())
        time.sleep(pause)
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().split("\n")  # the last is empty or cut off by the kill
    return [*lines, *(line for line in rest[:-1] if line)]


def _look(home: Path, tally: Tally) -> None:
    """Look at the file as the kill left it: first row by row without changing it, then as a program that opens it."""
    path = home / "history.sqlite"
    with closing(open_to_read(path)) as connection:
        tally.unsound += not checked(connection).sound
    with closing(History(path)) as history:
        for key, length in tally.lengths.items():
            there = len(history.log(key))
            tally.lost += max(0, length - there)
            tally.beyond += max(0, there - length)
            tally.lengths[key] = max(length, there)
    with closing(sqlite3.connect(path)) as connection:
        tally.unsound += connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]


def _is_open(home: Path) -> bool:
    with closing(History.to_read(home / "history.sqlite")) as history:
        return bool(history.unfinished())
