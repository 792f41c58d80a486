"""A room that is left in any stage comes back in it, black, with its votes: through the file of a real history."""

from pathlib import Path

from hrtrainer.facilitating import Facilitating, gather, gather_again
from hrtrainer.group.action import Action
from hrtrainer.group.stage import VOTES, Cover, Stage
from hrtrainer.history.rooms import rooms
from hrtrainer.history.store import History
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.sitting import Wishes
from tests.group.rooms import LENS, START, reference
from tests.stage import SCENARIOS


class Clock:
    """A second later, each time."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> int:
        self.at += 1000
        return self.at


def led(history: History) -> Facilitating:
    path = SCENARIOS / "in-a-rush.yaml"
    reading = read_scenario(path.read_text(encoding="utf-8"), path.name, reference().known)
    room = gather(history, reading, reference(), Wishes(LENS, "canada-bc"), Clock())
    room.set_up(22, "cards", screens="two")
    return room


def press_on(led: Facilitating) -> None:
    """One press on, with what each stage wants before it."""
    stage = led.room.state.spot.stage
    if stage in VOTES:
        for number in (1, 2, 2, 3):
            led.wish(Action.OPTION, number)
        led.wish(Action.UNDO)
    if stage is Stage.COMMIT:
        led.wish(Action.OPTION, 2)
    if stage is Stage.WHAT_IF:
        led.wish(Action.OPTION, 1)
    elif stage is Stage.CROSSROADS and led.room.state.visit and not led.room.state.visit.tried:
        led.wish(Action.WHAT_IF)
    elif stage is Stage.CROSSROADS and led.room.state.spot.visit == 2:
        led.wish(Action.CLOSE)
    else:
        led.wish(Action.FORWARD)


def test_a_room_left_in_any_stage_comes_back_in_it_black_with_its_votes(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    room = led(history)
    seen = set()
    while room.room.state.spot.stage is not Stage.REPORT:
        seen.add(room.room.state.spot.stage)
        other = History(tmp_path / "history.db")  # as the program finds the file after it was killed
        (row,) = rooms(other)
        again = gather_again(other, row, reference(), Clock())
        assert again.room.as_of(again.room.session.length - 1) == room.room
        state, before = again.room.state, room.room.state
        assert (state.walked, state.at, state.visits, state.people) == (
            *(before.walked, before.at),
            *(before.visits, before.people),
        )
        assert state.covers[-1] is Cover.BLACK
        other.close()
        room = gather_again(history, row, reference(), room._clock)
        press_on(room)
    assert seen == set(Stage) - {Stage.REPORT}
    history.close()


def test_undo_is_forgotten_with_the_program_but_no_vote_is() -> None:
    history = History.in_memory()
    room = led(history)
    while room.room.state.spot.stage is not Stage.VOTE_1:
        press_on(room)
    for _ in range(3):
        room.wish(Action.OPTION, 1)
    (row,) = rooms(history)
    again = gather_again(history, row, reference(), Clock())
    assert again.room.state.visits[0].rounds[0].totals == (3, 0, 0, 0)
    assert sum(kind.__name__ == "Counted" for kind in map(type, again.room.session.log)) == 1
    history.close()
