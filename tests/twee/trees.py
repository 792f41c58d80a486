"""Trees of scenarios for the tests of Twine: from a model, and with hostile words in every place that holds words."""

from collections.abc import Mapping
from random import Random

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import Choice, Line, Otherwise, Scenario, Scene, Way
from hrtrainer.scenario.yamltext import Node, Row, Table, Text, read_tree
from tests.scenario.test_yamlwriting import SIGNS

_FACTS = {"card": "heard", "ledger": "has", "choice": "took", "scene": "seen", "behaviour": "showed"}
_PROSE = frozenset(
    "title summary you role content_note about question card reached not_reached place ask watch say short headline "
    "why manner narrator sam dev teo jessica marcus dee written_by".split()
)
TWINE = ["[[a->b]]", "<<set $x>>", "(set: $x to 1)", "{x}", "<%= x %>", ":: no header", "&amp;", "&lt;", "&#91;", "|"]
TWINE += [
    "hr: choice x",
    "<!-- hr: scene x -->",
    "narrator: ",
    "sam: ",
    "to [[end]] when x",
    "<-",
    "->",
    "]",
    "<br>",
    "~~",
]


def tree(text: str) -> Table:
    """The tree of a text that is YAML."""
    found = read_tree(text, lambda *said, **values: None)
    assert found is not None
    return found


def hostile(node: Node, chance: Random, key: str = "") -> Node:
    """A tree with every text for people replaced by odd words and signs."""
    if isinstance(node, Table):
        kept = {name: one for name, one in node.entries.items() if name != "quote"}
        return Table({name: hostile(one, chance, name) for name, one in kept.items()}, node.keys, node.spot)
    if isinstance(node, Row):
        return Row([hostile(item, chance, key) for item in node.items], node.spot)
    wanted = key in _PROSE or key in ("goals", "prompts", "topics")
    return Text(_words(chance) if wanted else node.text, node.spot, node.plain)


def _words(chance: Random) -> str:
    words = "".join(chance.choice([*SIGNS, *TWINE, "word", " ", "é"]) for _ in range(chance.randint(1, 8))).strip()
    return words or "nothing"


def condition(when: Condition) -> str:
    """A condition as somebody would write it."""
    match when:
        case And(parts):
            return " and ".join(f"({condition(part)})" for part in parts)
        case Or(parts):
            return " or ".join(f"({condition(part)})" for part in parts)
        case Not(part):
            return f"not ({condition(part)})"
        case Compare(meter, sign, number, _):
            return f"{meter} {sign} {number}"
        case Fact(kind, name, _):
            return f"{_FACTS[kind]} {name}"
        case Disposed(person, disposition, _):
            return f"{person} is {disposition}"


def of(value: object) -> Node:
    """A node of plain values; what is None or empty is left out of tables."""
    if isinstance(value, Mapping):
        return _table({key: of(one) for key, one in value.items() if one not in (None, "", (), [], {})})
    if isinstance(value, list | tuple):
        return Row([of(one) for one in value], (1, 1))
    return Text(str(value), (1, 1), False)


def _table(entries: Mapping[str, Node]) -> Table:
    return Table(dict(entries), dict.fromkeys(entries, (1, 1)), (1, 1))


def of_model(scenario: Scenario, base: Table) -> Table:
    """The tree of a generated scenario; what it does not draw comes from `base`."""
    people = {
        one.id: {"name": one.name, "pronouns": one.pronouns, "about": "x", "dispositions": one.dispositions}
        for one in scenario.people.values()
    }
    drawn: dict[str, object] = {
        "people": people,
        "meters": {one.id: {"from": one.least, "to": one.most, "start": one.start} for one in scenario.meters.values()},
        "board": {one.id: {"area": one.area, "card": one.card, "question": "?"} for one in scenario.board.values()}
        or {"some": {"area": "risk", "card": "x", "question": "?"}},
        "ledger": {one.id: {"card": one.card} for one in scenario.ledger.values()} or {"some": {"card": "x"}},
        "start": scenario.start,
        "scenes": {one.id: _scene(one) for one in scenario.scenes.values()},
        "endings": {
            one.id: {"title": one.title, "kind": one.kind, "lines": _lines(one.lines)}
            | ({"when": _when(one.when) or f"seen {scenario.start}"} if one is not scenario.endings[-1] else {})
            for one in scenario.endings
        },
    }
    whole = dict(base.entries) | {key: of(value) for key, value in drawn.items() if value}
    whole["must_reach"] = _table({})
    for node in whole["endings"].entries.values() if isinstance(whole["endings"], Table) else ():
        assert isinstance(node, Table)
        node.entries.setdefault("lines", Row([], (1, 1)))
        node.keys["lines"] = (1, 1)
    return _table({key: node for key, node in whole.items() if key != "meters" or scenario.meters})


def _when(when: Condition | None) -> str:
    return condition(when) if when else ""


def _scene(scene: Scene) -> dict[str, object]:
    return {
        "key": "true" if scene.key else "",
        "hears": scene.hears,
        "lines": _lines(scene.lines),
        "choices": [_choice(choice) for choice in scene.choices],
        "otherwise": _otherwise(scene.otherwise) if scene.otherwise else None,
        "to": _ways(scene.ways) if scene.ways else None,
    }


def _choice(choice: Choice) -> dict[str, object]:
    shows = {one.behaviour: one.why for one in choice.shows}
    rest = {"id": choice.id, "say": choice.say, "shows": shows, "when": _when(choice.when)}
    return rest | _outcome(choice) | {"reply": _lines(choice.reply), "to": _ways(choice.ways)}


def _otherwise(other: Otherwise) -> dict[str, object]:
    # a reply has to stand there, also an empty one
    return {"reply": _lines(other.reply) or [{"narrator": "x"}], "to": _ways(other.ways), "reaches": other.reaches} | (
        _outcome(other)
    )


def _outcome(one: Choice | Otherwise) -> dict[str, object]:
    return {"hears": one.hears, "gives": one.gives, "changes": dict(one.changes)}


def _lines(lines: tuple[Line, ...]) -> list[dict[str, object]]:
    return [{line.speaker: line.text, "manner": line.manner, "when": _when(line.when)} for line in lines]


def _ways(ways: tuple[Way, ...]) -> object:
    return [{"to": way.to, "when": _when(way.when)} for way in ways]
