"""Reading beside a writer: what is there is read, nothing is changed, and writing is refused in a sentence."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import hrtrainer
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Started
from tests.stage import open_the_way

STARTED = Started(1000, "a", "visit", "", "p", "", 7, "nhrc", "usa")


def fill(path: Path) -> History:
    history = History(path)
    history.begin(STARTED, "A visit", {})
    history.append("a", Chose(1001, "ask"), turns=1, ending=None)
    return history


def test_what_a_window_keeps_is_read_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(fill(path)) as writing, closing(History.to_read(path)) as reading:
        assert reading.log("a") == (STARTED, Chose(1001, "ask"))
        writing.append("a", Chose(1002, "more"), turns=2, ending=None)
        assert len(reading.log("a")) == 3
        with pytest.raises(Problem, match="read-only") as raised:
            reading.append("a", Chose(1003, "no"), turns=3, ending=None)
        assert raised.value.code == "H04"


def test_a_file_of_a_newer_program_is_read_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    fill(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("ALTER TABLE session ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
        newer.execute("PRAGMA user_version=99")
    before = path.read_bytes()
    with closing(History.to_read(path)) as history:
        assert history.log("a") == (STARTED, Chose(1001, "ask"))
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


READER = """
import os, shutil, sys, tempfile
from pathlib import Path
from hrtrainer.history.store import History
if os.getuid() == 0:  # who may write anywhere: go on as nobody
    os.setgid(65534), os.setuid(65534)
print(len(History.to_read(Path(sys.argv[1])).log("a")))
"""


@pytest.mark.skipif(os.name != "posix", reason="POSIX only")
def test_a_read_only_folder_is_read_with_what_stands_in_the_wal_only(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    with closing(fill(tmp_path / "history.sqlite")):
        for name in ("history.sqlite", "history.sqlite-wal"):
            (kept / name).write_bytes((tmp_path / name).read_bytes())
    for file in (*kept.iterdir(), kept):
        file.chmod(0o555 if file.is_dir() else 0o444)
    try:
        open_the_way(tmp_path)
        command = [sys.executable, "-c", READER, str(kept / "history.sqlite")]
        home = Path(hrtrainer.__file__).parents[1]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=60)
    finally:
        kept.chmod(0o755)
    assert done.stdout == "2\n", done.stderr
