"""Names that a person may have typed of somebody real, to be looked at before anything is handed over."""

import re
from collections.abc import Iterable, Sequence

from hrtrainer.session.packing import Pack
from hrtrainer.session.summary import Summary

_CAPITAL = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w’'-]+")
_START = re.compile(r"(?:^|[.!?:…\n]\s*|[“\"(]\s*)$")
_NOT_NAMES = frozenset(
    "i i'm i’m i'd i’d i've i’ve i'll i’ll monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december english ok naloxone narcan".split()
)
_WORD = re.compile(r"[\w’'-]+")
_MOST = 3


def names_in(pack: Pack) -> tuple[str, ...]:
    """Words with a capital inside a sentence of the person's own that no conversation here says: at most three."""
    said = {word.casefold() for told in pack.sessions for text in _printed(told) for word in _WORD.findall(text)}
    found = [name for text in _typed(pack) for name in _capitals(text)]
    known = said | _NOT_NAMES
    return tuple(dict.fromkeys(name for name in found if name.casefold().removesuffix("’s") not in known))[:_MOST]


def _capitals(text: str) -> Iterable[str]:
    for one in _CAPITAL.finditer(text):
        if not _START.search(text[: one.start()]):
            yield one[0].removesuffix("’s").removesuffix("'s")


def _typed(pack: Pack) -> Sequence[str]:
    """What the person wrote themselves."""
    own = [turn.own for told in pack.sessions for turn in told.turns]
    other = [turn.differently for told in pack.sessions for turn in told.turns]
    reflected = [text for told in pack.sessions for _, text in told.reflections]
    return [pack.talk, *reflected, *own, *other, *(text for _, text in pack.answers), *pack.barriers]


def _printed(told: Summary) -> Sequence[str]:
    """What the conversation itself says: its names are invented."""
    lines = [line.text for turn in told.turns for line in (*turn.heard, *turn.reply)]
    cards = [card for area in told.board for card, _ in area.heard] + [one.card for one in told.left_with]
    return [told.title, told.person, told.place, told.you, *lines, *cards, *(turn.said for turn in told.turns)]
