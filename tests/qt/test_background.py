"""Work beside the window: what it gives arrives, and what the window left behind is not taken apart beside it."""

import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from hrtrainer.problem import Problem
from hrtrainer.qt.background import Work


def test_the_collector_rests_until_the_last_of_the_work_is_done(qtbot: QtBot) -> None:
    owner = QObject()
    first, second = Work(gc.isenabled, owner), Work(gc.isenabled, owner)
    found: list[object] = []
    for work in (first, second):
        work.done.connect(found.append)
    gone = [first.destroyed, second.destroyed]
    with qtbot.waitSignals(gone):
        first.begin()
        second.begin()
        assert not gc.isenabled()
    assert found == [False, False]
    assert gc.isenabled()


def test_what_could_not_be_done_arrives_as_a_problem(qtbot: QtBot) -> None:
    def deed() -> object:
        raise Problem("E01", "The folder is gone.", "Choose another.")

    owner = QObject()
    work = Work(deed, owner)
    with qtbot.waitSignal(work.failed) as told, qtbot.waitSignal(work.destroyed):
        work.begin()
    assert told.args is not None and told.args[0].code == "E01"
    assert gc.isenabled()


def test_whoever_hears_of_it_may_take_it_along(qtbot: QtBot) -> None:
    for _ in range(50):
        owner = QObject()
        work = Work(lambda: sum(range(10_000)), owner)
        work.done.connect(lambda _, owner=owner: Shiboken.delete(owner))
        with qtbot.waitSignal(owner.destroyed):
            work.begin()
