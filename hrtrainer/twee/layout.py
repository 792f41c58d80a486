"""Where passages lie on the map when nobody has moved them: in layers away from the start."""

from collections.abc import Iterator, Mapping

from hrtrainer.twee.markup import Link, Note, pieces
from hrtrainer.twee.story import Passage, Story

STEP = 150
"""From one card to the next, in Twine's pixels; a card is 100 wide."""


def positions(story: Story) -> Mapping[str, str]:
    """The place of each passage by name, as `left,top`. A row for each step from the start."""
    targets = {one.name: list(dict.fromkeys(_targets(one))) for one in story.passages}
    layers, found = list[list[str]](), set[str]()
    ahead = [story.start]
    while ahead := [name for name in dict.fromkeys(ahead) if name in targets and name not in found]:
        layers.append(ahead)
        found.update(ahead)
        ahead = [to for name in ahead for to in targets[name]]
    if rest := [name for name in targets if name not in found]:
        layers.append(rest)
    return {
        name: f"{STEP * (column + 1)},{STEP * (row + 1)}"
        for row, layer in enumerate(layers)
        for column, name in enumerate(layer)
    }


def _targets(passage: Passage) -> Iterator[str]:
    for row in pieces(passage.text, 1):
        for piece in row:
            if isinstance(piece, Link):
                yield piece.target
            elif isinstance(piece, Note):
                yield from (one.target for inner in pieces(piece.text, 1) for one in inner if isinstance(one, Link))
