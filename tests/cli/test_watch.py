"""hrtrainer check --watch, as somebody leaves it running beside an editor."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from tests.stage import BASE, ROOT

posix = pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent to one process alone on POSIX systems only")
pytestmark = posix
BROKEN = BASE.replace("to: porch", "to: proch", 1)
PATIENCE = 30


class Watching:
    """A process that watches, and what it said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._said: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._said.put(line)

    def until(self, words: str) -> str:
        """What is said up to the line with these words."""
        said = ""
        while words not in said:
            try:
                said += self._said.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"'{words}' never came:\n{said}") from None
        return said

    def silent(self) -> bool:
        """Whether nothing more was said. What a process says before it ends is waited for."""
        self.process.wait(PATIENCE)
        return self._said.empty()

    def ctrl_c(self) -> int:
        """End it once the last check is told whole; its status."""
        self.until("Ctrl+C ends.")
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(home: Path, *words: str, together: bool = True) -> Iterator[Watching]:
    """`hrtrainer check --watch WORDS`, piped: its output with its errors, or alone."""
    command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(home), "check", "--watch", *words]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT if together else subprocess.DEVNULL,
        text=True, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"}, cwd=ROOT,
    )  # fmt: skip
    try:
        yield Watching(process)
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    """A clean scenario in a folder of its own."""
    path = tmp_path / "own" / "visit.yaml"
    path.parent.mkdir()
    path.write_text(BASE, encoding="utf-8")
    return path


def test_a_save_is_checked_and_ctrl_c_ends_with_the_last_status(visit: Path, tmp_path: Path) -> None:
    with watching(tmp_path / "home", str(visit)) as run:
        assert "1 file checked: 0 errors" in run.until("Ctrl+C ends.")
        visit.write_text(BROKEN, encoding="utf-8")
        said = run.until("file checked")
        assert "  visit.yaml changed\n" in said and "There is no scene 'proch'" in said and "1 error," in said
        assert "\x1b" not in said, "a pipe has no screen to clear"
        visit.write_text(BASE, encoding="utf-8")
        assert "0 errors" in run.until("file checked")
        visit.write_text(BROKEN, encoding="utf-8")
        run.until("1 error,")
        assert run.ctrl_c() == 1


def test_ctrl_c_on_a_clean_file_is_no_failure(visit: Path, tmp_path: Path) -> None:
    with watching(tmp_path / "home", str(visit)) as run:
        assert run.ctrl_c() == 0


def test_a_save_by_renaming_is_one_change(visit: Path, tmp_path: Path) -> None:
    with watching(tmp_path / "home", str(visit)) as run:
        run.until("Ctrl+C ends.")
        beside = visit.with_name(".visit.yaml.swp")
        beside.write_text(BROKEN, encoding="utf-8")
        beside.replace(visit)
        said = run.until("file checked")
        assert "  visit.yaml changed\n" in said and "1 error," in said


def test_a_file_may_go_and_come_back(visit: Path, tmp_path: Path) -> None:
    with watching(tmp_path / "home", str(visit)) as run:
        run.until("Ctrl+C ends.")
        visit.unlink()
        said = run.until("(C10)")
        assert "  visit.yaml is gone\n" in said and "There is no file or folder" in said
        visit.write_text(BASE, encoding="utf-8")
        said = run.until("file checked")
        assert "  visit.yaml is there\n" in said and "0 errors" in said
        visit.unlink()
        run.until("(C10)")
        assert run.ctrl_c() == 2


def test_a_folder_is_watched_for_new_files_and_may_itself_go_and_come_back(visit: Path, tmp_path: Path) -> None:
    with watching(tmp_path / "home", str(visit.parent)) as run:
        run.until("Ctrl+C ends.")
        (visit.parent / "another.yaml").write_text(BROKEN, encoding="utf-8")
        said = run.until("files checked")
        assert "  another.yaml is there\n" in said and "2 files checked: 1 error," in said
        (visit.parent / "notes.txt").write_text("no scenario", encoding="utf-8")
        (visit.parent / "another.yaml").unlink()
        assert "another.yaml is gone\n" in run.until("1 file checked")
        visit.parent.rename(tmp_path / "elsewhere")
        assert "There is no file or folder" in run.until("(C10)")
        (tmp_path / "elsewhere").rename(visit.parent)
        assert "own is there" in run.until("1 file checked: 0 errors")


def test_an_empty_folder_is_waited_upon_and_a_misspelt_path_is_not(visit: Path, tmp_path: Path) -> None:
    visit.unlink()
    with watching(tmp_path / "home", str(visit.parent)) as run:
        assert "There is no scenario in" in run.until("Ctrl+C ends.")
        visit.write_text(BASE, encoding="utf-8")
        run.until("1 file checked: 0 errors")
    with watching(tmp_path / "home", str(tmp_path / "misspelt.yaml")) as run:
        run.until("(C10)")
        assert run.silent() and run.process.returncode == 2


def test_what_another_program_reads_is_not_mixed_with_what_a_person_reads(visit: Path, tmp_path: Path) -> None:
    with watching(tmp_path / "home", "--format", "github", str(visit), together=False) as run:
        visit.write_text(BROKEN, encoding="utf-8")
        assert all(line.startswith("::") for line in run.until("proch").splitlines())


def test_a_terminal_is_cleared_before_each_check(visit: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this machine gives no pseudo-terminal")
    command = [sys.executable, "-m", "hrtrainer", "--home", str(tmp_path / "home"), "check", "--watch", str(visit)]
    environment = os.environ | {"TERM": "xterm"}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=ROOT)
    os.close(theirs)
    try:
        said = ""
        while "Ctrl+C ends." not in said:
            said += os.read(ours, 4096).decode()
        assert "\x1b" not in said
        visit.write_text(BROKEN, encoding="utf-8")
        while "file checked" not in said.partition("\x1b[2J\x1b[H---- ")[2]:
            said += os.read(ours, 4096).decode()
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_a_word_list_at_home_is_watched_too(visit: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with watching(home, str(visit)) as run:
        assert "0 warnings" in run.until("Ctrl+C ends.")
        rule = "{id: quiet, phrases: [leans in], level: stop, instead: comes, why: why not, allowed: []}"
        head = "format: 1\nname: Ours\nlanguage: en\nchecked: 2026-01-01\nnext: 2999-01-01\n"
        (home / "language.yaml").write_text(f"{head}rules: [{rule}]\n", encoding="utf-8")
        assert "warning S601: 'leans in' in the narration" in run.until("file checked")
        (home / "language.yaml").write_text("rules: [\n", encoding="utf-8")
        assert "The word list cannot be used: language.yaml" in run.until("(F14)")
