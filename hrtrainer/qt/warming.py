"""Doing what will be wanted soon, a piece at a time, between the events of a window that is already there."""

import gc
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from hrtrainer.qt.guard import guarded

ROOMS = (
    "hrtrainer.session.event",
    "hrtrainer.history.store",
    "hrtrainer.history.lasting",
    "hrtrainer.history.atomic",
    "hrtrainer.scenario.model",
    "hrtrainer.scenario.library",
    "hrtrainer.shipped",
    "hrtrainer.session.plan",
    "hrtrainer.session.summary",
    "hrtrainer.session.summarise",
    "hrtrainer.qt.stock",
    "hrtrainer.pages.brief",
    "hrtrainer.qt.screens.brief",
    "hrtrainer.pages.conversation",
    "hrtrainer.qt.screens.conversation",
    "hrtrainer.qt.screens.feedback",
    "hrtrainer.pages.debrief",
    "hrtrainer.qt.screens.debrief",
    "hrtrainer.sending.store",
    "hrtrainer.history.outbox",
    "hrtrainer.qt.screens.settings",
    "hrtrainer.qt.screens.about",
    "hrtrainer.pages.growth",
    "hrtrainer.qt.screens.growth",
    "hrtrainer.receiving.reply",
    "hrtrainer.qt.growing",
    "hrtrainer.qt.sending",
    "hrtrainer.qt.faults",
    "hrtrainer.qt.care",
    "hrtrainer.qt.furnishing",
)
"""What the window needs beyond the library, in the order it builds on itself: no piece alone keeps a click waiting."""


def rooms() -> Iterable[Callable[[], object]]:
    """A deed for each room to load."""
    return (partial(import_module, room) for room in ROOMS)


def collect_again() -> None:
    """Let Python's collector work again; what the start made stays for good, so it never looks through that."""
    gc.freeze()
    gc.enable()


class Warming(QObject):
    """Does one deed each time nothing else is to be done, from the first time that its widget was painted."""

    def __init__(self, widget: QWidget, deeds: Iterable[Callable[[], object]]) -> None:
        super().__init__(widget)
        self._left = list(deeds)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._next)
        widget.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._clock.start(0)  # goes off once what is being painted stands on the screen
        return False

    def _next(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._clock.stop()
