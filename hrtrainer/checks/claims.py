"""Statements of fact: by which words a sentence is known to say something about the world, not about the scene.

Three signs, each from the lists' own words: a saying (studies show), a figure (95 people in 100), or a subject together
with an effect (naloxone ... doesn't work on). A number alone is none: scenes are full of minutes, months and boxes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hrtrainer.checks.finding import Finder

CLAIM = "claims"
"""How a list's own sentences name a claim that has to be found."""
_SENTENCE = re.compile(r"\S.*?(?:[.!?]['\"’”)\]]{0,2}(?=\s)|\Z)", re.DOTALL)


class Claim(NamedTuple):
    """A sentence of the text `at`, and the words in it that make it a claim: from `begin` to before `end`."""

    at: int
    sentence: str
    begin: int
    end: int


def claims(texts: Sequence[str], words: Finder) -> list[Claim]:
    """The claims in some texts, at most one a sentence."""
    if words.empty:
        return []
    cut = [(at, start, sentence) for at, text in enumerate(texts) for start, sentence in _sentences(text)]
    signs: dict[int, dict[str, tuple[int, int]]] = {}
    for hit in words.find([sentence for _, _, sentence in cut]):
        signs.setdefault(hit.at, {}).setdefault(hit.rule.id, (hit.begin, hit.end))
    found = []
    for number, kinds in signs.items():
        sign = kinds.get("sayings") or kinds.get("figures") or (kinds.get("subjects") if "effects" in kinds else None)
        if sign is not None:
            at, start, sentence = cut[number]
            found.append(Claim(at, sentence.strip(), start + sign[0], start + sign[1]))
    return found


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a text, with where it begins."""
    return ((found.start(), found.group()) for found in _SENTENCE.finditer(text))
