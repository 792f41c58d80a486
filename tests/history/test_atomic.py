"""Whole files: the new bytes or the old ones, never a part, and no leavings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import hrtrainer
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


def refused(path: Path, data: bytes = b"new") -> Problem:
    with pytest.raises(Problem) as raised:
        atomic_write(path, data)
    assert raised.value.code == "E01"
    assert str(path.parent) not in f"{raised.value}{raised.value.hint}"
    return raised.value


def test_writes_a_new_file_and_replaces_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "Zusammenfassung für 日本.html"
    atomic_write(path, b"")
    assert path.read_bytes() == b""
    atomic_write(path, b"\r\n\0\xff" * 100_000)
    assert path.read_bytes() == b"\r\n\0\xff" * 100_000
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_keeps_permissions_and_follows_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(real)
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@posix
def test_a_new_file_has_the_permissions_that_any_program_would_give(tmp_path: Path) -> None:
    atomic_write(tmp_path / "ours", b"")
    (tmp_path / "theirs").write_bytes(b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


def test_the_folder_is_not_there(tmp_path: Path) -> None:
    problem = refused(tmp_path / "none" / "a.csv")
    assert problem.message == "a.csv could not be saved: the folder is not there."
    assert list(tmp_path.iterdir()) == []


def test_there_is_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv" / "within").mkdir(parents=True)
    refused(tmp_path / "a.csv")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.csv"]


@pytest.mark.parametrize("name", ["n" * 300, "a\0b"], ids=["too long", "NUL"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    refused(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    path = tmp_path / "shut" / "a.csv"
    path.parent.mkdir()
    path.write_bytes(b"old")
    path.parent.chmod(0o500)
    try:
        if os.access(path.parent, os.W_OK):
            pytest.skip("root may write anywhere")
        assert "The file that was there is unchanged." in refused(path).hint
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()], ids=["disk full", "Ctrl+C"])
def test_no_leavings_whichever_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises((Problem, KeyboardInterrupt)):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


FULL_DISK = """
import resource, sys
from pathlib import Path
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    atomic_write(Path(sys.argv[1]), b"x" * 100_000)
except Problem as problem:
    print(problem.code)
"""


@posix
def test_no_room_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    home = Path(hrtrainer.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, path], cwd=home, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "E01\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
