"""The program is killed in every stage of a room, with its windows open; each fresh start comes back there, black."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hrtrainer.group.stage import Stage
from tests.stage import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")


def start(home: Path, *stage: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.qt.room_child", str(home), *stage]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(child: "subprocess.Popen[str]") -> dict[str, Any]:
    assert child.stdout is not None
    found: dict[str, Any] = json.loads(child.stdout.readline())
    return found


def test_killed_in_any_stage_the_window_comes_back_in_it_black_with_every_vote(tmp_path: Path) -> None:
    before: dict[str, Any] | None = None
    for stage in Stage:
        with start(tmp_path, stage.value) as child:
            found = said(child)
            if before is not None:
                assert found == {**before, "wall": "BlackWall"}
            before = said(child)
            assert before["stage"] == stage and before["wall"] != "BlackWall"
            child.send_signal(signal.SIGKILL)
        assert child.returncode == -signal.SIGKILL
    with start(tmp_path) as child:
        assert before is not None and said(child) == {**before, "wall": "BlackWall"}
    assert len(before["rounds"]) == 2 and all(sum(totals) > 10 for _, totals, _ in before["rounds"])
