"""The history: what is kept comes back, what is deleted is gone, and what goes wrong is said in a sentence."""

import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history.rows import PlayCount
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Event, Guessed, Reflected, Rewound, SaidOwn, Started, WentOn

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")
BODY = "id: visit\ntitle: Ein Besuch\n"
DIGEST = hashlib.sha256(BODY.encode()).hexdigest()
SECRET = "I never told anyone about the green bicycle"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    history = History(path)
    yield history
    history.close()


def started(key: str, at: int = 1000, scenario: str = "visit", digest: str = DIGEST) -> Started:
    return Started(at, key, scenario, digest, "p", "", 7, "nvc", "at", code_name="Robin")


def begin(history: History, key: str, at: int = 1000, scenario: str = "visit") -> None:
    history.begin(started(key, at, scenario), f"Title of {key}", {DIGEST: ("scenario", BODY)})


def say(history: History, key: str, *events: Event, ending: tuple[str, str] | None = None) -> None:
    for event in events:
        history.append(key, event, turns=1, ending=ending)


def problem(code: str, act: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as raised:
        act()
    assert raised.value.code == code
    assert raised.value.hint
    return raised.value


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


# What is kept


def test_a_session_comes_back_after_closing(path: Path) -> None:
    events = (Chose(1001, "ask", True), SaidOwn(1002, "«ok»\n"), WentOn(1003), Rewound(1004, 2))
    debrief = (Guessed(1005, (("empathy", "supports"),), "relieved", "fairly"), Reflected(1006, "q1", ""))
    with closing(History(path)) as history:
        begin(history, "a")
        say(history, "a", *events, *debrief, ending=("warm", "good"))
    with closing(History(path)) as history:
        assert history.log("a") == (started("a"), *events, *debrief)
        row = history.latest()
        assert row is not None
        assert (row.key, row.started, row.last, row.turns) == ("a", 1000, 1006, 1)
        assert (row.ending, row.ending_kind, row.title) == ("warm", "good", "Title of a")
        assert history.text(DIGEST) == BODY
        assert history.text("0" * 64) is None


def test_newest_first_by_number_and_scenario(history: History) -> None:
    for key, at, scenario in (("a", 10, "x"), ("b", 30, "y"), ("c", 20, "x"), ("d", 30, "x")):
        begin(history, key, at, scenario)
    assert [row.key for row in history.sessions()] == ["d", "b", "c", "a"]
    assert [row.key for row in history.sessions(limit=2)] == ["d", "b"]
    assert [row.key for row in history.sessions(scenario="x")] == ["d", "c", "a"]
    assert history.sessions(limit=0) == ()


def test_an_empty_history(history: History) -> None:
    assert history.sessions() == history.unfinished() == ()
    assert history.latest() is None
    assert history.played() == {}
    history.drop("nobody")
    history.delete("nobody")


def test_unfinished_is_what_can_be_gone_on_with(history: History) -> None:
    for at, key in enumerate(("begun", "open", "over", "dropped", "reopened")):
        begin(history, key, at)
    for key in ("open", "dropped"):
        say(history, key, Chose(9, "x"))
    for key in ("over", "reopened"):
        say(history, key, Chose(9, "x"), ending=("warm", "good"))
    history.append("reopened", Rewound(10, 1), turns=0, ending=None)
    history.drop("dropped")
    assert [row.key for row in history.unfinished()] == ["reopened", "open"]
    assert len(history.log("dropped")) == 2


def test_played_counts_endings_and_tells_of_open_sessions(history: History) -> None:
    for key, ending in (("a", "warm"), ("b", "cold"), ("c", "warm")):
        begin(history, key)
        say(history, key, Chose(9, "x"), ending=(ending, "good"))
    for key, scenario in (("d", "visit"), ("e", "other"), ("f", "only begun")):
        begin(history, key, scenario=scenario)
    say(history, "e", Chose(9, "x"))
    assert history.played() == {
        "visit": PlayCount(3, frozenset({"warm", "cold"}), False),
        "other": PlayCount(0, frozenset(), True),
    }


def test_in_memory_is_the_same_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(History.in_memory()) as history:
        begin(history, "a")
        say(history, "a", SaidOwn(2, SECRET))
        assert history.log("a")[1] == SaidOwn(2, SECRET)
        history.delete("a")
        assert history.sessions() == ()
    assert list(tmp_path.iterdir()) == []


def test_deleted_words_are_nowhere(path: Path, history: History) -> None:
    begin(history, "a")
    say(history, "a", *(SaidOwn(n, f"{SECRET} {n}") for n in range(200)))
    begin(history, "b")
    assert any(SECRET.encode() in data for data in files(path.parent).values())
    history.delete("a")
    assert not any(SECRET.encode() in data or b"Title of a" in data for data in files(path.parent).values())
    assert history.text(DIGEST) == BODY  # session b still needs it
    history.delete("b")
    assert history.text(DIGEST) is None
    problem("H03", lambda: history.log("a"))


def test_a_session_deleted_meanwhile_cannot_go_on(history: History) -> None:
    problem("H04", lambda: say(history, "nobody", WentOn(1)))


def test_mistakes_of_the_program_are_no_problems(history: History) -> None:
    begin(history, "a")
    with pytest.raises(ValueError, match="already"):
        begin(history, "a")
    with pytest.raises(ValueError, match="begin"):
        say(history, "a", started("a"))
    with pytest.raises(ValueError, match="digest"):
        history.begin(started("b"), "", {"0" * 64: ("scenario", BODY)})
    assert [row.key for row in history.sessions()] == ["a"]
    history.close()
    with pytest.raises(sqlite3.ProgrammingError):
        history.sessions()
    with pytest.raises(sqlite3.ProgrammingError):
        say(history, "a", WentOn(1))


def test_only_the_thread_that_opened_it_may_use_it(history: History) -> None:
    raised: list[type[BaseException]] = []

    def use() -> None:
        try:
            history.sessions()
        except sqlite3.Error as error:
            raised.append(type(error))

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert raised == [sqlite3.ProgrammingError]


# What is on the disk


@posix
def test_nobody_else_can_read_it(path: Path, history: History) -> None:
    begin(history, "a")
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}
    history.close()
    path.chmod(0o644)
    History(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_file_is_set_up_to_outlast_a_power_cut(history: History) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    answers = [history.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert answers == ["wal", 2, 1, 1, 2000]


def test_names_that_look_like_uris(tmp_path: Path) -> None:
    path = tmp_path / "100% ü?mode=ro&x#y" / "history.db"
    for _ in range(2):
        History(path).close()
    assert list(path.parent.iterdir()) == [path]
