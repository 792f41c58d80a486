"""A pack on the screen, before it is saved: the very blocks that the files are made of, and what was struck in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer.export.blocks import Block, blocks
from hrtrainer.export.form import Form
from hrtrainer.session.packing import Choices, Pack, lines_of
from hrtrainer.session.summary import Summary


@dataclass(frozen=True, slots=True)
class Row:
    """One block, as it is seen. `was` are the words that were struck there, for those who may bring them back."""

    block: Block
    was: str = ""


def rows(pack: Pack, sessions: Sequence[Summary], choices: Choices, form: Form) -> tuple[Row, ...]:
    """The preview of a pack that was made from these sessions by these choices."""
    texts = {line.id: line.text for told in sessions for line in lines_of(told)}
    return tuple(
        Row(block, texts.get(block.id, "") if block.id in choices.struck else "") for block in blocks(pack, form)
    )
