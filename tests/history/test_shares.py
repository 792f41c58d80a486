"""What was handed over: told of every session, taken out by its owner, and no byte of the note stays."""

from pathlib import Path

import pytest

from hrtrainer.history.rooms import settle
from hrtrainer.history.sealing import Seal, Unsealed
from hrtrainer.history.shares import forget_share, shares
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.profiles.keys import Sealer
from hrtrainer.session.event import Chose, Shared, Started

PARTS = ("path", "quotes")


def started(key: str) -> Started:
    return Started(1_000, key, "visit", "", "", "", 7, "nhrc", "at")


def kept(path: Path, seal: Seal) -> History:
    """Two sessions, of which three files were made."""
    history = History(path, seal)
    for number, key in enumerate(("a" * 32, "b" * 32)):
        history.begin(started(key), f"Visit {number}", {})
        history.append(key, Chose(2_000, "ask"), turns=1, ending=None)
    for key, at, file in (("a" * 32, 3_000, "one.pdf"), ("b" * 32, 5_000, "two.pdf"), ("a" * 32, 4_000, "three.pdf")):
        history.append(key, Shared(at, "pdf", file, 2, PARTS), turns=1, ending=None)
    return history


@pytest.mark.parametrize("seal", [Unsealed(), Sealer(bytes(32))], ids=["open", "sealed"])
def test_every_note_is_told_the_newest_first_and_a_forgotten_one_is_gone(tmp_path: Path, seal: Seal) -> None:
    history = kept(tmp_path / "history.sqlite", seal)
    found = shares(history)
    assert [(one.title, one.what.file) for one in found] == [
        ("Visit 1", "two.pdf"), ("Visit 0", "three.pdf"), ("Visit 0", "one.pdf"),
    ]  # fmt: skip
    assert found[0].what == Shared(5_000, "pdf", "two.pdf", 2, PARTS)
    forget_share(history, found[1])
    assert [one.what.file for one in shares(history)] == ["two.pdf", "one.pdf"]
    assert history.log("a" * 32)[-1] == Shared(4_000, "", "", 0)
    settle(history)
    history.close()
    again = History(tmp_path / "history.sqlite", seal)
    assert [one.what.file for one in shares(again)] == ["two.pdf", "one.pdf"]
    again.close()
    assert b"three.pdf" not in (tmp_path / "history.sqlite").read_bytes()


def test_a_note_that_is_not_as_it_was_written_is_told(tmp_path: Path) -> None:
    history = kept(tmp_path / "history.sqlite", Unsealed())
    history.connection.execute("UPDATE event SET words='other.pdf' WHERE at=2000 AND kind=10")
    with pytest.raises(Problem) as caught:
        shares(history)
    assert caught.value.code == "H03"
    history.close()
