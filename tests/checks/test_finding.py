"""Finding wordings: at their exact place, only between words, never in a name, and the same as one at a time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.checks.finding import Finder
from hrtrainer.checks.phrases import wordings
from hrtrainer.checks.wordlist import CONTEXTS, Level, Rule


def rule(name: str, *phrases: str, exceptions: tuple[str, ...] = (), exact: bool = False, allowed: str = "") -> Rule:
    spelled = tuple(one for phrase in phrases for one in wordings(phrase))
    spared = tuple(one for phrase in exceptions for one in wordings(phrase))
    return Rule(name, spelled, spared, exact, Level.STOP, "x", "x", frozenset(allowed.split()) & set(CONTEXTS))


CLEAN = rule("clean", "(get|is) clean", "clean and sober", exceptions=("clean water",))
MAT = rule("mat", "MAT", exact=True)
USERS = rule("users", "drug user[s]", allowed="org_name")
RETURN = rule("return", "relaps*", "on the w* wagon")
FINDER = Finder([CLEAN, MAT, USERS, RETURN], ["Area Network of Drug Users", "A & B (Users)"])


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.rule.id, text[hit.begin : hit.end]) for hit in FINDER.find([text])]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Get clean, he said.", [("clean", "Get clean")]),
        ("to get\n   clean", [("clean", "get\n   clean")]),
        ("get-clean pills", [("clean", "get-clean")]),
        ("What we get. Clean ones.", []),
        ("what we get - clean ones", []),
        ("what we get -", []),
        ("get, clean", []),
        ("we get clean water", []),
        ("forget cleaning", []),
        ("is clean and sober", [("clean", "is clean")]),
        ("on MAT, on a mat", [("mat", "MAT")]),
        ("Drug-users and DRUG USERS", [("users", "Drug-users"), ("users", "DRUG USERS")]),
        ("the Area Network of Drug Users meets", []),
        ("an area network of drug users", [("users", "drug users")]),
        ("relapsed, relapsing; relaps", [("return", "relapsed"), ("return", "relapsing"), ("return", "relaps")]),
        ("on the water wagon", [("return", "on the water wagon")]),
        ("«relapsed» †drug users† is/clean", [("return", "relapsed"), ("users", "drug users")]),
        ("\u2603relapsed\u2603 ❧drug users❧", [("return", "relapsed"), ("users", "drug users")]),
        ("is ʼclean", []),
        ("İzmir: İ is clean", [("clean", "is clean")]),
    ],
)
def test_a_wording_is_found_where_it_stands(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text) == hits


def test_no_wording_reaches_from_one_text_into_the_next() -> None:
    hits = FINDER.find(["to get", "clean", "", "a drug user", " get clean"])
    assert [(hit.at, hit.begin, hit.rule.id) for hit in hits] == [(3, 2, "users"), (4, 1, "clean")]


def test_however_many_texts_there_are_each_is_looked_at() -> None:
    texts = ["nothing at all"] * 6_001
    for at in (0, 1_999, 2_000, 2_001, 3_999, 6_000):
        texts[at] = f"{at} drug users"
    assert [hit.at for hit in FINDER.find(texts)] == [0, 1_999, 2_000, 2_001, 3_999, 6_000]


TEXT = st.lists(st.sampled_from(["get", "clean", "is", "and", "sober", "water", ",", "-", "drug", "users", "x"])).map(
    " ".join
)


@given(st.lists(TEXT, max_size=6))
def test_many_texts_at_once_are_the_same_as_one_at_a_time(texts: list[str]) -> None:
    together = [(hit.at, hit.begin, hit.end, hit.rule.id) for hit in FINDER.find(texts)]
    apart = [(at, h.begin, h.end, h.rule.id) for at, text in enumerate(texts) for h in FINDER.find([text])]
    assert together == apart


@given(TEXT)
def test_it_finds_what_plain_regular_expressions_find(text: str) -> None:
    plain = re.compile(r"\bdrug[ -]+users?\b")
    spaced = [one.span() for one in plain.finditer(text) if " - " not in one.group()]
    assert [(hit.begin, hit.end) for hit in FINDER.find([text]) if hit.rule is USERS] == spaced
