"""The roll-up behind the growth page: it says what the sessions say, and can be made anew from them at any time."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.history.reckoning import DAY, Moment, Reckoning
from hrtrainer.history.store import History
from hrtrainer.session.event import Chose, Started

GOOD, HARD = Moment("real-voice", "supports", 2), Moment("real-voice", "strains", 3)


@pytest.fixture
def history() -> Iterator[History]:
    with closing(History.in_memory()) as history:
        yield history


def played(history: History, key: str, at: int, scenario: str = "visit") -> None:
    history.begin(Started(at, key, scenario, "", "p", "", 1, "nhrc", "usa"), f"Title of {key}", {})
    history.append(key, Chose(at + 1, "ask"), turns=1, ending=("warm", "open"))


def test_what_was_read_is_there_by_session_and_by_day(history: History) -> None:
    for key, at, scenario in (("a", 10, "visit"), ("b", 20, "visit"), ("c", DAY + 5, "clinic")):
        played(history, key, at, scenario)
    reckoning = Reckoning(history, "nhrc", "v1")
    assert reckoning.unread() == ("c", "b", "a")
    for key, moments in (("a", (GOOD, HARD)), ("b", (GOOD,)), ("c", (HARD,))):
        reckoning.keep(key, moments)
    assert reckoning.unread() == ()
    assert [(one.key, one.moments) for one in reckoning.readings(limit=2)] == [("c", (HARD,)), ("b", (GOOD,))]
    assert [one.key for one in reckoning.readings(since=15, until=DAY)] == ["b"]
    assert [one.key for one in reckoning.readings(scenario="clinic")] == ["c"]
    assert [tuple(tally) for tally in reckoning.tallies()] == [
        (0, "visit", "real-voice", "strains", 1),
        (0, "visit", "real-voice", "supports", 2),
        (1, "clinic", "real-voice", "strains", 1),
    ]
    assert [tally.day for tally in reckoning.tallies(since=DAY)] == [1]
    assert {tally.scenario for tally in reckoning.tallies(scenario="visit")} == {"visit"}
    assert Reckoning(history, "camh", "v1").readings() == ()


def test_a_reading_counts_while_its_session_and_what_it_was_read_by_are_as_they_were(history: History) -> None:
    played(history, "a", 10)
    Reckoning(history, "nhrc", "v1").keep("a", (GOOD,))
    assert Reckoning(history, "nhrc", "v2").unread() == ("a",)
    history.append("a", Chose(99, "more"), turns=2, ending=None)
    reckoning = Reckoning(history, "nhrc", "v1")
    assert reckoning.unread() == ("a",) and reckoning.readings() == ()
    reckoning.keep("a", (HARD,))
    assert [(tally.mark, tally.times) for tally in reckoning.tallies()] == [("strains", 1)]


def test_a_deleted_session_leaves_nothing_in_the_counts(history: History) -> None:
    played(history, "a", 10)
    reckoning = Reckoning(history, "nhrc", "v1")
    reckoning.keep("a", (GOOD, HARD))
    history.delete("a")
    assert reckoning.readings() == () and reckoning.tallies() == ()
    assert history.rows("SELECT count(*) FROM reading") == [(0,)]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["keep", "delete", "go on"]), st.sampled_from("abc"), st.lists(st.sampled_from([GOOD, HARD]))
    ),
    max_size=12,
)


@given(STEPS)
def test_the_counts_are_always_the_sum_of_the_readings(steps: list[tuple[str, str, list[Moment]]]) -> None:
    with closing(History.in_memory()) as history:
        for day, key in enumerate("abc"):
            played(history, key, day * DAY)
        reckoning = Reckoning(history, "nhrc", "v1")
        for number, (deed, key, moments) in enumerate(steps):
            if deed == "keep":
                reckoning.keep(key, moments)
            elif deed == "delete":
                history.delete(key)
            elif any(row.key == key for row in history.sessions()):
                history.append(key, Chose(number, "more"), turns=2, ending=None)
                reckoning.keep(key, moments)
        found = Counter({(tally.day, tally.mark): tally.times for tally in reckoning.tallies()})
        told = ((one.started // DAY, moment.mark) for one in reckoning.readings() for moment in one.moments)
        assert found == Counter(told)
