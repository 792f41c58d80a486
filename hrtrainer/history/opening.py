"""Open the history file, or say in a sentence why not. Nothing is written before the file is known to be ours."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from hrtrainer.history.migrations import APPLICATION_ID, MIGRATIONS
from hrtrainer.history.refusals import MOVE_IT, REFUSED, cannot_open, damaged_file, no_history, primary_code, refused
from hrtrainer.problem import Problem

BUSY_MS = 2000
"""How long, in milliseconds, another program may hold the file before we say so."""

_MAGIC = b"SQLite format 3\0"
_MOST_STEPS = 10_000
"""More migrations than there will ever be: a file that says so is damaged."""


def open_history(path: Path) -> sqlite3.Connection:
    """A connection to the history at `path`, made if it is not there, and brought up to the newest shape.

    Raises Problem H01 if it cannot be opened and H02 if a newer program wrote it; the file is then as it was.
    """
    try:
        _look(path)
        if os.name == "posix":
            _keep_private(path)
        return _prepared(sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None), path.name)
    except (OSError, sqlite3.Error) as error:
        raise cannot_open(path.name, error) from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged table definition in its message
        raise damaged_file(path.name) from error


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads the history at `path`, also while a window holds it or a newer program wrote it.

    Raises Problem H01 if it cannot be read.
    """
    try:
        if not _is_there(path):
            return open_in_memory()
        connection = _read_beside(path)
        try:
            if _version(connection, path.name, newer=True) >= len(MIGRATIONS):
                return connection
            memory = _prepared(copy_to_memory(connection), path.name)  # of an older program: not in its file
        except BaseException:
            connection.close()
            raise
        connection.close()
        return memory
    except (OSError, sqlite3.Error) as error:
        raise cannot_open(path.name, error) from error
    except UnicodeDecodeError as error:
        raise damaged_file(path.name) from error


def is_newer(connection: sqlite3.Connection) -> bool:
    """Whether a newer program wrote the history, so that this one only reads it."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] > len(MIGRATIONS))


def open_in_memory() -> sqlite3.Connection:
    """A connection to an empty history that is gone when it is closed."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None), "")


def copy_to_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A history in memory that holds all that another holds. Raises sqlite3.Error."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(memory)
        memory.execute("SELECT key FROM session LIMIT 1").fetchall()
        return _set_up(memory)
    except BaseException:
        memory.close()
        raise


def copy_to_file(connection: sqlite3.Connection, path: Path) -> None:
    """Make `path`, which is not there, a history that holds all that another holds; it is on the disk afterwards.

    Raises OSError, sqlite3.Error.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=full")
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=delete")  # one file, without companions


def _read_only(path: Path) -> sqlite3.Connection:
    """Without a -wal the file alone is the truth, and `immutable` leaves not even a lock behind."""
    mode = "mode=ro" if wal_of(path).exists() else "mode=ro&immutable=1"
    connection = sqlite3.connect(
        f"{_uri(path)}?{mode}", timeout=BUSY_MS / 1000, isolation_level=None, uri=True, check_same_thread=False
    )
    try:
        connection.text_factory = _text
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _read_beside(path: Path) -> sqlite3.Connection:
    try:
        return _read_only(path)
    except sqlite3.OperationalError as error:  # a read-only folder, and a -wal that wants to be gone through
        if primary_code(error) not in REFUSED:
            raise
    return _read_a_copy(path)


def _read_a_copy(path: Path) -> sqlite3.Connection:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for name in (path, wal_of(path)):
            shutil.copyfile(name, copy.with_name(name.name))
        with closing(_read_only(copy)) as connection:
            return copy_to_memory(connection)


def _look(path: Path) -> None:
    """Refuse what is not ours or not for us, reading only."""
    if _is_there(path) and not path.with_name(f"{path.name}-journal").exists():
        with closing(_read_only(path)) as connection:  # (a -journal: its making was cut off; SQLite takes it back)
            _version(connection, path.name)


def _is_there(path: Path) -> bool:
    """Whether there is a history to open; its folder is. Refuses what SQLite would write over."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        raise refused(path.name, "there is a folder or a device of that name", MOVE_IT)
    wal = wal_of(path)
    if not path.exists() or path.stat().st_size == 0:
        if wal.exists():  # SQLite would take the file for a new one and delete what the -wal holds
            why = f"{wal.name} is there, but what belongs to it is missing or empty"
            raise damaged_file(path.name, why, "Bring back the missing file, or move both away. Nothing was changed.")
        return False
    if not path.with_name(f"{path.name}-journal").exists():
        with open(path, "rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:  # SQLite would write over a file of a few bytes
                raise no_history(path.name)
    return True


def companions_of(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may have put beside a history."""
    return tuple(path.with_name(path.name + end) for end in ("-shm", "-journal", "-wal"))


def wal_of(path: Path) -> Path:
    """The companion that holds what was written last."""
    return path.with_name(f"{path.name}-wal")


def _uri(path: Path) -> str:
    """The path as SQLite wants it in a URI, also with a drive or a server in front."""
    name = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(name if name.startswith("/") else f"/{name}"))


def _keep_private(path: Path) -> None:
    """Nobody but the owner reads the history. SQLite gives its companion files the same mode."""
    os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    mode = path.stat().st_mode
    if mode & 0o077 and path.stat().st_uid == os.getuid():
        path.chmod(mode & 0o700)


def _prepared(connection: sqlite3.Connection, name: str) -> sqlite3.Connection:
    """The connection, safe to write to: settings made and migrations done. Closed again if that fails."""
    try:
        _set_up(connection)
        (mode,) = connection.execute("PRAGMA journal_mode=wal").fetchone()
        # Where there can be no WAL (some network disks) the other journal needs one sync more to be as safe.
        connection.execute(f"PRAGMA synchronous={'full' if mode == 'wal' else 'extra'}")
        _migrate(connection, name)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with what every one of ours has."""
    connection.text_factory = _text
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA trusted_schema=off")
    connection.execute("PRAGMA secure_delete=on")
    connection.execute("PRAGMA foreign_keys=on")
    return connection


def _text(data: bytes) -> str:
    """Text from the file. Damaged bytes must not hide a whole list; where it matters, the checksum finds them."""
    return data.decode("utf-8", "replace")


def _migrate(connection: sqlite3.Connection, name: str) -> None:
    """Bring the file up. Taking the write lock each time also shows at once, not at the first answer, if we may not."""
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection, name)
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        for statement in step.script.split(";"):
            connection.execute(statement)
        if step.then is not None:
            step.then(connection)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={number}")
    connection.execute("COMMIT")
    if version < len(MIGRATIONS):  # into the file itself, where an older program looks first
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _version(connection: sqlite3.Connection, name: str, newer: bool = False) -> int:
    """The number of migrations that the file has had; 0 if it is new. Raises Problem H01, and H02 unless `newer`."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner != APPLICATION_ID and (owner or version or tables):
        raise damaged_file(name, "the file belongs to another program")
    if not 0 <= version <= _MOST_STEPS:
        raise damaged_file(name)
    if version > len(MIGRATIONS) and not newer:
        message = f"{name} was written by a newer HR Trainer (history {version}; this program knows {len(MIGRATIONS)})."
        raise Problem("H02", message, "Use the newer program, or name another folder with --home. Nothing was changed.")
    return int(version)
