"""Care for what was kept: looked through and backed up beside the window, and caught up with when a disk comes back."""

import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hrtrainer import words
from hrtrainer.history.backups import back_up, is_due
from hrtrainer.history.checking import in_order, is_empty
from hrtrainer.history.elsewhere import save_copy
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.opening import open_to_read
from hrtrainer.history.refusals import Damaged
from hrtrainer.problem import Problem
from hrtrainer.qt.asking_where import ask_where
from hrtrainer.qt.background import Work
from hrtrainer.qt.records import going_on
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.window import Window

_FIRST, _AGAIN = 1_500, 3_600_000
"""Milliseconds after which the history is looked through first, and after which again while a window stays open."""

_GENTLY = 15_000
"""Milliseconds between two tries to write down what waits."""

_REST = 0.003
"""Seconds that the work beside the window rests after each few hundred rows, so that nobody feels it."""


class Care(QObject):
    """Looks after the one history of a window. `mended` says that it was brought together anew."""

    mended = Signal()

    def __init__(self, window: Window, history: LastingHistory) -> None:
        super().__init__(window)
        self._window, self._history = window, history
        self._told, self._stopped, self._leaving = history.trouble, False, False
        self._work: Work | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_GENTLY)
        self._clock.timeout.connect(self._try_again)
        self._rounds = QTimer(self)
        self._rounds.timeout.connect(self._look_through)
        self._rounds.start(_FIRST)
        if self._told is not None:
            self._clock.start()
        history.be_alone = self._let_go
        window.may_close = self._may_close
        window.closing.connect(self._stop)

    def look(self) -> None:
        """Tell when nothing reaches the disk any more, and when all of it has."""
        trouble = self._history.trouble
        if trouble is not None and self._told is None:
            self._window.tell_problem(going_on(trouble))
            self._clock.start()
        elif trouble is None and self._told is not None:
            self._window.tell("Everything is on the disk again. Nothing was lost.")
            self._clock.stop()
        self._told = trouble

    def _try_again(self) -> None:
        self._history.retry()
        self.look()

    # Beside the window

    def _look_through(self) -> None:
        self._rounds.setInterval(_AGAIN)
        if self._work is not None or self._history.trouble is not None:
            return
        path, self._stopped = self._history.path, False
        self._work = Work(lambda: self._is_damaged(path), self)
        self._work.done.connect(self._looked_through)
        self._work.failed.connect(self._could_not)
        self._work.begin()

    def _is_damaged(self, path: Path) -> bool:
        """Whether the history is damaged; where it is not, and that is due, it is backed up. Raises Problem H07."""
        try:
            with closing(open_to_read(path)) as connection:
                if not in_order(connection):
                    return True
                if is_empty(connection):
                    return False
            now = datetime.now(tz=UTC)
            if is_due(path, now):
                back_up(path, now, self._rest)
        except Damaged:
            return True
        except _StoppedError:
            return False
        return False

    def _rest(self) -> None:
        if self._stopped:
            raise _StoppedError
        time.sleep(_REST)

    def _looked_through(self, damaged: object) -> None:
        self._work = None
        if damaged and not self._stopped:
            self._history.mend()
            if self._history.mended is not None:
                self._window.tell_problem(Problem("H10", self._history.mended.told(), "Settings shows your backups."))
            self.look()
            self.mended.emit()

    def _could_not(self, problem: Problem) -> None:
        self._work = None
        self._window.tell_problem(problem)

    def _stop(self) -> None:
        self._rounds.stop()
        self._clock.stop()
        self._let_go()

    def _let_go(self) -> None:
        """Leave what is being done beside the window: nothing may be read, or copied, while it is closed or sealed."""
        self._stopped = True
        if self._work is not None:
            self._work.wait()

    # Leaving

    def _may_close(self) -> bool:
        """Whether the window may close; if something is not on the disk, the person is asked."""
        history = self._history
        if self._leaving or not history.waiting or history.retry():
            return True
        assert history.trouble is not None  # or nothing would wait
        asking = Asking(
            self._window.look,
            "Not everything is kept yet",
            (
                f"{words.first_capital(words.count(len(history.waiting), 'conversation'))} cannot be written to the "
                f"disk. {history.trouble.message} {history.trouble.hint}",
                "You can save a copy at another place now and bring it in later, in Settings.",
            ),
            (("copy", "Save a copy elsewhere"), ("leave", "Close without keeping it"), ("stay", "Stay")),
            self._window,
        )
        asking.answered.connect(self._leave)
        asking.open()
        return False

    def _leave(self, answer: str) -> None:
        if answer == "leave":
            self._leaving = True
            self._window.close()
        if answer == "copy":
            kinds = (("Conversations", ".sqlite"),)
            name = "HR Trainer conversations"
            ask_where(self._window, "Save a copy of your conversations", name, kinds, self.save_copy, False)

    def save_copy(self, path: Path) -> None:
        """Save everything at another place, and close. Raises Problem H01."""
        save_copy(self._history, path)
        self._leaving = True
        self._window.close()


class _StoppedError(Exception):
    """The window is closing; what was being done beside it is left."""
