"""How hard a text is to read, as a school year: the Flesch-Kincaid grade level.

J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of New Readability Formulas for Navy Enlisted
Personnel, Research Branch Report 8-75, Naval Technical Training Command, 1975. The formula sees how long sentences and
words are, in English, and nothing else.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from hrtrainer.checks.teaching.syllables import syllables

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_END = re.compile(r"[.!?…][.!?…\"'”’)\]\s]*(?:\s|$)")
_NO_END = re.compile(r"\b(dr|mrs?|ms|st|no|vs|etc|e\.g|i\.e|[ap]\.m)\.", re.IGNORECASE)
_PLACE_HOLDER = re.compile(r"\{region:[^{}]*\}")


class Size(NamedTuple):
    """What the formula goes by."""

    words: int
    sentences: int
    syllables: int

    @property
    def year(self) -> float:
        """The school year in which a text of this size is read with ease. Nothing at all is read in any."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def size(texts: Iterable[str]) -> Size:
    """The size of some texts together. Each ends a sentence; hyphens part words; figures and place-holders are none."""
    whole = " . ".join([*texts, ""]).replace("’", "'")
    plain = _PLACE_HOLDER.sub(" ", _NO_END.sub(r"\1", whole)).lower()
    words = Counter(_WORD.findall(plain))
    spoken = sum(syllables(word) * times for word, times in words.items())
    return Size(words.total(), max(1, len(_END.findall(plain))), spoken)
