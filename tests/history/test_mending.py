"""Damage of every kind: the damaged file is kept, nothing wrong is ever read, and what was sound is in the new one."""

import codecs
import hashlib
import random
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrtrainer.history.backups import back_up
from hrtrainer.history.checking import checked, in_order
from hrtrainer.history.mending import mend
from hrtrainer.history.opening import wal_of
from hrtrainer.history.refusals import Damaged
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.event import Chose, Event, Reflected, SaidOwn, Started

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
BODY = "id: visit\ntitle: A visit\n" + "note: what somebody says at the door\n" * 400
DIGEST = hashlib.sha256(BODY.encode()).hexdigest()
KEYS = [f"{number:032x}" for number in range(12)]
Logs = dict[str, tuple[Event, ...]]


def log_of(key: str, events: int = 18) -> tuple[Event, ...]:
    chance = random.Random(key)
    at = 1_790_000_000_000 + int(key, 16) * 600_000
    begun = Started(at, key, "visit", DIGEST, "p" * 64, "", 7, "nhrc", "usa", code_name="Robin")
    said: list[Event] = [begun]
    for number in range(1, events):
        made = (Chose(at + number, f"choice-{chance.randrange(9)}"), SaidOwn(at + number, f"{key} {number} " * 9))
        said.append(chance.choice((*made, Reflected(at + number, "q", f"{number} thoughts " * 4))))
    return tuple(said)


