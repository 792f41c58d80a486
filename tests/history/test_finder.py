"""Finding words: every word has to fit, any text is a question, and what was deleted is not found."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrtrainer.history.finder import Finder, Line
from hrtrainer.history.rows import Kind
from hrtrainer.history.store import History
from hrtrainer.session.event import Chose, Event, Reflected, SaidOwn, SawDifferently, Started

TEXT = "ab" * 32


@pytest.fixture(scope="module")
def history() -> Iterator[History]:
    history = History.in_memory()
    keep(
        history,
        "a",
        1000,
        Chose(1001, "ask"),
        SaidOwn(1002, "I'd rather listen first, à la carte"),
        Chose(1003, "wait"),
    )
    keep(history, "b", 2000, Chose(2001, "ask"), Reflected(2002, "take-along", "Let one silence run; don't fill it"))
    keep(history, "c", 3000, Chose(3001, "wait"), SawDifferently(3002, 2, "She wanted silence"))
    yield history
    history.close()


def keep(history: History, key: str, at: int, *events: Event) -> None:
    history.begin(Started(at, key, "visit", TEXT, "p", "r", 7, "nhrc", "usa"), "A visit", {})
    for event in events:
        history.append(key, event, turns=1, ending=None)


def found(history: History, question: str) -> list[tuple[str, int]]:
    lines = [Line(TEXT, "door", "ask", "What's been used?\nSame as ever."), Line(TEXT, "porch", "wait", "…")]
    with closing(Finder(history)) as finder:
        finder.add_lines(lines)
        return [(hit.key, hit.seq) for hit in finder.find(question, 20)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("silence", [("c", 3), ("b", 3)]),
        ("SILENCE run", [("b", 3)]),
        ("sil", [("c", 3), ("b", 3)]),
        ("run silence one", [("b", 3)]),
        ("a la carte", [("a", 3)]),
        ("same ever", [("b", 2), ("a", 2)]),
        ("nothing like it", []),
        ("", []),
        ("  ", []),
    ],
)
def test_every_word_has_to_fit_and_the_last_may_be_unfinished(
    history: History, question: str, expected: list[tuple[str, int]]
) -> None:
    assert found(history, question) == expected


@given(st.text(max_size=60))
@example('"')
@example('silence"')
@example("silence OR NOT (")
@example("body: silence")
@example("NEAR(a b, 5)")
@example("* ^ - + : { }")
@example("'; DROP TABLE written; --")
@example("_")
@example("a" * 100_000)
@example("\ud800\0")
def test_any_text_is_a_question(history: History, question: str) -> None:
    found(history, question)


@pytest.mark.parametrize(
    "question", ['"silence"', "silence:", "(silence)", "silence*", "^silence", "-silence", "silence AND"]
)
def test_signs_are_read_as_spaces_and_words_of_the_language_as_words(history: History, question: str) -> None:
    assert found(history, question) == ([] if "AND" in question else [("c", 3), ("b", 3)])


def test_what_comes_later_is_found_and_what_was_deleted_is_not() -> None:
    history = History.in_memory()
    finder = Finder(history)
    keep(history, "a", 1000, Reflected(1001, "q", "a green bicycle"))
    assert [hit.key for hit in finder.find("bicycle", 9)] == ["a"]
    history.append("a", Reflected(1002, "q", "and a red bicycle"), turns=1, ending=None)
    keep(history, "b", 500, SaidOwn(400, "bicycle"))  # as after the clock was put back
    hits = finder.find("bicycle", 9)
    assert {(hit.key, hit.seq) for hit in hits} == {("a", 2), ("a", 3), ("b", 2)}
    assert {hit.kind for hit in hits} == {Kind.REFLECTED, Kind.SAID_OWN}
    history.delete("a")
    assert [hit.key for hit in finder.find("bicycle", 9)] == ["b"]
    finder.close()
    history.close()


def test_the_index_is_never_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    history = History(path)
    keep(history, "a", 1000, Reflected(1001, "q", "a green bicycle"))
    before = {file.name for file in path.parent.iterdir()}
    with closing(Finder(history)) as finder:
        finder.find("bicycle", 9)
    assert {file.name for file in path.parent.iterdir()} == before
    tables = [name for (name,) in history.rows("SELECT name FROM sqlite_master")]
    assert not [name for name in tables if "written" in name]
    history.close()


def test_a_long_history_is_read_in_by_pieces_and_answers_as_one_that_was_read_in_at_once() -> None:
    history = History.in_memory()
    for number in range(650):
        keep(history, f"{number:032x}", number, Reflected(number, "take-along", f"quiet day, number {number}"))
    whole, pieces = Finder(history), Finder(history)
    assert [pieces.read_on() for _ in range(3)] == [True, True, False]
    assert len(pieces.find("quiet", 1000)) == 650
    assert pieces.find("quiet day", 40) == whole.find("quiet day", 40)
    keep(history, "ab" * 16, 700, Reflected(701, "take-along", "a quiet night"))
    assert [hit.key for hit in pieces.find("quiet night", 5)] == ["ab" * 16]
    assert not pieces.read_on() and len(pieces.find("quiet", 1000)) == 651
    for one in (whole, pieces, history):
        one.close()
