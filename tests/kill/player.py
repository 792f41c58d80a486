"""Plays by a script drawn from a seed, as the window does, and tells of each event once it is kept.

`python -m tests.kill.player HOME SEED` goes on with what is open, or begins; a line is 'KEY LENGTH', or 'on KEY'.
"""

import random
import sys
from contextlib import suppress
from pathlib import Path

from hrtrainer.history.lasting import LastingHistory
from hrtrainer.problem import Problem
from hrtrainer.scenario.library import read_file
from hrtrainer.session.play import Session
from hrtrainer.shipped import read_reference
from hrtrainer.sitting import Sitting, Wishes, sit_down, sit_down_again
from tests.stage import ASSETS, SCENARIOS, SHIPPED

OWN = "I would say it slower, and wait for what she makes of it. " * 6


def play(history: LastingHistory, chance: random.Random) -> None:
    """Play until somebody ends the process."""
    reference = read_reference(ASSETS)
    rows = history.unfinished()
    while True:
        if rows:
            sitting = sit_down_again(history, rows[0], reference)
            print(f"on {sitting.key}", flush=True)
            rows = ()
        else:
            reading = read_file(SCENARIOS / f"{chance.choice(SHIPPED)}.yaml", reference.known)
            wishes = Wishes("nhrc", "usa", seed=chance.randrange(1000, 9999))
            sitting = sit_down(history, reading, reference, wishes)
            _tell(sitting.session)
        while sitting.session.state.ending is None:
            _take_a_step(sitting, chance)
            _tell(sitting.session)
        sitting.guess((("nhrc.real-voice", "supports"),), "Relieved", "fairly")
        sitting.reflect("differently", OWN)
        _tell(sitting.session)


def _take_a_step(sitting: Sitting, chance: random.Random) -> None:
    lot = chance.random()
    if lot < 0.15 and sitting.rewind():
        return
    if lot < 0.3:
        with suppress(Problem):  # own words may stand before a choice only once
            sitting.say(OWN)
            return
    sitting.choose(chance.choice(sitting.session.state.choices).id, unsure=lot > 0.8)


def _tell(session: Session) -> None:
    print(session.started.session, session.length, flush=True)


if __name__ == "__main__":
    opened = LastingHistory(Path(sys.argv[1]) / "history.sqlite")
    assert opened.trouble is None and opened.mended is None, "the last kill left something behind"
    print("open", flush=True)
    play(opened, random.Random(int(sys.argv[2])))
