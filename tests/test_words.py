"""The words that more than one floor says: plain, and the same everywhere."""

import pytest

from hrtrainer import words
from hrtrainer.principles.mark import Mark
from hrtrainer.scenario.known import AREAS, AUDIENCES, KINDS, LEVELS
from hrtrainer.session.event import TEMPOS


@pytest.mark.parametrize(("number", "said"), [(0, "no turns"), (1, "1 turn"), (2, "2 turns")])
def test_a_number_stands_with_its_noun(number: int, said: str) -> None:
    assert words.count(number, "turn") == said


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert words.count(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_as_a_person_would(items: list[str], said: str) -> None:
    assert words.listing(items) == said


@pytest.mark.parametrize(
    ("typed", "set_"),
    [("I'd say so", "I’d say so"), ("'No,' she said", "‘No,’ she said"), ("Plain words", "Plain words"), ("", "")],
)
def test_apostrophes_are_set_as_a_printer_would(typed: str, set_: str) -> None:
    assert words.typographic(typed) == set_


def test_days_are_utc_and_written_out() -> None:
    assert words.day(1_795_000_000_000) == "2026-11-18"
    assert words.long_day("2026-11-21") == "21 November 2026"
    assert words.long_day("soon") == "soon"


def test_reviews_say_what_is_missing() -> None:
    assert words.reviews("", "") == words.NOT_REVIEWED
    assert (
        words.reviews("", "a nurse")
        == "Not yet reviewed by people with lived experience. Reviewed clinically: a nurse."
    )
    assert (
        words.reviews("two peers", "") == "Reviewed with lived experience: two peers. Not yet reviewed by a clinician."
    )


def test_a_footnote_says_how_far_a_fact_can_be_trusted() -> None:
    sure = words.footnote("Wait", "3 minutes", "BC", "BCCDC", "2026-11-21", confirmed=True, overdue=False)
    assert sure == "Wait: 3 minutes (BC; BCCDC; checked 21 November 2026)"
    unsure = words.footnote("Wait", "3 minutes", "BC", "BCCDC", "2026-11-21", confirmed=False, overdue=True)
    assert unsure == "Wait: 3 minutes (BC; BCCDC; unconfirmed, last looked at 21 November 2026; a new check is overdue)"


def test_every_word_of_the_format_has_a_label() -> None:
    assert tuple(words.AREAS) == AREAS
    assert tuple(words.AUDIENCES) == AUDIENCES
    assert tuple(words.KINDS) == KINDS
    assert tuple(words.LEVELS) == LEVELS
    assert tuple(words.TEMPOS) == TEMPOS


def test_no_label_grades_anybody() -> None:
    said = f"{vars(words)} {list(Mark)}".lower()
    for word in ("score", "points", "grade", "badge", "streak", "leaderboard", "fail", "win ", "lose "):
        assert word not in said, word
