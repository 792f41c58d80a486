"""What a seal is given, and that closed words open only where they were written."""

import base64
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history.rows import Kind, Row, checksum
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Guessed, Reflected, SaidOwn, SawDifferently, Started

WORDS = "I kept looking at the clock"


class Cupboard:
    """A seal of the plainest kind: it writes the place beside the words."""

    def close(self, words: str, place: str) -> str:
        return base64.b64encode(f"{place} {words}".encode()).decode()

    def open(self, kept: str, place: str) -> str:
        text = base64.b64decode(kept).decode()
        if not text.startswith(f"{place} "):
            raise ValueError(place)
        return text.removeprefix(f"{place} ")


def written(path: Path) -> tuple[object, ...]:
    started = Started(1000, "a", "visit", "s", "p", "r", 7, "nhrc", "usa")
    events = (
        Chose(1001, "ask"),
        SaidOwn(1002, WORDS),
        Guessed(1003, (("nhrc.real-voice", "supports"),), "Relieved", "very"),
        Reflected(1004, "take-along", WORDS),
        SawDifferently(1005, 2, WORDS),
    )
    with closing(History(path, Cupboard())) as history:
        history.begin(started, "A visit", {})
        for event in events:
            history.append("a", event, turns=1, ending=None)
    return (started, *events)


def test_words_go_through_the_seal_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    events = written(path)
    assert WORDS.encode() not in path.read_bytes()
    with closing(History(path, Cupboard())) as history:
        assert history.log("a") == events


def test_words_that_were_moved_to_another_step_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    written(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        (words,) = raw.execute("SELECT words FROM event WHERE seq=5").fetchone()
        crc = checksum("a", 3, Row(1002, Kind.SAID_OWN, words=words))  # as somebody who knows the file would do it
        raw.execute("UPDATE event SET words=?, crc=? WHERE seq=3", (words, crc))
    with closing(History(path, Cupboard())) as history, pytest.raises(Problem) as raised:
        history.log("a")
    assert raised.value.code == "H03"
