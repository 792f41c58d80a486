"""Reading scenes: lines, choices, and the ways on."""

from hrtrainer.scenario import keys, limits
from hrtrainer.scenario.fields import Fields, Keys
from hrtrainer.scenario.model import NARRATOR, YOU, Choice, Facilitator, Instead, Line, Otherwise, Scene, Shown, Way
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Row, Table, Text


def read_scene(report: Report, name: str, node: Node) -> Scene:
    """The scene under a name."""
    fields = Fields(report, node, f"The scene '{name}'", keys.SCENE)
    if isinstance(node, Table):
        if not fields.has("choices") and not fields.has("to"):
            report("S109", fields.spot, scene=name)
        if fields.has("choices") and fields.has("to"):
            report("S110", fields.key_spot("to"), scene=name)
    return Scene(
        id=name,
        lines=read_lines(fields, "lines", f"{name}.lines"),
        choices=_choices(fields, name),
        ways=_ways(fields) if fields.has("to") else (),
        place=fields.prose("place"),
        key=fields.yes("key"),
        known_risks=fields.references("known_risks", "card"),
        hears=fields.references("hears", "card"),
        facilitator=_facilitator(fields),
        otherwise=_otherwise(fields, name),
        spot=fields.spot,
    )


def read_lines(fields: Fields, key: str, prefix: str) -> tuple[Line, ...]:
    """The lines under a key. A line without an id is called by its place: scene.list.position."""
    return tuple([_line(fields, item, f"{prefix}.{at}") for at, item in enumerate(fields.row(key), start=1)])


def _line(owner: Fields, node: Node, line_id: str) -> Line:
    report = owner.report
    if not isinstance(node, Table):
        report("S108", node.spot, found="stands text alone" if isinstance(node, Text) else "stands a list")
        return Line(line_id, NARRATOR, "")
    speakers = [name for name in node.entries if name not in keys.LINE.allowed]
    if len(speakers) != 1:
        found = "is none" if not speakers else f"are {len(speakers)}: {', '.join(speakers)}"
        report("S108", node.spot, found=found)
        return Line(line_id, NARRATOR, "")
    speaker = speakers[0]
    if speaker not in (NARRATOR, YOU):
        report.refer("person", speaker, node.keys[speaker])
    if len(node.entries) == 1:  # most lines are only said
        return Line(line_id, speaker, owner.prose_of(speaker, node.entries[speaker]), spot=node.spot)
    fields = Fields(report, node, "A line", Keys((speaker,), keys.LINE.allowed))
    given = fields.name("id") if fields.has("id") else line_id
    return Line(given, speaker, fields.prose(speaker), fields.prose("manner"), fields.condition(), fields.spot)


def _ways(fields: Fields) -> tuple[Way, ...]:
    node = fields.node("to")
    if not isinstance(node, Row):
        to, spot = fields.word("to"), fields.spot_of("to")
        fields.report.refer("place", to, spot)
        return (Way(to, None, spot),)
    ways = []
    for at, item in enumerate(node.items, start=1):
        way = Fields(fields.report, item, "A way on", keys.WAY)
        last = at == len(node.items)
        if isinstance(item, Table) and last == way.has("when"):
            what = "The last way on has a condition." if last else "A way on without a condition hides those after it."
            fields.report("S115", way.spot, what=what)
        fields.report.refer("place", way.word("to"), way.spot_of("to"))
        ways.append(Way(way.word("to"), way.condition(), way.spot_of("to")))
    if not ways:
        fields.report("S105", node.spot, key="to")
    return tuple(ways)


def _choices(fields: Fields, scene: str) -> tuple[Choice, ...]:
    if fields.has("choices") and isinstance(fields.node("choices"), Row) and not fields.row("choices"):
        fields.report("S105", fields.spot_of("choices"), key="choices")
    choices: list[Choice] = []
    taken = set()
    for item in fields.row("choices"):
        choice = _choice(fields.report, scene, item)
        if choice.id in taken:
            fields.report("S117", choice.spot, choice=choice.id, scene=scene)
        taken.add(choice.id or None)
        choices.append(choice)
    return tuple(choices)


