"""Phrases: how a word list writes what it looks for, and how a text is cut into words to look for it.

Regular expressions would let a list from anywhere stop the check: some of them take longer than anybody lives. A phrase
stands for a counted number of wordings, spelled out before any text is read, so looking for it never goes back:

    (a|b)   one of these         drug of choice, (drug|heroin) habit
    [a|b]   one of these or none [recovering |former ]addict[s]
    *       at the end of a word: any ending, or none       relaps*

A blank stands for blanks or a hyphen. Brackets may hold brackets.
"""

import re
from collections.abc import Iterator

MOST_WORDINGS = 1_000
"""So many wordings one phrase may stand for."""
MOST_WORDS = 12
"""So many words one wording may have."""
MOST_PHRASE_CHARACTERS = 400
_MOST_BRACKETS = 8

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s-]|(?<!\S)-(?!\S)|_")
"""The words of a straightened text. Every other sign counts as a word of its own, so that no phrase reaches over it; a
blank and the hyphen within a word do not."""
_ONE_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*\*?")
_SIGNS = re.compile(r"[()\[\]|]")
_CLOSING = {"(": ")", "[": "]"}

Wording = tuple[str, ...]
"""One way to say a phrase, word by word. A word that ends in * may have any ending."""


class Unreadable(Exception):
    """A phrase that cannot be understood. `column` counts from 1 inside the phrase."""

    def __init__(self, what: str, column: int = 1) -> None:
        super().__init__(what)
        self.what, self.column = what, column


def straightened(text: str) -> str:
    """A text with all its apostrophes straight, as words are compared. It has the same length."""
    return text.replace("’", "'")


def wordings(phrase: str) -> tuple[Wording, ...]:
    """Every wording that a phrase stands for. Raises Unreadable."""
    if len(phrase) > MOST_PHRASE_CHARACTERS:
        raise Unreadable(f"it is longer than {MOST_PHRASE_CHARACTERS} characters")
    if not _SIGNS.search(phrase):
        return (_words(phrase),)
    return tuple(dict.fromkeys(_words(text) for text in _Spelling(phrase).all()))


def _words(text: str) -> Wording:
    words = tuple(straightened(text).replace("-", " ").split())
    if not words:
        raise Unreadable("it can stand for nothing at all")
    if len(words) > MOST_WORDS:
        raise Unreadable(f"it has more than {MOST_WORDS} words")
    for word in words:
        if not word.isalnum() and not _ONE_WORD.fullmatch(word):
            raise Unreadable(f"'{word}' is not a word")
    return words


class _Spelling:
    """One pass over a phrase, from left to right."""

    def __init__(self, phrase: str) -> None:
        self._phrase = phrase
        self._parts = list(self._cut())
        self._at = 0

    def _cut(self) -> Iterator[tuple[str, int]]:
        """The signs and the texts between them, each with its column."""
        end = 0
        for sign in _SIGNS.finditer(self._phrase):
            if sign.start() > end:
                yield self._phrase[end : sign.start()], end + 1
            yield sign.group(), sign.start() + 1
            end = sign.end()
        if end < len(self._phrase):
            yield self._phrase[end:], end + 1

    def all(self) -> list[str]:
        """The phrase spelled out."""
        spelled = self._row(0)
        if self._at < len(self._parts):
            sign, column = self._parts[self._at]
            raise Unreadable(f"'{sign}' stands outside brackets", column)
        return spelled

    def _row(self, depth: int) -> list[str]:
        """What stands one after the other, up to a sign that ends it."""
        spelled = [""]
        while self._at < len(self._parts):
            part, column = self._parts[self._at]
            if part in _CLOSING:
                added = self._group(depth + 1)
            elif _SIGNS.match(part):
                return spelled
            else:
                added = [part]
                self._at += 1
            if len(spelled) * len(added) > MOST_WORDINGS:
                raise Unreadable(f"it stands for more than {MOST_WORDINGS} wordings", column)
            spelled = [before + after for before in spelled for after in added]
        return spelled

    def _group(self, depth: int) -> list[str]:
        opening, column = self._parts[self._at]
        if depth > _MOST_BRACKETS:
            raise Unreadable(f"brackets stand inside more than {_MOST_BRACKETS} others", column)
        spelled = [""] if opening == "[" else []
        sign = "|"
        while sign == "|":
            self._at += 1
            spelled += self._row(depth)
            sign = self._parts[self._at][0] if self._at < len(self._parts) else ""
        if sign != _CLOSING[opening]:
            raise Unreadable(f"'{opening}' is not closed by '{_CLOSING[opening]}'", column)
        self._at += 1
        return spelled
