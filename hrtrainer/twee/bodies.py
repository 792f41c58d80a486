"""What a passage of ours says: lines, choices, ways on, and the notes beside them, as tables of the scenario format."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import NARRATOR, YOU
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Row, Table, Text
from hrtrainer.twee import notes, spelling
from hrtrainer.twee.markup import Link, Piece, Words, pieces, read
from hrtrainer.twee.names import Ids
from hrtrainer.twee.story import Passage

_SPEAKER = re.compile(r"[a-z][a-z0-9-]*")
Place = Callable[[Text], Text]
"""The id of the place that a link leads to."""


@dataclass(slots=True)
class Body:
    """One passage, taken apart. `comments` are notes of the author's own."""

    lines: list[Node] = field(default_factory=list)
    choices: list[Node] = field(default_factory=list)
    ways: list[notes.Way] = field(default_factory=list)
    own_words: notes.Parts | None = None
    about: notes.Parts | None = None
    comments: list[str] = field(default_factory=list)


def table(spot: Spot, entries: Mapping[str, Node]) -> Table:
    """A table whose keys stand where their values stand."""
    return Table(dict(entries), {key: node.spot for key, node in entries.items()}, spot)


def ordered(entries: Mapping[str, Node], order: Sequence[str]) -> dict[str, Node]:
    """The entries with these keys first, in this order."""
    return {key: entries[key] for key in order if key in entries} | dict(entries)


def way_on(ways: list[notes.Way], place: Place) -> Node:
    """The value of `to`."""
    if len(ways) == 1 and ways[0].when is None:
        return place(ways[0].to)
    items = [table(way.to.spot, ({"when": way.when} if way.when else {}) | {"to": place(way.to)}) for way in ways]
    return Row(list(items), items[0].spot)


