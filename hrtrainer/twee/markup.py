"""What stands in a passage: lines of text, [[links]] and <!-- notes -->, taken apart and written without loss.

Words are written so that no story format reads them as something else: `<` as `&lt;`, a new line as `<br>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from hrtrainer.scenario.diagnostic import Spot

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PIECE = re.compile(
    r"<!--(?P<note>.*?)(?:(?P<end>-->)|(?=<!--)|\Z)"
    r"|\[\[(?!\[)(?P<link>(?:(?!\[\[)[^\n]){0,4000}?)\]\]|(?P<newline>\n)",
    re.DOTALL,
)
_BREAK = re.compile(r"<br[ ]?/?>", re.IGNORECASE)
_TEXT = re.compile(r"<|\[(?=\[)|[\n\r]|(?<=-)>|&(?=#?\w+;)")
_LINK_TEXT = re.compile(r"<|[\[\]|\n\r]|(?<=-)>|&(?=#?\w+;)")
_SIGNS = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\n": "<br>"}


@dataclass(frozen=True, slots=True)
class Words:
    """Part of one line of text, as it stands there."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Link:
    """[[text->target]]. `text_spot` and `target_spot` are where the two begin; without a text they are the same.

    `setter` is what SugarCube sets on the way: [[text->target][$seen to true]].
    """

    text: str
    target: str
    text_spot: Spot
    target_spot: Spot
    setter: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """An HTML comment. `closed` is false where the passage ends first, or another note begins."""

    text: str
    spot: Spot
    closed: bool = True


Piece = Words | Link | Note


def written(text: str) -> str:
    """Words as they stand in a passage."""
    return _TEXT.sub(_sign, text)


def written_in_link(text: str) -> str:
    """Words as they stand in a link."""
    return _LINK_TEXT.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    return _SIGNS.get(found.group()) or f"&#{ord(found.group())};"


def read(text: str) -> str:
    """Words as they were before they were written."""
    return _ENTITY.sub(lambda found: unescape(found.group()), _BREAK.sub("\n", text))


def pieces(text: str, line: int, column: int = 0) -> Iterator[list[Piece]]:
    """The pieces of a passage's text, line by line; `line` is the number of its first line.

    A note that goes on over several lines belongs to the line that it begins in.
    """
    row: list[Piece] = []
    at, begun = 0, -column
    for found in _PIECE.finditer(text):
        if text[at : found.start()].strip():
            row.append(Words(text[at : found.start()], (line, at - begun + 1)))
        at = found.end()
        spot = (line, found.start() - begun + 1)
        if found["newline"]:
            yield row
            row, line, begun = [], line + 1, at
        elif found["link"] is not None:
            row.append(_link(found["link"], (line, spot[1] + 2)))
        else:
            row.append(Note(found["note"], (line, spot[1] + 4), bool(found["end"])))
            if newlines := found.group().count("\n"):
                line, begun = line + newlines, text.rfind("\n", 0, at) + 1
    if text[at:].strip():
        row.append(Words(text[at:], (line, at - begun + 1)))
    yield row


def _link(whole: str, spot: Spot) -> Link:
    """`text->target` (the last arrow counts), `target<-text` (the first), `text|target`, or the target alone."""
    inside, _, setter = whole.partition("][")
    for sign, at in (("->", inside.rfind("->")), ("<-", inside.find("<-")), ("|", inside.rfind("|"))):
        if at >= 0:
            left = _trimmed(inside[:at], spot)
            right = _trimmed(inside[at + len(sign) :], (spot[0], spot[1] + at + len(sign)))
            (text, text_spot), (target, target_spot) = (right, left) if sign == "<-" else (left, right)
            return Link(text, target, text_spot, target_spot, setter)
    target, target_spot = _trimmed(inside, spot)
    return Link("", target, target_spot, target_spot, setter)


def _trimmed(text: str, spot: Spot) -> tuple[str, Spot]:
    return text.strip(), (spot[0], spot[1] + len(text) - len(text.lstrip()))
