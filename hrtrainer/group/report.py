"""The report of a group: what the room sees at the close, strikes lines from, and takes home. No names, ever.

Every line has an id by which it is struck. What a vote may say is settled in suppress.py.
"""

from dataclasses import dataclass, replace
from hashlib import blake2b

from hrtrainer import words
from hrtrainer.group import wording as say
from hrtrainer.group.letters import Lettered
from hrtrainer.group.room import Room
from hrtrainer.group.state import Visit
from hrtrainer.group.suppress import BANDS, HIDDEN, published
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.telling import Teller, teller


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line, whether it is struck, and the id that strikes it."""

    id: str
    text: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Lines under a heading. `key` is what kind of lines they are."""

    key: str
    heading: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One reply of a vote with the printed words of both rounds; empty for a round that was not held."""

    letter: str
    shape: str
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class VoteTold:
    """The vote of one decision, as it may be printed. `line` is the id of its line."""

    line: str
    number: int
    question: str
    rows: tuple[VoteRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class GroupReport:
    """The whole report. `facts` are what is never struck; `leaves_out` says on the first page what is not in it."""

    scenario: str
    title: str
    day: str
    facts: tuple[tuple[str, str], ...]
    leaves_out: str
    sections: tuple[ReportSection, ...]
    votes: tuple[VoteTold, ...]
    reviewed: str
    limits: str
    check: str


def group_report(room: Room, reference: Reference) -> GroupReport:
    """The report of a room as it stands, with the struck lines marked and not yet left out."""
    tell = teller(room.session, reference, room.lens.id)
    scenario, state = room.scenario, room.state
    votes = tuple(_vote(room, tell, number, visit) for number, visit in enumerate(state.visits, 1) if any(visit.rounds))
    sections = (
        ReportSection("path", say.REPORT["path"], _path(room, tell)),
        ReportSection("votes", say.REPORT["votes"], tuple(ReportLine(one.line, _in_words(one)) for one in votes)),
        ReportSection("what-ifs", say.REPORT["what-ifs"], _what_ifs(room, tell)),
        ReportSection("readings", say.REPORT["readings"], _readings(room, tell)),
        ReportSection("notes", say.REPORT["notes"], _notes(room)),
        *(ReportSection(column, heading, _column(room, column)) for column, heading in say.CLOSE_HEADINGS.items()),
        ReportSection("parked", say.REPORT["parked"], _parked(room)),
        ReportSection("pauses", say.REPORT["pauses"], _pauses(room)),
    )
    return GroupReport(
        scenario=scenario.id,
        title=tell.text(scenario.title),
        day=words.day(room.session.started.at),
        facts=_facts(room, tell),
        leaves_out=say.LEAVES_OUT,
        sections=tuple(_struck(room, section) for section in sections if section.lines),
        votes=votes,
        reviewed=words.reviews(scenario.credits.lived_experience_review, scenario.credits.clinical_review),
        limits=say.REPORT_LIMITS,
        check=f"{scenario.digest[:4]}-{scenario.digest[4:8]}".upper(),
    )


def kept(report: GroupReport) -> GroupReport:
    """The report without what the room struck: this, and nothing else, is saved."""
    struck = {line.id for section in report.sections for line in section.lines if line.struck}
    sections = (
        replace(section, lines=tuple(line for line in section.lines if not line.struck)) for section in report.sections
    )
    votes = tuple(vote for vote in report.votes if vote.line not in struck)
    return replace(report, sections=tuple(section for section in sections if section.lines), votes=votes)


def digest(report: GroupReport) -> str:
    """The name of the exact text that is saved."""
    return blake2b(repr(kept(report)).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def _struck(room: Room, section: ReportSection) -> ReportSection:
    lines = tuple(replace(line, struck=line.id in room.state.struck) for line in section.lines)
    return replace(section, lines=lines)


def _facts(room: Room, tell: Teller) -> tuple[tuple[str, str], ...]:
    started, last = room.session.started, room.session.event(room.session.length)
    minutes = max(0, round((last.at - started.at) / 60_000))
    people = words.count(room.state.people, "person", "people")
    return (
        ("Conversation", tell.text(room.scenario.title)),
        ("Date", words.long_day(words.day(started.at))),
        ("Length", words.count(minutes, "minute")),
        ("People here", people),
        ("Voted by", say.METHODS[room.state.method][0]),
        ("Language", room.scenario.language),
        ("Read through", tell.lens.name),
    )


def _path(room: Room, tell: Teller) -> tuple[ReportLine, ...]:
    found = []
    for number, visit in enumerate(room.state.visits, 1):
        if visit.answered:
            one = _one(room, visit, visit.reply)
            said = words.quoted(tell.text(one.choice.say))
            found.append(ReportLine(f"path.{number}", f"{_asked(room, tell, visit)} We said {one.letter}: {said}"))
        elif not visit.scene and (ending := room.before(visit).ending):
            found.append(ReportLine(f"path.{number}", f"It ended: {tell.text(ending.title)}."))
    return tuple(found)


def _asked(room: Room, tell: Teller, visit: Visit) -> str:
    said = tell.lines(room.asked(visit))
    return f"{said[0].name}: {words.quoted(' '.join(line.text for line in said))}" if said else ""


def _one(room: Room, visit: Visit, choice: str) -> Lettered:
    return next(one for one in room.options(visit) if one.choice.id == choice)


def _vote(room: Room, tell: Teller, number: int, visit: Visit) -> VoteTold:
    rounds = [visit.round(1), visit.round(2)]
    printed = [published(one.totals, one.voters) if one else None for one in rounds]
    rows = tuple(
        VoteRow(
            *(one.letter, one.shape, tell.text(one.choice.short or one.choice.say)),
            *(shown.cells[at] if shown else "" for shown in printed),
        )
        for at, one in enumerate(room.options(visit))
    )
    how = {shown.by for shown in printed if shown}
    note = say.HIDDEN_NOTE if HIDDEN in how else say.BANDS_NOTE if BANDS in how else ""
    return VoteTold(f"vote.{number}", number, _asked(room, tell, visit), rows, note)


def _in_words(vote: VoteTold) -> str:
    cells = []
    for row in vote.rows:
        said = [f"{name} {cell}" for name, cell in (("before", row.before), ("after", row.after)) if cell]
        cells.append(f"{row.letter} {', '.join(said)}")
    return f"{vote.question} {'; '.join(cells)}."


def _what_ifs(room: Room, tell: Teller) -> tuple[ReportLine, ...]:
    return tuple(
        ReportLine(
            f"what-if.{number}.{at}",
            f"{_asked(room, tell, visit)} We also tried {one.letter}: {words.quoted(tell.text(one.choice.say))}",
        )
        for number, visit in enumerate(room.state.visits, 1)
        for at, branch in enumerate(visit.tried, 1)
        for one in (_one(room, visit, branch),)
    )


def _readings(room: Room, tell: Teller) -> tuple[ReportLine, ...]:
    found = []
    for number, visit in enumerate(room.state.visits, 1):
        for branch in ("", *visit.tried) if visit.answered else ():
            told = _marks(room, number, visit, branch)
            if told:
                one = _one(room, visit, branch or visit.reply)
                name = f"reading.{number}.{branch}" if branch else f"reading.{number}"
                text = f"{number}, {'what if ' if branch else ''}{one.letter}. {'; '.join(told)}."
                found.append(ReportLine(name, tell.text(text)))
    return tuple(found)


def _marks(room: Room, number: int, visit: Visit, branch: str) -> list[str]:
    """The marks of a reply, each with the room's own reading beside it where the room said one."""
    ours = {one.principle: one.mark for one in room.state.readings if (one.visit, one.branch) == (number, branch)}
    marks = {shown.principle.id: str(shown.mark) for shown in room.reveals(visit, branch)}
    return [
        f"{principle.name}: {marks.get(principle.id, 'not in the notes')}"
        + (f" (the room: {ours[principle.id]})" if principle.id in ours else "")
        for principle in room.lens.principles
        if principle.id in marks or principle.id in ours
    ]


def _notes(room: Room) -> tuple[ReportLine, ...]:
    notes = [note for note in room.state.notes if not note.private]
    return tuple(ReportLine(f"note.{note.visit}.{note.stage}", " ".join(note.text.split())) for note in notes)


def _column(room: Room, column: str) -> tuple[ReportLine, ...]:
    texts = [text for name, text in room.state.close if name == column]
    return tuple(ReportLine(f"{column}.{at}", " ".join(text.split())) for at, text in enumerate(texts, 1))


def _parked(room: Room) -> tuple[ReportLine, ...]:
    return tuple(
        ReportLine(f"parked.{at}", f"{' '.join(item.text.split())} ({item.owner or say.NOBODY})")
        for at, item in enumerate(room.state.parked, 1)
    )


def _pauses(room: Room) -> tuple[ReportLine, ...]:
    pauses = room.state.pauses
    return (ReportLine("pauses", f"We paused {words.count(pauses, 'time')}."),) if pauses else ()
