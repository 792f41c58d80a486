"""Backups from the window: made and checked beside it, gone back to after a question."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hrtrainer import words
from hrtrainer.history.backups import Backup, back_up, backups_of
from hrtrainer.history.checking import checked
from hrtrainer.history.elsewhere import bring_in
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.opening import open_to_read
from hrtrainer.history.restoring import find_backup
from hrtrainer.qt.asking_where import ask_for_file
from hrtrainer.qt.background import Work
from hrtrainer.qt.widgets.asking import Asking
from hrtrainer.qt.widgets.backup_card import BackupCard
from hrtrainer.qt.window import Window

_ASK = (
    "Your conversations will be as they were then. What is there now is backed up first, so you can come back to it.",
)


class Backing(QObject):
    """`changed` says that the history holds something else now."""

    changed = Signal()

    def __init__(self, window: Window, history: LastingHistory) -> None:
        super().__init__(window)
        self._window, self._history = window, history
        self._card: BackupCard | None = None
        window.closing.connect(self._finish)

    def serve(self, card: BackupCard) -> None:
        """Do what a card wants."""
        self._card = card
        card.destroyed.connect(self._forget_card)
        card.backup_wanted.connect(self._back_up)
        card.check_wanted.connect(self._check)
        card.restore_wanted.connect(self._ask)
        card.copy_wanted.connect(self._ask_for_copy)

    def fill(self) -> None:
        """Show the backups there are."""
        if self._card is not None:
            self._card.show_backups([(one.stamp, _in_words(one)) for one in backups_of(self._history.path)])

    def _forget_card(self) -> None:
        self._card = None

    def _beside(self, deed: Callable[[], str]) -> None:
        work = Work(deed, self)
        work.done.connect(self._tell_done)
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_done(self, told: object) -> None:
        self.fill()
        self._window.tell(str(told))

    def _finish(self) -> None:
        for work in self.findChildren(Work):
            work.wait()

    def _back_up(self) -> None:
        self._window.tell("Making a backup …")
        self._beside(partial(_backed_up, self._history.path))

    def _check(self) -> None:
        self._window.tell("Checking everything …")
        self._beside(partial(_all_checked, self._history.path))

    def _ask(self, stamp: str) -> None:
        self._window.attempt(lambda: self._ask_about(find_backup(self._history.path, stamp)))

    def _ask_about(self, backup: Backup) -> None:
        answers = (("back", "Go back"), ("stay", "Leave it as it is"))
        asking = Asking(self._window.look, f"Go back to {_in_words(backup)}?", _ASK, answers, self._window)
        asking.answered.connect(partial(self._restore, backup))
        asking.open()

    def _restore(self, backup: Backup, answer: str) -> None:
        if answer == "back" and self._window.attempt(lambda: self._tell_restored(backup)):
            self.changed.emit()
            self.fill()

    def _tell_restored(self, backup: Backup) -> None:
        there = self._history.restore(backup)
        self._window.tell(f"Your conversations are as they were in the backup of {_in_words(backup)}. {there}")

    def _ask_for_copy(self) -> None:
        ask_for_file(self._window, "Bring in a copy of your conversations", ("Conversations", ".sqlite"), self.bring_in)

    def bring_in(self, path: Path) -> None:
        """Take in what a copy has more of. Raises Problem."""
        self._tell_brought(bring_in(self._history, path))

    def _tell_brought(self, count: int) -> None:
        self.changed.emit()
        what = words.count(count, "conversation")
        self._window.tell(f"Brought in: {what}." if count else "All of that copy is here already.")


def _backed_up(path: Path) -> str:
    made, found = back_up(path, datetime.now(tz=UTC))
    return f"Backed up, {_in_words(made)}. {found.told()}"


def _all_checked(path: Path) -> str:
    with closing(open_to_read(path)) as connection:
        told = [found.told()] if (found := checked(connection)).sound else [f"There is damage. {found.told()}"]
    for one in backups_of(path):
        with closing(open_to_read(one.path)) as connection:
            if not (found := checked(connection)).sound:
                told.append(f"The backup of {_in_words(one)} is damaged: {found.told()}")
    return " ".join(told)


def _in_words(backup: Backup) -> str:
    """25 November 2026, 09:30 by this computer's clock."""
    here = backup.at.astimezone()
    return f"{words.long_day(here.date().isoformat())}, {here:%H:%M}"
