"""Opening: what is not ours, not for us or not to be had is said in a sentence, and not a byte of it changes."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history.store import History
from hrtrainer.problem import Problem

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


def problem(code: str, act: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as raised:
        act()
    assert raised.value.code == code
    assert raised.value.hint
    return raised.value


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_file_of_a_newer_program_is_not_touched(path: Path) -> None:
    History(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
    before = files(path.parent)
    assert "newer" in problem("H02", lambda: History(path)).message
    assert files(path.parent) == before


def test_a_newer_file_is_known_also_by_what_is_only_in_its_wal(path: Path, tmp_path: Path) -> None:
    History(path).close()
    copy = tmp_path / "copy"
    copy.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
        for name, data in files(path.parent).items():
            (copy / name).write_bytes(data)
    (copy / "history.db-shm").unlink()
    before = files(copy)
    problem("H02", lambda: History(copy / path.name))
    assert before.items() <= files(copy).items()


@pytest.mark.parametrize("data", [b"x", b"<html>Sign in to your drive</html>" * 500, bytes(8192)])
def test_what_is_no_database_is_not_written_over(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(data)
    found = problem("H01", lambda: History(path))
    assert found.message == "The history history.db cannot be opened: the file is not a history of HR Trainer."
    assert files(tmp_path) == {"history.db": data}


def test_a_database_of_another_program_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark(url TEXT)")
    before = files(tmp_path)
    assert "another program" in problem("H01", lambda: History(path)).message
    assert files(tmp_path) == before


def test_an_empty_file_is_new_only_without_a_wal(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    wal = tmp_path / "history.db-wal"
    wal.write_bytes(b"all the answers")
    problem("H01", lambda: History(path))
    path.write_bytes(b"")
    problem("H01", lambda: History(path))
    assert wal.read_bytes() == b"all the answers"
    wal.unlink()
    History(path).close()


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    assert "folder" in problem("H01", lambda: History(tmp_path)).message


def test_a_file_where_its_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    problem("H01", lambda: History(tmp_path / "data" / "history.db"))


@posix
@pytest.mark.parametrize("exists", [True, False])
def test_a_read_only_folder(path: Path, exists: bool) -> None:
    path.parent.mkdir()
    if exists:
        History(path).close()
    path.parent.chmod(0o500)
    try:
        if os.access(path.parent, os.W_OK):
            pytest.skip("root may write anywhere")
        assert "read-only" in problem("H01", lambda: History(path)).message
    finally:
        path.parent.chmod(0o700)
