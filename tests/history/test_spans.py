"""Stretches of the history: newest first, only what was answered, month by month."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from hrtrainer.history.spans import MonthPlayed, Span, months_in, scenarios_played, sessions_in
from hrtrainer.history.store import History
from hrtrainer.session.event import Chose, Started


def at(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def history() -> Iterator[History]:
    history = History.in_memory()
    yield history
    history.close()


def keep(history: History, key: str, day: str, scenario: str = "a", turns: int = 1, ended: bool = True) -> None:
    history.begin(Started(at(day), key, scenario, "s", "p", "r", 7, "nhrc", "usa"), f"Title {scenario}", {})
    if turns:
        history.append(key, Chose(at(day) + 1, "x"), turns=turns, ending=("end", "partly") if ended else None)


def test_a_span_holds_what_began_in_it_and_was_answered(history: History) -> None:
    keep(history, "old", "2026-01-31")
    keep(history, "new", "2026-03-01")
    keep(history, "newer", "2026-03-02", "b")
    keep(history, "nothing-said", "2026-03-03", turns=0)
    assert [row.key for row in sessions_in(history, Span(), 9)] == ["newer", "new", "old"]
    assert [row.key for row in sessions_in(history, Span(at("2026-02-01")), 9)] == ["newer", "new"]
    assert [row.key for row in sessions_in(history, Span(0, "a"), 9)] == ["new", "old"]
    assert [row.key for row in sessions_in(history, Span(), 1, 1)] == ["new"]
    assert scenarios_played(history) == (("a", "Title a"), ("b", "Title b"))


def test_a_long_history_is_gone_through_to_its_end(history: History) -> None:
    for number in range(230):
        keep(history, f"k{number}", f"2026-01-{number % 28 + 1:02}", turns=number % 2)
    assert len(sessions_in(history, Span(), 500)) == 115
    assert len(sessions_in(history, Span(), 100, 100)) == 15


def test_months_count_what_ended_and_what_was_left_open(history: History) -> None:
    keep(history, "a", "2026-01-31")
    keep(history, "b", "2026-03-01")
    keep(history, "c", "2026-03-02", ended=False)
    keep(history, "d", "2026-03-03", turns=0)
    assert months_in(history, Span()) == (MonthPlayed("2026-01", 1, 0), MonthPlayed("2026-03", 1, 1))
    assert months_in(history, Span(0, "b")) == ()
