"""The reference files that scenarios lean on: moves, sources, and the facts that differ by region."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from hrtrainer.principles.yardstick import Yardstick
from hrtrainer.problem import Problem
from hrtrainer.scenario.fields import Fields, Keys
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Table, read_tree

_MOVE = Keys(("name", "family", "miti", "means", "example"))
_SOURCE = Keys(("title", "publisher", "year", "address", "kind", "read", "checked", "next"), ("note",))
_REGION = Keys(("format", "id", "name", "language", "checked", "facts"))
_FACT = Keys(("value", "label", "source", "checked", "next", "confirmed"), ("note",))


@dataclass(frozen=True, slots=True)
class Move:
    """A conversation skill that a choice uses. `miti` names the nearest code of the MITI manual, or is empty."""

    id: str
    name: str
    family: str
    means: str
    example: str
    miti: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact or a principle comes from. `address` is empty where none is known."""

    id: str
    title: str
    publisher: str
    year: str
    address: str
    kind: str
    checked: str
    next: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegionalFact:
    """A fact that differs by region, with where it comes from and when it was last checked."""

    key: str
    value: str
    label: str
    source: str
    checked: str
    next: str
    confirmed: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """The facts of one region. `text` is the file they were read from, `digest` its name."""

    id: str
    name: str
    language: str
    facts: Mapping[str, RegionalFact]
    text: str
    digest: str


def read_moves(text: str, file: str) -> Mapping[str, Move]:
    """The moves of assets/moves.yaml by id. Raises Problem F11."""
    report, tree = _tree(text, file)
    moves = {}
    for name, node in tree.entries.items():
        fields = Fields(report, node, f"The move '{name}'", _MOVE)
        miti = fields.word("miti")
        moves[name] = Move(
            id=name,
            name=fields.prose("name"),
            family=fields.word("family"),
            means=fields.prose("means"),
            example=fields.prose("example"),
            miti="" if miti == "none" else miti,
        )
    _settle(report)
    return moves


def read_sources(text: str, file: str) -> Mapping[str, Source]:
    """The sources of assets/sources.yaml by id. Raises Problem F11."""
    report, tree = _tree(text, file)
    sources = {}
    for name, node in tree.entries.items():
        fields = Fields(report, node, f"The source '{name}'", _SOURCE)
        address = fields.word("address")
        sources[name] = Source(
            id=name,
            title=fields.prose("title"),
            publisher=fields.prose("publisher"),
            year=fields.word("year"),
            address="" if address == "none" else address,
            kind=fields.word("kind"),
            checked=fields.day("checked"),
            next=fields.day("next"),
            note=fields.prose("note"),
        )
    _settle(report)
    return sources


def read_region(text: str, file: str) -> Region:
    """The region that a file of assets/regions describes. Raises Problem F11."""
    report, tree = _tree(text, file)
    top = Fields(report, tree, "A region", _REGION)
    facts = {key: _fact(report, key, node) for key, node in top.named("facts")}
    digest = hashlib.sha256(text.encode()).hexdigest()
    region = Region(top.name("id"), top.prose("name"), top.word("language"), facts, text, digest)
    _settle(report)
    return region


def _fact(report: Report, key: str, node: Node) -> RegionalFact:
    fields = Fields(report, node, f"The fact '{key}'", _FACT)
    return RegionalFact(
        key=key,
        value=fields.prose("value"),
        label=fields.prose("label"),
        source=fields.word("source"),
        checked=fields.day("checked"),
        next=fields.day("next"),
        confirmed=fields.one_of("confirmed", ("yes", "no")) == "yes",
        note=fields.prose("note"),
    )


def _tree(text: str, file: str) -> tuple[Report, Table]:
    report = Report(file, text)
    tree = read_tree(text, report)
    _settle(report)
    assert tree is not None  # a tree that is missing has been reported
    return report, tree


def _settle(report: Report) -> None:
    if not report.stopped:
        return
    first = report.in_order()[0]
    line, column = first.spot
    where = f"{report.file}, line {line}, column {column}"
    raise Problem("F11", f"The reference file cannot be read: {where}: {first.message}", first.hint)


@dataclass(frozen=True, slots=True)
class WordFile:
    """The file of a word list, as it is called in messages, and its text. Only the checks read it further."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything shipped that scenarios and sessions lean on, read once. Later word lists go before earlier ones."""

    yardstick: Yardstick
    principles_text: str
    moves: Mapping[str, Move]
    sources: Mapping[str, Source]
    regions: Mapping[str, Region]
    known: Known
    word_files: tuple[WordFile, ...]
