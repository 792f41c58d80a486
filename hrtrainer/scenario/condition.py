"""The one-line language of `when`: a typed sentence, parsed once, never evaluated as code.

condition = both ("or" both)*         both = denied ("and" denied)*        denied = "not" denied | fact
fact = "(" condition ")" | METER (< <= == != >= >) NUMBER | "heard" CARD | "has" ENTRY
     | "took" SCENE/CHOICE | "seen" SCENE | "showed" BEHAVIOUR | PERSON "is" DISPOSITION
"""

import re
from dataclasses import dataclass, field
from typing import assert_never

from hrtrainer.scenario import limits

COMPARISONS = ("<=", ">=", "==", "!=", "<", ">")
_WORD = re.compile(r"\s*(?:(<=|>=|==|!=|<|>|\(|\))|([A-Za-z][A-Za-z0-9_-]*(?:/[A-Za-z0-9_-]+)?)|(-?[0-9]+)|(\S))")
_FACTS = {"heard": "card", "has": "ledger", "took": "choice", "seen": "scene", "showed": "behaviour"}
_VERB_OF = {kind: verb for verb, kind in _FACTS.items()}
_RESERVED = frozenset({"and", "or", "not", "is", *_FACTS})


@dataclass(frozen=True, slots=True)
class Compare:
    """A meter compared with a whole number."""

    meter: str
    sign: str
    number: int
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that has happened. `kind` is card, ledger, choice (named scene/choice), scene or behaviour."""

    kind: str
    name: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Disposed:
    """The day a person is having."""

    person: str
    disposition: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple["Condition", ...]


Condition = Compare | Fact | Disposed | Not | And | Or


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):
    """Why a condition cannot be read. `column` counts from 1 within the condition."""

    column: int
    what: str
    hint: str = ""


def parse(text: str) -> Condition:
    """The condition that a line of text says. Raises Unreadable."""
    if len(text) > limits.MOST_CONDITION_CHARACTERS:
        raise Unreadable(
            1, f"it is longer than {limits.MOST_CONDITION_CHARACTERS} characters", "Split it over two scenes."
        )
    words = _words(text)
    if not words:
        raise Unreadable(1, "it is empty", "Leave 'when' out where there is no condition.")
    if len(words) > limits.MOST_CONDITION_WORDS:
        raise Unreadable(1, f"it has more than {limits.MOST_CONDITION_WORDS} words", "Split it over two scenes.")
    parser = _Parser(words, len(text) + 1)
    condition = parser.any_of(0)
    if parser.left:
        word, column = parser.left
        raise Unreadable(column, f"'{word}' is one word too many", _stray(word))
    return condition


def worded(condition: Condition, inside: bool = False) -> str:
    """A condition as an author writes it."""
    match condition:
        case Compare(meter, sign, number):
            return f"{meter} {sign} {number}"
        case Fact(kind, name):
            return f"{_VERB_OF[kind]} {name}"
        case Disposed(person, disposition):
            return f"{person} is {disposition}"
        case Not(part):
            return f"not {worded(part, True)}"
        case And(parts) | Or(parts):
            text = (" and " if isinstance(condition, And) else " or ").join(worded(part, True) for part in parts)
            return f"({text})" if inside else text
        case _:
            assert_never(condition)


def _words(text: str) -> list[tuple[str, int]]:
    words: list[tuple[str, int]] = []
    end = len(text.rstrip())
    at = 0
    while at < end and (found := _WORD.match(text, at)):
        group = found.lastindex or 4
        word, column = found.group(group), found.start(group) + 1
        if group == 4:
            raise Unreadable(column, f"'{word}' is not understood", _odd(word))
        words.append((word, column))
        at = found.end()
    return words


def _odd(sign: str) -> str:
    if sign == "=":
        return "Use == to compare."
    if sign in "\"'“”":
        return "Names stand without quotes."
    if sign in "+*/%&|~^":
        return "There is no arithmetic: compare a meter with a whole number."
    return "Conditions know meters, whole numbers, brackets, and, or, not."


def _stray(word: str) -> str:
    if word in COMPARISONS:
        return "Compare twice with 'and' between: trust >= 1 and trust <= 3."
    return "" if word == ")" else "Join two conditions with 'and' or 'or'."


class _Parser:
    def __init__(self, words: list[tuple[str, int]], end: int) -> None:
        self._words, self._at, self._end = words, 0, end

    @property
    def left(self) -> tuple[str, int] | None:
        return self._words[self._at] if self._at < len(self._words) else None

    def _peek(self) -> str:
        return self._words[self._at][0] if self._at < len(self._words) else ""

    def _next(self, wanted: str) -> tuple[str, int]:
        if self._at >= len(self._words):
            raise Unreadable(self._end, f"it ends where {wanted} should stand")
        self._at += 1
        return self._words[self._at - 1]

    def any_of(self, depth: int) -> Condition:
        parts = [self._all_of(depth)]
        while self._peek() == "or":
            self._at += 1
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all_of(self, depth: int) -> Condition:
        parts = [self._denied(depth)]
        while self._peek() == "and":
            self._at += 1
            parts.append(self._denied(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _denied(self, depth: int) -> Condition:
        if depth > limits.MOST_CONDITION_DEPTH:
            raise Unreadable(
                self._words[self._at][1] if self.left else self._end,
                f"it goes more than {limits.MOST_CONDITION_DEPTH} levels deep",
            )
        if self._peek() == "not":
            self._at += 1
            return Not(self._denied(depth + 1))
        return self._fact(depth)

    def _fact(self, depth: int) -> Condition:
        word, column = self._next("a condition")
        if word == "(":
            inner = self.any_of(depth + 1)
            closing, at = self._next("')'")
            if closing != ")":
                raise Unreadable(at, f"')' should stand before '{closing}'")
            return inner
        if word in _FACTS:
            name, at = self._name(f"the name after '{word}'")
            if word == "took" and "/" not in name:
                raise Unreadable(at, f"'took {name}' names no choice", f"Write scene/choice: took {name}/its-choice.")
            return Fact(_FACTS[word], name, at)
        if word in _RESERVED or not word[0].isalpha():
            raise Unreadable(
                column,
                f"'{word}' cannot begin a condition",
                "Begin with a meter, or with heard, has, took, seen or showed.",
            )
        return self._about(word, column)

    def _about(self, word: str, column: int) -> Condition:
        if self._peek() == "is":
            self._at += 1
            return Disposed(word, self._name(f"what '{word}' is")[0], column)
        if self._peek() not in COMPARISONS:
            raise Unreadable(
                column,
                f"'{word}' says nothing by itself",
                f"Compare it ({word} >= 2), or write heard, has, took, seen or showed before it.",
            )
        sign, _ = self._next("a comparison")
        number, at = self._next("a whole number")
        if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", number):
            raise Unreadable(
                at, f"'{number}' is not a whole number", f"Compare a meter with a number: {word} {sign} 2."
            )
        return Compare(word, sign, int(number), column)

    def _name(self, wanted: str) -> tuple[str, int]:
        name, column = self._next(wanted)
        if name in _RESERVED or not name[0].isalpha():
            raise Unreadable(column, f"{wanted} should stand here, not '{name}'")
        return name, column
