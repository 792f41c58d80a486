"""Searching what was written and said: each thing found opens where it belongs."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from hrtrainer.history.store import History
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.seeking import Seeking
from hrtrainer.session.turns import turns
from hrtrainer.sitting import Sitting, Wishes, sit_down
from tests.stage import BASE


@pytest.fixture
def history() -> Iterator[History]:
    history = History.in_memory()
    yield history
    history.close()


def sitting(history: History, reference: Reference, known: Known, begun: int = 1_795_000_000_000) -> Sitting:
    clock = iter(range(begun, begun + 10_000))
    reading = read_scenario(BASE, "a-visit.yaml", known)
    return sit_down(history, reading, reference, Wishes("nhrc", "canada-bc"), lambda: next(clock))


@pytest.fixture
def seeking(history: History, reference: Reference) -> Iterator[Seeking]:
    """Searches of a history that is empty yet."""
    with closing(Seeking(history, reference)) as seeking:
        yield seeking


def test_everything_written_opens_where_it_belongs(
    history: History, reference: Reference, known: Known, seeking: Seeking
) -> None:
    at = sitting(history, reference, known)
    at.say("Could we slow down a little, marzipan?")
    at.choose("hand-over")
    answered = turns(at.session)[0].event
    at.see_differently(answered, "Marzipan is a fine word for a search")
    at.choose("one-line")
    at.reflect(f"turn-{answered}", "I was weighing marzipan")
    at.reflect("take-along", "Less marzipan")
    found = seeking.find("marzipan")
    assert {(one.kind, one.turn, one.reflected) for one in found} == {
        ("In your own words", 1, False),
        ("What you saw differently", 1, False),
        ("What you wrote", 1, True),
        ("What you wrote", 0, True),
    }
    assert {(one.title, one.day) for one in found} == {("A visit", "18 November 2026")}


def test_what_was_said_and_answered_is_found_at_its_turn(
    history: History, reference: Reference, known: Known, seeking: Seeking
) -> None:
    at = sitting(history, reference, known)
    at.choose("hand-over")
    at.choose("one-line")
    (said,) = seeking.find("as many as you like")
    assert (said.key, said.turn, said.kind) == (at.key, 1, "What was said")
    (answered,) = seeking.find("cheers")
    assert answered.turn == 1
    assert seeking.find("there is a form to fill in") == ()  # on offer, and never said


def test_an_answer_that_was_taken_back_is_not_found_as_said(
    history: History, reference: Reference, known: Known, seeking: Seeking
) -> None:
    at = sitting(history, reference, known)
    at.choose("form-first")
    assert len(seeking.find("form to fill")) == 1
    at.rewind()
    at.choose("hand-over")
    assert seeking.find("form to fill") == ()
