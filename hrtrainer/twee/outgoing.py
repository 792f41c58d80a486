"""From the tree of a scenario that opens to a story: scenes are passages, choices links, and every part stands once.

Beside a line, a choice or a scene stands a note with the parts that Twine does not know, spelled as in the file.
"""

from collections.abc import Iterator, Mapping, Sequence

from hrtrainer.scenario import keys
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import END
from hrtrainer.scenario.yamltext import Node, Row, Table, Text
from hrtrainer.scenario.yamlwriting import as_yaml, on_one_line
from hrtrainer.twee import spelling
from hrtrainer.twee.atlas import applied, ifid
from hrtrainer.twee.bodies import ordered
from hrtrainer.twee.markup import written, written_in_link
from hrtrainer.twee.remarks import Remarks
from hrtrainer.twee.story import Passage, Story

_APART = ("lines", "choices", "to", "otherwise", "key")
"""Parts of a scene that have a place of their own in its passage."""
_LINE_KEYS = ("manner", "when", "id")


def story_of(tree: Table, comments: Mapping[Spot, Sequence[str]] | None = None) -> Story:
    """The story of a scenario's tree. `comments` are its author's notes by place; they go along."""
    notes = Remarks(comments or {})
    scenes, endings = _tables(tree, "scenes"), _tables(tree, "endings")
    passages = [
        *(Passage(name, _scene(name, scene, tree, notes), _tags(scene)) for name, scene in scenes.items()),
        Passage(END, _end(endings), (spelling.END_TAG,)),
        *(Passage(name, _ending(name, one, tree, notes), (spelling.ENDING_TAG,)) for name, one in endings.items()),
        Passage(spelling.ABOUT, _about(tree, notes), (spelling.ABOUT_TAG,)),
    ]
    story = Story(
        title=_title(_word(tree, "title")),
        ifid=ifid(_word(tree, "id")),
        passages=tuple(passages),
        start=_word(tree, "start"),
        format=spelling.FORMAT,
        format_version=spelling.FORMAT_VERSION,
        tag_colors=spelling.TAG_COLORS,
    )
    return applied(story, tree.entries.get("twine"))


def _title(title: str) -> str:
    text = written(title)
    return f"&#58;{text[1:]}" if text.startswith("::") else text


def _tables(tree: Table, key: str) -> Mapping[str, Table]:
    node = tree.entries.get(key)
    entries = node.entries if isinstance(node, Table) else {}
    return {name: one for name, one in entries.items() if isinstance(one, Table)}


def _items(table: Table, key: str) -> list[Table]:
    node = table.entries.get(key)
    return [one for one in node.items if isinstance(one, Table)] if isinstance(node, Row) else []


def _word(table: Table, key: str) -> str:
    node = table.entries.get(key)
    return node.text.strip() if isinstance(node, Text) else ""


def _without(table: Table, *keys: str) -> Table:
    left = {key: node for key, node in table.entries.items() if key not in keys}
    return Table(left, table.keys, table.spot)


def _about(tree: Table, notes: Remarks) -> str:
    rest = ordered(_without(tree, *spelling.ELSEWHERE).entries, (*keys.SCENARIO.needed, *keys.SCENARIO.allowed))
    whole = Table(rest, tree.keys, tree.spot)
    return as_yaml(whole, notes.last(whole), sealed=True).rstrip("\n")


def _tags(scene: Table) -> tuple[str, ...]:
    return (spelling.KEY_TAG,) if _word(scene, "key") == "true" else ()


def _scene(name: str, scene: Table, tree: Table, notes: Remarks) -> str:
    top = notes.before(_place(tree, "scenes", name), *(scene.keys[key] for key in _APART if key in scene.keys))
    choices = (_choice(choice, notes) for choice in _items(scene, "choices"))
    parts = [*top, *_lines(scene, "lines", notes), *choices]
    if "to" in scene.entries:
        parts += [*notes.before(*notes.places(scene.entries["to"])), "\n".join(_ways(scene.entries["to"]))]
    other = scene.entries.get("otherwise")
    if isinstance(other, Table):
        parts.append(_note("own words", "", other, notes))
    parts.append(_note(f"scene {name}", "", _without(scene, *_APART), notes, spelling.SCENE_ORDER))
    return "\n\n".join(parts)


def _place(tree: Table, key: str, name: str) -> Spot:
    node = tree.entries[key]
    return node.keys[name] if isinstance(node, Table) else tree.spot


def _lines(owner: Table, key: str, notes: Remarks) -> Iterator[str]:
    for line in _items(owner, key):
        speaker = next(name for name in line.entries if name not in _LINE_KEYS)
        said = f"{speaker}: {written(_word(line, speaker))}"
        rest = _without(line, speaker)
        yield from notes.before(line.spot, *notes.places(line))
        yield f"{said}\n<!-- hr: line {on_one_line(rest)} -->" if rest.entries else said


def _choice(choice: Table, notes: Remarks) -> str:
    apart = [choice.keys[key] for key in ("id", "say", "to")]
    before = notes.before(choice.spot, *apart, *notes.places(choice.entries["to"]))
    *others, last = _targets(choice.entries["to"])
    link = f"[[{written_in_link(_word(choice, 'say'))}->{last[0]}]]"
    ways = "".join(f"{_way(*way)}\n" for way in others)
    heading = f"choice {_word(choice, 'id')}"
    note = _note(heading, ways, _without(choice, "id", "say", "to"), notes, spelling.CHOICE_ORDER)
    return "\n".join([*before, link, note])


def _targets(node: Node) -> list[tuple[str, str]]:
    """The ways on, each with its condition or an empty text."""
    if isinstance(node, Text):
        return [(node.text.strip(), "")]
    items = node.items if isinstance(node, Row) else []
    return [(_word(way, "to"), _word(way, "when")) for way in items if isinstance(way, Table)]


def _way(to: str, when: str) -> str:
    return f"to [[{to}]] when {written(when)}" if when else f"to [[{to}]]"


def _ways(node: Node) -> Iterator[str]:
    yield from (_way(*way) for way in _targets(node))


def _note(heading: str, ways: str, rest: Table, notes: Remarks, order: Sequence[str] = ()) -> str:
    """A note: what it is about, ways on, and the parts as they are spelled in the file."""
    if isinstance(rest.entries.get("to"), Text | Row):
        ways = "".join(f"{way}\n" for way in _ways(rest.entries["to"]))
        rest = _without(rest, "to")
    rest = Table(ordered(rest.entries, order), rest.keys, rest.spot)
    parts = as_yaml(rest, notes.under(rest), sealed=True) if rest.entries else ""
    return f"<!-- hr: {heading}\n{ways}{parts}-->" if ways or parts else f"<!-- hr: {heading} -->"


def _end(endings: Mapping[str, Table]) -> str:
    return "\n".join(_way(name, _word(ending, "when")) for name, ending in endings.items())


def _ending(name: str, ending: Table, tree: Table, notes: Remarks) -> str:
    apart = [ending.keys[key] for key in ("lines", "when") if key in ending.keys]
    top = notes.before(_place(tree, "endings", name), *apart)
    note = _note(f"ending {name}", "", _without(ending, "lines", "when"), notes, spelling.ENDING_ORDER)
    return "\n\n".join([*top, *_lines(ending, "lines", notes), note])
