"""From a scenario to its paper twin: conditions in words, ways as numbers, letters as on the wall."""

from collections.abc import Sequence
from typing import assert_never

from hrtrainer import words
from hrtrainer.group.letters import Lettered, facts, lettered
from hrtrainer.group.paper import Booklet, PaperEnding, PaperLine, PaperMark, PaperOption, PaperScene, PaperWay
from hrtrainer.group.reveals import reveals
from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.model import END, Line, Scenario, Scene, Way
from hrtrainer.session.telling import Teller


def booklet(tell: Teller) -> Booklet:
    """The paper twin of a teller's scenario, in its region, read through its principle set."""
    return _Paper(tell).booklet()


class _Paper:
    def __init__(self, tell: Teller) -> None:
        self._tell, self._scenario = tell, tell.scenario
        self._numbers = {name: at for at, name in enumerate(self._scenario.scenes, 1)}
        self._asked_for = tuple(fact.name for fact in _facts_asked(self._scenario) if fact.kind == "behaviour")
        self._endings = {ending.id: f"E{at}" for at, ending in enumerate(self._scenario.endings, 1)}

    def booklet(self) -> Booklet:
        scenario, text = self._scenario, self._tell.text
        return Booklet(
            title=text(scenario.title),
            person=scenario.person.name,
            you=text(scenario.you),
            role=text(scenario.role),
            content_note=text(scenario.content_note),
            summary=text(scenario.summary),
            days=tuple(
                f"{person.name}: {words.listing(person.dispositions, 'or')}"
                for person in scenario.people.values()
                if person.dispositions
            ),
            tallies=tuple(
                f"{words.first_capital(meter.id)}: begins at {meter.start}, from {meter.least} to {meter.most}"
                for meter in scenario.meters.values()
            ),
            heard=tuple(text(card.card) for card in scenario.board.values()),
            given=tuple(text(entry.card) for entry in scenario.ledger.values()),
            shown=tuple(map(self._behaviour, self._asked_for)),
            lens=self._tell.lens.name,
            scenes=tuple(self._scene(scene) for scene in scenario.scenes.values()),
            endings=tuple(
                PaperEnding(
                    *(self._endings[ending.id], self._when(ending.when), text(ending.title)),
                    kind=words.KINDS[ending.kind],
                    lines=self._lines(ending.lines),
                )
                for ending in scenario.endings
            ),
            reviewed=words.reviews(scenario.credits.lived_experience_review, scenario.credits.clinical_review),
            check=f"{scenario.digest[:4]}-{scenario.digest[4:8]}".upper(),
        )

    def _scene(self, scene: Scene) -> PaperScene:
        notes, text = scene.facilitator, self._tell.text
        return PaperScene(
            number=self._numbers[scene.id],
            key=scene.key,
            place=text(scene.place),
            lines=self._lines(scene.lines),
            say=text(notes.say) if notes else "",
            ask=text(notes.ask) if notes else "",
            watch=text(notes.watch) if notes else "",
            prompts=tuple(map(text, notes.prompts)) if notes else (),
            options=tuple(self._option(scene, one) for one in lettered(scene)),
            ways=self._ways(scene.ways),
        )

    def _option(self, scene: Scene, one: Lettered) -> PaperOption:
        choice, text = one.choice, self._tell.text
        return PaperOption(
            *(one.letter, one.shape, self._when(choice.when), text(choice.say), text(choice.short)),
            answers=self._lines(choice.reply),
            notes=(
                *(f"{words.first_capital(name)} {by:+d}" for name, by in choice.changes),
                *(f"Heard: {text(self._scenario.board[name].card)}" for name in choice.hears),
                *(f"Given: {text(self._scenario.ledger[name].card)}" for name in choice.gives),
                *(f"Shown: {self._behaviour(name)}" for name in self._asked_for if name in choice.behaviours),
            ),
            marks=tuple(
                PaperMark(
                    shown.principle.name, shown.mark, " ".join(dict.fromkeys(text(e.why) for e in shown.evidence))
                )
                for shown in reveals(self._tell.lens, choice, scene.choices)
            ),
            ways=self._ways(choice.ways),
        )

    def _lines(self, lines: Sequence[Line]) -> tuple[PaperLine, ...]:
        told = ((self._tell.line(line), line.when) for line in lines)
        return tuple(PaperLine(one.name, one.text, one.manner, self._when(when)) for one, when in told)

    def _ways(self, ways: Sequence[Way]) -> tuple[PaperWay, ...]:
        return tuple(PaperWay(self._place(way.to), self._when(way.when)) for way in ways)

    def _place(self, to: str) -> str:
        if to == END:
            return "the first ending that holds"
        return f"{self._numbers[to]}" if to in self._numbers else self._endings[to]

    def _when(self, condition: Condition | None) -> str:
        return "" if condition is None else self._worded(condition)

    def _worded(self, condition: Condition) -> str:
        match condition:
            case Compare(meter, sign, number):
                return f"{meter} is {_SIGNS[sign].format(number)}"
            case Fact(kind, name):
                return self._fact(kind, name)
            case Disposed(person, disposition):
                return f"{self._scenario.people[person].name} is {disposition} today"
            case Not(part):
                return f"not ({self._worded(part)})" if isinstance(part, And | Or) else f"not: {self._worded(part)}"
            case And(parts):
                return " and ".join(self._inner(part) for part in parts)
            case Or(parts):
                return " or ".join(self._inner(part) for part in parts)
            case _:
                assert_never(condition)

    def _inner(self, part: Condition) -> str:
        return f"({self._worded(part)})" if isinstance(part, And | Or) else self._worded(part)

    def _fact(self, kind: str, name: str) -> str:
        text = self._tell.text
        if kind == "card":
            return f"heard “{text(self._scenario.board[name].card)}”"
        if kind == "ledger":
            return f"given “{text(self._scenario.ledger[name].card)}”"
        if kind == "choice":
            scene, choice = name.split("/", 1)
            letter = next(one.letter for one in lettered(self._scenario.scenes[scene]) if one.choice.id == choice)
            return f"said {letter} at {self._numbers[scene]}"
        if kind == "scene":
            return f"been at {self._numbers[name]}"
        return f"shown “{self._behaviour(name)}”"

    def _behaviour(self, name: str) -> str:
        return self._tell.reference.yardstick.behaviours[name].name


_SIGNS = {
    "<": "under {}",
    "<=": "at most {}",
    "==": "{}",
    "!=": "not {}",
    ">": "over {}",
    ">=": "at least {}",
}


def _facts_asked(scenario: Scenario) -> tuple[Fact, ...]:
    """Every fact that some condition asks for, once, in the order of the file."""
    lines: list[Line] = []
    conditions: list[Condition | None] = []
    for scene in scenario.scenes.values():
        lines += scene.lines
        conditions += [way.when for way in scene.ways]
        for choice in scene.choices:
            lines += choice.reply
            conditions += [choice.when, *(way.when for way in choice.ways)]
    for ending in scenario.endings:
        lines += ending.lines
        conditions.append(ending.when)
    asked = (fact for one in (*conditions, *(line.when for line in lines)) if one for fact in facts(one))
    return tuple(dict.fromkeys(fact for fact in asked if isinstance(fact, Fact)))