def _choice(report: Report, scene: str, node: Node) -> Choice:
    fields = Fields(report, node, "A choice", keys.CHOICE)
    name, say = fields.name("id"), fields.prose("say")
    if len(say) > limits.MOST_CHOICE_CHARACTERS:
        report("S111", fields.spot_of("say"), length=len(say), most=limits.MOST_CHOICE_CHARACTERS)
    return Choice(
        id=name,
        say=say,
        ways=_ways(fields) if fields.has("to") else (),
        short=fields.prose("short"),
        moves=fields.references("moves", "move"),
        headline=fields.prose("headline"),
        shows=_shows(fields),
        reply=read_lines(fields, "reply", f"{scene}.{name}.reply"),
        hears=fields.references("hears", "card"),
        changes=_changes(fields),
        gives=fields.references("gives", "ledger"),
        instead=_instead(fields),
        when=fields.condition(),
        spot=fields.spot,
    )


def _changes(fields: Fields) -> tuple[tuple[str, int], ...]:
    changes = []
    for name, node in fields.table("changes"):
        fields.report.refer("meter", name, fields.name_spot("changes", name))
        changes.append((name, fields.whole_of(name, node, -1000, 1000)))
    return tuple(changes)


def _instead(fields: Fields) -> tuple[Instead, ...]:
    found = []
    for item in fields.row("instead"):
        other = Fields(fields.report, item, "Another line to try", keys.INSTEAD)
        if other.has("move"):
            fields.report.refer("move", other.word("move"), other.spot_of("move"))
        found.append(Instead(other.word("move"), other.prose("say")))
    return tuple(found)


def _shows(fields: Fields) -> tuple[Shown, ...]:
    shows, report = [], fields.report
    for behaviour, node in fields.table("shows"):
        spot = fields.name_spot("shows", behaviour)
        report.refer("behaviour", behaviour, spot)
        if isinstance(node, Text):
            why = fields.prose_of(behaviour, node) if node.text.strip() else ""
            if not why:
                report("S113", spot, behaviour=behaviour)
            shows.append(Shown(behaviour, why, spot=spot))
            continue
        inner = Fields(report, node, f"'{behaviour}'", keys.SHOWN)
        if isinstance(node, Table) and not inner.has("why"):
            report("S113", spot, behaviour=behaviour)
        if inner.has("source"):
            report.refer("source", inner.word("source"), inner.spot_of("source"))
        why_for = {}
        for principle, reason in inner.table("for"):
            report.refer("principle", principle, inner.name_spot("for", principle))
            why_for[principle] = inner.prose_of(principle, reason)
        shows.append(Shown(behaviour, inner.prose("why"), inner.prose("quote"), inner.word("source"), why_for, spot))
    return tuple(shows)


def _facilitator(fields: Fields) -> Facilitator | None:
    node = fields.node("facilitator")
    if node is None:
        return None
    notes = Fields(fields.report, node, "'facilitator'", keys.FACILITATOR)
    said = {key: notes.prose(key) if _filled(notes.node(key)) else "" for key in ("say", "ask", "watch")}
    return Facilitator(**said, prompts=notes.texts("prompts"))


def _filled(node: Node | None) -> bool:
    return node is not None and not (isinstance(node, Text) and not node.text.strip())


def _otherwise(fields: Fields, scene: str) -> Otherwise | None:
    node = fields.node("otherwise")
    if node is None:
        return None
    other = Fields(fields.report, node, "'otherwise'", keys.OTHERWISE)
    return Otherwise(
        reply=read_lines(other, "reply", f"{scene}.otherwise"),
        ways=_ways(other) if other.has("to") else (),
        hears=other.references("hears", "card"),
        changes=_changes(other),
        gives=other.references("gives", "ledger"),
        reaches=other.references("reaches", "behaviour"),
    )
