"""The promise: every answer shown as taken is on the disk, whenever the process is killed."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import hrtrainer
from hrtrainer.history.store import History
from hrtrainer.session.event import SaidOwn
from tests.kill.loop import run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")

CHILD = """
import sys
from itertools import count
from pathlib import Path
from hrtrainer.history.store import History
from hrtrainer.session.event import SaidOwn, Started

key = sys.argv[2]
print(0, flush=True)
history = History(Path(sys.argv[1]))
history.begin(Started(1, key, "visit", "", "", "", 1, "nvc", "at"), "A visit", {})
print(1, flush=True)
for seq in count(2):
    history.append(key, SaidOwn(seq, f"{key} said {seq} " * 20), turns=seq - 1, ending=None)
    print(seq, flush=True)
"""


def killed_child(path: Path, key: str, after: int, pause: float) -> int:
    """Let a child keep events, kill it `pause` seconds after it has told of event `after`; the last one it told of."""
    home = Path(hrtrainer.__file__).parents[1]
    command = [sys.executable, "-c", CHILD, str(path), key]
    with subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = -1
        while told < after:
            told = int(child.stdout.readline())
        time.sleep(pause)
        child.send_signal(signal.SIGKILL)
        lines = child.stdout.read().split("\n")  # the last is empty or cut off by the kill
    return int(lines[-2]) if len(lines) > 1 else told


def check(path: Path, key: str, told: int) -> None:
    """The file is sound and holds at least all that was told; opening it again is all the repair there is."""
    history = History(path)
    try:
        log = history.log(key) if told else ()
        assert len(log) >= told
        assert all(event == SaidOwn(n, f"{key} said {n} " * 20) for n, event in enumerate(log[1:], 2))
        for row in history.sessions():
            assert row.turns == len(history.log(row.key)) - 1
    finally:
        history.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_killed_while_somebody_plays(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    tally = run(tmp_path, 30, seed)
    print(tally)
    assert (tally.rounds, tally.lost, tally.unsound) == (30, 0, 0)
    assert tally.told > 100 and tally.went_on == tally.to_go_on > 0


def test_killed_while_the_file_is_made(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for number in range(15):
        path = tmp_path / str(number) / "history.db"
        check(path, "s", killed_child(path, "s", 0, chance.uniform(0, 0.01)))
