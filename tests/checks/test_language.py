"""The shipped word list keeps its own word, and words are allowed by who says them."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrtrainer.checks.claims import CLAIM, claims
from hrtrainer.checks.finding import Finder
from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.language import try_word_list
from hrtrainer.checks.wordlist import CONTEXTS, WordList, read_word_list
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference, WordFile
from hrtrainer.scenario.reader import read_scenario
from tests.stage import ASSETS, ROOT, TODAY, edited

SHIPPED_LIST = json.loads((ASSETS / "language.json").read_text(encoding="utf-8"))
HITS = [(one["text"], set(one["ids"])) for one in SHIPPED_LIST["tests"]["hit"]]


@pytest.fixture(scope="module")
def words(reference: Reference) -> WordList:
    return read_word_list(reference.word_files[0])


@pytest.fixture(scope="module")
def finder(words: WordList) -> Finder:
    return Finder(words.rules, words.names)


@pytest.fixture(scope="module")
def facts(words: WordList) -> Finder:
    return Finder(words.claims)


@pytest.mark.parametrize(("text", "ids"), HITS, ids=[text for text, _ in HITS])
def test_a_sentence_of_the_list_is_found_by_its_rule(text: str, ids: set[str], finder: Finder, facts: Finder) -> None:
    assert ids - {CLAIM} <= {hit.rule.id for hit in finder.find([text])}
    assert bool(claims([text], facts)) is (CLAIM in ids)


@pytest.mark.parametrize("text", SHIPPED_LIST["tests"]["miss"])
def test_a_sentence_that_is_fine_is_left_alone(text: str, finder: Finder, facts: Finder) -> None:
    assert finder.find([text]) == []
    assert claims([text], facts) == []


@pytest.mark.parametrize("around", ["{}", "So: “{}”, he said.", "(A {}.) ☃", "x\n{}…", "{}? " + "No. " * 600])
def test_every_wording_of_every_rule_is_found(around: str, words: WordList, finder: Finder) -> None:
    for rule in words.rules:
        said = [" ".join(wording).replace("*", "s") for wording in rule.wordings]
        said += [text.upper().replace("'", "’") for text in said if not rule.exact]
        found = finder.find([around.format(text) for text in said])
        assert [hit.at for hit in found if hit.rule is rule] == list(range(len(said))), rule.id


def test_every_rule_of_the_list_has_a_sentence_that_it_finds(words: WordList) -> None:
    assert len(words.rules) == 40
    assert {rule.id for rule in words.rules} == set().union(*(ids for _, ids in HITS)) - {CLAIM}


def test_the_list_explains_every_context_that_it_names() -> None:
    assert tuple(SHIPPED_LIST["contexts"]) == CONTEXTS


def test_the_person_may_say_what_people_say(words: WordList) -> None:
    assert [rule.id for rule in words.rules if "client_speech" not in rule.allowed] == []


SHOWN = [
    *ASSETS.glob("*.yaml"),
    *ASSETS.glob("regions/*"),
    ASSETS / "principles.json",
    ASSETS / "guide" / "starter.yaml",
]
SHOWN += [path for path in (ROOT / "hrtrainer").rglob("*.py") if path.name != "phrases.py"]
TITLES = {("sources.yaml", "misuse")}
"""A source is called what it is called."""


def test_the_programs_own_texts_go_by_the_list(finder: Finder) -> None:
    found = set()
    for path in SHOWN:
        lines = path.read_text(encoding="utf-8").split("\n")
        found |= {(path.name, hit.rule.id) for hit in finder.find(lines)}
    assert found == TITLES


def codes(reference: Reference, *edits: tuple[str, str]) -> list[str]:
    """What is told about the smallest clean scenario with some words replaced, but for the reviews."""
    reading = read_scenario(edited(*edits), "a.yaml", reference.known)
    assert reading.scenario is not None, reading.diagnostics
    return [found.code.id for found in inspect(reading, reference, TODAY) if found.code.id != "S305"]


SAM = ("- sam: Ten-pack, please.", "- sam: I'm a junkie. Ten-pack, please.")
BACK = ("say: Here you go, as many as you like.", 'say: "You say junkie. Here you go, as many as you like."')
OF_ANOTHER = ("- sam: Ten-pack, please.", "- sam: That junkie has my bike. Ten-pack, please.")
LATER = ("say: Months off make", "say: You say junkie. Months off make")
LABEL = "shows: {uses-a-label: Calling Sam a junkie put a word before the person.}"


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ([SAM], []),
        ([("- narrator: Sam leans in.", "- narrator: A junkie leans in.")], ["S601"]),
        ([("- sam: Cheers.", "- you: Cheers to a junkie.\n          - sam: Cheers.")], ["S601"]),
        ([("- sam: Cheers.", "- sam: Cheers, from one junkie.")], []),
        ([("- sam: Cheers.", "- sam: Cheers.\n            manner: like a junkie")], ["S601"]),
        ([("title: A visit", "title: A junkie calls")], ["S601"]),
        ([("card: Alone tonight", "card: A junkie alone")], ["S601"]),
        ([("card: Alone tonight", "card: \"Calls it 'a junkie's night'\"")], []),
        ([("about: Forties and chatty.", "about: A chatty junkie.")], ["S601"]),
        ([("ask: What did Sam ask for?", "ask: What would a junkie ask for?")], ["S601"]),
        ([("ask: What did Sam ask for?", "ask: \"What does the word 'junkie' do in a room?\"")], []),
        ([("headline: The door stayed open.", "headline: The door stayed open for a junkie.")], ["S601"]),
        ([("headline: The door stayed open.", 'headline: "The word “junkie” was not said."')], []),
        ([("{sam: Thanks.}", "{sam: 'Thanks, says the junkie.'}")], []),
        ([("title: Gone already", "title: Gone junkie")], ["S601"]),
        ([BACK], ["S601"]),
        ([SAM, BACK], []),
        ([OF_ANOTHER, BACK], ["S601"]),
        ([SAM, LATER], ["S601"]),
        ([("- sam: It will be a quiet night.", "- sam: I was clean once, me."), LATER], ["S601"]),
        ([("- sam: Cheers.", "- sam: Cheers from me, a junkie of old."), LATER], []),
        ([("say: There is a form", "say: There is a junkie form")], ["S604"]),
        ([("say: There is a form", "say: Since the relapse there is a form")], ["S603"]),
        (
            [
                ("say: There is a form", "say: Being a junkie, you have a form"),
                ("shows: {holds-them-up: Sam was leaving and the form came first.}", LABEL),
                ("headline: The form came before the pack.", "headline: The word junkie came first."),
            ],
            [],
        ),
    ],
)
def test_who_says_it_decides(edits: list[tuple[str, str]], told: list[str], reference: Reference) -> None:
    assert [code for code in codes(reference, *edits) if code.startswith("S6")] == told


def test_a_word_is_pointed_at_inside_quotes_and_after_its_like(reference: Reference) -> None:
    said = 'say: "\\"Junkie\\", they say. A junkie, as many as you like."'
    text = edited(("say: Here you go, as many as you like.", said))
    found = inspect(read_scenario(text, "a.yaml", reference.known), reference, TODAY)
    line = next(at for at, row in enumerate(text.split("\n"), 1) if said in row)
    row = text.split("\n")[line - 1]
    assert [one.spot for one in found if one.code.id == "S601"] == [
        (line, row.index("Junkie") + 1),
        (line, row.index("junkie") + 1),
    ]


def test_a_word_in_a_folded_text_is_told_at_the_text(reference: Reference) -> None:
    text = edited(("- narrator: Sam leans in.", "- narrator: >\n          Sam leans\n          in, the junkie."))
    found = inspect(read_scenario(text, "a.yaml", reference.known), reference, TODAY)
    line = next(at for at, row in enumerate(text.split("\n"), 1) if "narrator: >" in row)
    assert [one.spot for one in found if one.code.id == "S601"] == [(line, 19)]


def test_what_a_scenario_accepts_is_left_out(reference: Reference) -> None:
    text = edited(("- narrator: Sam leans in.", "- narrator: A junkie leans in."))
    accepted = text.replace("\npeople:", "\naccepts: {S601: {door: The word stands on a poster there.}}\npeople:")
    found = inspect(read_scenario(accepted, "a.yaml", reference.known), reference, TODAY)
    assert [one.code.id for one in found] == ["S305", "S305"]


# Lists of an organisation

OWN: Mapping[str, str] = {
    "head": "format: 1\nname: Ours\nlanguage: en\nchecked: 2026-01-01\nnext: 2026-12-01\n",
    "rule": "rules:\n  - {id: guest, phrases: [service user*], level: ask, instead: guest, why: ours, allowed: []}\n",
    "tests": "tests: {hit: [{text: two service users, ids: [guest]}], miss: [a guest]}\n",
}
MANY = "rules:\n" + "".join(
    f"  - {{id: r{at}, phrases: ['{'(a|b|c|d|e)' * 4}'], level: ask, instead: x, why: x, allowed: []}}\n"
    for at in range(40)
)


def own(**parts: str) -> WordFile:
    return WordFile("ours.yaml", "".join((OWN | parts).values()))


def test_a_list_of_an_organisation_counts_beside_the_shipped_one(reference: Reference) -> None:
    both = replace(reference, word_files=(*reference.word_files, own()))
    narrated = ("- narrator: Sam leans in.", "- narrator: A junkie and two service users lean in.")
    assert codes(both, narrated) == ["S601", "S603"]
    without = replace(reference, word_files=(*reference.word_files, own(head=OWN["head"] + "without: [junkie]\n")))
    assert codes(without, narrated) == ["S603"]
    instead = own(rule=OWN["rule"].replace("id: guest", "id: junkie"), tests="")
    assert codes(replace(reference, word_files=(*reference.word_files, instead)), narrated) == ["S603"]


def test_a_reason_may_be_a_sentence_with_its_own_full_stop(reference: Reference) -> None:
    sentence = OWN["rule"].replace("instead: guest, why: ours", "instead: Say guest., why: It is ours.")
    lists = replace(reference, word_files=(*reference.word_files, own(rule=sentence)))
    reading = read_scenario(edited(("- narrator: Sam leans in.", "- narrator: A service user.")), "a.yaml", lists.known)
    told = [(one.message, one.hint) for one in inspect(reading, lists, TODAY) if one.code.id == "S603"]
    assert told == [("'service user' in the narration: It is ours.", "Perhaps: Say guest.")]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"head": ""}, "line 1, column 1: A word list needs 'format'."),
        ({"head": OWN["head"].replace("2026-12-01", "soon")}, "line 5, column 7: 'soon' is not a date."),
        ({"rule": "rules: none\n"}, "line 6, column 8: 'rules' should be a list, but here stands text."),
        ({"rule": "rules: [\n"}, "line "),
        (
            {"rule": OWN["rule"].replace("service user*", "'(a|b'")},
            "line 7, column 28: The phrase cannot be read: '(' is not closed by ')'.",
        ),
        ({"rule": OWN["rule"].replace("level: ask", "level: never")}, "'level' cannot be 'never'."),
        ({"rule": OWN["rule"].replace("allowed: []", "allowed: [him]")}, "'allowed' cannot be 'him'."),
        ({"tests": OWN["tests"].replace("two service users", "two guests")}, "The rule 'guest' finds nothing in"),
        ({"tests": OWN["tests"].replace("[a guest]", "[a service user]")}, "The rule 'guest' finds something in"),
        ({"head": OWN["head"] + f"names: [{'x' * 101}]\n"}, "line 6, column 8: A name has more than 100 characters."),
        ({"rule": MANY, "tests": ""}, "The rules stand for more than 20000 wordings."),
    ],
)
def test_a_list_that_cannot_be_used_is_told_with_its_place(parts: Mapping[str, str], told: str) -> None:
    with pytest.raises(Problem) as raised:
        try_word_list(own(**parts))
    assert raised.value.code == "F14"
    assert "ours.yaml, line " in raised.value.message
    assert told in raised.value.message


@given(data=st.data())
def test_a_list_with_slips_ends_in_a_list_or_a_place(data: st.DataObject) -> None:
    """Signs put in, taken out or put twice, at any place of a list."""
    text = "".join(OWN.values())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        kind = data.draw(st.sampled_from(["in", "out", "twice"]))
        sign = data.draw(st.sampled_from("[]{}()|*:#'\"-,&!\t\n\0é0 "))
        text = text[:at] + {"in": sign + text[at], "out": "", "twice": text[at] * 2}[kind] + text[at + 1 :]
    try:
        try_word_list(WordFile("ours.yaml", text))
    except Problem as problem:
        assert problem.code == "F14"
        assert re.match(r"The word list cannot be used: ours\.yaml, line \d+, column \d+: ", problem.message)
