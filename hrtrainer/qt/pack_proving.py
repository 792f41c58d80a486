"""Making what is going to be saved while it is chosen, beside the window's own work, so that it is seen before."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hrtrainer.forming.proving import Proof, Wanted, prove
from hrtrainer.qt.background import Work
from hrtrainer.qt.window import Window

_PAUSE = 120
"""Milliseconds without another wish until it is set to work."""


class Proving(QObject):
    """`proved` carries the Proof of what was wanted last, `failed` the Problem with it; never those of older wishes."""

    proved = Signal(object)
    failed = Signal(object)

    def __init__(self, window: Window, fonts: Path) -> None:
        super().__init__(window)
        self._fonts = fonts
        self._wanted: Wanted | None = None
        self._begun: Wanted | None = None
        self._proof: Proof | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._begin)
        window.closing.connect(self.finish)

    def want(self, wanted: Wanted) -> None:
        """Make this; what is wanted after it takes its place."""
        self._wanted = wanted
        if (proof := self.ready(wanted)) is not None:
            self._timer.stop()
            self.proved.emit(proof)
        else:
            self._timer.start()

    def ready(self, wanted: Wanted) -> Proof | None:
        """The proof of this, if it is made."""
        return self._proof if self._proof is not None and self._proof.wanted == wanted else None

    def forget(self) -> None:
        """Let go of what was made."""
        self._timer.stop()
        self._wanted = self._proof = None

    def _begin(self) -> None:
        if self._begun is None and self._wanted is not None:
            self._begun = self._wanted
            work = Work(partial(prove, self._wanted, self._fonts), self)
            work.done.connect(self._take)
            work.failed.connect(self._fail)
            work.begin()

    def _take(self, proof: object) -> None:
        if isinstance(proof, Proof) and self._is_last():
            self._proof = proof
            self.proved.emit(proof)

    def _fail(self, problem: object) -> None:
        if self._is_last():
            self.failed.emit(problem)

    def _is_last(self) -> bool:
        """Whether what has just ended is what is still wanted; otherwise that is begun."""
        last, self._begun = self._begun == self._wanted, None
        if not last:
            self._begin()
        return last

    def finish(self) -> None:
        """Let work that has begun come to its end: it may not outlive the window."""
        self.forget()
        for work in self.findChildren(Work):
            work.wait()
