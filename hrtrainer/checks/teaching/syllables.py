"""How many syllables an English word has: its groups of vowels, less the silent ones, more those that part.

Own, because the libraries that count them (textstat and what it leans on) bring a dictionary of megabytes or a licence
that does not go with ours. Measured against the CMU Pronouncing Dictionary in tests/checks/teaching/test_syllables.py.
"""

import re
from functools import lru_cache

_GROUP = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[a-z][^aeiouyl])e$|(?<=[aeiouy]l)e$"  # give, rule; not the, little
    r"|(?<=[a-z][^aeiouylsxzcgh])es$|(?<=[aeiouy]l)es$|(?<=[^sc]h)es$"  # gives, rules; not boxes, voices, tables
    r"|(?<=[a-z][^aeiouydtl])ed$|(?<=[aeiouyl]l)ed$"  # asked, called; not wanted, settled
    r"|(?<=[a-z][^aeiouyl])e(?=(?:ly|ful|fully|less|ment|ments|ness|teen|ty)$)"  # lately, careful, nineteen
    r"|(?<=[a-z][^aeiouyl])e(?=(?:thing|where|times?|body|what|how|side|room|line)$)"  # something, sometimes
    r"|(?<=^ev)e(?=ry)"
)
_PARTED = re.compile(
    r"[aeiouy]ing|[aeou]y(?!e[sd]?$)[aeiou]|^anyo"  # doing, lawyer, anyone
    r"|[^qg]ua(?=[lrt])|[^qg]ue(?=l$|nt|nc)|[rl]ui|sui(?=c)"  # usual, fluent, ruin, suicide
    r"|(?<![tscgxln])i[ao]|(?<![tcxn])iu|[^tscgx]iou(?!r)"  # scenario, medium, serious
    r"|(?<![tcfw])ie(?=t|nt|nce)|ri?ier|[a-z][^aeiou]ie(?=r$|st$)"  # quiet, client, barrier, easiest
    r"|idea|area|crea(?=t)|rea(?=l[^lm]|ct)|[dtr]eo(?!u)|poe(?=[mt])|ism$"  # area, create, reality, radio, racism
)
_MORE = re.compile(r"(?<=[ds])n't$|(?<=[^aeiouy])'(?:ll|d|ve)$|(?<=[sxz])'s$|(?<=[scg]e)'s$")
"""Short forms that are a syllable of their own: isn't, it'll, would've, Alex's."""
_ENDING = re.compile(r"'[a-z]*$")
_ODD = {"business": 2, "drawer": 1, "evening": 2, "hundred": 2, "maybe": 2, "o'clock": 2, "ok": 2, "society": 4}


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """The syllables of a word, at least one. The word is in small letters, with a straight apostrophe if any."""
    if word in _ODD:
        return _ODD[word]
    more = 1 if _MORE.search(word) else 0
    stem = _ENDING.sub("", word.removesuffix("n't") if more else word)
    groups = len(_GROUP.findall(stem)) - len(_SILENT.findall(stem)) + len(_PARTED.findall(stem))
    return max(1, groups) + more
