"""From a tree of plain words to the text of a YAML file, spelled as the guide spells it; the reader reads it back.

Texts stand bare where that is safe, else in quotes; a `sealed` text can stand inside an HTML comment, too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.yamltext import Node, Row, Table, Text

Comments = Mapping[Spot, Sequence[str]]
"""Lines of notes, without their #, by the place of the key or item that they stand above."""

_APART = frozenset("people meters board ledger must_reach start scenes endings twine".split())
"""Top keys with an empty line before them."""
_SHORT = frozenset("credits facts_checked changes to tag-colors".split())
"""Keys whose table or list is written {like: this} where it fits."""
_SHORT_INSIDE = frozenset("people meters board ledger shows instead passages".split())
"""Keys whose entries are written so."""
_MOST_PROSE, _MOST = 110, 240
_BARE = re.compile(r"[^\W_](?:[^\s:#]| |:(?! |$)|(?<! )#)*|[+-]?[0-9]+")
_BARE_WITHIN = re.compile(r"[^\W_][\w .!?'’()/…;+<>=-]*|[+-]?[0-9]+")
_NOTHING = frozenset(("null", "Null", "NULL"))
_SEALED = re.compile(r"(?<=-)-|(?<=\[)\[|(?<=\])\]|<")
_ODD = re.compile('[\\\\"\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]')
_SIGNS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NOT_IN_BLOCK = re.compile("[\t\r\x85\xa0\u2000-\u200a\u2028\u2029\u3000]|^\\s|\n$")


def as_yaml(tree: Table, comments: Comments | None = None, sealed: bool = False) -> str:
    """The text of a tree. `sealed` keeps what would end a comment, open a link, or be a tag out of sight."""
    return "".join(f"{line}\n" for line in _Writer(comments or {}, sealed).table(tree, 0, ""))


def on_one_line(tree: Table) -> str:
    """A tree as {key: value, ...}, sealed."""
    return _Writer({}, True).within(tree)


class _Writer:
    def __init__(self, comments: Comments, sealed: bool) -> None:
        self._comments, self._sealed = dict(comments), sealed

    def table(self, node: Table, indent: int, owner: str) -> Iterator[str]:
        """The lines of a table that stands under the key `owner`."""
        pad = " " * indent
        for number, (key, value) in enumerate(node.entries.items()):
            if (indent == 0 and key in _APART) or (owner == "scenes" and number):
                yield ""
            yield from self._above(node.keys.get(key), pad)
            yield from self._under(f"{pad}{self._scalar(key, within=False)}:", value, indent + 2, key, owner)

    def _above(self, spot: Spot | None, pad: str) -> Iterator[str]:
        for line in self._comments.pop(spot, ()) if spot else ():
            safe = _SEALED.sub(lambda found: f"&#{ord(found.group())};", line) if self._sealed else line
            yield f"{pad}# {safe}".rstrip()

    def _under(self, head: str, value: Node, indent: int, key: str, owner: str) -> Iterator[str]:
        if isinstance(value, Text):
            yield from self._text(head, value.text, indent)
        elif (short := self._short(value, key in _SHORT or owner in _SHORT_INSIDE)) is not None:
            yield f"{head} {short}"
        else:
            yield head
            yield from self.table(value, indent, key) if isinstance(value, Table) else self._row(value, indent, key)

    def _text(self, head: str, text: str, indent: int) -> Iterator[str]:
        if "\n" in text and not _NOT_IN_BLOCK.search(text) and not self._hides(text):
            yield f"{head} |-"
            yield from (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
        else:
            yield f"{head} {self._scalar(text, within=False)}"

    def _row(self, node: Row, indent: int, owner: str) -> Iterator[str]:
        pad = " " * indent
        for item in node.items:
            yield from self._above(item.spot, pad)
            if isinstance(item, Text):
                yield from self._text(f"{pad}-", item.text, indent + 2)
            elif (short := self._short(item, owner in _SHORT_INSIDE)) is not None:
                yield f"{pad}- {short}"
            else:
                inside = (
                    self.table(item, indent + 2, "") if isinstance(item, Table) else self._row(item, indent + 2, "")
                )
                first, *others = inside
                yield f"{pad}- {first[indent + 2 :]}"
                yield from others

    def _short(self, node: Table | Row, wanted: bool) -> str | None:
        """The node on one line, where it is short and stands so in scenarios."""
        inside = list(node.entries.values()) if isinstance(node, Table) else node.items
        if not inside:
            return "{}" if isinstance(node, Table) else "[]"
        words = isinstance(node, Row) and all(isinstance(one, Text) for one in inside)
        if (
            not (wanted or words)
            or self._noted(node)
            or any(isinstance(one, Text) and "\n" in one.text for one in inside)
        ):
            return None
        text = self.within(node)
        prose = words and any(" " in one.text for one in inside if isinstance(one, Text))
        return text if len(text) <= (_MOST_PROSE if prose else _MOST) else None

    def _noted(self, node: Node) -> bool:
        if not self._comments or isinstance(node, Text):
            return False
        if isinstance(node, Row):
            return any(item.spot in self._comments or self._noted(item) for item in node.items)
        return any(spot in self._comments for spot in node.keys.values()) or any(
            map(self._noted, node.entries.values())
        )

    def within(self, node: Node) -> str:
        """The node on one line."""
        if isinstance(node, Text):
            return self._scalar(node.text, within=True)
        if isinstance(node, Row):
            return f"[{', '.join(map(self.within, node.items))}]"
        pairs = (f"{self._scalar(key, within=True)}: {self.within(one)}" for key, one in node.entries.items())
        return "{" + ", ".join(pairs) + "}"

    def _hides(self, text: str) -> bool:
        return self._sealed and _SEALED.search(text) is not None

    def _scalar(self, text: str, within: bool) -> str:
        hides = self._hides(text)
        bare = _BARE_WITHIN if within else _BARE
        if not hides and text not in _NOTHING and text == text.strip() and bare.fullmatch(text):
            return text
        if not hides and '"' in text and "'" not in text and not _ODD.search(text.replace('"', "")):
            return f"'{text}'"
        quoted = _ODD.sub(lambda found: _SIGNS.get(found.group(), f"\\u{ord(found.group()):04X}"), text)
        if hides:
            quoted = _SEALED.sub(lambda found: f"\\x{ord(found.group()):02X}", quoted)
        return f'"{quoted}"'
