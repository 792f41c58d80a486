"""Reading level: syllables against a dictionary of pronunciations, and the formula against figures worked by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from hrtrainer.checks.teaching.readability import Size, size
from hrtrainer.checks.teaching.syllables import syllables

SAMPLE = Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8")


def sample(kind: str) -> Iterator[tuple[str, int]]:
    """The words of a part of the sample, each with its syllables."""
    for line in SAMPLE.splitlines():
        if line.startswith(kind):
            head, words = line.split(": ")
            yield from ((word, int(head.split()[1])) for word in words.split())


@pytest.mark.parametrize(("kind", "least"), [("ours", 0.98), ("others", 0.95)])
def test_the_count_agrees_with_the_dictionary(kind: str, least: float) -> None:
    words = list(sample(kind))
    assert len(words) == 240
    assert sum(syllables(word) == told for word, told in words) / len(words) >= least
    assert sum(syllables(word) for word, _ in words) == approx(sum(told for _, told in words), rel=0.02)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("the", 1),
        ("little", 2),
        ("isn't", 2),
        ("don't", 1),
        ("it'll", 2),
        ("she'd", 1),
        ("suicide", 3),
        ("naloxone", 3),
    ],
)
def test_some_words_one_by_one(word: str, told: int) -> None:
    assert syllables(word) == told


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The cat sat on the mat."], Size(6, 1, 6)),
        (["The cat sat on the mat", "It was warm"], Size(9, 2, 9)),
        (["Dr. Bell came in. He left."], Size(6, 2, 6)),
        (["Wait... what?!", "“Yes.” He sat."], Size(5, 4, 5)),
        (["Ten-pack, please. It costs 4.50, or {region:naloxone-wait}."], Size(6, 2, 6)),
        (["I’d say so."], Size(3, 1, 3)),
        ([], Size(0, 1, 0)),
    ],
)
def test_words_sentences_and_syllables(texts: list[str], expected: Size) -> None:
    assert size(texts) == expected


def test_the_formula_is_that_of_the_report() -> None:
    assert Size(100, 5, 150).year == approx(0.39 * 20 + 11.8 * 1.5 - 15.59) == approx(9.91)
    assert Size(0, 1, 0).year == 0.0


@given(st.lists(st.text(alphabet="abei .!?'’-{}\n", max_size=40), max_size=6))
def test_any_text_has_a_size(texts: list[str]) -> None:
    found = size(texts)
    assert found.sentences >= 1
    assert found.syllables >= found.words >= 0
