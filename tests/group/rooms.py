"""A room to try things in: a shipped conversation, a clock that goes on by itself, wishes as they come from keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from hrtrainer.group.action import Action
from hrtrainer.group.actions import act
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.event import Planned, SetUp
from hrtrainer.group.folding import after
from hrtrainer.group.room import Room, begin
from hrtrainer.group.stage import Stage
from hrtrainer.group.voting import count, done
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.session.event import GROUP, Event, Started
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.shipped import read_reference
from tests.stage import ASSETS, SCENARIOS

START = 1_795_000_000_000
LENS = "nhrc"


@cache
def reference() -> Reference:
    return read_reference(ASSETS)


@cache
def shipped(name: str = "in-a-rush") -> Plan:
    text = (SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8")
    scenario = read_scenario(text, name, reference().known).scenario
    assert scenario is not None
    return prepare(scenario)


def opened(plan: Plan | None = None, seed: int = 1) -> Room:
    plan = plan or shipped()
    scenario = plan.scenario
    started = Started(
        START, "room-1", scenario.id, scenario.digest, "p", "r", seed, LENS, "canada-bc", tempo=GROUP
    )  # fmt: skip
    return begin(plan, started, reference().yardstick.sets[LENS])


@dataclass
class Lead:
    """Somebody who leads a room: every wish a second after the last."""

    room: Room
    at: int = START

    @classmethod
    def of(cls, people: int = 22, agenda: Agenda | None = None, plan: Plan | None = None, by: str = "cards") -> "Lead":
        lead = cls(opened(plan))
        lead.add(SetUp(0, people, by, 6 if by == "tables" else 0, 100, "two"))
        if agenda is not None:
            lead.add(Planned(0, agenda))
        return lead

    def add(self, event: Event) -> None:
        self.at += 1000
        self.room = after(self.room, replace(event, at=self.at))

    def wish(self, action: Action, number: int = 0) -> bool:
        self.at += 1000
        deed = act(self.room, action, self.at, number)
        if deed is not None:
            self.room, _ = done(self.room, deed)
        return deed is not None

    def forward(self, times: int = 1) -> None:
        for _ in range(times):
            self.wish(Action.FORWARD)

    def to(self, stage: Stage) -> None:
        """Press forward until the room stands there; the first reply is said where one is wanted."""
        for _ in range(200):
            if self.room.state.spot.stage is stage:
                return
            if self.room.state.spot.stage is Stage.COMMIT:
                self.wish(Action.OPTION, 1)
            self.forward()
        raise AssertionError(f"never came to {stage}")

    def vote(self, totals: Sequence[int], passes: int = 0) -> None:
        self.room, _ = done(self.room, count(self.room, tuple(totals), passes))
