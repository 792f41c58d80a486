"""How wide a text is, near enough for any font it may be shown in, and where it breaks into lines."""

import unicodedata

_NARROW = frozenset("ijl.,:;'!|()[]ftrI-‘’·/ ")
_WIDE = frozenset("mwMW@%—…")


def width(text: str, size: float) -> float:
    """The width of a text in a font of this size; rather too wide than too narrow, as nobody knows the font."""
    return size * sum(map(_share, text))


def _share(sign: str) -> float:
    if sign in _NARROW:
        return 0.4
    if sign in _WIDE:
        return 1.0
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.1
    return 0.75 if sign.isupper() else 0.64


def lines(text: str, size: float, most: float) -> list[str]:
    """The text in lines that are no wider than `most`. A word that is too long for a line is cut."""
    done: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size) <= most:
            line = longer
            continue
        done += [line] if line else []
        *pieces, line = _pieces(word, size, most)
        done += pieces
    return [*done, line] if line else done


def _pieces(word: str, size: float, most: float) -> list[str]:
    pieces, start, wide = [], 0, 0.0
    for at, sign in enumerate(word):
        share = _share(sign) * size
        if wide + share > most and at > start and share:
            pieces.append(word[start:at])
            start, wide = at, 0.0
        wide += share
    return [*pieces, word[start:]]
