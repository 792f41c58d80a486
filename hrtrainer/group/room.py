"""A room: the log so far, the conversation in it, and where the group stands. Replay and live are the same steps."""

from dataclasses import dataclass, replace

from hrtrainer.group.event import Counted
from hrtrainer.group.letters import Lettered, offered
from hrtrainer.group.reveals import Reveal, reveals
from hrtrainer.group.state import RoomState, Visit
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.scenario.model import NARRATOR, YOU, Choice, Line, Scenario, Scene
from hrtrainer.session import play
from hrtrainer.session.event import Started
from hrtrainer.session.plan import Plan, State

MOST_LINE_WORDS = 45
"""What can be read from the back row in one go."""


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """An immutable view on a group's log. `lens` is the set that replies are read through.

    `undone` are the totals that the open round had before, the newest last: they are in no log.
    """

    session: play.Session
    lens: PrincipleSet
    _states: list[RoomState]
    undone: tuple[Counted, ...] = ()

    @property
    def state(self) -> RoomState:
        """Where the room stands now."""
        return self._states[self.session.length - 1]

    @property
    def scenario(self) -> Scenario:
        """The scenario that is taken through."""
        return self.session.scenario

    def state_after(self, number: int) -> RoomState:
        """Where the room stood after the first `number` events (from 1)."""
        if not 1 <= number <= self.session.length:
            raise IndexError(number)
        return self._states[number - 1]

    def as_of(self, number: int) -> "Room":
        """The view on the first `number` events."""
        if not 1 <= number <= self.session.length:
            raise IndexError(number)
        return replace(self, session=replace(self.session, length=number), undone=())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Room):
            return NotImplemented
        length = self.session.length
        return self.session == other.session and self._states[:length] == other._states[: other.session.length]

    __hash__ = None  # type: ignore[assignment]

    # What a visit is about

    def scene(self, visit: Visit) -> Scene | None:
        """The scene of a visit; None where the conversation has ended."""
        return self.scenario.scenes[visit.scene] if visit.scene else None

    def before(self, visit: Visit) -> State:
        """How the conversation stood when the visit began."""
        return self.session.state_after(visit.began)

    def options(self, visit: Visit) -> tuple[Lettered, ...]:
        """The choices on offer at a visit, with their letters."""
        scene = self.scene(visit)
        return offered(scene, self.before(visit).choices) if scene else ()

    def choice(self, visit: Visit, choice_id: str) -> Choice:
        """A choice on offer at a visit."""
        return next(one.choice for one in self.options(visit) if one.choice.id == choice_id)

    def after_reply(self, visit: Visit, branch: str) -> State:
        """How the conversation stands after the reply of a visit, or of a what-if there."""
        if not branch:
            return self.session.state_after(visit.answered)
        plan = self.session.plan
        return play.take(plan, self.before(visit), plan.stops[visit.scene].steps[branch])

    def reply_lines(self, visit: Visit, branch: str) -> tuple[Line, ...]:
        """What the person answers to the reply of a visit, or to that of a what-if there; what follows is left out."""
        choice = self.choice(visit, branch or visit.reply)
        return tuple(line for line in self.after_reply(visit, branch).lines if line in choice.reply)

    def scene_lines(self, visit: Visit) -> tuple[Line, ...]:
        """What is heard when a visit begins, without the answer to the reply before it."""
        lines = self.before(visit).lines
        at = self.state.visits.index(visit)
        if at == 0:
            return lines
        answered = self.reply_lines(self.state.visits[at - 1], "")
        return tuple(line for line in lines if line not in answered)

    def asked(self, visit: Visit) -> tuple[Line, ...]:
        """What a person said last before a decision: of one mouth, without a break, and short enough to be read."""
        lines = list(self.before(visit).lines)
        while lines and lines[-1].speaker in (NARRATOR, YOU):
            lines.pop()
        said: list[Line] = []
        while lines and (not said or lines[-1].speaker == said[0].speaker):
            if said and sum(len(line.text.split()) for line in (*said, lines[-1])) > MOST_LINE_WORDS:
                break
            said.insert(0, lines.pop())
        return tuple(said)

    def reveals(self, visit: Visit, branch: str) -> tuple[Reveal, ...]:
        """The principles that the reply of a visit, or of a what-if there, touches: what helped first."""
        options = [one.choice for one in self.options(visit)]
        return reveals(self.lens, self.choice(visit, branch or visit.reply), options)


def begin(plan: Plan, started: Started, lens: PrincipleSet) -> Room:
    """The room that an event of kind Started opens."""
    return Room(play.begin(plan, started), lens, [RoomState(since=started.at)])
