"""The answered decisions of a session: those that stand, numbered from 1, and those that were taken back."""

from dataclasses import dataclass
from typing import TypeVar

from hrtrainer.scenario.model import Choice, Line, Scene
from hrtrainer.session.event import Chose, Event, LensChanged, Rewound, WentOn
from hrtrainer.session.plan import State
from hrtrainer.session.play import Session

T = TypeVar("T", bound=Event)


@dataclass(frozen=True, slots=True)
class Turn:
    """One answered decision.

    `number` counts from 1 along the line that stands; `event` is the number of its event in the log. `own` holds own
    words said before it; with own words the turn carries no marks. `choice` is None when the conversation went on by
    the scene's `otherwise`. `asked` are the lines heard before the decision, `answered` those that followed it.
    """

    number: int
    event: int
    scene: Scene
    available: tuple[Choice, ...]
    choice: Choice | None
    own: str
    unsure: bool
    before: State
    after: State

    @property
    def marked(self) -> bool:
        """Whether this turn carries marks: a choice, and no own words."""
        return self.choice is not None and not self.own

    @property
    def asked(self) -> tuple[Line, ...]:
        """What was heard before the decision."""
        return self.before.lines

    @property
    def answered(self) -> tuple[Line, ...]:
        """What followed the decision, up to the next."""
        return self.after.lines


def turns(session: Session) -> tuple[Turn, ...]:
    """The turns of the line that stands now."""
    return _turns(session, standing(session))


def withdrawn(session: Session) -> tuple[Turn, ...]:
    """The turns that were taken back, each numbered as it was when it was taken."""
    stands = set(standing(session))
    found: list[Turn] = []
    for number, line in enumerate(_lines(session), start=1):
        if number not in stands and isinstance(session.event(number), Chose | WentOn):
            found.append(_turns(session, line)[-1])
    return tuple(found)


def standing(session: Session) -> tuple[int, ...]:
    """The numbers of the events that stand: the log without what was taken back."""
    return _lines(session)[-1]


def previous(session: Session) -> int | None:
    """The event number to rewind to in order to take the last answer back, or None when there is none."""
    line = standing(session)
    for at in range(len(line) - 1, 0, -1):
        if isinstance(session.event(line[at]), Chose | WentOn):
            before = at - 1
            while before > 0 and session.state_after(line[before]).own:
                before -= 1
            return line[before]
    return None


def lens(session: Session) -> str:
    """The id of the principle set the session is read through now."""
    for event in reversed(session.log):
        if isinstance(event, LensChanged):
            return event.lens
    return session.started.lens


def latest(session: Session, kind: type[T]) -> T | None:
    """The newest event of one kind, or None."""
    return next((event for event in reversed(session.log) if isinstance(event, kind)), None)


def _lines(session: Session) -> list[tuple[int, ...]]:
    """For each event, the numbers of the events that stand after it."""
    lines: list[tuple[int, ...]] = []
    for number, event in enumerate(session.log, start=1):
        if isinstance(event, Rewound):
            lines.append(lines[event.to - 1])
        else:
            lines.append((*(lines[-1] if lines else ()), number))
    return lines


def _turns(session: Session, line: tuple[int, ...]) -> tuple[Turn, ...]:
    found: list[Turn] = []
    before = session.state_after(line[0])
    for number in line:
        event, state = session.event(number), session.state_after(number)
        if isinstance(event, Chose | WentOn) and before.scene is not None:
            taken = event.choice if isinstance(event, Chose) else ""
            found.append(
                Turn(
                    number=len(found) + 1,
                    event=number,
                    scene=before.scene,
                    available=before.choices,
                    choice=next((choice for choice in before.choices if choice.id == taken), None),
                    own=before.own,
                    unsure=isinstance(event, Chose) and event.unsure,
                    before=before,
                    after=state,
                )
            )
        before = state
    return tuple(found)
