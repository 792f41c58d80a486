"""Doing what will be wanted soon, a piece at a time, between the events of a window that is already there."""

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

ROOMS = (
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
    "hrtrainer.qt.screens.settings",
    "hrtrainer.qt.screens.about",
    "hrtrainer.export.formats",
    "hrtrainer.qt.furnishing",
)
"""What the window needs beyond the library, in the order it builds on itself: no piece alone keeps a click waiting."""


def rooms() -> Iterable[Callable[[], object]]:
    """A deed for each room to load."""
    return (partial(import_module, room) for room in ROOMS)


class Warming(QObject):
    """Does one deed each time nothing else is to be done."""

    def __init__(self, parent: QObject, deeds: Iterable[Callable[[], object]]) -> None:
        super().__init__(parent)
        self._left = list(deeds)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._next)
        self._clock.start(0)

    def _next(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._clock.stop()
