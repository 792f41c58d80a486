"""A pack as one row of plain blocks in reading order: Word, OpenDocument, Markdown and the preview are made of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hrtrainer.export.chart import Row
from hrtrainer.export.form import Form
from hrtrainer.export.points import Point, Spoken
from hrtrainer.export.sheet import Sheet, sheets
from hrtrainer.export.wording import Wording
from hrtrainer.session.packing import Pack


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `kind` is one of KINDS; `who` leads it, `note` follows it. `id` is what it can be struck by.

    `chart` names the drawing that stands below it (hrtrainer/export/charts.py) where a format can hold one.

    `text` is foreign unless the kind is a heading or a label of ours; it may hold line breaks in a 'quote' alone.
    """

    kind: str
    text: str
    who: str = ""
    note: str = ""
    id: str = ""
    chart: str = ""


KINDS = ("title", "heading", "subheading", "text", "small", "strong", "item", "quote", "said", "told", "blank")
"""'said' are words in quotation marks, 'told' is the narrator, 'blank' a line to fill in by hand; `who` says what."""


def blocks(pack: Pack, form: Form) -> tuple[Block, ...]:
    """The whole pack. Texts are cleaned."""
    say = form.say()
    return tuple(block for page in sheets(pack, form) for block in _page(page, say, form))


def _page(page: Sheet, say: Wording, form: Form) -> Iterator[Block]:
    yield Block("title", page.title)
    marked = " · ".join(one for one in (page.author, page.month) if one)
    yield Block("small", " · ".join(one for one in (form.header or say.program, say.kind.lower(), marked) if one))
    yield Block("text", page.about)
    if page.unfinished:
        yield Block("strong", page.unfinished)
    for name in page.sections:
        yield from _SECTIONS[name](page, say)
    yield Block("small", page.reviewed)
    yield Block("small", page.limits)
    yield Block("small", f"{page.scenario}, {say.check} {page.check}")


def _items(page: Sheet, name: str, texts: Iterable[str], who: str = "") -> Iterator[Block]:
    return (Block("item", text, who, "", f"{page.session}/{name}.{at}") for at, text in enumerate(texts))


def _talk(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.talk)
    yield Block("quote", page.talk) if page.talk else Block("blank", "", say.talk_empty)


def _left(page: Sheet, say: Wording) -> Iterator[Block]:
    if page.left or page.left_nothing:
        yield Block("heading", page.left_heading)
        yield from _items(page, "left_with", (one.card for one in page.left))
        if page.left_nothing:
            yield Block("text", page.left_nothing)
    if page.ended or page.ended_title:
        yield Block("heading", say.ended)
        if page.ended_title:
            yield Block("strong", page.ended_title)
        yield from map(_line, page.ended)


def _line(one: Spoken) -> Block:
    return Block("said" if one.who else "told", one.text, one.who, one.manner, one.id)


def _floor(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.floor)
    for at, one in enumerate(page.floor):
        mark = say.reached_mark if one.reached else say.not_reached_mark
        yield Block("item", one.text, mark, "", f"{page.session}/floor.{at}")


def _principles(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.principles, chart=f"{page.session}/principles")
    yield Block("small", f"{page.lens}. {say.no_total_alone}" if page.lens else say.no_total_alone)
    yield from _rows(page.rows, page.quiet, page.working, say)
    if page.beside:
        yield Block("subheading", say.beside, chart=f"{page.session}/beside")
        yield from _rows(page.beside, page.beside_quiet, page.working, say)


def _rows(rows: Sequence[Row], quiet: str, working: bool, say: Wording) -> Iterator[Block]:
    for one in rows:
        yield Block("item", f"{one.words}. {say.turn} {one.reason_turn}: {one.reason}", one.name)
        if working:
            yield Block("small", _counts(one, say))
    if quiet:
        yield Block("small", quiet, say.quiet.rstrip(":"))


def _counts(one: Row, say: Wording) -> str:
    told, strained = one.working.supported, one.working.strained
    return (
        f"{say.chances}: {one.working.chances}. {say.supported}: {told[0]} ({told[1]} to {told[2]}). "
        f"{say.strained}: {strained[0]} ({strained[1]} to {strained[2]})."
    )


