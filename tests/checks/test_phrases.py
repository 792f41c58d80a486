"""Phrases: what they stand for, and that none of them can take for ever."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.checks.phrases import MOST_WORDINGS, Unreadable, straightened, wordings


def said(phrase: str) -> list[str]:
    return sorted(" ".join(wording) for wording in wordings(phrase))


@pytest.mark.parametrize(
    ("phrase", "stands_for"),
    [
        ("drug of choice", ["drug of choice"]),
        ("drug[s] of choice", ["drug of choice", "drugs of choice"]),
        ("(clean|dirty) test", ["clean test", "dirty test"]),
        ("[ex |former ]offender", ["ex offender", "former offender", "offender"]),
        ("dope[ ]head", ["dope head", "dopehead"]),
        ("drug-free", ["drug free"]),
        ("hep[atitis][ ]C", ["hep C", "hepC", "hepatitis C", "hepatitisC"]),
        ("(a [very ]old|the) story", ["a old story", "a very old story", "the story"]),
        ("relaps*", ["relaps*"]),
        ("he’s clean", ["he's clean"]),
    ],
)
def test_a_phrase_stands_for_these_wordings(phrase: str, stands_for: list[str]) -> None:
    assert said(phrase) == stands_for


@pytest.mark.parametrize(
    ("phrase", "what", "column"),
    [
        ("(clean|dirty test", "'(' is not closed by ')'", 1),
        ("a [b|c) d", "'[' is not closed by ']'", 3),
        ("clean|dirty", "'|' stands outside brackets", 6),
        ("clean) test", "')' stands outside brackets", 6),
        ("", "it can stand for nothing at all", 1),
        ("[a|b]", "it can stand for nothing at all", 1),
        (".*", "'.*' is not a word", 1),
        ("a*b", "'a*b' is not a word", 1),
        ("*", "'*' is not a word", 1),
        (r"\baddict\b", r"'\baddict\b' is not a word", 1),
        ("x" * 401, "it is longer than 400 characters", 1),
        (" ".join("abcdefghijklm"), "it has more than 12 words", 1),
        ("(" * 9 + "a" + ")" * 9, "brackets stand inside more than 8 others", 9),
        ("[a|b]" * 7, "it stands for more than 1000 wordings", 31),
        ("((a|b) " * 90, "it is longer than 400 characters", 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(phrase: str, what: str, column: int) -> None:
    with pytest.raises(Unreadable) as told:
        wordings(phrase)
    assert (told.value.what, told.value.column) == (what, column)


Spelled = tuple[str, frozenset[str]]
"""A phrase, and what it stands for."""


def _row(parts: list[Spelled]) -> Spelled:
    texts = frozenset("".join(way) for way in product(*(stands for _, stands in parts)))
    return "".join(phrase for phrase, _ in parts), texts


def _group(parts: list[Spelled]) -> Spelled:
    return f"({'|'.join(phrase for phrase, _ in parts)})", frozenset().union(*(stands for _, stands in parts))


def _optional(parts: list[Spelled]) -> Spelled:
    phrase, stands = _group(parts)
    return f"[{phrase[1:-1]}]", stands | {""}


def _phrases() -> st.SearchStrategy[Spelled]:
    """Phrases whose brackets fit, of a few letters, each with what it stands for."""
    word = st.text("abc ", max_size=3).map(lambda text: (text, frozenset({text})))

    def grown(inner: st.SearchStrategy[Spelled]) -> st.SearchStrategy[Spelled]:
        parts = st.lists(inner, min_size=1, max_size=3)
        return parts.map(_row) | parts.map(_group) | parts.map(_optional)

    return st.recursive(word, grown, max_leaves=8)


@given(_phrases())
def test_brackets_stand_for_every_way_of_choosing(spelled: Spelled) -> None:
    phrase, stands = spelled
    wanted = {tuple(text.split()) for text in stands}
    try:
        found = set(wordings(phrase))
    except Unreadable as told:
        assert () in wanted or len(stands) > 100, told.what
    else:
        assert found == wanted


@given(st.text("ab()[]| *-'", max_size=60))
def test_any_signs_end_in_wordings_or_in_a_reason(phrase: str) -> None:
    try:
        found = wordings(phrase)
    except Unreadable as told:
        assert told.what and 1 <= told.column <= max(1, len(phrase))
    else:
        assert 1 <= len(found) <= MOST_WORDINGS
        assert all(word == word.strip() and word for wording in found for word in wording)


def test_apostrophes_are_compared_straight() -> None:
    assert straightened("he’s ‘here’") == "he's ‘here'"
