"""Words of feedback that are about whoever chose a line and not about the line: a table, each row with an example.

*You asked before telling* is about the line: it says what was done. *You were rude* and *well done* are about the
person. Capitals and the form of the apostrophe do not matter. English only.
"""

import re
from functools import cache
from typing import NamedTuple


class Row(NamedTuple):
    """One way to speak about the person. `caught` is an example of it, `left` a sentence near it that is none."""

    pattern: str
    caught: str
    left: str


_TRAITS = (
    "abrupt aggressive annoyed arrogant awful awkward bad biased blunt brave brilliant bureaucratic careful careless "
    "caring clumsy cold compassionate condescending controlling cowardly cruel defensive dismissive empathetic "
    "empathic excellent fair fantastic firm friendly generous gentle good great harsh heartless helpful honest "
    "ignorant impatient incompetent inconsiderate inexperienced insensitive intrusive judgemental judgmental kind "
    "lazy mean naive naïve negligent nervous nice nosy open paternalistic patient patronising patronizing perfect "
    "pushy respectful rude selfish sensitive skilled smart sympathetic tactless terrible thoughtful thoughtless "
    "uncaring unfair unfeeling unhelpful unkind unprofessional warm weak wise wonderful wrong"
).split()
_HOW = r"(?:(?:not|so|too|very|really|quite|rather|just|only|simply|clearly|obviously|being|a bit|a little|far too) )*"
_QUALITIES = (
    "ability arrogance attitude bias carelessness character compassion discomfort ego empathy failing failure fault "
    "ignorance impatience inexperience insecurity instinct instincts intelligence judgement judgment kindness laziness "
    "mistake nature patience personality prejudice prejudices problem skill skills talent temper warmth weakness"
).split()
ROWS = (
    Row(
        rf"\byou(?:'re| are| were| aren't| weren't) {_HOW}(?:{'|'.join(_TRAITS)})\b",
        "You were being a bit patronising.",
        "You were still at the counter.",
    ),
    Row(
        r"\byou(?:'re| are| were) (?:not )?(?:an?|the (?:kind|sort|type)) ",
        "You're a natural.",
        "The form asks who you are and waits.",
    ),
    Row(
        r"\byou (?:seem|seemed|sound|sounded|(?:come|came) across|look|looked) (?!(?:at|away|up|down|for|after)\b)",
        "You came across as cold.",
        "You looked at her and waited.",
    ),
    Row(
        r"\byou (?:fail|failed|forgot|neglected|lack|lacked|messed|blew|ruined|tend to|need to (?:learn|work|stop))\b",
        "You failed to ask.",
        "The question about the amount was not asked.",
    ),
    Row(
        r"\byou (?:don't|didn't|do not|did not|never|clearly don't) "
        r"(?:bother|care|listen|respect|understand|think|trust|want to help)\b",
        "You didn't bother to ask.",
        "You didn't ask.",
    ),
    Row(
        r"\byou (?:should(?:n't)? have|should(?:n't)?'ve|ought(?: not)? to have|shouldn't|should|must|mustn't) ",
        "You should have asked first.",
        "A question first would have left the choice with her.",
    ),
    Row(
        r"\byou (?:always|usually|often) ",
        "You always jump in.",
        "It jumped in before she had finished.",
    ),
    Row(
        rf"\byour (?:own )?(?:{'|'.join(_QUALITIES)})\b",
        "It was your ego that spoke.",
        "She had your word, and the box.",
    ),
    Row(
        r"\b(?:well done|(?:good|great|nice|excellent|lovely) (?:job|work|going|effort)|bravo|congratulations)\b",
        "Well done, she stayed.",
        "The work went on while they talked.",
    ),
    Row(
        r"\b(?:right|wrong|correct|incorrect|perfect|great|excellent) (?:choice|answer|option)\b",
        "This was the right choice.",
        "The choice stayed with him.",
    ),
    Row(
        r"\b(?:good|bad|better|poor|real|true|great|caring) (?:worker|nurse|counsellor|listener|helper)\b",
        "A good worker asks first.",
        "Another worker came to the door.",
    ),
    Row(
        r"\b(?:makes|made|shows|showed|proves|means) (?:that )?you(?:'re| are| were| look| seem| sound| don't| didn't)?"
        r" (?:an? |care|judg|look|seem|sound|lack)",
        "It shows you care.",
        "It shows where you are on the map.",
    ),
)


@cache
def _any() -> re.Pattern[str]:
    """All rows at once; made when first wanted, as that takes a while."""
    return re.compile("|".join(f"(?:{row.pattern})" for row in ROWS), re.IGNORECASE)


def person_talk(text: str) -> tuple[int, int] | None:
    """Where in a text the person is spoken about, from and to; None when only the line is."""
    found = _any().search(text.replace("’", "'"))
    return (found.start(), found.end()) if found else None
