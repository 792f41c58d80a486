"""Rows: every kind of event comes back as it went in, and no field can change unseen."""

import dataclasses
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrtrainer.group.agenda import Agenda
from hrtrainer.group.event import (
    Added,
    CameBack,
    Committed,
    Counted,
    Covered,
    Ended,
    GroupEvent,
    Noted,
    Owned,
    Parked,
    Planned,
    Prompted,
    ReadByRoom,
    Saved,
    SetUp,
    ShowedCounts,
    Spotlit,
    Struck,
    WentTo,
)
from hrtrainer.group.stage import Cover, Spot, Stage
from hrtrainer.history.group_rows import GroupKind
from hrtrainer.history.rows import Damage, Kind, checksum, event_of, events_of, row_of
from hrtrainer.history.store import History
from hrtrainer.history.values import restored, stored
from hrtrainer.session.event import (
    Beside,
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

# Everything a str can hold: NUL, lone newlines, half surrogate pairs, right-to-left marks, nothing at all.
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.sampled_from(
        ["", "\n", "\r", "\r\n", "\0", "a\0b", "\ud83d", "\ude00\ud83d", "\u202eevil", "é", "e\u0301", "😀"]
    ),
)
NUMBER = st.integers(-(2**63), 2**63 - 1)
STARTED = st.builds(Started, NUMBER, *[TEXT] * 5, NUMBER, *[TEXT] * 4)
LATER = st.one_of(
    st.builds(Chose, NUMBER, TEXT, st.booleans()),
    st.builds(SaidOwn, NUMBER, TEXT),
    st.builds(WentOn, NUMBER),
    st.builds(Rewound, NUMBER, NUMBER),
    st.builds(Guessed, NUMBER, st.lists(st.tuples(TEXT, TEXT)).map(tuple), TEXT, TEXT),
    st.builds(Reflected, NUMBER, TEXT, TEXT),
    st.builds(SawDifferently, NUMBER, NUMBER, TEXT),
    st.builds(LensChanged, NUMBER, TEXT),
    st.builds(
        Shared, NUMBER, TEXT, st.one_of(TEXT, st.just('["a", "b"]')), NUMBER, st.lists(TEXT, max_size=3).map(tuple)
    ),
)
WHOLE = st.integers(-(2**31), 2**31)
AGENDA = st.builds(
    Agenda, WHOLE, st.lists(TEXT).map(tuple), TEXT, st.lists(WHOLE).map(tuple), st.lists(WHOLE).map(tuple),
    st.lists(TEXT).map(tuple), TEXT, st.lists(TEXT).map(tuple), TEXT, TEXT, WHOLE, st.booleans(), st.booleans(),
)  # fmt: skip
OF_GROUP = st.one_of(
    st.builds(SetUp, NUMBER, NUMBER, TEXT, WHOLE, WHOLE, TEXT),
    st.builds(Planned, NUMBER, AGENDA),
    st.builds(WentTo, NUMBER, st.builds(Spot, st.sampled_from(Stage), NUMBER, WHOLE, TEXT)),
    st.builds(Counted, NUMBER, NUMBER, st.lists(WHOLE).map(tuple), WHOLE, WHOLE),
    st.builds(Committed, NUMBER, TEXT, TEXT, TEXT),
    st.builds(Covered, NUMBER, st.sampled_from(Cover), st.booleans()),
    st.builds(Spotlit, NUMBER, TEXT),
    st.builds(ShowedCounts, NUMBER, st.booleans()),
    st.builds(Prompted, NUMBER, NUMBER),
    st.builds(CameBack, NUMBER),
    st.builds(Noted, NUMBER, NUMBER, TEXT, TEXT, st.booleans()),
    st.builds(ReadByRoom, NUMBER, NUMBER, TEXT, TEXT, TEXT),
    st.builds(Parked, NUMBER, TEXT),
    st.builds(Owned, NUMBER, NUMBER, TEXT),
    st.builds(Added, NUMBER, TEXT, TEXT),
    st.builds(Struck, NUMBER, TEXT, st.booleans()),
    st.builds(Saved, NUMBER, TEXT),
    st.builds(Ended, NUMBER),
)
LATER = st.one_of(LATER, OF_GROUP)
FIRST = Started(1, "s", "visit", "d1", "d2", "d3", 7, "nvc", "at")


def test_every_kind_of_event_has_its_own_number() -> None:
    samples = (
        *(FIRST, Chose(1, "a"), SaidOwn(1, "a"), WentOn(1), Rewound(1, 1), Guessed(1, (), "", "")),
        *(Reflected(1, "q", "t"), SawDifferently(1, 1, "t"), LensChanged(1, "l"), Shared(1, "pdf", "f")),
    )
    assert {type(event) for event in samples} == set(get_args(Event)) - {Beside}
    assert [row_of(event).kind for event in samples] == list(Kind)


