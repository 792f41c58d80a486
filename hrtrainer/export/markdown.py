"""A pack as Markdown: our own headings and lists are plain, and no foreign text can make one.

Its drawings stay in words. Many who open Markdown see the text itself, and a picture within it would be a page of
letters there; of those who show it dressed, several show no picture that is not a file of its own.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from hrtrainer.export.blocks import Block, blocks
from hrtrainer.export.clean import isolated
from hrtrainer.export.form import Form
from hrtrainer.session.packing import Pack

_READ = re.compile(
    r"[\\`*_{}\[\]<>()#+=|~&@:$^]"  # could open something wherever it stands
    r"|(?<![^\W\d_])-|-(?![^\W\d_])"  # a dash, unless it joins two letters
    r"|\.(?=\S)|(?<=\d)\."  # a full stop, unless it ends a sentence
)


def markdown_bytes(pack: Pack, form: Form) -> bytes:
    """The pack as Markdown in UTF-8."""
    made = blocks(pack, form)
    lines = [_written(made[0])] if made else []
    for before, block in pairwise(made):
        if not (before.kind == block.kind == "item"):  # a list stands close
            lines.append("")
        lines.append(_written(block))
    return ("\n".join(lines) + "\n").encode("utf-8")


def safe(text: str) -> str:
    """A foreign text on one line, with every sign that Markdown could read written as a numeric entity."""
    return _READ.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def _written(block: Block) -> str:
    text = isolated(safe(block.text))
    who = f"**{safe(block.who)}**: " if block.who else ""
    note = f" ({safe(block.note)})" if block.note else ""
    match block.kind:
        case "title":
            return f"# {safe(block.text)}"
        case "heading":
            return f"## {safe(block.text)}"
        case "subheading":
            return f"### {safe(block.text)}"
        case "item":
            return f"- {who}{text}{note}"
        case "said":
            return f"{who}“{text}”{note}"
        case "strong":
            return f"**{text}**"
        case "quote":
            return "\n>\n".join(_quoted(block.text))
        case "blank":
            return f"{who}\\_\\_\\_\\_\\_\\_\\_\\_"
    return f"{who}{text}{note}"


def _quoted(text: str) -> Iterator[str]:
    """A person's own words, their line breaks kept."""
    return (f"> {isolated(safe(line))}" for line in text.split("\n") if line.strip())