def _board(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.board, chart=f"{page.session}/board")
    for at, area in enumerate(page.board):
        yield Block("subheading", area.name)
        yield from _items(page, f"board.{at}.heard", (card for card, _ in area.heard), say.heard_mark)
        yield from _items(page, f"board.{at}.quiet", area.quiet, say.quiet_mark)


def _path(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", page.points_heading, chart=f"{page.session}/path")
    for point in page.points:
        yield from _point(point, say)


def _point(point: Point, say: Wording) -> Iterator[Block]:
    yield Block("subheading", f"{say.turn} {point.number}")
    yield from map(_line, point.heard)
    notes = ", ".join(point.notes)
    if point.own:
        yield Block("said", point.own, point.who, notes, f"{point.id}.own")
        if point.said:
            yield Block("said", point.said, say.nearest.rstrip(":"), "", f"{point.id}.said")
    else:
        yield Block("said", point.said, point.who, notes, f"{point.id}.said")
    if not point.taken_back:
        yield from map(_line, point.reply)
        if point.marks:
            yield Block("small", "; ".join(f"{one.word}: {one.principle}" for one in point.marks))
    if point.differently:
        yield Block("text", point.differently, say.differently.rstrip(":"), "", f"{point.id}.differently")


def _moves(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.moves)
    yield Block("text", ", ".join(page.moves), "", say.picks)


def _learning(page: Sheet, say: Wording) -> Iterator[Block]:
    for name, title in (("strengths", say.strengths), ("to_try", say.to_try)):
        if getattr(page, name):
            yield Block("heading", title)
        for at, one in enumerate(getattr(page, name)):
            said = one.quote if name == "strengths" else one.said
            yield Block("said", said, f"{say.turn} {one.turn}", "", f"{page.session}/{name}.{at}")
            if one.why:
                yield Block("text", one.why, "", one.principle if name == "strengths" else "")
            if name == "to_try" and one.say:
                yield Block("said", one.say, say.could_say.rstrip(":"), one.move)


def _reflections(page: Sheet, say: Wording) -> Iterator[Block]:
    yield from _asked(say.reflections, page.reflections, f"{page.session}/reflections")


def _answers(page: Sheet, say: Wording) -> Iterator[Block]:
    yield from _asked(say.answers, page.answers, "")


def _asked(title: str, answers: Sequence[tuple[str, str]], id: str) -> Iterator[Block]:
    yield Block("heading", title)
    for at, (asked, text) in enumerate(answers):
        yield Block("subheading", asked)
        yield Block("quote", text, "", "", f"{id}.{at}" if id else "")


def _guess(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.guess)
    for one in page.guesses:
        noted = f" {say.notes}: {one.noted}." if one.noted else ""
        yield Block("item", f"{say.guessed} {one.guessed}.{noted}", one.principle)
    if page.guess_left:
        yield Block("item", page.guess_left)


def _barriers(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.barriers)
    yield from (Block("item", text) for text in page.barriers)


def _fill(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.fill)
    yield from (Block("blank", "", name) for name in (*say.fields, *say.half_fields))


def _questions(page: Sheet, say: Wording) -> Iterator[Block]:
    yield Block("heading", say.questions)
    yield from _items(page, "questions", page.questions)


def _sources(page: Sheet, say: Wording) -> Iterator[Block]:
    if page.facts:
        yield Block("heading", say.facts)
        yield from _items(page, "facts", page.facts)
    if page.sources:
        yield Block("heading", say.sources)
    for group in page.sources:
        for one in group.sources:
            told = " ".join(part for part in (f"{one.title}.", f"{one.publisher}.", one.address) if part)
            yield Block("item", told, "", group.when)


_SECTIONS: dict[str, Callable[[Sheet, Wording], Iterator[Block]]] = {
    "talk": _talk, "left": _left, "floor": _floor, "principles": _principles, "board": _board, "path": _path,
    "moves": _moves, "learning": _learning, "reflections": _reflections, "guess": _guess, "answers": _answers,
    "barriers": _barriers, "fill": _fill, "questions": _questions, "sources": _sources,
}  # fmt: skip
