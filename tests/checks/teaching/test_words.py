"""Reading level over a file: who is measured, from how many words on, and where it points."""

from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.checks.places import Places
from hrtrainer.checks.teaching.readability import size
from hrtrainer.checks.teaching.words import LEAST_WORDS, MOST_YEAR, hard_to_read
from hrtrainer.checks.texts import Told, Voice
from hrtrainer.scenario.report import Report

HARD = "Considerable administrative responsibilities accumulated unexpectedly throughout organizations."
EASY = "She put the bag on the step and sat down by it."


def told(*texts: str, voice: Voice = Voice.NARRATION, key: str = "narrator") -> list[str]:
    """What is said about texts of one voice."""
    report = Report("a.yaml")
    hard_to_read([Told(text, voice, ("scenes", key)) for text in texts], Places(""), report)
    return [one.message for one in report.in_order()]


def test_hard_texts_are_told_for_everybody_but_the_people() -> None:
    texts = [HARD] * 20
    assert told(*texts)[0].startswith("What is told reads like school year ")
    assert told(*texts, voice=Voice.OPTION)[0].startswith("What the worker says reads like school year ")
    assert told(*texts, voice=Voice.FEEDBACK)[0].startswith("The feedback reads like school year ")
    assert told(*texts, voice=Voice.PERSON) == []
    assert told(*texts, key="manner") == []


def test_few_words_are_not_measured() -> None:
    words = size([HARD]).words
    most = (LEAST_WORDS - 1) // words
    assert told(*[HARD] * most) == []
    assert len(told(*[HARD] * (most + 2))) == 1


@given(st.sampled_from(["antidisestablishmentarianism", "electroencephalographically", "naloxone", "methadone"]))
def test_one_hard_word_in_easy_texts_is_never_told(word: str) -> None:
    least = -(-LEAST_WORDS // size([EASY]).words)
    assert told(*[EASY] * least, f"It was {word}.") == []
    assert size([*[EASY] * least, f"It was {word}."]).year < size([EASY] * least).year + 1 < MOST_YEAR
