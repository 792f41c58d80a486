"""The report of a group as a file: web page, PDF, Markdown, or a table. Only what the room let stand is in it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hrtrainer import words
from hrtrainer.export.clean import cleaned, isolated
from hrtrainer.export.formats import Format
from hrtrainer.export.html import dressed
from hrtrainer.export.markdown import safe
from hrtrainer.export.table import csv_bytes
from hrtrainer.export.typesetting import PAPERS, set_within
from hrtrainer.group.report import GroupReport, VoteTold, kept
from hrtrainer.problem import Problem

REPORT_FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format(".pdf", "PDF", "for reading and printing"),
        "html": Format(".html", "Web page", "for reading on any screen, and printing"),
        "md": Format(".md", "Markdown", "plain text"),
        "csv": Format(".csv", "Table", "for spreadsheets"),
    }
)
_HEAD = ("section", "number", "letter", "text", "before", "after")
_DENSITIES = (1.0, 0.95, 0.9)
_MOST_PAGES = 3


@dataclass(frozen=True, slots=True)
class GroupWording:
    """What the page itself says, apart from the group."""

    program: str = words.PROGRAM
    kind: str = "Group report"
    page_of: tuple[str, str] = ("page", "of")
    letter: str = "Letter"
    reply: str = "Reply"
    before: str = "Before the talk"
    after: str = "After the talk"
    check: str = "check"


def render_report(report: GroupReport, form: str, fonts: Path, paper: str = PAPERS[0]) -> bytes:
    """The file of a report in a format, without what the room struck.

    Raises Problem E02 for a format that does not exist, E03 where PDF cannot be made on this computer.
    """
    told = cleaned(kept(report))
    match form:
        case "pdf":
            page = {"page": _page(told), "say": asdict(GroupWording())}
            return set_within("group.typ", page, fonts, paper, _MOST_PAGES, _DENSITIES)
        case "html":
            return dressed("group.html.j2", page=_page(told), say=GroupWording())
        case "md":
            return ("\n".join(_markdown(told)) + "\n").encode("utf-8")
        case "csv":
            return csv_bytes(_HEAD, _rows(told))
        case _:
            known = words.listing(tuple(REPORT_FORMATS))
            raise Problem("E02", f"There is no format '{form}'.", f"Formats are {known}.")


def _page(told: GroupReport) -> dict[str, Any]:
    votes = {vote.line: asdict(vote) for vote in told.votes}
    sections = [
        asdict(section) | {"votes": [votes[line.id] for line in section.lines if line.id in votes]}
        for section in told.sections
    ]
    return asdict(told) | {"sections": sections}


def _markdown(told: GroupReport) -> Iterator[str]:
    say = GroupWording()
    yield from (f"# {safe(told.title)}", "", f"{say.program}, {say.kind.lower()}", "")
    yield from (f"- {safe(name)}: {safe(value)}" for name, value in told.facts)
    yield from ("", safe(told.leaves_out))
    votes = {vote.line: vote for vote in told.votes}
    for section in told.sections:
        yield from ("", f"## {safe(section.heading)}", "")
        for line in section.lines:
            if line.id in votes:
                yield from _markdown_vote(votes[line.id], say)
            else:
                yield f"- {isolated(safe(line.text))}"
    yield from ("", safe(told.reviewed), "", "***", "", safe(told.limits), "")
    yield f"{safe(told.scenario)}, {say.check} {safe(told.check)}"


def _markdown_vote(vote: VoteTold, say: GroupWording) -> Iterator[str]:
    yield f"- {vote.number}. {isolated(safe(vote.question))}"
    for row in vote.rows:
        cells = [f"{name.lower()}: {cell}" for name, cell in ((say.before, row.before), (say.after, row.after)) if cell]
        yield f"  - {row.letter} ({row.shape}), {isolated(safe(row.text))} {'; '.join(cells)}"
    if vote.note:
        yield f"  - {safe(vote.note)}"


def _rows(told: GroupReport) -> Iterator[tuple[int | str, ...]]:
    votes = {vote.line: vote for vote in told.votes}
    for name, value in told.facts:
        yield "facts", 0, "", f"{name}: {value}", "", ""
    for section in told.sections:
        for at, line in enumerate(section.lines, 1):
            if line.id in votes:
                vote = votes[line.id]
                for row in vote.rows:
                    yield section.key, vote.number, row.letter, row.text, row.before, row.after
            else:
                yield section.key, at, "", line.text, "", ""
