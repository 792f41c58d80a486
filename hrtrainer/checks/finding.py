"""Finding the wordings of many rules in many texts.

Of every wording the two longest words tell where to look: only a text that has them is cut into words. There all
wordings are looked for at once, in a tree that holds them word by word. Nothing is tried twice, so the time goes with
the length of the texts alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hrtrainer.checks.phrases import WORD, Wording, straightened
from hrtrainer.checks.wordlist import Rule

MOST_HITS = 5_000
"""So many hits are looked for. Nobody who writes a conversation comes near."""
_AT_ONCE = 2_000
"""Texts whose words are held at once."""
_LONG = 2_000
"""In a text of more characters, looking for single words first no longer pays."""
_BETWEEN = "\0"
"""Stands between two texts; it is in no file."""


class Hit(NamedTuple):
    """A wording of a rule in the text `at` of those looked through, from `begin` to before `end`."""

    at: int
    begin: int
    end: int
    rule: Rule


class _Mark(NamedTuple):
    """The end of a wording: of a rule (what is looked for), or of what lifts rules: a name, or a rule's exception."""

    rule: Rule | None
    lifts: bool


@dataclass(slots=True)
class _Branch:
    """One place in the tree: the words that go on from here, whole or by their beginning, and the wordings that end."""

    whole: dict[str, "_Branch"] = field(default_factory=dict)
    begun: dict[str, "_Branch"] = field(default_factory=dict)
    marks: list[_Mark] = field(default_factory=list)

    def grow(self, wording: Iterable[str], mark: _Mark) -> None:
        branch = self
        for word in wording:
            onward, key = (branch.begun, word[:-1]) if word.endswith("*") else (branch.whole, word)
            branch = onward.setdefault(key, _Branch())
        branch.marks.append(mark)

    def after(self, word: str) -> list["_Branch"]:
        """Where one word leads."""
        found = [self.whole[word]] if word in self.whole else []
        if self.begun:
            found += [branch for begun, branch in self.begun.items() if word.startswith(begun)]
        return found


_SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~‘’“”…–—«»¿¡"
_PIECE = re.compile(r"[^\W_]+")


def _pieces(text: str) -> str:
    """A text in small letters, with blanks for its signs: much faster than cutting it into words."""
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text.lower()


def _beside(text: str, words: Iterable[set[str]]) -> bool:
    """Whether one of the words may stand in a text. In a long one it is faster to look for the wordings at once."""
    return len(text) > _LONG or any(word in text for beside in words for word in beside)


def _longest(wording: Wording) -> tuple[str, str]:
    """The longest piece of a wording, in small letters, and the next one; the next is empty if there is none."""
    pieces = [piece for word in wording for piece in word.lower().split("'")]
    longest, beside, *_ = *sorted(pieces, key=len, reverse=True), ""
    return longest, beside


class _Tree:
    """All wordings of one kind: `exact` when capital letters count in them."""

    def __init__(self, exact: bool) -> None:
        self._exact = exact
        self._root = _Branch()

    def grow(self, wording: Wording, mark: _Mark) -> None:
        self._root.grow(wording if self._exact else map(str.lower, wording), mark)

    def walk(self, words: Sequence[str]) -> Iterator[tuple[int, int, _Mark]]:
        """The wordings in a row of words: at which word each begins, before which it ends, and its mark."""
        compared = words if self._exact else [word.lower() for word in words]
        root = self._root
        for start, word in enumerate(compared):
            if word not in root.whole and not root.begun:
                continue
            ahead = [(branch, start + 1) for branch in root.after(word)]
            while ahead:
                branch, at = ahead.pop()
                for mark in branch.marks:
                    yield start, at, mark
                if at < len(compared):
                    ahead += [(onward, at + 1) for onward in branch.after(compared[at])]


class Finder:
    """Finds the wordings of rules, but not inside names or what a rule excepts."""

    def __init__(self, rules: Iterable[Rule], names: Iterable[str] = ()) -> None:
        self._trees = {exact: _Tree(exact) for exact in (False, True)}
        self._telling: dict[str, set[str]] = {}
        for rule in rules:
            tree, looked_for, spared = self._trees[rule.exact], _Mark(rule, False), _Mark(rule, True)
            for wording in rule.wordings:
                tree.grow(wording, looked_for)
                word, beside = _longest(wording)
                self._telling.setdefault(word, set()).add(beside.removesuffix("*"))
            for wording in rule.exceptions:
                tree.grow(wording, spared)
        for name in names:
            self._trees[True].grow(tuple(WORD.findall(straightened(name))), _Mark(None, True))
        self._begun = {word[:-1]: beside for word, beside in self._telling.items() if word.endswith("*")}

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for, as where no list is for a language."""
        return not self._telling

    def find(self, texts: Sequence[str]) -> list[Hit]:
        """The hits in the order of the texts, up to MOST_HITS. Two of one rule never overlap: the longer one counts."""
        found: list[Hit] = []
        for first in range(0, len(texts), _AT_ONCE):
            compared = _pieces(_BETWEEN.join(texts[first : first + _AT_ONCE])).split(_BETWEEN)
            rows = [text.split() for text in compared]
            telling = self._tell(set().union(*rows))
            for at, row in enumerate(rows):
                pieces = telling.keys() & row
                if pieces and _beside(compared[at], (telling[piece] for piece in pieces)):
                    found += self._hits(first + at, texts[first + at])
                    if len(found) >= MOST_HITS:
                        return found[:MOST_HITS]
        return found

    def _tell(self, pieces: set[str]) -> dict[str, set[str]]:
        """Of some pieces of text those that may belong to a wording, each with what then stands in the text besides."""
        found = {piece: self._telling[piece] for piece in pieces & self._telling.keys()}
        for begun, beside in self._begun.items():
            for piece in pieces:
                if piece.startswith(begun):
                    found[piece] = found.get(piece, set()) | beside
        for piece in pieces:
            if not piece.isalnum():  # a sign that is no blank to _pieces
                words = self._tell(set(_PIECE.findall(piece)))
                found |= {piece: set().union(*words.values())} if words else {}
        return found

    def _hits(self, at: int, text: str) -> Iterator[Hit]:
        places = list(WORD.finditer(straightened(text)))
        words = [place.group() for place in places]
        marked = [one for tree in self._trees.values() for one in tree.walk(words)]
        marked.sort(key=lambda one: (one[0], -one[1]))
        lifting = [one for one in marked if one[2].lifts]
        reach = max((end - begin for begin, end, _ in lifting), default=0)
        lifted = [begin for begin, _, _ in lifting]
        last: dict[str, int] = {}
        for begin, end, mark in marked:
            rule = mark.rule
            if mark.lifts or rule is None or begin < last.get(rule.id, 0):
                continue
            near = lifting[bisect_left(lifted, begin - reach + 1) : bisect_left(lifted, end)]
            if any(begin < until and _lifts(by.rule, rule) for _, until, by in near):
                continue
            last[rule.id] = end
            yield Hit(at, places[begin].start(), places[end - 1].end(), rule)


def _lifts(by: Rule | None, rule: Rule) -> bool:
    """Whether a name (None) or an exception of the rule `by` lifts a rule."""
    return "org_name" in rule.allowed if by is None else by is rule
