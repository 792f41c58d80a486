"""Playing in a terminal by number keys."""

import os
import select
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _a_pseudo_terminal() -> None:
    try:
        for handle in pty.openpty():
            os.close(handle)
    except OSError:
        pytest.skip("this machine gives no pseudo-terminal")


def read_until(handle: int, words: str, seconds: float = 20) -> str:
    """What the program wrote until these words stood there."""
    text = ""
    end = time.monotonic() + seconds
    while words not in text:
        ready, _, _ = select.select([handle], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise AssertionError(f"'{words}' never came:\n{text[-800:]}")
        try:
            text += os.read(handle, 65536).decode("utf-8", "replace")
        except OSError:  # Linux says so when the other end has gone
            break
    return text


def test_number_keys_own_words_and_back(tmp_path: Path) -> None:
    child, handle = pty.fork()
    if child == 0:
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "hrtrainer", "--home", str(tmp_path), "play", "in-a-rush"])
    try:
        first = read_until(handle, "What do you say? [1-4")
        assert "Jessica" in first
        os.write(handle, b"2\n")
        read_until(handle, "What do you say? [1-4")
        os.write(handle, b"b\n")
        back = read_until(handle, "What do you say? [1-4")
        assert "4  " in back
        os.write(handle, b"n\n")
        read_until(handle, "In your own words: ")
        os.write(handle, b"Ten, coming up.\n")
        read_until(handle, "What do you say? [1-4")
        os.write(handle, b"q\n")
        assert "In a rush" in read_until(handle, "not a measure of how good a worker")
    finally:
        os.close(handle)
        os.waitpid(child, 0)
