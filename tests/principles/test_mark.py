"""The mark of one choice: the whole table of scenario-format.md, and its worked example."""

from itertools import chain, combinations

import pytest

from hrtrainer.principles.mark import Mark, effect, is_chance, mark
from hrtrainer.principles.yardstick import Principle
from hrtrainer.scenario.lookup import Reference

P = Principle(
    "p", "P", "", frozenset({"anchor"}), frozenset({"also"}), frozenset({"against"}), frozenset({"also-against"})
)  # fmt: skip

SUPPORTS, A_LITTLE, BOTH = Mark.SUPPORTS, Mark.SUPPORTS_A_LITTLE, Mark.BOTH
STRAINS, STRAINS_A_LITTLE = Mark.STRAINS, Mark.STRAINS_A_LITTLE
NOT_TAKEN, NOT_IN_PLAY = Mark.CHANCE_NOT_TAKEN, Mark.NOT_IN_PLAY


@pytest.mark.parametrize(
    ("shown", "word"),
    [
        ("anchor against", BOTH),
        ("anchor also-against", BOTH),
        ("also against", BOTH),
        ("also also-against", BOTH),
        ("anchor", SUPPORTS),
        ("anchor also", SUPPORTS),
        ("anchor something-else", SUPPORTS),
        ("also", A_LITTLE),
        ("against", STRAINS),
        ("against also-against", STRAINS),
        ("also-against", STRAINS_A_LITTLE),
    ],
)
def test_what_a_choice_shows_makes_its_mark_whatever_else_was_there(shown: str, word: Mark) -> None:
    behaviours = set(shown.split())
    assert mark(P, behaviours, []) is word
    assert mark(P, behaviours, [{"anchor"}, {"against"}, behaviours]) is word


@pytest.mark.parametrize(
    ("others", "word"),
    [
        (["anchor"], NOT_TAKEN),
        (["also"], NOT_TAKEN),
        (["anchor against"], NOT_TAKEN),
        (["something-else", "also"], NOT_TAKEN),
        (["against"], NOT_IN_PLAY),
        (["also-against", "something-else"], NOT_IN_PLAY),
        ([], NOT_IN_PLAY),
    ],
)
def test_a_choice_that_shows_nothing_for_or_against_is_read_beside_the_others(others: list[str], word: Mark) -> None:
    available = [set(), *(set(other.split()) for other in others)]
    assert mark(P, set(), available) is word
    assert mark(P, {"something-else"}, available) is word


def test_the_table_holds_for_every_mixture() -> None:
    names = ["anchor", "also", "against", "also-against", "else"]
    mixtures = [set(one) for one in chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))]
    for shown in mixtures:
        word = effect(P, shown)
        for_it, against_it = bool(shown & {"anchor", "also"}), bool(shown & {"against", "also-against"})
        assert (word is None) is (not for_it and not against_it)
        assert word is None or (word.supporting, word.straining) == (for_it, against_it)
        assert is_chance(P, [shown]) is for_it


def test_only_three_words_support_and_three_strain() -> None:
    assert [word for word in Mark if word.supporting] == [SUPPORTS, A_LITTLE, BOTH]
    assert [word for word in Mark if word.straining] == [BOTH, STRAINS_A_LITTLE, STRAINS]


def test_the_words_on_the_screen_are_the_seven_of_the_format() -> None:
    assert [str(word) for word in Mark] == [
        "supports", "supports a little", "both", "strains a little", "strains", "chance not taken", "not in play",
    ]  # fmt: skip


AVAILABLE = [
    {"gives-what-was-asked", "asks-permission"},
    {"holds-them-up", "withholds"},
    {"blames", "all-or-nothing"},
    {"gives-what-was-asked", "lets-a-known-risk-pass"},
]
CHOSEN = AVAILABLE[3]


@pytest.mark.parametrize(
    ("principle", "word"),
    [
        ("nhrc.accept-reality", BOTH),
        ("nhrc.nonjudgmental", SUPPORTS),
        ("nhrc.honest-about-harm", STRAINS),
        ("nhrc.primary-agents", NOT_IN_PLAY),
        ("nhrc.real-voice", NOT_IN_PLAY),
        ("nhrc.inequalities", NOT_IN_PLAY),
        ("nhrc.quality-of-life", NOT_IN_PLAY),
        ("nhrc.continuum", NOT_IN_PLAY),
        ("camh.pragmatism", SUPPORTS),
        ("camh.focus-on-harms", STRAINS),
        ("camh.autonomy", NOT_TAKEN),
        ("camh.prioritising-goals", NOT_IN_PLAY),
        ("camh.flexibility", NOT_IN_PLAY),
        ("camh.evaluation", NOT_IN_PLAY),
    ],
)
def test_the_worked_example_of_the_format(principle: str, word: Mark, reference: Reference) -> None:
    found = reference.yardstick.principle(principle)
    assert found is not None
    assert mark(found, CHOSEN, AVAILABLE) is word
