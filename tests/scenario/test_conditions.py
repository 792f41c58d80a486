"""The language of `when`: every form, every way to get it wrong, and that what it says is what it means."""

from dataclasses import replace
from operator import eq, ge, gt, le, lt, ne
from pathlib import Path
from random import Random
from typing import assert_never

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hrtrainer.scenario import limits
from hrtrainer.scenario.condition import (
    COMPARISONS,
    And,
    Compare,
    Condition,
    Disposed,
    Fact,
    Not,
    Or,
    Unreadable,
    parse,
)
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.session.plan import State, prepare
from tests.stage import edited, opened

HOSTILE = (Path(__file__).parent / "conditions-hostile.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("trust >= 2", Compare("trust", ">=", 2)),
        ("trust == 0", Compare("trust", "==", 0)),
        ("trust<-1", Compare("trust", "<", -1)),
        ("heard tolerance", Fact("card", "tolerance")),
        ("has naloxone", Fact("ledger", "naloxone")),
        ("took counter/bag-and-ask", Fact("choice", "counter/bag-and-ask")),
        ("seen danger", Fact("scene", "danger")),
        ("showed names-the-risk", Fact("behaviour", "names-the-risk")),
        ("jessica is guarded", Disposed("jessica", "guarded")),
        ("not seen danger", Not(Fact("scene", "danger"))),
        ("not not seen danger", Not(Not(Fact("scene", "danger")))),
        ("seen a and seen b and seen c", And((Fact("scene", "a"), Fact("scene", "b"), Fact("scene", "c")))),
        ("seen a or seen b and seen c", Or((Fact("scene", "a"), And((Fact("scene", "b"), Fact("scene", "c")))))),
        ("(seen a or seen b) and seen c", And((Or((Fact("scene", "a"), Fact("scene", "b"))), Fact("scene", "c")))),
        ("not (seen a or seen b)", Not(Or((Fact("scene", "a"), Fact("scene", "b"))))),
        ("  ( trust>=2 )  ", Compare("trust", ">=", 2)),
    ],
)
def test_a_condition_reads_like_its_sentence(text: str, condition: Condition) -> None:
    assert parse(text) == condition


@pytest.mark.parametrize(
    ("text", "column", "what", "hint"),
    [
        ("trust = 5", 7, "'=' is not understood", "Use == to compare."),
        ('trust >= "2"', 10, "'\"' is not understood", "Names stand without quotes."),
        ("trust + 1 > 2", 7, "'+' is not understood", "There is no arithmetic"),
        ("trust; 1", 6, "';' is not understood", "Conditions know meters"),
        ("trust ≥ 2", 7, "'≥' is not understood", "Conditions know meters"),
        ("trust", 1, "'trust' says nothing by itself", "Compare it (trust >= 2)"),
        ("1 < trust", 1, "'1' cannot begin a condition", "Begin with a meter"),
        ("and seen a", 1, "'and' cannot begin a condition", "Begin with a meter"),
        ("trust == 5 == 5", 12, "'==' is one word too many", "Compare twice with 'and' between"),
        ("heard a heard b", 9, "'heard' is one word too many", "Join two conditions"),
        ("trust >= 2)", 11, "')' is one word too many", ""),
        ("(trust >= 2", 12, "it ends where ')' should stand", ""),
        ("(trust >= 2 seen a)", 13, "')' should stand before 'seen'", ""),
        ("trust >=", 9, "it ends where a whole number should stand", ""),
        ("trust >= two", 10, "'two' is not a whole number", "Compare a meter with a number: trust >= 2."),
        ("trust >= 0123", 10, "'0123' is not a whole number", "Compare a meter"),
        ("heard", 6, "it ends where the name after 'heard' should stand", ""),
        ("heard and seen a", 7, "the name after 'heard' should stand here, not 'and'", ""),
        ("heard 3", 7, "the name after 'heard' should stand here, not '3'", ""),
        ("took counter", 6, "'took counter' names no choice", "Write scene/choice: took counter/its-choice."),
        ("sam is", 7, "it ends where what 'sam' is should stand", ""),
        ("not", 4, "it ends where a condition should stand", ""),
        ("", 1, "it is empty", "Leave 'when' out"),
        ("trust > 1 and " * 20, 1, "it is longer than 200 characters", "Split it over two scenes."),
        ("a<1 or " * 28, 1, "it has more than 60 words", "Split it over two scenes."),
        ("not " * 13 + "seen a", 53, "it goes more than 12 levels deep", ""),
        ("not " * 13, 53, "it goes more than 12 levels deep", ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column_and_a_hint(text: str, column: int, what: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(text)
    assert (caught.value.column, caught.value.what) == (column, what)
    assert caught.value.hint.startswith(hint)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_condition_is_told_and_nothing_else_happens(text: str, known: Known) -> None:
    quoted = text.replace("'", "''")
    reading = read_scenario(edited(("when: sam is rushed", f"when: '{quoted}'")), "a.yaml", known)
    assert reading.scenario is None
    assert {found.code.id for found in reading.diagnostics} <= {"S116", "S208", "S215"}
    assert {found.spot[0] for found in reading.diagnostics} == {36}


def test_an_unknown_name_is_told_at_its_own_column_with_the_nearest_one(known: Known) -> None:
    text = edited(("when: sam is rushed", "when: trust >= 1 and (showed names-a-risk or seen proch)"))
    reading = read_scenario(text, "a.yaml", known)
    assert [str(found) for found in reading.diagnostics] == [
        "a.yaml:36:38: error S208: The condition names 'names-a-risk', which is not a behaviour.\n"
        "  hint: did you mean 'names-the-risk'?",
        "a.yaml:36:59: error S208: The condition names 'proch', which is not a scene.\n  hint: did you mean 'porch'?",
    ]


NAMES = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True).filter(
    lambda name: name not in ("and", "or", "not", "is", "heard", "has", "took", "seen", "showed")
)
COMPARES = st.builds(Compare, NAMES, st.sampled_from(COMPARISONS), st.integers(-999, 999))
FACTS = st.one_of(
    st.builds(Fact, st.sampled_from(["card", "ledger", "scene", "behaviour"]), NAMES),
    st.builds(lambda scene, choice: Fact("choice", f"{scene}/{choice}"), NAMES, NAMES),
)
VERBS = {"card": "heard", "ledger": "has", "choice": "took", "scene": "seen", "behaviour": "showed"}


def trees(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Conditions of every shape over some leaves."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(Not),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        ),
        max_leaves=8,
    )


def printed(condition: Condition) -> str:
    """A condition as an author would write it, with only the brackets it needs."""
    match condition:
        case Compare(meter, sign, number):
            return f"{meter} {sign} {number}"
        case Fact(kind, name):
            return f"{VERBS[kind]} {name}"
        case Disposed(person, disposition):
            return f"{person} is {disposition}"
        case Not(part):
            return f"not {bracketed(part, And, Or)}"
        case And(parts):
            return " and ".join(bracketed(part, And, Or) for part in parts)
        case Or(parts):
            return " or ".join(bracketed(part, Or) for part in parts)
        case _:
            assert_never(condition)


def bracketed(condition: Condition, *kinds: type) -> str:
    text = printed(condition)
    return f"({text})" if isinstance(condition, kinds) else text


@given(trees(st.one_of(COMPARES, FACTS, st.builds(Disposed, NAMES, NAMES))))
def test_a_condition_that_is_written_down_reads_back_the_same(condition: Condition) -> None:
    text = printed(condition)
    assume(len(text) <= limits.MOST_CONDITION_CHARACTERS)
    try:
        assert parse(text) == condition
    except Unreadable as error:
        assert "more than" in error.what  # too many words or levels: never misread


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list("() <>=!-/andortseen0123"))), max_size=210))
def test_any_text_at_all_is_a_condition_or_unreadable(text: str) -> None:
    try:
        parse(text)
    except Unreadable as error:
        assert 1 <= error.column <= len(text) + 1
        assert error.what