def test_every_kind_of_group_event_has_its_own_number() -> None:
    samples = (
        *(SetUp(1, 1, "cards"), Planned(1, Agenda()), WentTo(1, Spot(Stage.HOLD)), Counted(1, 1, (), 0, 1)),
        *(Committed(1, "a", "room"), Covered(1, Cover.BLACK, True), Spotlit(1, "a"), ShowedCounts(1, True)),
        *(Prompted(1, 0), CameBack(1), Noted(1, 0, "hold", "a", True), ReadByRoom(1, 1, "", "p", "m")),
        *(Parked(1, "a"), Owned(1, 1, "a"), Added(1, "plus", "a"), Struck(1, "a", True), Saved(1, "a"), Ended(1)),
    )
    assert {type(event) for event in samples} == set(get_args(GroupEvent))
    assert [row_of(event).kind for event in samples] == list(GroupKind)
    assert not {kind.value for kind in GroupKind} & {kind.value for kind in Kind}


def test_something_beside_a_conversation_that_is_no_group_event_is_our_own_fault() -> None:
    with pytest.raises(TypeError):
        row_of(Beside(1))


@given(TEXT)
def test_any_text_can_be_stored(text: str) -> None:
    assert restored(stored(text)) == text


@given(LATER)
def test_event_to_row_and_back(event: Event) -> None:
    assert event_of(row_of(event), FIRST) == event


@settings(max_examples=200, deadline=None)
@given(STARTED, st.lists(LATER, max_size=8), TEXT)
def test_a_log_comes_back_from_the_database_as_it_went_in(started: Started, later: list[Event], title: str) -> None:
    history = History.in_memory()
    try:
        history.begin(started, title, {})
        for event in later:
            history.append(started.session, event, turns=1, ending=None)
        assert history.log(started.session) == (started, *later)
        (row,) = history.sessions()
        assert (row.title, row.code_name, row.seed, row.tempo) == (
            title,
            started.code_name,
            started.seed,
            started.tempo,
        )
    finally:
        history.close()


@given(LATER, TEXT, NUMBER, st.data())
def test_the_checksum_changes_with_any_field(event: Event, key: str, seq: int, data: st.DataObject) -> None:
    row = row_of(event)
    before = checksum(key, seq, row)
    for field in dataclasses.fields(row):
        old = getattr(row, field.name)
        new = data.draw((TEXT if isinstance(old, str) else NUMBER).filter(lambda value, old=old: value != old))
        assert checksum(key, seq, dataclasses.replace(row, **{field.name: new})) != before, field.name
    assert checksum(key + "x", seq, row) != before
    assert checksum(key, seq ^ 1, row) != before


@given(STARTED, st.data())
def test_the_checksum_of_the_first_row_covers_every_field_of_started(started: Started, data: st.DataObject) -> None:
    before = checksum("s", 1, row_of(started), started)
    for field in dataclasses.fields(started):
        old = getattr(started, field.name)
        new = data.draw((TEXT if isinstance(old, str) else NUMBER).filter(lambda value, old=old: value != old))
        changed = dataclasses.replace(started, **{field.name: new})
        assert checksum("s", 1, row_of(started), changed) != before, field.name


def test_words_that_move_to_the_next_field_are_seen() -> None:
    one = row_of(Reflected(1, "ab", "c"))
    other = row_of(Reflected(1, "a", "bc"))
    assert checksum("s", 2, one) != checksum("s", 2, other)


def _raw(seq: int, event: Event) -> tuple[object, ...]:
    row = row_of(event)
    head = FIRST if isinstance(event, Started) else None
    return (seq, *dataclasses.astuple(row), checksum(FIRST.session, seq, row, head))


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([], 1),
        ([_raw(1, WentOn(1))], 1),
        ([_raw(1, FIRST), _raw(3, WentOn(1))], 2),
        ([_raw(1, FIRST), _raw(2, FIRST)], 2),
        ([_raw(1, FIRST), (2, 1, 2, None, 0, "", 0)], 2),
        ([_raw(1, FIRST), (2, 1, 2, "a", 0.5, "", 0)], 2),
        ([_raw(1, FIRST), (2, 1, 2, "a", 0, "", 12345)], 2),
    ],
    ids=["nothing", "no beginning", "gap", "two beginnings", "no name", "half a number", "wrong checksum"],
)
def test_what_is_no_log_is_damage_at_its_place(rows: list[tuple[object, ...]], wrong: int) -> None:
    with pytest.raises(Damage) as raised:
        events_of(FIRST, rows)
    assert raised.value.seq == wrong


def test_a_kind_of_event_from_nowhere_is_damage() -> None:
    row = dataclasses.replace(row_of(WentOn(1)), kind=99)
    with pytest.raises(Damage):
        events_of(FIRST, [_raw(1, FIRST), (2, *dataclasses.astuple(row), checksum(FIRST.session, 2, row))])
