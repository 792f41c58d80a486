"""Small scenarios by chance: guards, circles, gains and losses, dispositions, decisions with nothing left to say.

The same seed always gives the same scenario. Each holder of a condition stands on a line of its own, so that a place
names one condition.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from hrtrainer.principles.yardstick import Principle, PrincipleSet
from hrtrainer.scenario.condition import And, Compare, Condition, Disposed, Fact, Not, Or
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.model import (
    END,
    Card,
    Choice,
    Credits,
    Ending,
    Entry,
    Line,
    Meter,
    Otherwise,
    Person,
    Scenario,
    Scene,
    Shown,
    Way,
)

BEHAVIOURS = ("listens", "asks", "lectures", "hurries")


def principle_set(seed: int) -> PrincipleSet:
    """Three principles, each with behaviours drawn onto its sides."""
    chance = Random(f"set {seed}")

    def some() -> frozenset[str]:
        return frozenset(name for name in BEHAVIOURS if chance.random() < 0.3)

    principles = tuple(Principle(f"p{at}", f"P{at}", "", some(), some(), some(), some()) for at in range(3))
    return PrincipleSet("chance", "Chance", "Chance", "", "", principles)


def scenario(seed: int) -> Scenario:
    """A scenario of up to five scenes."""
    return _Drawing(Random(seed)).scenario()


@dataclass
class _Drawing:
    chance: Random
    rows: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        chance = self.chance
        self.circles = chance.random() < 0.5
        self.scenes = [f"s{at}" for at in range(chance.randint(1, 5))]
        self.silent = {name for name in self.scenes[1:] if chance.random() < 0.2}
        self.offers = {name: chance.randint(1, 3) for name in self.scenes if name not in self.silent}
        self.endings = [f"e{at}" for at in range(chance.randint(1, 3))]
        self.meters = {
            name: Meter(name, -1, chance.randint(1, 2), 0) for name in ("trust", "time")[: chance.randint(0, 2)]
        }
        self.cards = ("alone", "tired")[: chance.randint(0, 2)]
        self.entries = ("kit",)[: chance.randint(0, 1)]
        self.people = {
            name: Person(name, name, "they/them", "", ("flat", "warm")[: chance.choice((0, 1, 2, 2))])
            for name in ("sam", "dev")[: chance.randint(1, 2)]
        }
        self.guards = chance.choice((0.0, 0.3, 0.6))

    def scenario(self) -> Scenario:
        scenes = {name: self.scene(at, name) for at, name in enumerate(self.scenes)}
        endings = tuple(
            Ending(name, name, "partly", self.lines(name), None if last else self.when(0.8), self.spot())
            for name in self.endings
            for last in [name == self.endings[-1]]
        )
        return Scenario(
            id="chance", title="", language="en", summary="", minutes=1, level="core", audience=(), you="", role="",
            picture="", content_note="", topics=(), goals=(), credits=Credits("", ""), facts_checked="", facts_next="",
            sources=(), people=self.people, meters=self.meters,
            board={name: Card(name, "risk", name, "?") for name in self.cards},
            ledger={name: Entry(name, name) for name in self.entries},
            must_reach=(), start=self.scenes[0], scenes=scenes, endings=endings,
        )  # fmt: skip

    def scene(self, at: int, name: str) -> Scene:
        silent = name in self.silent
        return Scene(
            id=name,
            lines=self.lines(name),
            choices=() if silent else tuple(self.choice(at, name, c) for c in range(self.offers[name])),
            ways=self.ways(at, silent=True) if silent else (),
            hears=self.some(self.cards, 0.2),
            otherwise=self.otherwise(at, name) if not silent and self.chance.random() < 0.3 else None,
            spot=self.spot(),
        )

    def choice(self, at: int, scene: str, number: int) -> Choice:
        return Choice(
            id=f"c{number}",
            say=" ".join(["word"] * self.chance.randint(1, 5)),
            ways=self.ways(at),
            shows=tuple(Shown(name, "why") for name in self.some(BEHAVIOURS, 0.3)),
            reply=self.lines(f"{scene}.c{number}"),
            hears=self.some(self.cards, 0.2),
            changes=self.changes(),
            gives=self.some(self.entries, 0.2),
            when=self.when(self.guards),
            spot=self.spot(),
        )

    def otherwise(self, at: int, scene: str) -> Otherwise:
        return Otherwise(
            reply=self.lines(f"{scene}.own"),
            ways=self.ways(at),
            hears=self.some(self.cards, 0.2),
            changes=self.changes(),
            gives=self.some(self.entries, 0.2),
            reaches=self.some(BEHAVIOURS, 0.1),
        )

    def lines(self, where: str) -> tuple[Line, ...]:
        return tuple(
            Line(
                f"{where}.{at}", "sam", " ".join(["word"] * self.chance.randint(1, 9)), "", self.when(0.3), self.spot()
            )
            for at in range(self.chance.randint(0, 2))
        )

    def changes(self) -> tuple[tuple[str, int], ...]:
        return tuple((name, self.chance.choice((-2, -1, 1, 1))) for name in self.some(tuple(self.meters), 0.5))

    def ways(self, at: int, silent: bool = False) -> tuple[Way, ...]:
        """Ways on. Scenes without choices lead only onwards, or they would talk for ever."""
        further = [*self.scenes[at + 1 :], END, self.chance.choice(self.endings)]
        back = self.scenes[: at + 1] if self.circles and not silent else []
        number = self.chance.choice((1, 1, 2, 3))
        return tuple(
            Way(self.chance.choice([*further, *back]), None if last == number - 1 else self.when(1), self.spot())
            for last in range(number)
        )

    def some(self, names: tuple[str, ...], likely: float) -> tuple[str, ...]:
        return tuple(name for name in names if self.chance.random() < likely)

    def spot(self) -> Spot:
        return next(self.rows), 1

    def when(self, likely: float, depth: int = 2) -> Condition | None:
        return self.condition(depth) if self.chance.random() < likely else None

    def condition(self, depth: int) -> Condition:
        kind = self.chance.random()
        if depth and kind < 0.15:
            return Not(self.condition(depth - 1))
        if depth and kind < 0.4:
            parts = tuple(self.condition(depth - 1) for _ in range(2))
            return And(parts) if self.chance.random() < 0.5 else Or(parts)
        return self.chance.choice(self.facts())

    def facts(self) -> list[Condition]:
        chance = self.chance
        scene = chance.choice(sorted(self.offers))
        facts: list[Condition] = [
            Fact("choice", f"{scene}/c{chance.randrange(self.offers[scene])}"),
            Fact("scene", chance.choice(self.scenes)),
            Fact("behaviour", chance.choice(BEHAVIOURS)),
        ]
        facts += [Fact("card", name) for name in self.cards] + [Fact("ledger", name) for name in self.entries]
        signs = ("<", "<=", "==", "!=", ">=", ">")
        facts += [Compare(name, chance.choice(signs), chance.randint(-1, 2)) for name in self.meters for _ in range(3)]
        people = [person for person in self.people.values() if person.dispositions]
        return facts + [Disposed(person.id, chance.choice(person.dispositions)) for person in people]
