"""The map in the language of Graphviz, for those who have it: `dot -Tpdf`, say, lays it out again."""

from collections.abc import Iterator
from html import escape

from hrtrainer.maps.letters import lines
from hrtrainer.maps.rooms import Building, Door, Room

_SIZE, _MOST = 12.0, 260.0


def dot(of: Building) -> str:
    """The building as a digraph: a room is a table, a door one of its rows."""
    return "\n".join(
        [
            f"digraph {_quoted(of.title)} {{",
            f"  graph [rankdir=LR, label={_quoted(of.title)}, labelloc=t, fontname={_FONT}, ranksep=1]",
            f"  node [shape=plain, fontname={_FONT}, fontsize={_SIZE:g}]",
            f"  edge [fontname={_FONT}]",
            *(f"  {_quoted(room.name)} [label=<{''.join(_table(room))}>]" for room in of.rooms.values()),
            *(
                f"  {_quoted(room.name)}:d{number}:e -> {_quoted(door.to)}:top:w"
                for room in of.rooms.values()
                for number, door in enumerate(room.doors)
            ),
            "}\n",
        ]
    )


_FONT = '"Atkinson Hyperlegible Next,DejaVu Sans,Helvetica,sans-serif"'


def _table(room: Room) -> Iterator[str]:
    frame = 'BORDER="3" STYLE="rounded"' if room.ending else 'BORDER="1"'
    yield f'<TABLE {frame} CELLBORDER="0" CELLSPACING="0" CELLPADDING="4">'
    head = [f"<B>{_broken(room.name)}</B>"]
    head += [f"<B>{_broken(words)}</B>" for words in (room.ending, " · ".join(room.signs)) if words]
    head += [f"<I>{_broken(note)}</I>" for note in room.notes if note.strip()]
    yield f'<TR><TD PORT="top" ALIGN="LEFT" BALIGN="LEFT">{"<BR/>".join(head)}</TD></TR>'
    for number, door in enumerate(room.doors):
        yield from _row(number, door)
    yield "</TABLE>"


def _row(number: int, door: Door) -> Iterator[str]:
    if door.said:
        yield "<HR/>"
    said = f"<I>{_broken(door.said)}</I>" if door.own else _broken(door.said)
    parts = [*([said] if door.said.strip() else []), *([f"<I>{_broken(door.when)}</I>"] if door.when else [])]
    yield f'<TR><TD PORT="d{number}" ALIGN="LEFT" BALIGN="LEFT">{"<BR/>".join(parts) or " "}</TD></TR>'


def _broken(text: str) -> str:
    return "<BR/>".join(escape(line) for line in lines(text, _SIZE, _MOST))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
