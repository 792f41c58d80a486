"""Ways to change what a file says: parts moved, taken away or put where they do not belong, and plots led elsewhere."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from hrtrainer.scenario import keys
from hrtrainer.scenario.codes import acceptable
from hrtrainer.scenario.condition import COMPARISONS
from tests.author.plain import as_an_editor_sees_it
from tests.fuzz import seeds
from tests.fuzz.changes import KEYS, ODD_WORDS

Part = dict[str, Any] | list[Any]
Place = tuple[Part, Any]
"""A table and one of its keys, or a list and one of its numbers."""


@cache
def trees() -> tuple[Any, ...]:
    """The files that are YAML, as values."""
    found = []
    for _, data in seeds.files():
        tree = as_an_editor_sees_it(data.decode("utf-8", "replace"))
        if isinstance(tree, dict) and tree:
            found.append(tree)
    return tuple(found)


@cache
def sound_trees() -> tuple[Any, ...]:
    """Whole conversations: those that ship stand in twice, as there is more in them to lead elsewhere."""
    sound = [one for one in trees() if all(key in one for key in keys.SCENARIO.needed)]
    return (*sound, *[one for one in sound if len(one["scenes"]) > 3] * 20)


def by_structure(drawn: Random) -> bytes:
    """Some file with parts of it put where they do not belong."""
    tree = deepcopy(drawn.choice(trees()))
    for _ in range(drawn.randint(1, 3)):
        places = list(_places(tree))
        if not places:
            break
        _change(tree, places, drawn)
    return _written(tree)


def by_plot(drawn: Random) -> bytes:
    """A whole conversation that leads elsewhere. Most of these open."""
    tree = deepcopy(drawn.choice(sound_trees()))
    for _ in range(drawn.choice([1, 2, 5, 20])):
        drawn.choice(_PLOTS)(tree, drawn)
    return _written(tree)


def _written(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _places(part: Any) -> Iterator[Place]:
    stack = [part]
    while stack:
        one = stack.pop()
        if isinstance(one, dict | list):
            for key in one if isinstance(one, dict) else range(len(one)):
                yield one, key
                stack.append(one[key])


def _change(tree: Any, places: list[Place], drawn: Random) -> None:
    holder, key = drawn.choice(places)
    other, other_key = drawn.choice(places)
    match drawn.randrange(7):
        case 0:
            del holder[key]
        case 1:
            holder[key] = deepcopy(other[other_key])
        case 2:
            holder[key] = drawn.choice([None, True, 0, -1, 10**30, 1.5, "", [], {}, [[]], {"a": {}}, *ODD_WORDS])
        case 3 if isinstance(holder, dict):
            holder[drawn.choice(KEYS)] = holder.pop(key)
        case 4 if isinstance(holder, list):
            holder.extend([deepcopy(holder[key])] * drawn.choice([1, 3, 80]))
        case 5:
            for _ in range(drawn.choice([1, 5, 30])):
                holder[key] = [holder[key]] if drawn.random() < 0.5 else {"a": holder[key]}
        case _:
            holder[key] = [holder[key]]


def _scenes(tree: Any) -> list[dict[str, Any]]:
    scenes = tree.get("scenes")
    return [one for one in scenes.values() if isinstance(one, dict)] if isinstance(scenes, dict) else []


def _answers(tree: Any) -> list[dict[str, Any]]:
    """The choices of all scenes."""
    rows = [scene.get("choices") for scene in _scenes(tree)]
    return [one for row in rows if isinstance(row, list) for one in row if isinstance(one, dict)]


def _target(tree: Any, drawn: Random) -> str:
    names = [*(tree.get("scenes") or ()), *(tree.get("endings") or ()), "end"]
    return str(drawn.choice(names))


def _lead(tree: Any, drawn: Random) -> None:
    leading = [one for one in [*_answers(tree), *_scenes(tree)] if "to" in one]
    if leading:
        drawn.choice(leading)["to"] = _target(tree, drawn)


def _part(tree: Any, drawn: Random) -> None:
    """Where a choice leads depends on something."""
    if answers := _answers(tree):
        ways: list[dict[str, str]] = [
            {"to": _target(tree, drawn), "when": _asked(tree, drawn)} for _ in range(drawn.randint(1, 3))
        ]
        drawn.choice(answers)["to"] = [*ways, {"to": _target(tree, drawn)}]


def _asked(tree: Any, drawn: Random) -> str:
    """A condition about things that the conversation knows."""
    scenes, meters = list(tree.get("scenes") or ()), list(tree.get("meters") or ())
    facts = [f"seen {name}" for name in scenes] + [f"heard {name}" for name in tree.get("board") or ()]
    facts += [f"has {name}" for name in tree.get("ledger") or ()]
    facts += [f"{name} {drawn.choice(COMPARISONS)} {drawn.randint(-1, 5)}" for name in meters] * 4
    row = drawn.sample(facts, min(len(facts), drawn.choice([1, 1, 2, 4])))
    return f" {drawn.choice(['and', 'or'])} ".join(drawn.choice(["", "", "not "]) + one for one in row)


def _condition(tree: Any, drawn: Random) -> None:
    if answers := _answers(tree):
        one = drawn.choice(answers)
        if one.pop("when", None) is None:
            one["when"] = _asked(tree, drawn)


def _meter(tree: Any, drawn: Random) -> None:
    meters = tree.get("meters")
    if isinstance(meters, dict) and meters:
        name = drawn.choice(list(meters))
        meters[name] = {"from": drawn.choice([-1000, -1, 0]), "to": drawn.choice([1, 9, 1000]), "start": 0}
        for one in _answers(tree):
            if drawn.random() < 0.3:
                one["changes"] = {name: drawn.choice([-1, 1, 2, 7])}


def _without(tree: Any, drawn: Random) -> None:
    scenes = tree.get("scenes")
    if isinstance(scenes, dict) and scenes:
        del scenes[drawn.choice(list(scenes))]


def _without_choice(tree: Any, drawn: Random) -> None:
    rows = [scene["choices"] for scene in _scenes(tree) if isinstance(scene.get("choices"), list) and scene["choices"]]
    if rows:
        row = drawn.choice(rows)
        del row[drawn.randrange(len(row))]


def _day(tree: Any, drawn: Random) -> None:
    """More days that people may be having: a choice is offered on one of them only."""
    people = tree.get("people")
    if isinstance(people, dict) and people and (answers := _answers(tree)):
        name = drawn.choice(list(people))
        if isinstance(people[name], dict):
            days = [*people[name].get("dispositions", ()), *["near", "far", "low"]]
            people[name]["dispositions"] = list(dict.fromkeys(days))
            drawn.choice(answers)["when"] = f"{name} is {drawn.choice(['near', 'far'])}"


def _accept(tree: Any, drawn: Random) -> None:
    """A finding is accepted, in the whole file or in one place of it, and often in vain."""
    code = drawn.choice(sorted(acceptable()))
    tree.setdefault("accepts", {})[code] = drawn.choice(["On purpose.", {_target(tree, drawn): "On purpose."}])


_PLOTS = [*[_lead, _part, _condition, _meter, _without_choice, _day] * 5, _accept, _without]
