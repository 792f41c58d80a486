"""The words of feedback and of what everybody reads: are they about the line, and are they easy to read?"""

from collections.abc import Sequence

from hrtrainer.checks.places import Places
from hrtrainer.checks.teaching.person_talk import person_talk
from hrtrainer.checks.teaching.readability import size
from hrtrainer.checks.texts import Told, Voice
from hrtrainer.scenario.report import Report

MOST_YEAR = 9
"""What most adults read with ease; beyond it, people in a hurry or in a second language are left out."""
LEAST_WORDS = 100
"""In fewer words a single long one would count too much: here, five syllables more are half a year."""
VOICES = {
    "What is told": (Voice.NARRATION,),
    "What the worker says": (Voice.WORKER, Voice.OPTION, Voice.ALTERNATIVE),
    "The feedback": (Voice.FEEDBACK,),
}
"""What is measured together. How people speak is their own, and is not measured."""
_FRAGMENTS = {"manner", "place", "title", "short"}
"""Keys of texts that are no sentences, and would only make it look easier."""


def about_the_person(told: Sequence[Told], places: Places, report: Report) -> None:
    """S512: a headline or a reason speaks about whoever chose the line, praises or blames them (`person_talk.py`)."""
    for one in told:
        found = person_talk(one.text) if one.voice is Voice.FEEDBACK else None
        if found is not None:
            words = one.text[found[0] : found[1]].strip()
            report("S512", places.word(one.path, one.text, *found), words=words)


def hard_to_read(told: Sequence[Told], places: Places, report: Report) -> None:
    """S513: what is told, what the worker says, or the feedback reads harder than school year MOST_YEAR.

    Each is measured as a whole, over the file, by the Flesch-Kincaid grade level (`readability.py`), and only where it
    has LEAST_WORDS words or more. The place is that of the text with the longest sentences.
    """
    for what, voices in VOICES.items():
        texts = [one for one in told if one.voice in voices and one.path[-1] not in _FRAGMENTS]
        whole = size(one.text for one in texts)
        if whole.words >= LEAST_WORDS and whole.year > MOST_YEAR:
            longest = max(texts, key=lambda one: _sentence(one.text))
            report("S513", places.spot(longest.path), what=what, year=round(whole.year, 1), most=MOST_YEAR)


def _sentence(text: str) -> float:
    """About how many characters a sentence of a text has."""
    return len(text) / (1 + text.count(". ") + text.count("! ") + text.count("? "))
