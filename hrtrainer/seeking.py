"""Searching what a person wrote and what was said, and where each opens."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.history.finder import Finder, Hit, Line
from hrtrainer.history.rows import Kind, SessionRow
from hrtrainer.history.spans import texts_played
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Line as SceneLine
from hrtrainer.session.plan import Plan
from hrtrainer.session.play import replay
from hrtrainer.session.turns import Turn, turns
from hrtrainer.sitting import plan_then

_KINDS = {
    Kind.SAID_OWN: "In your own words",
    Kind.REFLECTED: "What you wrote",
    Kind.SAW_DIFFERENTLY: "What you saw differently",
    Kind.CHOSE: "What was said",
}


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """Something found: what it is, from which conversation and day, a piece of its text, and where it opens.

    `turn` is 0 when it belongs to the conversation as a whole; `reflected` when it stands among the reflections.
    """

    key: str
    turn: int
    kind: str
    title: str
    day: str
    piece: str
    reflected: bool = False


class Seeking:
    """The searches of one window."""

    def __init__(self, history: History, reference: Reference) -> None:
        self._history, self._reference = history, reference
        self._finder: Finder | None = None
        self._plans: dict[str, Plan | None] = {}
        self._turns: dict[tuple[str, int], tuple[Turn, ...]] = {}

    def read_on(self) -> bool:
        """Read in the next piece of what was written; False once there is no more. Raises Problem H03, H20.

        A long history takes seconds, so it is read between other things; what is missing, the first question reads.
        """
        finder = self._finder = self._finder or Finder(self._history)
        return finder.read_on()

    def close(self) -> None:
        """Let go of what was read in."""
        if self._finder is not None:
            self._finder.close()
            self._finder = None
            self._plans.clear()

    def find(self, question: str, most: int = 30) -> tuple[FoundMoment, ...]:
        """What fits every word of a question. Raises Problem H03, H20."""
        finder = self._finder = self._finder or Finder(self._history)
        self._learn_lines(finder)
        found = (self._opening(hit) for hit in finder.find(question, most * 2))
        return tuple(dict.fromkeys(one for one in found if one is not None))[:most]

    def _learn_lines(self, finder: Finder) -> None:
        """Read every scenario text that was played from, once."""
        for row in texts_played(self._history):
            if row.scenario_digest not in self._plans:
                plan = self._plans[row.scenario_digest] = self._plan(row)
                if plan is not None:
                    finder.add_lines(_lines(plan))

    def _plan(self, row: SessionRow) -> Plan | None:
        try:
            return plan_then(self._history, row, self._reference)
        except Problem:
            return None

    def _opening(self, hit: Hit) -> FoundMoment | None:
        """Where a hit opens; None when its session is gone or damaged, or another scene was meant."""
        row = self._history.session(hit.key)
        run = self._run(row) if row is not None else None
        if row is None or run is None:
            return None
        turn = _turn_of(hit, run)
        if hit.kind is Kind.CHOSE and (turn is None or turn.scene.id != hit.scene):
            return None
        day = words.long_day(words.day(row.started))
        piece = " ".join(hit.piece.split())
        where = turn.number if turn else 0
        return FoundMoment(row.key, where, _KINDS[hit.kind], row.title, day, piece, hit.kind is Kind.REFLECTED)

    def _run(self, row: SessionRow) -> tuple[Turn, ...] | None:
        name, plan = (row.key, row.last), self._plans.get(row.scenario_digest)
        if name not in self._turns and plan is not None:
            try:
                self._turns[name] = turns(replay(plan, self._history.log(row.key)))
            except Problem:
                return None
        return self._turns.get(name)


def _turn_of(hit: Hit, run: tuple[Turn, ...]) -> Turn | None:
    """The turn that an event belongs to: an answer is one, own words come before one, a note is about one."""
    if hit.kind is Kind.SAID_OWN:
        return next((turn for turn in run if turn.event > hit.seq and turn.own), None)
    about = hit.seq if hit.kind is Kind.CHOSE else hit.number
    if hit.kind is Kind.REFLECTED:
        number = hit.name.removeprefix("turn-")
        about = int(number) if hit.name.startswith("turn-") and number.isdecimal() else 0
    return next((turn for turn in run if turn.event == about), None)


def _heard(lines: Sequence[SceneLine]) -> list[str]:
    return [line.text for line in lines]


def _lines(plan: Plan) -> list[Line]:
    scenario = plan.scenario
    return [
        Line(scenario.digest, scene.id, choice.id, "\n".join([*_heard(scene.lines), choice.say, *_heard(choice.reply)]))
        for scene in scenario.scenes.values()
        for choice in scene.choices
    ]
