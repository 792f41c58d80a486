"""What Twine knows of a story beside its words: where cards lie, their tags, the story format. Kept under `twine`.

Only what differs from what a scenario goes out with by itself is kept, so a story that nobody touched leaves nothing.
"""

import hashlib
from collections.abc import Callable, Mapping

from hrtrainer.scenario.limits import MOST_KEY_CHARACTERS
from hrtrainer.scenario.yamltext import Node, Row, Table, Text, without_unseen
from hrtrainer.twee import spelling
from hrtrainer.twee.layout import positions
from hrtrainer.twee.story import Passage, Story

_URLS = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The name space of addresses, by the standard of such names (RFC 9562)."""


def ifid(scenario_id: str) -> str:
    """The name that the story of a scenario has for ever: a UUID of version 5, in capitals as Twine writes it."""
    digest = bytearray(hashlib.sha1(_URLS + f"hrtrainer:{scenario_id}".encode()).digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80
    text = digest.hex().upper()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def kept(story: Story, scenario_id: str, key_of: Callable[[Passage], str]) -> Table | None:
    """What is kept of a story that comes in. `key_of` names a passage in the scenario; an empty name is not kept."""
    map_of = positions(story)
    cards = {key: card for one in story.passages if (key := key_of(one)) and (card := _card(one, map_of[one.name]))}
    usual = {"ifid": ifid(scenario_id), "format": spelling.FORMAT, "format-version": spelling.FORMAT_VERSION}
    found = {"ifid": story.ifid.upper(), "format": story.format, "format-version": story.format_version}
    own = {key: value for key, value in found.items() if value and value != usual[key]}
    if own.get("format") and not story.format_version:
        own.pop("format-version", None)
    if story.zoom not in ("", "1", "1.0"):
        own["zoom"] = story.zoom
    colors = {tag: color for tag, color in story.tag_colors.items() if _differs(tag, color)}
    entries: dict[str, Node] = {key: _text(value) for key, value in own.items()}
    if colors:
        entries["tag-colors"] = _table({tag: _text(color) for tag, color in colors.items()})
    if cards:
        entries["passages"] = _table(cards)
    return _table(entries) if entries else None


def _differs(tag: str, color: str) -> bool:
    return bool(tag and color) and len(tag) <= MOST_KEY_CHARACTERS and spelling.TAG_COLORS.get(tag) != color


def _card(passage: Passage, usual: str) -> Table | None:
    entries: dict[str, Node] = {}
    if passage.position not in ("", usual):
        entries["position"] = _text(passage.position)
    if passage.size not in ("", spelling.SIZE):
        entries["size"] = _text(passage.size)
    if tags := [tag for tag in passage.tags if tag not in spelling.OWN_TAGS]:
        entries["tags"] = Row([_text(tag) for tag in tags], (1, 1))
    return _table(entries) if entries else None


def _table(entries: Mapping[str, Node]) -> Table:
    return Table(dict(entries), dict.fromkeys(entries, (1, 1)), (1, 1))


def _text(text: str) -> Text:
    return Text(without_unseen(text), (1, 1), False)


def applied(story: Story, twine: Node | None) -> Story:
    """A story on its way out, with its cards on the map and what was kept of an earlier visit to Twine."""
    about = twine if isinstance(twine, Table) else Table({}, {}, (1, 1))
    cards, colors = about.entries.get("passages"), about.entries.get("tag-colors")
    cards_by_name = cards.entries if isinstance(cards, Table) else {}
    map_of = positions(story)
    passages = tuple(_placed(one, cards_by_name.get(one.name), map_of[one.name]) for one in story.passages)
    painted = colors.entries if isinstance(colors, Table) else {}
    told = {tag: node.text for tag, node in painted.items() if isinstance(node, Text)}
    named = _word(about, "format")
    return Story(
        title=story.title,
        ifid=_word(about, "ifid") or story.ifid,
        passages=passages,
        start=story.start,
        format=named or story.format,
        format_version=_word(about, "format-version") or ("" if named else story.format_version),
        zoom=_word(about, "zoom"),
        tag_colors=dict(story.tag_colors) | told,
    )


def _placed(passage: Passage, card: Node | None, usual: str) -> Passage:
    about = card if isinstance(card, Table) else Table({}, {}, (1, 1))
    tags = about.entries.get("tags")
    more = tuple(one.text for one in tags.items if isinstance(one, Text)) if isinstance(tags, Row) else ()
    position, size = _word(about, "position") or usual, _word(about, "size") or spelling.SIZE
    return Passage(passage.name, passage.text, (*passage.tags, *more), position, size, passage.spot, passage.line)


def _word(table: Table, key: str) -> str:
    node = table.entries.get(key)
    return node.text.strip() if isinstance(node, Text) else ""
