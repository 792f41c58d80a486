"""A sitting: one person at one conversation. The only holder and writer of a session, with or without a window.

The whole order is: first the rules, then the disk, then whoever shows it. What was refused changed nothing.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import uuid4

from hrtrainer.history.rows import SessionRow
from hrtrainer.history.store import History
from hrtrainer.principles.read import read_yardstick
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference, read_region
from hrtrainer.scenario.reader import Reading, read_scenario
from hrtrainer.session.event import (
    COACHED,
    Chose,
    Event,
    Guessed,
    LensChanged,
    Reflected,
    Rewound,
    SaidOwn,
    SawDifferently,
    Shared,
    Started,
    WentOn,
)
from hrtrainer.session.packing import Choices
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.session.play import Session, after, begin, replay
from hrtrainer.session.turns import previous, turns


def now() -> int:
    """Milliseconds since 1970 in UTC, by this computer's clock."""
    return time.time_ns() // 1_000_000


def draw_seed() -> int:
    """A seed for a new session: short enough to be read out."""
    return secrets.randbelow(9000) + 1000


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants to play: lens, region, tempo, their name, the seed of the day, and whether to keep it."""

    lens: str
    region: str
    tempo: str = COACHED
    code_name: str = ""
    seed: int = 1
    kept: bool = True


class Sitting:
    """One conversation being played and kept. `clock` gives milliseconds since 1970.

    `reference` is what it is read against: the data of today for a new session, the data of then for a kept one.
    """

    def __init__(
        self, history: History, session: Session, reference: Reference, clock: Callable[[], int] = now
    ) -> None:
        self._history = history
        self._clock = clock
        self.session = session
        self.reference = reference

    @property
    def kept(self) -> bool:
        """Whether what happens here outlasts this program."""
        return self._history.on_disk

    @property
    def key(self) -> str:
        """The key that history knows the session by."""
        return self.session.started.session

    def choose(self, choice: str, unsure: bool = False) -> None:
        """Take a choice. Raises Problem P01, P02, H04."""
        self._add(Chose(self._clock(), choice, unsure))

    def say(self, text: str) -> None:
        """Say own words. Raises Problem P02, H04."""
        self._add(SaidOwn(self._clock(), text))

    def go_on(self) -> None:
        """Go on by the scene's `otherwise` after own words. Raises Problem P04, H04."""
        self._add(WentOn(self._clock()))

    def rewind(self, to: int | None = None) -> bool:
        """Take the last answer back, or go back to event `to`. False when there is nothing to take back."""
        target = previous(self.session) if to is None else to
        if target is None:
            return False
        self._add(Rewound(self._clock(), target))
        return True

    def guess(self, marks: tuple[tuple[str, str], ...], left: str, sure: str) -> None:
        """Keep how the person thinks it went."""
        self._add(Guessed(self._clock(), marks, left, sure))

    def reflect(self, question: str, text: str) -> None:
        """Keep an answer to a question of the debrief."""
        self._add(Reflected(self._clock(), question, text))

    def see_differently(self, answer_event: int, text: str) -> None:
        """Keep that the person sees an answer's marks differently."""
        self._add(SawDifferently(self._clock(), answer_event, text))

    def change_lens(self, lens: str) -> None:
        """Read the session through another principle set from here on."""
        self._add(LensChanged(self._clock(), lens))

    def share(self, form: str, file: str, choices: Choices) -> None:
        """Keep that it was saved for somebody else to read: as what, and what of it."""
        self._add(Shared(self._clock(), form, file, choices.struck_in(self.key), choices.parts_in_order()))

    def _add(self, event: Event) -> None:
        session = after(self.session, event)
        ending = session.state.ending
        self._history.append(
            self.key,
            event,
            turns=len(turns(session)),
            ending=(ending.id, ending.kind) if ending else None,
        )
        self.session = session


def sit_down(
    history: History, reading: Reading, reference: Reference, wishes: Wishes, clock: Callable[[], int] = now
) -> Sitting:
    """A new sitting with a scenario that was read. Raises Problem P07 (cannot be opened), C11 (an odd wish), H04."""
    return Sitting(history, begin_session(history, reading, reference, wishes, clock), reference, clock)


def begin_session(
    history: History, reading: Reading, reference: Reference, wishes: Wishes, clock: Callable[[], int] = now
) -> Session:
    """A new session, kept with every text it is played from. Raises Problem P07, C11, H04."""
    scenario = reading.scenario
    if scenario is None:
        raise Problem("P07", f"'{reading.file}' cannot be opened.", "Look at what is listed beside it in the library.")
    if wishes.lens not in reference.yardstick.sets:
        raise Problem(
            "C11", f"There is no principle set '{wishes.lens}'.", f"known are: {', '.join(reference.yardstick.sets)}"
        )
    if wishes.region not in reference.regions:
        raise Problem("C11", f"There is no region '{wishes.region}'.", f"known are: {', '.join(reference.regions)}")
    region = reference.regions[wishes.region]
    started = Started(
        at=clock(), session=uuid4().hex, scenario=scenario.id, scenario_digest=scenario.digest,
        principles_digest=reference.yardstick.digest, region_digest=region.digest, seed=wishes.seed, lens=wishes.lens,
        region=wishes.region, tempo=wishes.tempo, code_name=wishes.code_name,
    )  # fmt: skip
    texts = {
        scenario.digest: ("scenario", reading.source),
        reference.yardstick.digest: ("principles", reference.principles_text),
        region.digest: ("region", region.text),
    }
    session = begin(prepare(scenario), started)
    history.begin(started, scenario.title, texts)
    return session


def sit_down_again(history: History, row: SessionRow, reference: Reference, clock: Callable[[], int] = now) -> Sitting:
    """The sitting of a kept session, as it was left. Raises Problem H03, H05 when it cannot be read."""
    session, as_then = open_session(history, row, reference)
    return Sitting(history, session, as_then, clock)


def open_session(history: History, row: SessionRow, reference: Reference) -> tuple[Session, Reference]:
    """A kept session, replayed against the very texts it was played with, and the reference data as it was then."""
    session = replay(plan_then(history, row, reference), history.log(row.key))
    return session, reference_then(history, row, reference)


def plan_then(history: History, row: SessionRow, reference: Reference) -> Plan:
    """The plan of the scenario as it was when a session was played. Raises Problem H03, H05."""
    text = history.text(row.scenario_digest)
    reading = read_scenario(text, row.scenario, reference.known) if text is not None else None
    if reading is None or reading.scenario is None:
        raise Problem(
            "H05",
            f"The conversation of '{row.title}' was kept, but its text cannot be read.",
            "Your other sessions are not touched.",
        )
    return prepare(reading.scenario)


def reference_then(history: History, row: SessionRow, reference: Reference) -> Reference:
    """The reference data with the principles and the region that a session was played with. Raises Problem H03."""
    principles, region = history.text(row.principles_digest), history.text(row.region_digest)
    if principles is not None and row.principles_digest != reference.yardstick.digest:
        reference = replace(reference, yardstick=read_yardstick(principles), principles_text=principles)
    if region is not None:
        then = read_region(region, f"{row.region}.yaml")
        reference = replace(reference, regions={**reference.regions, then.id: then})
    return reference