class BodyReader:
    """Reads passages one by one. `speakers` are ids and names of people, in small letters, with the id of each."""

    def __init__(self, report: Report, speakers: Mapping[str, str], place: Place) -> None:
        self._report, self._speakers, self.place = report, speakers, place
        self.comments: dict[Spot, list[str]] = {}

    def read(self, passage: Passage) -> Body:
        """The body of a passage."""
        body, ids, waiting = Body(), Ids(), list[str]()
        unnamed: list[Table] = []
        for row in pieces(passage.text, passage.line, passage.column):
            if (way := _way(row)) is not None:
                body.ways.append(way)
                row = row[3:] if way.when and isinstance(row[2], Words) else row[2:]
            for piece in row:
                if isinstance(piece, Words | Link):
                    self._add(piece, body, unnamed, waiting)
                elif not notes.is_ours(piece):
                    waiting += [read(line.rstrip()) for line in piece.text.strip().split("\n")]
                elif (parts := notes.read_note(piece, self._report)) is not None:
                    self._attach(parts, body, unnamed)
        body.comments += waiting
        self._name(body, unnamed, ids)
        return body

    def _add(self, piece: Words | Link, body: Body, unnamed: list[Table], waiting: list[str]) -> None:
        """A line or a choice. What its author noted before it is about it; before the first, about the passage."""
        first = not body.lines and not body.choices
        if isinstance(piece, Words):
            body.lines.append(self._line(piece))
            spot = body.lines[-1].spot
        else:
            unnamed.append(self._choice(piece))
            body.choices.append(unnamed[-1])
            spot = unnamed[-1].spot
        if first:
            body.comments += waiting
        elif waiting:
            self.comments[spot] = list(waiting)
        waiting.clear()

    def _line(self, words: Words) -> Table:
        text = words.text.strip()
        spot = (words.spot[0], words.spot[1] + len(words.text) - len(words.text.lstrip()))
        before, colon, after = text.partition(":")
        speaker = self._speakers.get(before.strip().lower(), before if _SPEAKER.fullmatch(before) else "")
        if not colon or not speaker or (after and not after[0].isspace()):
            return table(spot, {NARRATOR: Text(read(text), spot, True)})
        said = after.strip()
        at = (spot[0], spot[1] + len(text) - len(after.lstrip()))
        return Table({speaker: Text(read(said), at, True)}, {speaker: spot}, spot)

    def _choice(self, link: Link) -> Table:
        say = Text(read(link.text or link.target), link.text_spot, True)
        to = Text(link.target, link.target_spot, True)
        return table(link.text_spot, {"say": say, "to": self.place(to)})

    def _attach(self, parts: notes.Parts, body: Body, unnamed: list[Table]) -> None:
        self.comments |= parts.comments
        if parts.kind == notes.LINE and body.lines:
            self.join(body.lines[-1], parts.rest)
        elif parts.kind == notes.CHOICE and unnamed:
            self._describe(unnamed.pop(), parts)
        elif parts.kind == notes.OWN and body.own_words is None:
            body.own_words = parts
        elif parts.kind in (notes.SCENE, notes.ENDING) and body.about is None:
            body.about = parts
        else:
            self._report("T006", parts.spot, kind=parts.kind, id=f" '{parts.id}'" if parts.id else "")

    def join(self, owner: Node, rest: Table) -> None:
        """Put the parts of a note to what it is about."""
        assert isinstance(owner, Table)
        for key, node in rest.entries.items():
            if key in owner.entries:
                self._report("S010", rest.keys[key], key=key, first=owner.keys[key][0])
            owner.entries[key], owner.keys[key] = node, rest.keys[key]

    def _describe(self, choice: Table, parts: notes.Parts) -> None:
        """Put what a note says of a choice to it, in the order of the format."""
        last = notes.Way(Text("", choice.entries["to"].spot, True))
        to = choice.entries.pop("to")
        if parts.id:
            choice.entries["id"], choice.keys["id"] = Text(parts.id, parts.spot, True), parts.spot
        self.join(choice, parts.rest)
        if parts.ways:
            ways = way_on([*parts.ways, last], self.place)
            assert isinstance(ways, Row) and isinstance(to, Text)
            ways.items[-1] = table(to.spot, {"to": to})
            to = ways
        choice.entries = ordered(choice.entries | {"to": to}, spelling.CHOICE_ORDER)

    def _name(self, body: Body, unnamed: list[Table], ids: Ids) -> None:
        """Give the choices that came without a note an id of their own."""
        for choice in body.choices:
            assert isinstance(choice, Table)
            if isinstance(given := choice.entries.get("id"), Text):
                ids.take(given.text)
        for choice in unnamed:
            say = choice.entries["say"]
            assert isinstance(say, Text)
            name = ids.new(say.text, "choice")
            self._report("T010", say.spot, text=say.text, choice=name)
            choice.entries = {"id": Text(name, say.spot, True), **choice.entries}
            choice.keys["id"] = say.spot


def _way(row: list[Piece]) -> notes.Way | None:
    """`to [[passage]]`, perhaps with `when condition` behind it."""
    match row:
        case [Words(text=to), Link(text="", target=target, target_spot=spot), *rest] if to.strip() == "to":
            way = Text(target, spot, True)
            match rest:
                case [Words(text=text, spot=at), *_] if text.split(maxsplit=1)[0] == "when":
                    said = text[text.index("when") + 4 :]
                    column = at[1] + len(text) - len(said.lstrip())
                    return notes.Way(way, Text(read(said).strip(), (at[0], column), True))
            return notes.Way(way)
    return None


def speakers(people: Node | None) -> dict[str, str]:
    """Everybody who can speak, by id and by name in small letters."""
    found = {}
    if isinstance(people, Table):
        for person, node in people.entries.items():
            name = node.entries.get("name") if isinstance(node, Table) else None
            if isinstance(name, Text):
                found[name.text.strip().lower()] = person
        found |= {person: person for person in people.entries}
    return found | {NARRATOR: NARRATOR, YOU: YOU}
