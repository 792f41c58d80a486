"""Does everything that a scenario names exist? And can what goes on by itself come to an end?"""

from collections.abc import Callable, Collection
from typing import assert_never

from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.model import END, Choice, Scenario, Scene
from hrtrainer.scenario.report import Report

_CODES = {
    "scene": "S201",
    "place": "S201",
    "behaviour": "S202",
    "move": "S203",
    "card": "S204",
    "ledger": "S205",
    "meter": "S206",
    "person": "S207",
    "strategy": "S209",
    "source": "S210",
    "fact": "S211",
    "picture": "S212",
    "principle": "S216",
}
_WANTED = {
    "card": "a board card",
    "ledger": "a ledger entry",
    "choice": "a choice (scene/choice)",
    "scene": "a scene",
    "behaviour": "a behaviour",
}


_IN_THE_FILE = frozenset({"scene", "place", "choice", "card", "ledger", "meter", "person"})
_UNNAMED = frozenset({"S105", "S106"})
"""Where nothing stands that has a name, or what stands there cannot be one: what points at it is no second fault."""


def check_references(scenario: Scenario, report: Report, known: Known) -> None:
    """Report every name that points nowhere.

    A scenario whose shape does not fit is looked through, too, but for what could only follow from that.
    """
    fits = not report.stopped
    named = bool(scenario.scenes) and not any(found.code.id in _UNNAMED for found in report.diagnostics)
    names = _names(scenario, known)
    for kind, name, spot in report.references:
        if name and name not in names[kind] and (fits or named or kind not in _IN_THE_FILE):
            report(_CODES[kind], spot, name=name, guess=report.guess(name, names[kind]))
    for condition, spot in report.conditions if fits or named else ():
        _check_condition(condition, spot, scenario, names, report)
    for scene in scenario.scenes.values():
        for choice in scene.choices:
            _check_choice(scene, choice, report)
    if fits:
        _check_circles(scenario, report)


def _names(scenario: Scenario, known: Known) -> dict[str, Collection[str]]:
    scenes = frozenset(scenario.scenes)
    return {
        "scene": scenes,
        "place": scenes | {END} | {ending.id for ending in scenario.endings},
        "choice": frozenset(f"{s.id}/{choice.id}" for s in scenario.scenes.values() for choice in s.choices),
        "card": frozenset(scenario.board),
        "ledger": frozenset(scenario.ledger),
        "meter": frozenset(scenario.meters),
        "person": frozenset(scenario.people),
        "behaviour": known.behaviours,
        "move": known.moves,
        "strategy": known.strategies,
        "source": known.sources,
        "fact": known.facts,
        "picture": known.pictures,
        "principle": known.principles,
    }


def _check_choice(scene: Scene, choice: Choice, report: Report) -> None:
    for shown in choice.shows:
        if choice.say and shown.quote not in choice.say:  # mostly it is
            said = "\n".join([choice.say, *(line.text for line in choice.reply)])
            if shown.quote not in said:
                report("S214", shown.spot, quote=shown.quote)
        if shown.behaviour == "lets-a-known-risk-pass" and not scene.known_risks:
            report("S213", shown.spot)


def _check_condition(
    condition: Condition, spot: Spot, scenario: Scenario, names: dict[str, Collection[str]], report: Report
) -> None:
    line, shift = spot

    def tell(name: str, column: int, wanted: str, among: Collection[str]) -> None:
        report("S208", (line, shift + column), name=name, wanted=wanted, guess=report.guess(name, among))

    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                _check_condition(part, spot, scenario, names, report)
        case Not(part):
            _check_condition(part, spot, scenario, names, report)
        case Compare(meter, _, _, column):
            if meter not in scenario.meters:
                tell(meter, column, "a meter", scenario.meters)
        case Fact(kind, name, column):
            if name not in names[kind]:
                tell(name, column, _WANTED[kind], names[kind])
        case Disposed(person, disposition, column):
            _check_day(person, disposition, column, scenario, tell, report, spot)
        case _:
            assert_never(condition)


def _check_day(
    person: str,
    disposition: str,
    column: int,
    scenario: Scenario,
    tell: Callable[..., None],
    report: Report,
    spot: Spot,
) -> None:
    if person not in scenario.people:
        tell(person, column, "a person", scenario.people)
    elif disposition not in scenario.people[person].dispositions:
        days = scenario.people[person].dispositions
        report(
            "S215", (spot[0], spot[1] + column), person=person, name=disposition, guess=report.guess(disposition, days)
        )


def _check_circles(scenario: Scenario, report: Report) -> None:
    """Scenes without choices that lead only into one another would never stop talking."""
    inner = {s.id: [w.to for w in s.ways if w.to in scenario.scenes] for s in scenario.scenes.values() if not s.choices}
    settled: set[str] = set()
    for start in inner:
        path: list[str] = []
        ahead: set[str] = set()
        stack = [(start, 0)]
        while stack:
            at, depth = stack.pop()
            while len(path) > depth:
                ahead.discard(path.pop())
            if at in ahead:
                circle = path[path.index(at) :]
                report("S217", scenario.scenes[at].spot, scenes=", ".join(f"'{name}'" for name in circle))
                settled.update(circle)
                break
            if at in settled or at not in inner:
                continue
            path.append(at)
            ahead.add(at)
            stack.extend((to, depth + 1) for to in inner[at])
        settled.update(path)