def play(history: History, key: str, upto: int = 18, after: int = 0) -> None:
    log = log_of(key)
    if not after:
        assert isinstance(log[0], Started)
        history.begin(log[0], f"Title of {key}", {DIGEST: ("scenario", BODY)})
    for number, event in enumerate(log[max(1, after) : upto], max(1, after)):
        history.append(key, event, turns=number, ending=("warm", "open") if number == 17 else None)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A history of twelve sessions, of which the last is not over."""
    path = tmp_path_factory.mktemp("sound") / "history.sqlite"
    with closing(History(path)) as history:
        for key in KEYS:
            play(history, key, 9 if key == KEYS[-1] else 18)
    return path.read_bytes()


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def logs(path: Path) -> Logs:
    with closing(History(path)) as history:
        assert in_order(history.connection) and checked(history.connection).sound
        return {row.key: history.log(row.key) for row in history.sessions()}


def is_found(path: Path) -> bool:
    """Whether opening or the whole check sees that something is the matter."""
    try:
        with closing(History.to_read(path)) as history:
            return not checked(history.connection).sound
    except Problem:
        return True


def assert_nothing_wrong(found: Logs) -> None:
    for key, log in found.items():
        assert log == log_of(key)[: len(log)]


def test_two_hundred_flipped_bytes_each_in_a_file_of_its_own(sound: bytes, tmp_path: Path) -> None:
    chance, kept, all_events = random.Random(20_261_125), [], len(KEYS) * 18 - 9
    for number in range(200):
        data = bytearray(sound)
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        path = put(tmp_path / str(number) / "history.sqlite", bytes(data))
        if not is_found(path):  # in a place that holds nothing, or that SQLite sets right: all is as it was
            assert_nothing_wrong(logs(path))
            assert sum(map(len, logs(path).values())) == all_events
            continue
        mended = mend(path, NOW)
        assert path.with_name(mended.aside).read_bytes() == bytes(data)
        found = logs(path)
        assert_nothing_wrong(found)
        kept.append(sum(map(len, found.values())))
        assert len(found) >= len(KEYS) - 4, "one byte stands in one page, and a page holds few sessions"
    assert len(kept) > 50
    assert sorted(kept)[len(kept) // 2] >= all_events - 18
    print(f"damaged {len(kept)} of 200; events back: median {sorted(kept)[len(kept) // 2]} of {all_events}")


def test_two_hundred_flipped_bytes_with_a_backup_lose_nothing(sound: bytes, tmp_path: Path) -> None:
    path = put(tmp_path / "history.sqlite", sound)
    back_up(path, NOW)
    chance = random.Random(25)
    data = bytearray(sound)
    for _ in range(200):
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    path.write_bytes(bytes(data))
    mended = mend(path, NOW)
    assert logs(path) == {key: log_of(key)[: 9 if key == KEYS[-1] else 18] for key in KEYS}
    assert (mended.sessions, mended.lost, mended.backup) == (12, 0, NOW)
    assert "the backup of 25 November 2026" in mended.told()


def test_what_came_after_the_backup_is_read_from_the_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(History(path)) as history:
        play(history, KEYS[0])
        play(history, KEYS[1], 6)
        back_up(path, NOW)
        play(history, KEYS[1], 12, after=6)
        play(history, KEYS[2], 5)
    put(path, b"\0" * 4096 + path.read_bytes()[4096:])  # the first page holds the order of everything
    with pytest.raises(Damaged):
        History(path)
    mend(path, NOW)
    found = logs(path)
    assert found == {KEYS[0]: log_of(KEYS[0]), KEYS[1]: log_of(KEYS[1])[:12], KEYS[2]: log_of(KEYS[2])[:5]}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"<!DOCTYPE html><title>Sign in to your drive</title>" * 400,
        lambda data: bytes(len(data)),
        lambda data: data[:5000],
        lambda data: data[: len(data) // 2],
        lambda data: data[:100] + bytes(8000) + data[8100:],
        lambda data: data[:60] + b"\xff\xff\xff\xff" + data[64:],
        lambda data: data[:68] + b"ABCD" + data[72:],
    ],
    ids=["empty", "a web page", "zeroes", "cut short", "half", "hole", "a version of nowhere", "another program's"],
)
def test_a_spoilt_file_with_a_backup_loses_nothing(
    sound: bytes, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    path = put(tmp_path / "history.sqlite", sound)
    back_up(path, NOW)
    path.write_bytes(spoil(sound))
    assert is_found(path) or not path.stat().st_size
    mended = mend(path, NOW)
    assert path.with_name(mended.aside).read_bytes() == spoil(sound)
    assert len(logs(path)) == mended.sessions == 12


def test_without_a_backup_what_is_before_the_end_of_a_cut_file_is_kept(sound: bytes, tmp_path: Path) -> None:
    path = put(tmp_path / "history.sqlite", sound[: len(sound) * 2 // 3 // 4096 * 4096])
    mended = mend(path, NOW)
    found = logs(path)
    assert_nothing_wrong(found)
    assert mended.sessions == len(found) > 0
    assert "conversations" in mended.told() and mended.aside in mended.told()


def test_a_wal_alone_gives_back_what_stands_in_it(tmp_path: Path) -> None:
    path, other = tmp_path / "history.sqlite", tmp_path / "other" / "history.sqlite"
    with closing(History(path)) as history:
        play(history, KEYS[0])
        put(wal_of(other), wal_of(path).read_bytes())
    with pytest.raises(Damaged):
        History(other)
    mended = mend(other, NOW)
    assert logs(other) == {KEYS[0]: log_of(KEYS[0])}
    assert mended.aside and other.with_name(f"{mended.aside}-wal").exists()


def test_a_changed_title_is_found_and_not_passed_on(sound: bytes, tmp_path: Path) -> None:
    title = f"Title of {KEYS[3]}".encode()
    path = put(tmp_path / "history.sqlite", sound.replace(title, title[:-1] + b"X", 1))
    with closing(History.to_read(path)) as history:
        found = checked(history.connection)
        assert found.damaged == (f"{title.decode()[:-1]}X",) and "1 conversation with damage" in found.told()
    mend(path, NOW)
    with closing(History(path)) as history:
        row = history.session(KEYS[3])
        assert row is not None and row.title == "visit" and len(history.log(KEYS[3])) == 18


def test_two_files_moved_aside_at_the_same_time_are_both_kept(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    names = {mend(put(path, data), NOW).aside for data in (b"one", b"two")}
    assert {path.with_name(name).read_bytes() for name in names} == {b"one", b"two"}


class Turned:
    """A seal that anybody can break: it is not known to who mends."""

    def close(self, words: str, place: str) -> str:
        return codecs.encode(f"{place} {words}", "rot13")

    def open(self, kept: str, place: str) -> str:
        return codecs.decode(kept, "rot13").removeprefix(f"{place} ")


def test_a_sealed_history_is_mended_without_its_key(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(History(path, Turned())) as history:
        play(history, KEYS[0])
    put(path, bytes(4096) + path.read_bytes()[4096:])
    mend(path, NOW)
    with closing(History(path, Turned())) as history:
        assert history.log(KEYS[0]) == log_of(KEYS[0])
