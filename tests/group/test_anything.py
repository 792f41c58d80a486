"""Whatever a log says: it is taken or refused with a sentence, and every page can be made of what was taken."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from hrtrainer.group.folding import after
from hrtrainer.group.report import digest, group_report
from hrtrainer.group.room import Room
from hrtrainer.pages.gathering import gathering_page
from hrtrainer.pages.presenter_of import presenter_page
from hrtrainer.pages.wall_of import uncovered, wall_of
from hrtrainer.problem import Problem
from hrtrainer.session.event import Event
from hrtrainer.session.telling import teller
from tests.group.rooms import reference
from tests.group.test_invariants import stations
from tests.history.test_rows import LATER


@cache
def rooms() -> list[Room]:
    return stations()


@settings(deadline=None)
@given(st.integers(0, 10**6), st.lists(LATER, min_size=1, max_size=6))
def test_any_events_are_taken_or_refused(at: int, events: list[Event]) -> None:
    room = rooms()[at % len(rooms())]
    for event in events:
        before = room.state
        try:
            room = after(room, event)
        except Problem as problem:
            assert problem.message and room.state == before
    shown = wall_of(room, reference()), uncovered(room, reference())
    assert shown == (wall_of(room, reference()), uncovered(room, reference()))
    assert presenter_page(room, reference()).wall == shown[0]
    assert gathering_page(room.state, teller(room.session, reference(), room.lens.id)).title
    assert digest(group_report(room, reference()))
