"""From the text of a file to a Reading: a scenario, or everything that keeps it from being one.

Stages gate each other (text, shape, references, advice), so that one slip gives one message.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from hrtrainer.collector import without_collecting
from hrtrainer.scenario import keys, limits
from hrtrainer.scenario.accepting import read_accepts
from hrtrainer.scenario.advice import advise
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.fields import Fields, Keys
from hrtrainer.scenario.known import AREAS, AUDIENCES, KINDS, LEVELS, Known
from hrtrainer.scenario.model import END, Card, Credits, Ending, Entry, Meter, MustReach, Person, Scenario, Scene
from hrtrainer.scenario.reading_scenes import read_lines, read_scene
from hrtrainer.scenario.references import check_references
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Table, Text, read_tree


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: None for a scenario exactly when a diagnostic stops play. `source` is its text."""

    file: str
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    source: str = field(default="", compare=False)


def read_scenario(source: str, file: str, known: Known) -> Reading:
    """The reading of a scenario's text. `file` is how the file is called in messages. Raises nothing."""
    with without_collecting():
        return _read(source, file, known)


def _read(source: str, file: str, known: Known) -> Reading:
    report = Report(file, source)
    if len(source) > limits.MOST_BYTES:
        report("S004", (1, 1), size=len(source), most=limits.MOST_BYTES)
    tree = None if report.stopped else read_tree(source, report)
    return _understood(tree, report, source, known)


def read_assembled(tree: Table, report: Report, source: str, known: Known) -> Reading:
    """The reading of a tree that was put together from another kind of file, of which its places tell."""
    with without_collecting():
        return _understood(tree, report, source, known)


def _understood(tree: Table | None, report: Report, source: str, known: Known) -> Reading:
    scenario = None
    if tree is not None:
        scenario = _shape(tree, report, hashlib.sha256(source.encode("utf-8", "replace")).hexdigest())
        if scenario is not None:
            check_references(scenario, report, known)
        if scenario is not None and not report.stopped:
            advise(scenario, report)
    return Reading(report.file, None if report.stopped else scenario, report.in_order(), source)


def _shape(tree: Table, report: Report, digest: str) -> Scenario | None:
    if _is_of_another_format(tree, report):
        return None
    fields = _top(tree, report)
    checked = _facts_checked(fields)
    for key, kind in (("start", "scene"), ("picture", "picture")):
        if fields.has(key):
            report.refer(kind, fields.word(key), fields.spot_of(key))
    return Scenario(
        id=fields.name("id"),
        title=fields.prose("title"),
        language=fields.word("language"),
        summary=fields.prose("summary"),
        minutes=fields.whole("minutes", 1, 240),
        level=fields.one_of("level", LEVELS),
        audience=fields.words("audience", AUDIENCES),
        you=fields.prose("you"),
        role=fields.prose("role"),
        picture=fields.word("picture"),
        content_note=fields.prose("content_note"),
        topics=fields.words("topics"),
        goals=fields.texts("goals"),
        credits=_credits(fields),
        facts_checked=checked.day("on"),
        facts_next=checked.day("next"),
        sources=fields.references("sources", "source"),
        people={name: _person(report, name, node) for name, node in fields.named("people")},
        meters={name: _meter(report, name, node) for name, node in fields.named("meters")},
        board={name: _card(report, name, node) for name, node in fields.named("board")},
        ledger={name: _entry(report, name, node) for name, node in fields.named("ledger")},
        must_reach=tuple(_must_reach(report, fields, name, node) for name, node in fields.table("must_reach")),
        start=fields.word("start"),
        scenes=_scenes(report, fields),
        endings=_endings(report, fields),
        accepts=read_accepts(report, fields),
        digest=digest,
        tops={name: node.spot for name, node in tree.entries.items()},
    )


def _is_of_another_format(tree: Table, report: Report) -> bool:
    version = tree.entries.get("format")
    if isinstance(version, Text) and version.text.strip() not in ("", "1"):
        report("S114", version.spot, value=version.text)
        return True
    return False


def _top(tree: Table, report: Report) -> Fields:
    """The top keys; what is wrong with those that no part of a scenario is read from is told."""
    fields = Fields(report, tree, "A scenario", keys.SCENARIO)
    fields.word("format")
    _see_twine(report, fields)
    _taken(report, fields)
    return fields


