"""A room whose program is killed in any stage comes back in that stage, black, with every vote that was counted."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrtrainer.facilitating import gather_again
from hrtrainer.group.stage import VOTES, Cover, Stage
from hrtrainer.history.rooms import rooms
from hrtrainer.history.store import History
from tests.group.rooms import reference
from tests.stage import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")

CHILD = """
import sys, time
from pathlib import Path
from hrtrainer.group.action import Action
from hrtrainer.group.stage import VOTES
from hrtrainer.history.store import History
from tests.group.test_going_on import led, press_on

room = led(History(Path(sys.argv[1])))
while room.room.state.spot.stage != sys.argv[2]:
    press_on(room)
if room.room.state.spot.stage in VOTES:
    for number in (1, 1, 3, 2):
        room.wish(Action.OPTION, number)
print("there", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("stage", Stage, ids=str)
def test_killed_in_a_stage_a_room_comes_back_in_it(stage: Stage, tmp_path: Path) -> None:
    command = [sys.executable, "-c", CHILD, str(tmp_path / "history.db"), stage.value]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None and child.stdout.readline() == "there\n"
        child.send_signal(signal.SIGKILL)
    history = History(tmp_path / "history.db")
    (row,) = rooms(history)
    state = gather_again(history, row, reference()).room.state
    assert (state.spot.stage, state.covers[-1], state.looking_back) == (stage, Cover.BLACK, False)
    if stage in VOTES:
        assert state.visit is not None
        counted = state.visit.round(VOTES[stage])
        assert counted is not None and (counted.totals, counted.passes) == ((2, 1, 1, 0), 0)
    history.close()
