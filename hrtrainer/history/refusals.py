"""Why a history cannot be opened, in a sentence with what helps; and whether it is damage, which can be mended."""

import errno
import sqlite3

from hrtrainer.problem import Problem

_ELSEWHERE = "Close it there, or go on without a record (--no-record)."
_AS_IT_IS = "The file stays as it is."
MOVE_IT = f"Move it away to start a new history, or name another folder with --home. {_AS_IT_IS}"
_MENDED = "When the window opens it moves the file aside, and keeps what can be read of it and of the newest backup."
_CAUSES = {
    sqlite3.SQLITE_BUSY: ("another program is using it", _ELSEWHERE),
    sqlite3.SQLITE_LOCKED: ("another program is using it", _ELSEWHERE),
    sqlite3.SQLITE_NOTADB: ("the file is not a history of HR Trainer", _MENDED),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", _MENDED),
    sqlite3.SQLITE_FULL: ("there is no room left on the disk", f"Make some room, then start again. {_AS_IT_IS}"),
    sqlite3.SQLITE_IOERR: ("the disk reported a fault", f"Name a folder on another disk with --home. {_AS_IT_IS}"),
}
_READ_ONLY = (
    "its folder or the file is read-only",
    "Allow writing there, name another folder with --home, or go on without a record (--no-record).",
)
REFUSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
_REFUSED_BY_SYSTEM = (errno.EACCES, errno.EPERM, errno.EROFS)
_DAMAGE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


class Damaged(Problem):
    """A history that is not as it was written, or no history at all: nothing of it can be gone on with as it is."""


def primary_code(error: sqlite3.Error) -> int:
    """The SQLite result code of an error without its details; 0 if it did not come from SQLite."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def cannot_open(name: str, error: OSError | sqlite3.Error) -> Problem:
    """Problem H01 for an error of the system or of SQLite."""
    if isinstance(error, sqlite3.Error):
        code = primary_code(error)
        if code in _DAMAGE:
            return damaged_file(name, *_CAUSES[code])
        cause = _READ_ONLY if code in REFUSED else _CAUSES.get(code)
    else:
        cause = _READ_ONLY if error.errno in _REFUSED_BY_SYSTEM else None
        cause = _CAUSES[sqlite3.SQLITE_FULL] if error.errno == errno.ENOSPC else cause
    return refused(name, *(cause or ("the system refused", f"Name another folder with --home. {_AS_IT_IS}")))


def no_history(name: str) -> Damaged:
    """Problem H01: there is something else in the file."""
    return damaged_file(name, *_CAUSES[sqlite3.SQLITE_NOTADB])


def damaged_file(name: str, why: str = _CAUSES[sqlite3.SQLITE_CORRUPT][0], hint: str = _MENDED) -> Damaged:
    """Problem H01: the file is damaged, or not a history."""
    return Damaged("H01", _sentence(name, why), hint)


def refused(name: str, why: str, hint: str) -> Problem:
    """Problem H01: the file cannot be had, though there may be nothing wrong with it."""
    return Problem("H01", _sentence(name, why), hint)


def _sentence(name: str, why: str) -> str:
    return f"The history {name} cannot be opened: {why}."
