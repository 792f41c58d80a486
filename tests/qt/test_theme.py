"""Light and dark: every widget is told of a style while none of them goes."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hrtrainer.qt.look import Look
from hrtrainer.qt.theme import dress, undress
from tests.stage import ASSETS

MANY = 20


class Left(QWidget):
    """A widget that only Python's collector can end: it holds itself."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, gone.append, 1)


class Wasteful(QWidget):
    """Makes enough rubbish, each time it is told of a style, to set the collector to work; notes what is gone then."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.gone, self.seen = gone, list[int]()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            rubbish = [[] for _ in range(1000)]
            rubbish.append(rubbish)
            self.seen.append(len(self.gone))


def test_no_widget_goes_while_others_are_told_of_a_style(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    gone: list[int] = []
    wasteful, look = Wasteful(gone), Look("light", 100, ASSETS, False)
    qtbot.addWidget(wasteful)
    wasteful.show()
    usual = gc.get_threshold()
    request.addfinalizer(lambda: gc.set_threshold(*usual))
    for change in (dress, undress):
        gc.collect()
        gone.clear()
        wasteful.seen.clear()
        gc.disable()
        for _ in range(MANY):
            Left(gone)
        gc.set_threshold(gc.get_count()[0] + 500, 1, 1)  # not before the first is told
        gc.enable()
        change(look)
        assert wasteful.seen and not any(wasteful.seen)
        assert gc.isenabled()
        gc.collect()
        assert len(gone) == MANY