def _see_twine(report: Report, fields: Fields) -> None:
    """See that what is kept for Twine has the right form; nothing of it is played."""
    node = fields.node("twine")
    if node is None:
        return
    twine = Fields(report, node, "'twine'", keys.TWINE)
    for key in ("ifid", "format", "format-version", "zoom"):
        twine.word(key)
    for _, color in twine.table("tag-colors"):
        twine.prose_of("tag-colors", color)
    for name, card in twine.table("passages"):
        about = Fields(report, card, f"The card '{name}'", keys.TWINE_CARD)
        about.word("position"), about.word("size"), about.words("tags")


def _facts_checked(fields: Fields) -> Fields:
    node = fields.node("facts_checked")
    if node is None:
        return Fields(fields.report, Table({}, {}, fields.spot), "'facts_checked'", Keys())
    return Fields(fields.report, node, "'facts_checked'", keys.FACTS_CHECKED)


def _credits(fields: Fields) -> Credits:
    node = fields.node("credits")
    if node is None:
        return Credits("", "")
    credits = Fields(fields.report, node, "'credits'", keys.CREDITS)
    reviews = {key: credits.prose(key) for key in ("lived_experience_review", "clinical_review")}
    held = {key: "" if text == "none" else text for key, text in reviews.items()}
    return Credits(credits.prose("written_by"), credits.word("licence"), **held)


def _taken(report: Report, fields: Fields) -> None:
    """Tell of ids that already mean something else: the words of a line, `to: end`, a scene beside an ending."""
    scenes = {name for name, _ in fields.table("scenes")}
    for name, _ in fields.table("people"):
        if name in keys.LINE_WORDS:
            report(
                "S118",
                fields.name_spot("people", name),
                value=name,
                owner="a person",
                what="lines use the word themselves",
            )
    for key, owner in (("scenes", "a scene"), ("endings", "an ending")):
        for name, _ in fields.table(key):
            if name == END:
                report(
                    "S118",
                    fields.name_spot(key, name),
                    value=name,
                    owner=owner,
                    what="'to: end' means the first ending that fits",
                )
            elif key == "endings" and name in scenes:
                report("S118", fields.name_spot(key, name), value=name, owner=owner, what="a scene has it")


def _person(report: Report, name: str, node: Node) -> Person:
    fields = Fields(report, node, f"The person '{name}'", keys.PERSON)
    return Person(
        name, fields.prose("name"), fields.word("pronouns"), fields.prose("about"), fields.words("dispositions")
    )


def _meter(report: Report, name: str, node: Node) -> Meter:
    fields = Fields(report, node, f"The meter '{name}'", keys.METER)
    least = fields.whole("from", -1000, 1000)
    most = fields.whole("to", least, 1000)
    return Meter(name, least, most, fields.whole("start", least, most))


def _card(report: Report, name: str, node: Node) -> Card:
    fields = Fields(report, node, f"The board card '{name}'", keys.CARD)
    return Card(name, fields.one_of("area", AREAS), fields.prose("card"), fields.prose("question"))


def _entry(report: Report, name: str, node: Node) -> Entry:
    fields = Fields(report, node, f"The ledger entry '{name}'", keys.ENTRY)
    if fields.has("strategy"):
        report.refer("strategy", fields.word("strategy"), fields.spot_of("strategy"))
    return Entry(name, fields.prose("card"), fields.word("strategy"))


def _must_reach(report: Report, owner: Fields, name: str, node: Node) -> MustReach:
    fields = Fields(report, node, f"'{name}'", keys.MUST_REACH)
    spot = owner.name_spot("must_reach", name)
    report.refer("behaviour", name, spot)
    return MustReach(name, fields.prose("reached"), fields.prose("not_reached"), spot)


def _scenes(report: Report, fields: Fields) -> Mapping[str, Scene]:
    return {name: read_scene(report, name, node) for name, node in fields.named("scenes")}


def _endings(report: Report, fields: Fields) -> tuple[Ending, ...]:
    endings = []
    entries = fields.named("endings")
    for number, (name, node) in enumerate(entries, start=1):
        ending = Fields(report, node, f"The ending '{name}'", keys.ENDING)
        last = number == len(entries)
        if last and ending.has("when"):
            report(
                "S115",
                ending.spot_of("when"),
                what=f"The last ending '{name}' has a condition, so some conversations could not end.",
            )
        if not last and not ending.has("when"):
            report(
                "S115", ending.spot, what=f"The ending '{name}' has no condition, so those after it are never reached."
            )
        lines = read_lines(ending, "lines", f"ending-{name}.lines")
        endings.append(
            Ending(name, ending.prose("title"), ending.one_of("kind", KINDS), lines, ending.condition(), ending.spot)
        )
    return tuple(endings)
