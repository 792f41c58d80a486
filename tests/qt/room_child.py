"""A program of its own that leads a room in a window: python -m tests.qt.room_child HOME STAGE

It goes on with the room that was left there, or begins one; says how that stands; leads it to a stage, says how it
stands there, and goes on as any window does until somebody ends it. What it says is one line of JSON each.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hrtrainer.group.action import Action
from hrtrainer.group.stage import Stage
from hrtrainer.pages.room_setup import Draft
from hrtrainer.paths import paths
from hrtrainer.qt.app import TrainerWindow, application_for, make_window
from hrtrainer.qt.room import making
from hrtrainer.qt.room.leading import Leading
from hrtrainer.qt.widgets.buttons import Button
from tests.qt.leads import TwoScreens, lead_to, press


def begin(window: TrainerWindow) -> None:
    """Lead on the room that was left, or a new one."""
    leading = window.furnishing.leading
    leading.setting_up.draft = Draft(22)
    leading.setting_up.open("in-a-rush")
    QApplication.processEvents()
    left = [one for one in window.findChildren(Button) if one.isVisible() and one.text() == "Go on with it"]
    if left:
        left[0].click()
    leading.setting_up.opened.emit()


def lead(leading: Leading, stage: Stage) -> None:
    """To a stage that comes after the present one, by wishes as keys make them."""
    press(leading, Action.RETURN)
    if stage is Stage.COMPARE:
        press(leading, Action.OPTION, 3)
    if stage is Stage.CLOSE:
        lead_to(leading, Stage.CROSSROADS)
        press(leading, Action.CLOSE)
    lead_to(leading, stage)


def told(leading: Leading) -> str:
    """How the room stands, and what is on the wall."""
    room, wall = leading.desk.room, leading._wall
    assert room is not None and isinstance(wall, TwoScreens)
    state = room.state
    rounds = [[one.number, list(one.totals), one.passes] for visit in state.visits for one in visit.rounds]
    page = type(wall.walls[-1].page).__name__
    return json.dumps({"stage": state.spot.stage, "at": state.at, "rounds": rounds, "wall": page})


if __name__ == "__main__":
    home = paths(Path(sys.argv[1]))
    application = application_for(home)
    making.RoomWall = TwoScreens  # type: ignore[misc]
    shown = make_window(home)
    shown.show()
    begin(shown)
    QApplication.processEvents()
    print(told(shown.furnishing.leading), flush=True)
    if sys.argv[2:]:
        lead(shown.furnishing.leading, Stage(sys.argv[2]))
        QApplication.processEvents()
        print(told(shown.furnishing.leading), flush=True)
        application.exec()
