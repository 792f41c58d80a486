"""One transaction: all of it on the disk or nothing, and a sentence when it could not be."""

import sqlite3
from contextlib import suppress
from types import TracebackType

from hrtrainer.history.refusals import primary_code
from hrtrainer.problem import Problem

_BUSY = ("another program is using the history", "Close it there, then do it again.")
_READ_ONLY = ("the history is read-only", "Allow writing to its folder, then do it again.")
_CAUSES = {
    sqlite3.SQLITE_FULL: ("there is no room left on the disk", "Make some room, then do it again."),
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_IOERR: ("the disk reported a fault", "Check the disk and the room on it, then do it again."),
    sqlite3.SQLITE_CORRUPT: ("the history file is damaged", "Copy what you need from the screen, then start again."),
}
_OTHER = ("the system refused", "Do it again; if it stays so, copy what you need from the screen and start again.")
_OUR_FAULT = (sqlite3.ProgrammingError, sqlite3.IntegrityError)
"""Errors of the program, not of the world: they are not explained to a person but shown as what they are."""


class NotKept(Problem):
    """A step that is not on the disk, and `cause`, which is why."""

    def __init__(self, cause: str, hint: str) -> None:
        super().__init__(
            "H04", f"Nothing was lost: all that was kept still is, but this last step is not, as {cause}.", hint
        )
        self.cause = cause


class Gone(Problem):
    """A session that was asked for is not there."""


class Keeping:
    """`with Keeping(connection):` keeps what is done inside when it ends well, and undoes it when anything is raised.

    An error of the disk or the file becomes Problem H04. A class, as contextlib's generators cannot pass a Problem on.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Connection:
        """Take the write lock."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            self._explain(error)
            raise
        return self._connection

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Commit, or roll back and explain."""
        if error is None:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error as failure:
                self._roll_back()
                self._explain(failure)
                raise
            return
        self._roll_back()
        if isinstance(error, sqlite3.Error):
            self._explain(error)

    def _roll_back(self) -> None:
        with suppress(sqlite3.Error):  # SQLite has undone it by itself after some errors
            self._connection.execute("ROLLBACK")

    def _explain(self, error: sqlite3.Error) -> None:
        if not isinstance(error, _OUR_FAULT):
            raise not_kept(error) from error


def not_kept(error: sqlite3.Error) -> NotKept:
    """Problem H04 for an error met while writing."""
    return NotKept(*_CAUSES.get(primary_code(error), _OTHER))


def gone(code: str) -> Gone:
    """A Problem with this code for a session that was asked for and is not there."""
    return Gone(code, "This session is not in the history any more.", "If you did not delete it, look in a copy.")


def damaged(what: str) -> Problem:
    """Problem H03 for something, named by `what`, that is not as it was written."""
    message = f"The history is damaged: {what} does not read as it was written."
    return Problem("H03", message, "Nothing was changed. The other sessions are still there; a copy may have this one.")
