"""Every walk beside the scenarios is played: what it says is heard, offered, marked and held is so."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from hrtrainer.principles.mark import Mark
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading, read_scenario
from hrtrainer.session.event import Chose, Event, Rewound, SaidOwn, WentOn
from hrtrainer.session.plan import prepare
from hrtrainer.session.play import Session, after, begin
from hrtrainer.session.profile import moment
from hrtrainer.session.reached import board, ledger
from hrtrainer.session.telling import teller
from hrtrainer.session.turns import previous, turns
from tests.stage import BASE, SCENARIOS, SHIPPED, started
from tests.walks.walk import Step, Walk, read_walk

WALKS = [read_walk(path) for path in sorted((SCENARIOS / "walks").glob("*.walk"))]


STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def typed(text: str) -> str:
    """A text with the quotation marks of a keyboard, so that a walk may use either."""
    return text.translate(STRAIGHT)


class Walker:
    """Plays the lines of one walk and says where it does not go as written."""

    def __init__(self, walk: Walk, reading: Reading, reference: Reference) -> None:
        assert reading.scenario is not None, "\n".join(map(str, reading.diagnostics))
        self.scenario, self.reference = reading.scenario, reference
        self.session: Session = begin(prepare(reading.scenario), started(reading.scenario, walk.seed))

    def take(self, step: Step) -> None:
        """Do or check what one line says."""
        match step.word:
            case "choose":
                self._add(step, Chose(self.session.length, step.rest))
            case "own":
                self._add(step, SaidOwn(self.session.length, step.rest))
            case "go on":
                self._add(step, WentOn(self.session.length))
            case "rewind":
                to = previous(self.session)
                assert to is not None, f"{step.where}: there is no answer to take back"
                self._add(step, Rewound(self.session.length, to))
            case _:
                self._check(step)

    def _add(self, step: Step, event: Event) -> None:
        try:
            self.session = after(self.session, event)
        except Problem as problem:
            raise AssertionError(f"{step.where}: {problem.message} {problem.hint}") from problem

    def _check(self, step: Step) -> None:
        checks = {
            "at": self._at, "offered": self._offered, "mark": self._mark, "heard": self._heard,
            "not heard": self._heard, "has": self._has, "has not": self._has, "meter": self._meter,
            "ending": self._ending,
        }  # fmt: skip
        checks.get(step.word, self._line)(step)

    def _at(self, step: Step) -> None:
        state = self.session.state
        here = state.ending.id if state.ending else state.scene.id if state.scene else ""
        assert (here, state.ending) == (step.rest, None), (
            f"{step.where}: expected to be at '{step.rest}', but this is '{here}'"
        )

    def _offered(self, step: Step) -> None:
        offered = sorted(choice.id for choice in self.session.state.choices)
        wanted = sorted(name.strip() for name in step.rest.split(","))
        assert offered == wanted, f"{step.where}: expected {', '.join(wanted)}; offered are {', '.join(offered)}"

    def _mark(self, step: Step) -> None:
        name, _, word = step.rest.partition(" ")
        assert word in list(Mark), f"{step.where}: '{word}' is not one of the seven words"
        principle = self.reference.yardstick.principle(name)
        assert principle is not None, f"{step.where}: there is no principle '{name}'"
        run = turns(self.session)
        found = moment(principle, run[-1]) if run else None
        got = found.mark if found else "no mark"
        assert got == word, f"{step.where}: expected that the last choice {word} {name}, but it is: {got}"

    def _heard(self, step: Step) -> None:
        cards = {one.card.id: one.turn is not None for one in board(self.session, turns(self.session))}
        self._held(step, cards, step.word == "heard")

    def _has(self, step: Step) -> None:
        entries = {one.entry.id: one.turn is not None for one in ledger(self.session, turns(self.session))}
        self._held(step, entries, step.word == "has")

    @staticmethod
    def _held(step: Step, held: dict[str, bool], wanted: bool) -> None:
        assert step.rest in held, f"{step.where}: the scenario has no '{step.rest}'"
        assert held[step.rest] is wanted, f"{step.where}: expected '{step.word}: {step.rest}', but it is not so"

    def _meter(self, step: Step) -> None:
        name, _, level = step.rest.partition(" ")
        levels = dict(zip(self.scenario.meters, self.session.state.meters, strict=True))
        assert name in levels, f"{step.where}: there is no meter '{name}'"
        assert levels[name] == int(level), f"{step.where}: expected {name} {level}, but it is {levels[name]}"

    def _ending(self, step: Step) -> None:
        ending = self.session.state.ending
        got = (ending.id, ending.kind) if ending else ("not over",)
        assert step.rest in got, f"{step.where}: expected the ending '{step.rest}', but it is {', '.join(got)}"

    def _line(self, step: Step) -> None:
        assert step.word in (*self.scenario.people, "narrator", "you"), (
            f"{step.where}: '{step.word}' means nothing here"
        )
        tell = teller(self.session, self.reference, "nhrc")
        said = [typed(tell.line(line).text) for line in self.session.state.lines if line.speaker == step.word]
        assert any(typed(step.rest) in text for text in said), (
            f"{step.where}: {step.word} did not say '{step.rest}', but: {said}"
        )


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.scenario}.{walk.name}")
def test_a_walk_goes_as_it_is_written(walk: Walk, scenarios: Mapping[str, Reading], reference: Reference) -> None:
    assert walk.scenario in scenarios, f"{walk.scenario}.{walk.name}.walk: there is no such scenario"
    walker = Walker(walk, scenarios[walk.scenario], reference)
    for step in walk.steps:
        walker.take(step)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_scenario_has_at_least_four_walks(name: str) -> None:
    assert Counter(walk.scenario for walk in WALKS)[name] >= 4


@pytest.mark.parametrize("name", SHIPPED)
def test_every_ending_is_reached_by_some_walk(
    name: str, scenarios: Mapping[str, Reading], reference: Reference
) -> None:
    scenario = scenarios[name].scenario
    assert scenario is not None, "\n".join(map(str, scenarios[name].diagnostics))
    reached = {_played(walk, scenarios[name], reference) for walk in WALKS if walk.scenario == name}
    missing = [ending.id for ending in scenario.endings if ending.id not in reached]
    assert not missing, f"no walk of {name} reaches: {', '.join(missing)}"


def _played(walk: Walk, reading: Reading, reference: Reference) -> str:
    """The id of the ending that a walk reaches, or an empty text."""
    walker = Walker(walk, reading, reference)
    for step in walk.steps:
        if step.word in ("choose", "own", "go on", "rewind"):
            walker.take(step)
    ending = walker.session.state.ending
    return ending.id if ending else ""


def test_a_line_that_is_no_line_of_a_walk_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a-visit.odd.walk"
    path.write_text("# odd\nat: door\nchoose\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"a-visit\.odd\.walk:3: 'choose' is no line of a walk"):
        read_walk(path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("at: porch", "expected to be at 'porch', but this is 'door'"),
        ("choose: wave", "The choice 'wave' is not available here"),
        ("offered: hand-over", "offered are form-first, hand-over"),
        ("rewind", "there is no answer to take back"),
        ("mark: nhrc.continuum supports", "but it is: no mark"),
        ("mark: nhrc.continuum brilliant", "not one of the seven words"),
        ("mark: nhrc.nothing supports", "there is no principle"),
        ("heard: alone", "it is not so"),
        ("has: kitten", "the scenario has no 'kitten'"),
        ("meter: trust 3", "expected trust 3, but it is 1"),
        ("ending: gone", "but it is not over"),
        ("sam: Good morning", "sam did not say 'Good morning'"),
        ("ada: Good morning", "'ada' means nothing here"),
    ],
)
def test_a_walk_that_goes_otherwise_is_told_with_its_place(
    line: str, said: str, reference: Reference, tmp_path: Path
) -> None:
    path = tmp_path / "a-visit.odd.walk"
    path.write_text(f"seed: 3\n{line}\n", encoding="utf-8")
    walk = read_walk(path)
    with pytest.raises(AssertionError) as caught:
        Walker(walk, read_scenario(BASE, "base.yaml", reference.known), reference).take(walk.steps[0])
    assert str(caught.value).startswith("a-visit.odd.walk:2: ")
    assert said in str(caught.value)
