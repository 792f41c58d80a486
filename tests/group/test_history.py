"""A room on the shelf: it comes back in its stage, black, with its votes; a count is written over, never added to."""

from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.group.event import Counted
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.rooms import recount, rooms
from hrtrainer.history.store import History
from hrtrainer.history.transfer import record_of
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose
from tests.group.rooms import Lead
from tests.history.test_lasting import full


def test_only_the_count_of_a_round_can_be_written_over() -> None:
    lead = Lead.of()
    history = History.in_memory()
    started = lead.room.session.started
    history.begin(started, "In a rush", {})
    history.append("room-1", Counted(5, 1, (1, 0), 0, 9), turns=0, ending=None)
    history.append("room-1", Chose(6, "a"), turns=1, ending=None)
    recount(history, "room-1", 2, Counted(5, 1, (1, 2), 3, 9))
    assert history.log("room-1") == (started, Counted(5, 1, (1, 2), 3, 9), Chose(6, "a"))
    for seq, event in ((3, Counted(6, 1, (), 0, 9)), (2, Counted(5, 2, (), 0, 9)), (2, Counted(7, 1, (), 0, 9))):
        with pytest.raises(ValueError):
            recount(history, "room-1", seq, event)
    assert history.log("room-1")[1:] == (Counted(5, 1, (1, 2), 3, 9), Chose(6, "a"))
    history.close()


def test_rooms_are_not_among_what_somebody_practised() -> None:
    history = History.in_memory()
    started = Lead.of().room.session.started
    history.begin(started, "In a rush", {})
    history.append("room-1", Chose(6, "a"), turns=1, ending=("thursday", "connected"))
    assert (history.sessions(), history.unfinished(), history.latest(), dict(history.played())) == ((), (), None, {})
    assert [row.key for row in rooms(history)] == ["room-1"]
    assert len(history.log("room-1")) == 2
    history.close()


class Turned:
    """A seal that anybody could open: it turns words round, and says where they stand."""

    def close(self, words: str, place: str) -> str:
        return f"{place}|{words[::-1]}"

    def open(self, kept: str, place: str) -> str:
        where, _, words = kept.partition("|")
        if where != place:
            raise ValueError(place)
        return words[::-1]


def test_a_count_that_is_written_over_goes_through_the_seal(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db", Turned())
    started = Lead.of().room.session.started
    history.begin(started, "In a rush", {})
    history.append("room-1", Counted(started.at, 1, (1, 0), 0, 9), turns=0, ending=None)
    recount(history, "room-1", 2, Counted(started.at, 1, (4, 5), 0, 9))
    assert history.log("room-1")[1] == Counted(started.at, 1, (4, 5), 0, 9)
    history.close()
    plain = History(tmp_path / "history.db")
    with pytest.raises(Problem):
        plain.log("room-1")
    plain.close()


def test_a_full_disk_lets_the_vote_go_on_and_its_totals_are_kept_when_there_is_room(tmp_path: Path) -> None:
    path, started = tmp_path / "history.db", Lead.of().room.session.started
    first, last = Counted(started.at, 1, (1, 0), 0, 9), Counted(started.at, 1, (4, 5), 0, 9)
    with closing(LastingHistory(path)) as history:
        history.begin(started, "In a rush", {})
        history.append("room-1", first, turns=0, ending=None)
        with full(history):
            history.connection.execute("PRAGMA query_only=ON")
            recount(history, "room-1", 2, last)
            assert history.trouble is not None and history.log("room-1")[1] == last
            with closing(History.to_read(path)) as there:
                assert there.log("room-1")[1] == first
        history.append("room-1", Chose(started.at + 6, "a"), turns=1, ending=None)
        assert history.trouble is None
    with closing(History.to_read(path)) as there:
        assert there.log("room-1")[1:] == (last, Chose(started.at + 6, "a"))


def test_a_file_that_goes_after_a_count_was_written_over_comes_back_with_the_last_totals(tmp_path: Path) -> None:
    folder, started = tmp_path / "here", Lead.of().room.session.started
    last = Counted(started.at, 1, (4, 5), 0, 9)
    with closing(LastingHistory(folder / "history.db")) as history:
        history.begin(started, "In a rush", {})
        history.append("room-1", Counted(started.at, 1, (1, 0), 0, 9), turns=0, ending=None)
        recount(history, "room-1", 2, last)
        assert history._touched["room-1"][0].rows[1] == record_of(history.connection, "room-1").rows[1]
        folder.rename(tmp_path / "elsewhere")
        history.append("room-1", Chose(started.at + 6, "a"), turns=1, ending=None)
        assert history.trouble is not None and history.log("room-1")[1] == last
