"""A room that is left in any stage comes back in it, black, with its votes: through the file of a real history."""

import sqlite3
from pathlib import Path

import pytest

from hrtrainer.facilitating import Facilitating, gather, gather_again
from hrtrainer.group.action import Action
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.stage import VOTES, Cover, Stage
from hrtrainer.group.votes import runs
from hrtrainer.history.rooms import rooms
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
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


def test_no_order_of_votes_is_left_in_any_file(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    room = led(history)
    while room.room.state.spot.stage is not Stage.VOTE_1:
        press_on(room)
    for number in (2, 1, 2, 1):
        room.wish(Action.OPTION, number)
    before = b"[[1, 1, 0, 0], 0, 22]"
    assert any(before in path.read_bytes() for path in tmp_path.iterdir())
    room.wish(Action.FORWARD)
    assert not any(before in path.read_bytes() for path in tmp_path.iterdir())
    assert any(b"[[2, 2, 0, 0], 0, 22]" in path.read_bytes() for path in tmp_path.iterdir())
    history.close()


def test_the_working_log_can_be_deleted_and_nothing_of_it_stays(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")
    room = led(history)
    room.park("the rides home")
    room.delete_log()
    assert rooms(history) == ()
    assert not any(b"the rides home" in path.read_bytes() for path in tmp_path.iterdir())
    before = room.room
    with pytest.raises(Problem, match="not in the history any more"):
        room.park("too late")
    assert room.room is before
    history.close()


def test_what_could_not_be_kept_has_not_happened() -> None:
    history = History.in_memory()
    room = led(history)
    before = room.room
    history.connection.execute("CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'full'); END")
    for wish in (Action.FORWARD, Action.BLACK):
        with pytest.raises(sqlite3.IntegrityError):
            room.wish(wish)
        assert room.room == before and room.room is before
    history.connection.execute("DROP TRIGGER full")
    room.wish(Action.FORWARD)
    assert room.room.session.log == history.log(room.key)
    history.close()


def test_an_ended_room_is_closed_and_everything_that_can_be_written_is_kept() -> None:
    history = History.in_memory()
    room = led(history)
    room.plan(Agenda(turning_points=("counter",), support="Rosa"))
    while room.room.state.spot.stage is not Stage.DEBRIEF:
        press_on(room)
    principle = room.room.lens.principles[0].id
    room.read(1, "", principle, "both")
    room.note("from the room", private=False)
    room.note("for me", private=True, stage="reply")
    room.park("rides")
    room.give(1, "Management")
    room.add("plus", "asked")
    while room.room.state.spot.stage is not Stage.REPORT:
        room.wish(Action.FORWARD)
    room.strike("plus.1", True)
    room.saved("digest")
    state = room.room.state
    assert (state.saved, state.struck, len(state.notes), len(state.readings)) == ("digest", {"plus.1"}, 2, 1)
    room.wish(Action.END)
    (row,) = rooms(history)
    assert row.ending == "ended"
    again = gather_again(history, row, reference(), Clock())
    assert again.room == room.room and again.room.state.ended
    history.close()


def test_a_split_is_settled_in_one_of_the_ways_on_offer() -> None:
    history = History.in_memory()
    room = led(history)
    while room.room.state.spot.stage is not Stage.VOTE_2:
        press_on(room)
    room.count((10, 9, 0, 0), 3)
    room.wish(Action.FORWARD)
    room.commit(runs(room.room.state.visits[0])[1])
    visit = room.room.state.visits[0]
    assert (visit.reply, visit.other, visit.how) == ("form-first", "oh-jess", "both")
    history.close()
