"""From a story that a scenario was written as, edited or not, back to the tree of the scenario.

Everything stands once, so an edit is an edit: the words of a line or a link are its words, the name of a passage is its
id, a link leads where it leads. Names in conditions follow a passage that was renamed.
"""

from collections.abc import Callable, Iterable, Sequence

from hrtrainer.scenario import keys
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Row, Table, Text
from hrtrainer.twee import notes, spelling
from hrtrainer.twee.atlas import kept
from hrtrainer.twee.bodies import Body, BodyReader, ordered, speakers, table, way_on
from hrtrainer.twee.cards import Cards, follow
from hrtrainer.twee.markup import read
from hrtrainer.twee.notes import parts_of
from hrtrainer.twee.story import Passage, Story

Comments = dict[Spot, list[str]]
Card = tuple[Passage, Body]


def is_own(story: Story) -> bool:
    """Whether the story was a scenario: one passage of it says so."""
    return any(spelling.ABOUT_TAG in passage.tags for passage in story.passages)


def own_tree(story: Story, report: Report) -> tuple[Table, Comments] | None:
    """The tree of the scenario, and its author's notes by place; None, told, when something would be lost."""
    about = next(one for one in story.passages if spelling.ABOUT_TAG in one.tags)
    comments: Comments = {}
    top = parts_of(about.text, about.line - 1, about.spot, report, comments)
    if top is None:
        return None
    cards = Cards(story, report)
    reader = BodyReader(report, speakers(top.entries.get("people")), cards.place)
    found = [(one, reader.read(one)) for one in cards.passages]
    renamed = cards.renamed([(one, body.about.id if body.about else "") for one, body in found])
    endings = [card for card in found if _is_ending(*card)]
    scenes = [card for card in found if not _is_ending(*card)]
    ends = _ends(story, reader, {cards.id_of(passage) for passage, _ in endings}, report)
    endings.sort(key=lambda card: list(ends).index(name) if (name := cards.id_of(card[0])) in ends else len(ends) - 1.5)
    comments |= reader.comments
    entries: dict[str, Node] = top.entries | {
        "title": Text(read(story.title), story.spot, True),
        "start": cards.place(Text(story.start, story.spot, True)),
        "scenes": _named(scenes, cards, comments, lambda card: _scene(card, reader)),
        "endings": _named(endings, cards, comments, lambda card: _ending(card, ends.get(cards.id_of(card[0])), reader)),
    }
    twine = kept(story, _word(top, "id"), cards.key_of)
    if twine is not None:
        entries["twine"] = twine
    order = (*keys.SCENARIO.needed, *keys.SCENARIO.allowed)
    tree = Table(ordered(entries, order), dict.fromkeys(entries, story.spot) | top.keys, story.spot)
    follow(tree, renamed)
    return None if report.stopped else (tree, comments)


def _word(table: Table, key: str) -> str:
    node = table.entries.get(key)
    return node.text.strip() if isinstance(node, Text) else ""


def _is_ending(passage: Passage, body: Body) -> bool:
    return spelling.ENDING_TAG in passage.tags or (body.about is not None and body.about.kind == notes.ENDING)


def _ends(story: Story, reader: BodyReader, endings: set[str], report: Report) -> dict[str, Text | None]:
    """The endings in the order in which they are tried, each with its condition."""
    found: dict[str, Text | None] = {}
    for passage in story.passages:
        if spelling.END_TAG not in passage.tags:
            continue
        body = reader.read(passage)
        for stray in (*body.lines, *body.choices):
            report("T008", stray.spot, name=passage.name)
        for way in body.ways:
            name = reader.place(way.to).text
            if name not in endings:
                report("T009", way.to.spot, name=way.to.text)
            found[name] = way.when
    return found


def _named(found: Iterable[Card], cards: Cards, comments: Comments, make: Callable[[Card], Table]) -> Table:
    entries: dict[str, Node] = {}
    places: dict[str, Spot] = {}
    for passage, body in found:
        name = cards.id_of(passage)
        entries[name], places[name] = make((passage, body)), passage.spot
        if body.comments:
            comments[passage.spot] = body.comments
    return Table(entries, places, (1, 1))


def _scene(card: Card, reader: BodyReader) -> Table:
    passage, body = card
    entries: dict[str, Node] = {}
    if spelling.KEY_TAG in passage.tags:
        entries["key"] = Text("true", passage.spot, True)
    for key, nodes in (("lines", body.lines), ("choices", body.choices)):
        if nodes:
            entries[key] = Row(nodes, passage.spot)  # the place of the first is that of its notes
    if body.own_words:
        entries["otherwise"] = _otherwise(body.own_words, reader)
    if body.ways:
        entries["to"] = way_on(body.ways, reader.place)
    return _with_rest(card, entries, spelling.SCENE_ORDER, reader)


def _otherwise(parts: notes.Parts, reader: BodyReader) -> Table:
    entries = dict(parts.rest.entries)
    if parts.ways:
        entries["to"] = way_on(list(parts.ways), reader.place)
    return Table(entries, {key: node.spot for key, node in entries.items()} | parts.rest.keys, parts.spot)


def _ending(card: Card, when: Text | None, reader: BodyReader) -> Table:
    _, body = card
    entries: dict[str, Node] = {"lines": Row(body.lines, card[0].spot)}
    if when is not None:
        entries["when"] = when
    if body.choices:
        entries["choices"] = Row(body.choices, body.choices[0].spot)
    if body.ways:
        entries["to"] = body.ways[0].to
    return _with_rest(card, entries, spelling.ENDING_ORDER, reader)


def _with_rest(card: Card, entries: dict[str, Node], order: Sequence[str], reader: BodyReader) -> Table:
    """The passage as a table, with what its note adds."""
    passage, body = card
    whole = table(passage.spot, entries)
    if body.about is not None:
        reader.join(whole, body.about.rest)
    whole.entries = ordered(whole.entries, order)
    return whole
