"""Word lists: the words that a scenario's own voice avoids, why, what to write instead, and who may say them anyway.

A list is data with a date. One ships with the program (assets/language.json); an organisation adds its own in the same
form, as YAML or JSON. What a phrase may hold stands in phrases.py.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from hrtrainer.checks.phrases import Unreadable, Wording, wordings
from hrtrainer.problem import Problem
from hrtrainer.scenario import limits
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.fields import Fields, Keys
from hrtrainer.scenario.lookup import WordFile
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Text, read_tree

MOST_WORDINGS = 20_000
"""So many wordings one list may hold."""
MOST_NAME_CHARACTERS = 100


class Level(StrEnum):
    """How much a word matters where nothing allows it."""

    STOP = "stop"
    CHANGE = "change"
    ASK = "ask"


CLAIMS = ("sayings", "figures", "subjects", "effects")
"""What makes a sentence of feedback a claim: a saying, a figure, or a subject together with an effect (claims.py)."""

CONTEXTS = (
    "client_speech",
    "self_identity",
    "org_name",
    "source_quote",
    "poor_option",
    "colleague_speech",
    "language_lesson",
    "clinical_term",
)
"""Where a word may stand all the same; what each means is written in assets/language.json."""
_LIST = Keys(
    ("format", "name", "language", "checked", "next", "rules"), ("contexts", "names", "without", "claims", "tests")
)
_RULE = Keys(("id", "phrases", "level", "instead", "why", "allowed"), ("except", "case_sensitive", "note"))
_CLAIMS, _TESTS, _TEST = Keys((), (*CLAIMS, "note")), Keys((), ("hit", "miss")), Keys(("text", "ids"))


class Rule(NamedTuple):
    """One entry of a list. `exact` when capital letters count; `exceptions` are wordings that it does not mean.

    The words of claims are entries too. Nothing is written instead of them.
    """

    id: str
    wordings: tuple[Wording, ...]
    exceptions: tuple[Wording, ...] = ()
    exact: bool = False
    level: Level = Level.ASK
    instead: str = ""
    why: str = ""
    allowed: frozenset[str] = frozenset()


class Proof(NamedTuple):
    """A sentence that the list brings along, and the rules that have to find something in it: none, perhaps."""

    text: str
    ids: frozenset[str]
    spot: Spot


class WordList(NamedTuple):
    """One list. `without` names rules of the lists before it that do not count here; `names` are never measured.

    `claims` are the words by which a statement of fact is known.
    """

    file: str
    language: str
    next: str
    next_spot: Spot
    names: tuple[str, ...]
    rules: tuple[Rule, ...]
    without: frozenset[str]
    claims: tuple[Rule, ...]
    proofs: tuple[Proof, ...]


@lru_cache(maxsize=16)
def read_word_list(file: WordFile) -> WordList:
    """The list in a file. Raises Problem F14 with line and column."""
    report = Report(file.name, file.text)
    if len(file.text) > limits.MOST_BYTES:
        report("S004", (1, 1), size=len(file.text), most=limits.MOST_BYTES)
    tree = None if report.stopped else read_tree(file.text, report)
    _settle(report)
    assert tree is not None  # a tree that is missing has been reported
    top = Fields(report, tree, "A word list", _LIST)
    rules = tuple(_rule(report, node) for node in top.row("rules"))
    top.day("checked")
    found = WordList(
        file=file.name,
        language=top.word("language"),
        next=top.day("next"),
        next_spot=top.spot_of("next"),
        names=top.words("names"),
        rules=rules,
        without=frozenset(top.words("without")),
        claims=_claims(report, top),
        proofs=_proofs(report, top),
    )
    _settle(report)
    if sum(len(rule.wordings) + len(rule.exceptions) for rule in (*rules, *found.claims)) > MOST_WORDINGS:
        raise broken(file.name, top.spot_of("rules"), f"The rules stand for more than {MOST_WORDINGS} wordings.")
    if any(len(name) > MOST_NAME_CHARACTERS for name in found.names):
        raise broken(file.name, top.spot_of("names"), f"A name has more than {MOST_NAME_CHARACTERS} characters.")
    return found


def broken(file: str, spot: Spot, what: str, hint: str = "") -> Problem:
    """What is said about a list that cannot be used. `what` may have been written for scenarios."""
    told = what.replace("scenario", "word list")
    return Problem("F14", f"The word list cannot be used: {file}, line {spot[0]}, column {spot[1]}: {told}", hint)


def _settle(report: Report) -> None:
    if report.stopped:
        first = next(found for found in report.in_order() if found.stops_play)
        raise broken(report.file, first.spot, first.message, first.hint)


def _rule(report: Report, node: Node) -> Rule:
    fields = Fields(report, node, "A rule", _RULE)
    level = fields.one_of("level", tuple(Level))
    return Rule(
        id=fields.name("id"),
        wordings=_spelled(report, fields, "phrases"),
        exceptions=_spelled(report, fields, "except"),
        exact=fields.yes("case_sensitive"),
        level=Level(level) if level in tuple(Level) else Level.ASK,
        instead=fields.prose("instead").removesuffix("."),  # both are put into sentences that have their own
        why=fields.prose("why").removesuffix("."),
        allowed=frozenset(fields.words("allowed", CONTEXTS)),
    )


def _claims(report: Report, top: Fields) -> tuple[Rule, ...]:
    node = top.node("claims")
    if node is None:
        return ()
    fields = Fields(report, node, "'claims'", _CLAIMS)
    return tuple(Rule(key, _spelled(report, fields, key)) for key in CLAIMS if fields.has(key))


def _spelled(report: Report, fields: Fields, key: str) -> tuple[Wording, ...]:
    found: list[Wording] = []
    for node in fields.row(key):
        found += _wordings(report.file, node) if isinstance(node, Text) else ()
    if len(found) != len(set(found)):
        found = list(dict.fromkeys(found))
    return tuple(found)


def _wordings(file: str, node: Text) -> tuple[Wording, ...]:
    try:
        return wordings(node.text)
    except Unreadable as error:
        line, column = node.spot
        spot = (line, column + (0 if node.plain else 1) + error.column - 1)
        raise broken(file, spot, f"The phrase cannot be read: {error.what}.", PHRASE_HINT) from error


PHRASE_HINT = "(a|b) is one of these, [a|b] one of these or none, * any ending of a word; the rest is words."


def _proofs(report: Report, top: Fields) -> tuple[Proof, ...]:
    node = top.node("tests")
    if node is None:
        return ()
    tests = Fields(report, node, "'tests'", _TESTS)
    found = []
    for item in tests.row("hit"):
        hit = Fields(report, item, "A test", _TEST)
        found.append(Proof(hit.word("text"), frozenset(hit.words("ids")), hit.spot))
    for item in tests.row("miss"):
        if isinstance(item, Text):
            found.append(Proof(item.text, frozenset(), item.spot))
    return tuple(found)


def prove(lists: WordList, ids_in: Callable[[str], frozenset[str]]) -> None:
    """Try a list on the sentences that it brings along. `ids_in` finds the rules in a text. Raises Problem F14."""
    for proof in lists.proofs:
        found = ids_in(proof.text)
        if missed := proof.ids - found:
            raise broken(lists.file, proof.spot, f"The rule '{min(missed)}' finds nothing in '{proof.text}'.")
        if not proof.ids and found:
            raise broken(lists.file, proof.spot, f"The rule '{min(found)}' finds something in '{proof.text}'.")
