"""A room being led: the only holder and writer of a group's log. First the rules, then the disk, then both windows."""

from collections.abc import Callable
from dataclasses import replace

from hrtrainer.group.action import Action
from hrtrainer.group.actions import act
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.event import (
    Added,
    CameBack,
    Committed,
    Counted,
    Noted,
    Owned,
    Parked,
    Planned,
    ReadByRoom,
    Saved,
    SetUp,
    Struck,
)
from hrtrainer.group.folding import replay
from hrtrainer.group.room import Room, begin
from hrtrainer.group.stage import VOTES
from hrtrainer.group.timing import usual_agenda
from hrtrainer.group.votes import Run
from hrtrainer.group.voting import Deed, count, done
from hrtrainer.history.rooms import recount, settle
from hrtrainer.history.rows import SessionRow
from hrtrainer.history.store import History
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from hrtrainer.session.event import GROUP, Event
from hrtrainer.sitting import Wishes, begin_session, now, open_session


class Facilitating:
    """One group being led and kept. `clock` gives milliseconds since 1970.

    Every method raises Problem G01-G04 when it is refused and H04 when it cannot be kept; then nothing has changed.
    """

    def __init__(self, history: History, room: Room, reference: Reference, clock: Callable[[], int] = now) -> None:
        self._history = history
        self._clock = clock
        self.room = room
        self.reference = reference

    @property
    def key(self) -> str:
        """The key that history knows the room by."""
        return self.room.session.started.session

    def wish(self, action: Action, number: int = 0) -> bool:
        """Do what was wished for; False where there was nothing to do. `number` is which reply or step, from 1."""
        deed = act(self.room, action, self._clock(), number)
        if deed is not None:
            self._do(deed)
        return deed is not None

    def count(self, totals: tuple[int, ...], passes: int) -> None:
        """Type the totals of the open round."""
        self._do(count(self.room, totals, passes))

    def set_up(self, people: int, method: str, tables: int = 0, scale: int = 100, screens: str = "") -> None:
        """Say how many are here, how they vote, and which screens there are."""
        self._add(SetUp(self._clock(), people, method, tables, scale, screens))

    def plan(self, agenda: Agenda) -> None:
        """Settle the agenda."""
        self._add(Planned(self._clock(), agenda))

    def commit(self, run: Run) -> None:
        """Settle on a reply in one of the ways that are offered."""
        self._add(Committed(self._clock(), run.reply, run.how, run.other))

    def note(self, text: str, private: bool, visit: int | None = None, stage: str = "") -> None:
        """Write down something at the spot in view, or at another."""
        spot = self.room.state.spot
        at = spot.visit if visit is None else visit
        self._add(Noted(self._clock(), at, stage or spot.stage, text, private))

    def read(self, visit: int, branch: str, principle: str, mark: str) -> None:
        """Keep how the room itself reads a reply on a principle; an empty mark takes it back."""
        self._add(ReadByRoom(self._clock(), visit, branch, principle, mark))

    def park(self, text: str) -> None:
        """Put something aside for later."""
        self._add(Parked(self._clock(), text))

    def give(self, item: int, owner: str) -> None:
        """Say whose a parked item is; an empty owner is nobody."""
        self._add(Owned(self._clock(), item, owner))

    def add(self, column: str, text: str) -> None:
        """Add a line to plus, delta or try."""
        self._add(Added(self._clock(), column, text))

    def strike(self, line: str, on: bool) -> None:
        """Strike a line of the report, or let it stand again."""
        self._add(Struck(self._clock(), line, on))

    def came_back(self) -> None:
        """The screen was lost and is there again, or the program was started again: the wall is black."""
        self._add(CameBack(self._clock()))

    def saved(self, digest: str) -> None:
        """The report was saved."""
        self._add(Saved(self._clock(), digest))

    def delete_log(self) -> None:
        """Take the whole working log out of the history, so that no byte stays. The saved report is not touched."""
        self._history.delete(self.key)

    def _add(self, event: Event) -> None:
        self._do(Deed(event))

    def _do(self, deed: Deed) -> None:
        room, line = done(self.room, deed)
        if line and isinstance(deed.event, Counted):
            recount(self._history, self.key, line, deed.event)
        else:
            ended = ("ended", GROUP) if room.state.ended else None
            answered = sum(bool(visit.answered) for visit in room.state.visits)
            self._history.append(self.key, deed.event, turns=answered, ending=ended)
        voted, self.room = self.room.state.spot.stage in VOTES, room
        if voted and room.state.spot.stage not in VOTES:
            settle(self._history)


def gather(
    history: History, reading: Reading, reference: Reference, wishes: Wishes, clock: Callable[[], int] = now
) -> Facilitating:
    """A new room with a scenario that was read, and the usual plan of an hour. Raises Problem P07, C11, H04."""
    session = begin_session(history, reading, reference, replace(wishes, tempo=GROUP, code_name=""), clock)
    room = begin(session.plan, session.started, reference.yardstick.sets[wishes.lens])
    led = Facilitating(history, room, reference, clock)
    led.plan(usual_agenda(room.scenario))
    return led


def gather_again(
    history: History, row: SessionRow, reference: Reference, clock: Callable[[], int] = now
) -> Facilitating:
    """The room of a kept log, in the stage it was in; its wall is black. Raises Problem H03, H04, H05."""
    session, as_then = open_session(history, row, reference)
    room = replay(session.plan, session.log, as_then.yardstick.sets[row.lens])
    led = Facilitating(history, room, as_then, clock)
    if not room.state.ended:
        led.came_back()
    return led
