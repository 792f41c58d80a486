"""Feedback about the person: every row of the table catches its example, and the sentence near it is left alone."""

import re

import pytest

from hrtrainer.checks.teaching.person_talk import ROWS, Row, person_talk
from hrtrainer.scenario.reader import Reading
from tests.stage import SHIPPED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.caught)
def test_each_row_catches_its_own_example(row: Row) -> None:
    assert re.search(row.pattern, row.caught, re.IGNORECASE)
    assert person_talk(row.caught) is not None
    assert person_talk(row.caught.upper().replace("'", "’")) is not None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.left)
def test_no_row_catches_the_sentences_near_by(row: Row) -> None:
    assert person_talk(row.left) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She heard it. You were rather cold about it.", "You were rather cold"),
        ("You’re not a doctor.", "You’re not a "),
        ("It was said in a hurry. Well done all the same.", "Well done"),
        ("You asked before telling.", ""),
        ("You named what happened, owned it once, and gave her the turn back.", ""),
        ("Her kind of answer is a good one.", ""),
        ("", ""),
    ],
)
def test_the_words_themselves_are_found(text: str, words: str) -> None:
    found = person_talk(text)
    assert (text[found[0] : found[1]] if found else "") == words


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_feedback_is_about_the_line(name: str, scenarios: dict[str, Reading]) -> None:
    scenario = scenarios[name].scenario
    assert scenario is not None
    choices = [choice for scene in scenario.scenes.values() for choice in scene.choices]
    texts = [text for one in choices for text in (one.headline, *(shown.why for shown in one.shows)) if text]
    assert len(texts) > 100
    assert [text for text in texts if person_talk(text)] == []
