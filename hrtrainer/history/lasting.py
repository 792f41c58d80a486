"""A history that goes on in memory while its file cannot be written to, and catches up as soon as it can."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hrtrainer.history.backups import Backup, backups_of
from hrtrainer.history.keeping import Gone, Keeping, NotKept
from hrtrainer.history.lock import held_elsewhere, lock_of
from hrtrainer.history.mending import Mended, mend
from hrtrainer.history.opening import copy_to_file, copy_to_memory, open_history, open_in_memory, open_to_read
from hrtrainer.history.refusals import Damaged, cannot_open
from hrtrainer.history.restoring import restore
from hrtrainer.history.rows import Damage
from hrtrainer.history.sealing import Seal
from hrtrainer.history.store import History
from hrtrainer.history.transfer import Record, Texts, record_after, record_of, take_in, take_in_texts, texts_for
from hrtrainer.problem import Problem
from hrtrainer.session.event import Event, Started


class LastingHistory(History):
    """The one writer of a history. Whatever befalls its file, a conversation goes on.

    `trouble` is why nothing reaches the file at present, or None; `waiting` are the keys of the sessions that the file
    does not hold all of; `mended` says what became of a damaged file, or is None. Before the file is sealed, mended or
    replaced `be_alone` is called: whoever reads it beside this one lets go then.
    """

    def __init__(self, path: Path, seal: Seal | None = None) -> None:
        """Open or make the history at `path`. What keeps it from being written to is `trouble`; it is not raised."""
        self.trouble: Problem | None = None
        self.mended: Mended | None = None
        self.waiting: set[str] = set()
        self.be_alone: Callable[[], None] = _nothing
        self._touched: dict[str, tuple[Record, Texts]] = {}
        self.path = path
        super().__init__(None, seal)
        self.on_disk = True  # that is where it belongs, whatever the trouble
        self._lock = lock_of(path)
        self._file: tuple[int, int] | None = None
        try:
            self._put_in_place(self._opened())
        except Problem as problem:
            self.trouble = problem
            with suppress(Problem, sqlite3.Error), closing(open_to_read(path)) as connection:
                self._put_in_place(copy_to_memory(connection))

    @property
    def seal(self) -> Seal:
        """What words go through into the file. Before it becomes another, `be_alone` is called."""
        return self._seal

    @seal.setter
    def seal(self, seal: Seal) -> None:
        self.be_alone()
        self._touched.clear()
        self._seal = seal

    def close(self) -> None:
        """Let go of the file and of the lock; what waits is tried once more."""
        if self.waiting:
            self.retry()
        super().close()
        self._lock.free()

    # Keeping

    def begin(self, started: Started, title: str, texts: Mapping[str, tuple[str, str]]) -> None:
        """Keep a new session; in memory, while the file cannot be written to. Raises ValueError as History does."""
        self._keep(started.session, lambda: History.begin(self, started, title, texts))

    def append(self, key: str, event: Event, *, turns: int, ending: tuple[str, str] | None) -> None:
        """Keep the next event of a session; in memory, while the file cannot be written to."""
        self._keep(key, lambda: History.append(self, key, event, turns=turns, ending=ending))

    def rewrite(self, key: str, deed: Callable[[], None]) -> None:
        """Write over what may be written over; in memory, while the file cannot be written to."""
        self._keep(key, deed)
        self._remember(key, anew=True)

    def drop(self, key: str) -> None:
        """Stop offering a session to be gone on with."""
        self._keep(key, lambda: History.drop(self, key))

    def delete(self, key: str) -> None:
        """Delete a session, in the backups too. Raises Problem H04; also while the file cannot be written to."""
        self.must_reach_the_disk()
        super().delete(key)
        self._touched.pop(key, None)
        self.be_alone()
        for backup in backups_of(self.path):
            with suppress(Problem), closing(History(backup.path)) as older:  # a damaged one has to stay as it is
                older.delete(key)

    def _keep(self, key: str, deed: Callable[[], None]) -> None:
        if self.retry():
            try:
                self._look()
                deed()
                return self._remember(key)
            except Gone:
                raise
            except Problem as problem:
                self._go_on_in_memory(problem)
        deed()
        self.waiting.add(key)

    def _remember(self, key: str, anew: bool = False) -> None:
        """Keep at hand what the file holds of a session, should the file go."""
        with suppress(Problem, Damage, sqlite3.Error):
            if (known := self._touched.get(key)) and not anew:
                self._touched[key] = (record_after(self.connection, known[0]), known[1])
            else:
                record = record_of(self.connection, key)
                self._touched[key] = (record, texts_for(self.connection, record.started))

    # Going on

    def retry(self) -> bool:
        """Write down what waits, if that can be done now. Whether the file is written to again."""
        if self.trouble is None:
            return True
        try:
            disk = self._opened()
        except Problem as problem:
            self.trouble = problem
            return False
        try:
            with Keeping(disk) as connection:
                for key in self.waiting:
                    record = record_of(self.connection, key)
                    take_in_texts(connection, texts_for(self.connection, record.started))
                    take_in(connection, record, over=True)
        except Problem as problem:
            disk.close()
            self.trouble = problem
            return False
        self._put_in_place(disk)
        self.trouble = None
        self.waiting.clear()
        return True

    def must_reach_the_disk(self) -> None:
        """What cannot be done in memory only comes after this. Raises Problem H04."""
        if not self.retry():
            assert self.trouble is not None
            raise Problem("H04", f"Nothing was changed. {self.trouble.message}", self.trouble.hint)

    def mend(self) -> None:
        """Move the file, which was found to be damaged, aside, and go on with what is sound of it; see `mended`."""
        self.be_alone()
        self.connection.close()
        try:
            self.mended = mend(self.path, datetime.now(tz=UTC))
            self._put_in_place(open_history(self.path))
            self._take_in_touched()
        except Problem as problem:
            self._go_on_in_memory(problem)

    def restore(self, backup: Backup) -> str:
        """Go back to a backup; a sentence that says where what was there is now. Raises Problem H01, H04, H07."""
        self.must_reach_the_disk()
        self.be_alone()
        self.connection.close()
        try:
            told = restore(self.path, backup, datetime.now(tz=UTC))
            self._touched.clear()
        finally:
            self._put_in_place(open_history(self.path))
        return told

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a question gives; from memory once the file is gone. Raises Problem H03."""
        if self.trouble is None:
            try:
                self._look()
            except Problem as problem:
                self._go_on_in_memory(problem)
        return super().rows(sql, *values)

    def _opened(self) -> sqlite3.Connection:
        """A connection that writes to the file, which is mended first if it has to be. Raises Problem."""
        if self._file is not None and not self.path.parent.is_dir():
            raise _vanished()
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._lock.take():
                raise held_elsewhere()
            if self._file is not None and not self.path.exists():
                copy_to_file(self.connection, self.path)  # somebody took it away; all of it is at hand
        except (OSError, sqlite3.Error) as error:
            raise cannot_open(self.path.name, error) from error
        try:
            return open_history(self.path)
        except Damaged:
            self.mended = mend(self.path, datetime.now(tz=UTC))
            return open_history(self.path)

    def _go_on_in_memory(self, problem: Problem) -> None:
        try:
            memory = copy_to_memory(self.connection)
        except sqlite3.Error:  # the drive is out: at least what was touched since the start
            memory = open_in_memory()
        self.waiting |= self._touched.keys()
        self._put_in_place(memory)
        self._take_in_touched()
        self.trouble = problem
        if isinstance(problem, NotKept):
            self.trouble = Problem("H04", f"The last steps are not on the disk yet, as {problem.cause}.", problem.hint)

    def _take_in_touched(self) -> None:
        with Keeping(self.connection) as connection:
            for record, texts in self._touched.values():
                take_in_texts(connection, texts)
                take_in(connection, record)

    def _put_in_place(self, connection: sqlite3.Connection) -> None:
        with suppress(sqlite3.Error):
            self.connection.close()
        self.connection = connection
        with suppress(OSError):
            self._file = _identity(self.path)

    def _look(self) -> None:
        """Whether the file is still where it was; its bytes may go on living without a name, and end with us."""
        try:
            if _identity(self.path) == self._file:
                return
        except OSError:
            pass
        raise _vanished()


def _nothing() -> None:
    """Nobody reads the file beside this one."""


def _identity(path: Path) -> tuple[int, int]:
    facts = os.stat(path)
    return facts.st_dev, facts.st_ino


def _vanished() -> Problem:
    what = "Nothing was lost, but the file of your conversations is not where it was."
    return Problem("H04", what, "If it lies on a drive, put that back in.")
