"""A summary as Markdown: our own headings and lists are plain, and no foreign text can make one."""

import re
from collections.abc import Iterable, Iterator

from hrtrainer.export.chart import Row
from hrtrainer.export.clean import isolated
from hrtrainer.export.points import Point, Spoken
from hrtrainer.export.sheet import Sheet, sheet
from hrtrainer.export.wording import Wording
from hrtrainer.session.summary import Summary

_READ = re.compile(
    r"[\\`*_{}\[\]<>()#+=|~&@:$^]"  # could open something wherever it stands
    r"|(?<![^\W\d_])-|-(?![^\W\d_])"  # a dash, unless it joins two letters
    r"|\.(?=\S)|(?<=\d)\."  # a full stop, unless it ends a sentence
)
_SAY = Wording()


def markdown_bytes(summary: Summary) -> bytes:
    """The summary as Markdown in UTF-8."""
    return ("\n".join(_page(sheet(summary))) + "\n").encode("utf-8")


def safe(text: str) -> str:
    """A foreign text on one line, with every sign that Markdown could read written as a numeric entity."""
    return _READ.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def _speech(text: str) -> str:
    return f"“{isolated(safe(text))}”"


def _page(page: Sheet) -> Iterator[str]:
    yield f"# {safe(page.title)}"
    yield ""
    marked = " · ".join(safe(one) for one in (page.author, page.month) if one)
    yield f"{_SAY.program}, {_SAY.kind.lower()}{' · ' if marked else ''}{marked}"
    yield from ("", safe(page.about))
    if page.unfinished:
        yield from ("", f"**{safe(page.unfinished)}**")
    yield from _section(_SAY.talk, _quote(page.talk) if page.talk else (_SAY.talk_empty,))
    yield from _section(page.left_heading, _items(safe(one.card) for one in page.left) or (safe(page.left_nothing),))
    yield from _section(_SAY.ended, _ending(page))
    floor = (f"{_SAY.reached_mark if one.reached else _SAY.not_reached_mark}: {safe(one.text)}" for one in page.floor)
    yield from _section(_SAY.floor, _items(floor))
    yield from _principles(page)
    yield from _board(page)
    yield from _section(page.points_heading, [line for point in page.points for line in _point(point)])
    yield from _section(_SAY.moves, (f"{safe(', '.join(page.moves))} ({_SAY.picks})",) if page.moves else ())
    yield from _learning(page)
    yield from _closing(page)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    """A heading with its lines; nothing when there are no lines."""
    body = list(lines)
    return ["", f"## {safe(title)}", "", *body] if body else []


def _items(texts: Iterable[str]) -> list[str]:
    return [f"- {text}" for text in texts]


def _quote(text: str) -> list[str]:
    """A person's own words, their line breaks kept."""
    lines = [safe(line) for line in text.split("\n") if line.strip()]
    return [row for line in lines for row in (f"> {isolated(line)}", ">")][:-1]


def _ending(page: Sheet) -> list[str]:
    lines = [row for one in page.ended for row in ("", _line(one))]
    return [f"**{safe(page.ended_title)}**", *lines] if page.ended_title else lines[1:]


def _line(one: Spoken) -> str:
    return f"{safe(one.who)}: {_speech(one.text)}" if one.who else isolated(safe(one.text))


def _principles(page: Sheet) -> list[str]:
    lines = [f"{safe(page.lens)}. {_SAY.no_total}", "", *_rows(page.rows, page.quiet)]
    if page.beside:
        lines += ["", f"### {safe(_SAY.beside)}", "", *_rows(page.beside, page.beside_quiet)]
    return _section(_SAY.principles, lines if page.rows or page.beside or page.quiet else ())


def _rows(rows: tuple[Row, ...], quiet: str) -> list[str]:
    lines = [f"- **{safe(one.name)}**: {one.words}. {_SAY.turn} {one.reason_turn}: {safe(one.reason)}" for one in rows]
    return [*lines, "", f"{_SAY.quiet} {safe(quiet)}"] if quiet else lines


def _board(page: Sheet) -> list[str]:
    lines: list[str] = []
    for area in page.board:
        heard = (f"{_SAY.heard_mark}: {safe(card)}" for card, _ in area.heard)
        quiet = (f"{_SAY.quiet_mark}: {safe(question)}" for question in area.quiet)
        lines += ["", f"### {safe(area.name)}", "", *_items((*heard, *quiet))]
    return _section(_SAY.board, lines[1:])


def _point(point: Point) -> Iterator[str]:
    notes = f" ({safe(', '.join(point.notes))})" if point.notes else ""
    yield f"- {_SAY.turn} {point.number}"
    yield from (f"  - {_line(one)}" for one in point.heard)
    if point.own:
        yield f"  - **{safe(point.who)}**: {_speech(point.own)}{notes}"
        if point.said:
            yield f"  - {_SAY.nearest} {_speech(point.said)}"
    else:
        yield f"  - **{safe(point.who)}**: {_speech(point.said)}{notes}"
    if not point.taken_back:
        yield from (f"  - {_line(one)}" for one in point.reply)
    if point.differently:
        yield f"  - {_SAY.differently} {isolated(safe(point.differently))}"


def _learning(page: Sheet) -> Iterator[str]:
    kept = (
        f"{_SAY.turn} {one.turn}: {_speech(one.quote)} {safe(one.why)} ({safe(one.principle)})"
        for one in page.strengths
    )
    yield from _section(_SAY.strengths, _items(kept))
    tries = (
        f"{_SAY.turn} {one.turn}: {_speech(one.said)} {safe(one.why)} "
        f"{_SAY.could_say} {_speech(one.say)} ({safe(one.move)})"
        for one in page.to_try
    )
    yield from _section(_SAY.to_try, _items(tries))
    answers = [row for asked, text in page.reflections for row in ("", f"**{safe(asked)}**", "", *_quote(text))]
    yield from _section(_SAY.reflections, answers[1:])
    guesses = [
        f"{safe(one.principle)}: {_SAY.guessed} {safe(one.guessed)}. {_SAY.notes}: {one.noted}" for one in page.guesses
    ]
    yield from _section(_SAY.guess, _items((*guesses, *([safe(page.guess_left)] if page.guess_left else ()))))


def _closing(page: Sheet) -> Iterator[str]:
    yield from _section(_SAY.fill, _items(f"{name}:" for name in (*_SAY.fields, *_SAY.half_fields)))
    yield from _section(_SAY.questions, _items(safe(one) for one in page.questions))
    yield from _section(_SAY.facts, _items(safe(one) for one in page.facts))
    sources = (
        f"{safe(one.title)}. {safe(one.publisher)}. {safe(one.address)} ({safe(group.when)})"
        for group in page.sources
        for one in group.sources
    )
    yield from _section(_SAY.sources, _items(sources))
    yield from ("", safe(page.reviewed), "", "***", "", safe(page.limits), "")
    yield f"{safe(page.scenario)}, {_SAY.check} {safe(page.check)}"
