"""Finding the wordings of many rules in many texts, in one pass over their words.

All wordings lie in one tree, word by word. The words of all texts are looked up in it once each, so that most of a
text is never looked at again; where a wording may begin, the tree is walked. Nothing is tried twice, so the time goes
with the length of the texts alone.
"""

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hrtrainer.checks.phrases import WORD, Wording, straightened
from hrtrainer.checks.wordlist import Rule

_BETWEEN = "\0"
"""Stands between two texts. It is no word and in no file, so that no wording reaches over it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording of a rule in the text `at` of those looked through, from `begin` to before `end`."""

    at: int
    begin: int
    end: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Mark:
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

    def onward(self, words: Collection[str]) -> set[str]:
        """Which of some words lead on from here."""
        found = {word for word in self.whole if word in words}
        for begun in self.begun:
            found.update(word for word in words if word.startswith(begun))
        return found


class _Tree:
    """All wordings of one kind: `exact` when capital letters count in them."""

    def __init__(self, exact: bool) -> None:
        self._exact = exact
        self._root = _Branch()

    def grow(self, wording: Wording, mark: _Mark) -> None:
        self._root.grow(wording if self._exact else map(str.lower, wording), mark)

    def seconds(self, vocabulary: Iterable[str]) -> dict[str, frozenset[str] | None]:
        """The words of a text that a wording can begin with, each with those that can follow: None if none has to."""
        forms: dict[str, list[str]] = {}
        for word in vocabulary:
            forms.setdefault(word if self._exact else word.lower(), []).append(word)
        found: dict[str, frozenset[str] | None] = {}
        for first in self._root.onward(forms):
            branches = self._root.after(first)
            follow = None
            if not any(branch.marks for branch in branches):
                follow = frozenset(w for branch in branches for form in branch.onward(forms) for w in forms[form])
            found |= dict.fromkeys(forms[first], follow)
        return found

    def walk(self, words: Sequence[str], start: int) -> Iterator[tuple[int, _Mark]]:
        """The wordings that begin at a word: before which word each ends, and its mark."""
        ahead = [(self._root, start)]
        while ahead:
            branch, at = ahead.pop()
            for mark in branch.marks:
                yield at, mark
            if at < len(words):
                ahead += [(onward, at + 1) for onward in branch.after(words[at] if self._exact else words[at].lower())]


class Finder:
    """Finds the wordings of rules, but not inside names or what a rule excepts."""

    def __init__(self, rules: Iterable[Rule], names: Iterable[str] = ()) -> None:
        self._trees = {exact: _Tree(exact) for exact in (False, True)}
        for rule in rules:
            for wordings, mark in ((rule.wordings, _Mark(rule, False)), (rule.exceptions, _Mark(rule, True))):
                for wording in wordings:
                    self._trees[rule.exact].grow(wording, mark)
        for name in filter(str.strip, names):
            self._trees[True].grow(tuple(WORD.findall(straightened(name))), _Mark(None, True))

    def find(self, texts: Sequence[str]) -> list[Hit]:
        """Every hit, in the order of the texts. Two hits of one rule never overlap: the longer one counts."""
        words = [*WORD.findall(straightened(f" {_BETWEEN} ".join(texts))), _BETWEEN]
        starts = self._starts(words)
        trees = self._trees.values()
        marked = [(start, end, mark) for start in starts for tree in trees for end, mark in tree.walk(words, start)]
        if not marked:
            return []
        ends = [at for at, word in enumerate(words) if word == _BETWEEN]
        firsts = [0, *(end + 1 for end in ends)]
        by_text: dict[int, list[tuple[int, int, _Mark]]] = {}
        for start, end, mark in sorted(marked, key=lambda one: (one[0], -one[1])):
            at = bisect(ends, start)
            by_text.setdefault(at, []).append((start - firsts[at], end - firsts[at], mark))
        return [hit for at, found in by_text.items() for hit in _hits(at, texts[at], found)]

    def _starts(self, words: Sequence[str]) -> list[int]:
        """Where a wording may begin, as far as its first two words tell."""
        vocabulary = set(words)
        seconds: dict[str, frozenset[str] | None] = {}
        for tree in self._trees.values():
            for first, follow in tree.seconds(vocabulary).items():
                known = seconds.get(first, frozenset())
                seconds[first] = None if known is None or follow is None else known | follow
        firsts = [at for at, word in enumerate(words) if word in seconds]
        return [at for at in firsts if (follow := seconds[words[at]]) is None or words[at + 1] in follow]


def _hits(at: int, text: str, marked: list[tuple[int, int, _Mark]]) -> Iterator[Hit]:
    """The hits in one text. What is marked begins at a word of it and ends before another, and is in order."""
    lifting = [(begin, end, mark.rule) for begin, end, mark in marked if mark.lifts]
    places = [(found.start(), found.end()) for found in WORD.finditer(straightened(text))]
    last: dict[str, int] = {}
    for begin, end, mark in marked:
        rule = mark.rule
        if mark.lifts or rule is None or begin < last.get(rule.id, 0):
            continue
        if any(a < end and begin < b and _lifts(by, rule) for a, b, by in lifting):
            continue
        last[rule.id] = end
        yield Hit(at, places[begin][0], places[end - 1][1], rule)


def _lifts(by: Rule | None, rule: Rule) -> bool:
    """Whether a name (None) or an exception of the rule `by` lifts a rule."""
    return "org_name" in rule.allowed if by is None else by is rule
