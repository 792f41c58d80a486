"""A room on the shelf: it comes back in its stage, black, with its votes; a count is written over, never added to."""

import pytest

from hrtrainer.group.event import Counted
from hrtrainer.history.rooms import recount, rooms
from hrtrainer.history.store import History
from hrtrainer.session.event import Chose
from tests.group.rooms import Lead


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