WORDS = [
    "trust",
    ">=",
    "==",
    "2",
    "-1",
    "heard",
    "alone",
    "took",
    "door/wave",
    "(",
    ")",
    "and",
    "or",
    "not",
    "is",
    "sam",
]


@given(st.lists(st.sampled_from(WORDS), max_size=70))
def test_any_row_of_words_is_a_condition_or_unreadable(words: list[str]) -> None:
    try:
        parse(" ".join(words))
    except Unreadable as error:
        assert error.what


REAL = trees(
    st.sampled_from(
        [
            *(Compare("trust", sign, number) for sign in COMPARISONS for number in (0, 1, 2)),
            Fact("card", "alone"),
            Fact("ledger", "kit"),
            Fact("choice", "door/hand-over"),
            Fact("scene", "porch"),
            Fact("behaviour", "names-the-risk"),
            Fact("behaviour", "asks-permission"),
            Disposed("sam", "rushed"),
        ]
    )
)
SIGNS = {"<": lt, "<=": le, "==": eq, "!=": ne, ">=": ge, ">": gt}


def holds(condition: Condition, meters: dict[str, int], facts: set[tuple[str, str]]) -> bool:
    """What a condition means, in the plainest way."""
    match condition:
        case Compare(meter, sign, number):
            return bool(SIGNS[sign](meters[meter], number))
        case Fact(kind, name):
            return (kind, name) in facts
        case Disposed(person, disposition):
            return (person, disposition) in facts
        case Not(part):
            return not holds(part, meters, facts)
        case And(parts):
            return all(holds(part, meters, facts) for part in parts)
        case Or(parts):
            return any(holds(part, meters, facts) for part in parts)
        case _:
            assert_never(condition)


@given(condition=REAL, trust=st.integers(0, 3), drawn=st.randoms(use_true_random=False))
def test_a_condition_holds_exactly_when_its_sentence_is_true(
    condition: Condition, trust: int, drawn: Random, known: Known
) -> None:
    scenario = opened(edited(), known)
    door = scenario.scenes["door"]
    told = replace(door, lines=(replace(door.lines[0], when=condition),))
    plan = prepare(replace(scenario, scenes={**scenario.scenes, "door": told}))
    facts = {
        (kind, name)
        for kind, names in (
            ("card", ["alone"]),
            ("ledger", ["kit"]),
            ("choice", ["door/hand-over"]),
            ("scene", ["porch"]),
            ("behaviour", ["names-the-risk"]),
            ("sam", ["rushed"]),
        )
        for name in names
        if drawn.random() < 0.5
    }

    def bits(kind: str) -> int:
        return sum(bit for name, bit in plan.bits[kind].items() if (kind, name) in facts)

    state = State(
        None, None, (), (), (trust,), bits("card"), bits("ledger"), bits("scene"), bits("choice"), bits("behaviour"),
        frozenset(fact for fact in facts if fact[0] == "sam"), 0, "",
    )  # fmt: skip
    test = plan.stops["door"].lines[0][1]
    assert test is not None
    assert test(state) is holds(condition, {"trust": trust}, facts)
