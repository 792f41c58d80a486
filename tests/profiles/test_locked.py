"""A history with a passphrase: nothing that was written is in any file, and everything comes back with it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hrtrainer.history.rows import Kind, Row, checksum
from hrtrainer.history.sealing import closed
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.profiles.keys import Sealer
from hrtrainer.profiles.locked import (
    change_code,
    change_passphrase,
    finish,
    make_ready,
    open_with_code,
    open_with_passphrase,
    read_locks,
    set_passphrase,
    take_off,
)
from hrtrainer.session.event import Chose, Event, Guessed, Reflected, SaidOwn, SawDifferently, Started

SECRET = "the green bicycle in the yard"
WORDS = "three old bicycles"
START = Started(1000, "ab" * 16, "visit", "cd" * 32, "ef" * 32, "01" * 32, 7, "nhrc", "usa")
EVENTS: tuple[Event, ...] = (
    Chose(1001, "ask"),
    SaidOwn(1002, SECRET),
    Guessed(1003, (("nhrc.real-voice", "supports"),), f"Relieved, and thinking of {SECRET}", "very"),
    Reflected(1004, "take-along", f"{SECRET}, \ud800 and more"),
    SawDifferently(1005, 2, SECRET),
)


def nothing() -> None:
    """There are no copies."""


class Place:
    """A folder with a history and its keys."""

    def __init__(self, home: Path) -> None:
        self.home, self.history, self.keys = home, home / "history.sqlite", home / "key.json"

    def secrets(self) -> list[str]:
        """The files in which what was written can be read."""
        marks = (SECRET.encode(), SECRET.encode("utf-16-le"))
        return [
            file.name for file in self.home.rglob("*") if file.is_file() and any(m in file.read_bytes() for m in marks)
        ]

    def open(self, key: bytes | None = None) -> History:
        return History(self.history, Sealer(key) if key else None)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def keep(history: History, *events: Event) -> None:
    for event in events:
        history.append(START.session, event, turns=1, ending=None)


def test_what_was_written_before_is_sealed_and_no_byte_of_it_stays(place: Place) -> None:
    with closing(place.open()) as history:
        history.begin(START, "A visit", {})
        keep(history, *EVENTS)
        assert place.secrets()
        set_passphrase(place.keys, WORDS, history, nothing)
        assert place.secrets() == []
        assert history.log(START.session) == (START, *EVENTS)
        keep(history, Reflected(1006, "again", SECRET))
        assert place.secrets() == []
    assert place.secrets() == []
    key = open_with_passphrase(place.keys, WORDS)
    with closing(place.open(key)) as history:
        assert history.log(START.session) == (START, *EVENTS, Reflected(1006, "again", SECRET))
    with closing(place.open()) as history, pytest.raises(Problem):  # not without the key
        history.log(START.session)


def test_a_guess_that_once_stood_open_in_a_sealed_history_is_sealed_at_the_next_opening(place: Place) -> None:
    guess = Guessed(1001, (("nhrc.real-voice", "supports"),), SECRET, "very")
    with closing(place.open()) as history:
        history.begin(START, "A visit", {})
        keep(history, guess)
        key, _ = set_passphrase(place.keys, WORDS, history, nothing)
        row = Row(1001, Kind.GUESSED, SECRET, words='["very", [["nhrc.real-voice", "supports"]]]')
        row = closed(history.seal, START.session, 2, row)
        crc = checksum(START.session, 2, row)
        told = "UPDATE event SET name=?, words=?, crc=? WHERE seq=2"
        history.connection.execute(told, (row.name, row.words, crc))
        assert history.log(START.session) == (START, guess)
    assert place.secrets()
    make_ready(place.keys, key, place.history, nothing)
    assert place.secrets() == []
    with closing(place.open(key)) as history:
        assert history.log(START.session) == (START, guess)


def test_another_passphrase_is_told_gently_and_as_often_as_one_likes(place: Place) -> None:
    with closing(place.open()) as history:
        set_passphrase(place.keys, WORDS, history, nothing)
    for _ in range(8):
        with pytest.raises(Problem) as told:
            open_with_passphrase(place.keys, "three new bicycles")
        assert told.value.code == "C23" and "as often as you like" in told.value.hint
    open_with_passphrase(place.keys, WORDS)


def test_the_code_opens_what_the_passphrase_did_and_a_new_one_ends_the_old(place: Place) -> None:
    with closing(place.open()) as history:
        _, code = set_passphrase(place.keys, WORDS, history, nothing)
    assert code not in place.keys.read_text(encoding="utf-8")
    key = open_with_code(place.keys, code.lower())
    change_passphrase(place.keys, key, "four old bicycles")
    assert open_with_passphrase(place.keys, "four old bicycles") == key
    newer = change_code(place.keys, key)
    assert open_with_code(place.keys, newer) == key
    for old, opens in ((WORDS, open_with_passphrase), (code, open_with_code)):
        with pytest.raises(Problem) as told:
            opens(place.keys, old)
        assert told.value.code in ("C23", "C24")


def test_changing_the_passphrase_touches_nothing_but_the_keys(place: Place) -> None:
    with closing(place.open()) as history:
        history.begin(START, "A visit", {})
        keep(history, *EVENTS)
        set_passphrase(place.keys, WORDS, history, nothing)
    before = place.history.read_bytes()
    change_passphrase(place.keys, open_with_passphrase(place.keys, WORDS), "four old bicycles")
    assert place.history.read_bytes() == before


def test_taking_it_off_brings_the_words_back_into_the_file(place: Place) -> None:
    with closing(place.open()) as history:
        history.begin(START, "A visit", {})
        keep(history, *EVENTS)
        set_passphrase(place.keys, WORDS, history, nothing)
        take_off(place.keys, open_with_passphrase(place.keys, WORDS), history, nothing)
        assert not place.keys.exists()
    with closing(place.open()) as history:
        assert history.log(START.session) == (START, *EVENTS)


def test_cut_off_anywhere_it_is_finished_at_the_next_opening(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(Exception):
        """The plug is pulled."""

    def cut() -> None:
        raise Cut

    for cut_off in ("hrtrainer.profiles.locked.reseal", ""):
        with closing(place.open()) as history, monkeypatch.context() as patch:
            if START.session not in [row.key for row in history.sessions()]:
                history.begin(START, "A visit", {})
                keep(history, *EVENTS)
            if cut_off:
                patch.setattr(cut_off, lambda *_: cut())
            with pytest.raises(Cut):
                set_passphrase(place.keys, WORDS, history, cut)
        assert not read_locks(place.keys).sealed
        key = open_with_passphrase(place.keys, WORDS)
        with closing(place.open(key)) as history:
            finish(place.keys, key, history, nothing)
            assert history.log(START.session) == (START, *EVENTS)
            assert place.secrets() == [] and read_locks(place.keys).sealed
            take_off(place.keys, key, history, nothing)


def test_an_older_copy_that_is_put_back_is_sealed_at_the_next_opening(place: Place) -> None:
    with closing(place.open()) as history:
        history.begin(START, "A visit", {})
        keep(history, *EVENTS)
    older = place.history.read_bytes()
    with closing(place.open()) as history:
        key, _ = set_passphrase(place.keys, WORDS, history, nothing)
    place.history.write_bytes(older)
    with closing(place.open(key)) as history:
        assert history.log(START.session) == (START, *EVENTS)
    make_ready(place.keys, key, place.history, nothing)
    assert place.secrets() == [] and read_locks(place.keys).sealed
    with closing(place.open(key)) as history:
        assert history.log(START.session) == (START, *EVENTS)


def test_copies_from_before_are_taken_away(place: Place) -> None:
    copy = place.home / "backups" / "history-2026.sqlite"
    copy.parent.mkdir()
    copy.write_text(SECRET)
    with closing(place.open()) as history:
        set_passphrase(place.keys, WORDS, history, copy.unlink)
    assert place.secrets() == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: "[]",
        lambda text: text.replace('"cost": 1024', '"cost": 3'),
        lambda text: text.replace('"cost": 1024', '"cost": "x"'),
        lambda text: text.replace('"salt": "', '"salt": "*'),
        lambda text: text.replace('"passphrase"', '"other"'),
    ],
)
def test_a_spoilt_file_of_keys_is_told_and_nothing_is_changed(place: Place, spoil: Callable[[str], str]) -> None:
    with closing(place.open()) as history:
        set_passphrase(place.keys, WORDS, history, nothing)
    place.keys.write_text(spoil(place.keys.read_text(encoding="utf-8")), encoding="utf-8")
    before = place.keys.read_bytes()
    with pytest.raises(Problem) as told:
        open_with_passphrase(place.keys, WORDS)
    assert told.value.code == "C22" and place.keys.read_bytes() == before
