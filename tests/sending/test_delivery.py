"""What is in the outbox arrives once each, whatever the record store and the way there do."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrtrainer.history.outbox import NEVER, Outbox
from hrtrainer.paths import Paths
from hrtrainer.problem import Problem
from hrtrainer.sending.delivery import Delivery, try_connection
from hrtrainer.sending.keys import keep_password
from hrtrainer.sending.store import RecordStore, checked, write_store
from hrtrainer.sending.wire import Wire
from tests.sending.fake import CUT, CUT_AFTER, Fake, fake
from tests.sending.many import statements_by_session
from tests.stage import ROOT

NOW = 1_795_500_000_000
"""Tuesday, 24 November 2026, six in the morning."""


@pytest.fixture(params=[True, False], ids=["strict", "lenient"])
def server(request: pytest.FixtureRequest) -> Iterator[Fake]:
    with fake(request.param) as one:
        yield one


@pytest.fixture
def strict() -> Iterator[Fake]:
    with fake() as one:
        yield one


def fill(outbox: Outbox, places: Paths, count: int = 40) -> dict[str, dict]:
    """Put so many sessions there; what has to arrive, by id."""
    found = statements_by_session(count, places)
    outbox.put(found)
    return {one["id"]: one for made in found.values() for one in made}


def run(outbox: Outbox, server: Fake, password: str = "pass", now: int = NOW) -> int:
    wire = Wire(checked(server.endpoint), "ws01", password, "1.0.3")
    return Delivery(outbox, wire, lambda: now, lambda: 1.0).run(lambda: False, lambda arrived: None)


def test_everything_arrives_once_in_batches(outbox, places, server):
    expected = fill(outbox, places)
    assert run(outbox, server) == len(expected)
    assert server.kept == expected and sum(server.posts) == len(expected)
    assert len(server.posts) < len(expected) / 100
    assert server.headers[0]["X-Experience-API-Version"] == "1.0.3"
    standing = outbox.standing()
    assert (standing.waiting, standing.arrived, standing.refused) == (0, len(expected), 0)
    assert standing.course.arrived == NOW and not standing.course.trouble


def test_to_choose_and_to_send_again_changes_nothing(outbox, places, server):
    expected = fill(outbox, places)
    run(outbox, server)
    posts = len(server.posts)
    fill(outbox, places)
    assert run(outbox, server) == 0 and len(server.posts) == posts and server.kept == expected


@pytest.mark.parametrize("seed", range(6))
def test_lost_answers_cuts_and_faults_leave_everything_there_once(outbox, places, server, seed):
    lots = random.Random(seed)
    expected = fill(outbox, places, 25)
    server.faults = lambda number, batch: (
        lots.choice([CUT, CUT_AFTER, CUT_AFTER, (503, {}), (500, {}), (429, {"Retry-After": "7"}), None])
        if number < 40
        else None
    )
    for _ in range(200):
        run(outbox, server)
        if not outbox.standing().waiting:
            break
    assert server.kept == expected
    assert outbox.standing().refused == 0 and outbox.standing().arrived == len(expected)


def test_a_user_who_may_only_write_finds_out_too(outbox, places, strict):
    expected = fill(outbox, places, 3)
    strict.may_read = False
    strict.faults = lambda number, batch: CUT_AFTER if number == 1 else None
    run(outbox, strict)
    run(outbox, strict)
    assert strict.kept == expected and outbox.standing().waiting == 0


def test_a_wrong_password_keeps_everything_and_waits_for_somebody(outbox, places, server):
    expected = fill(outbox, places, 5)
    assert run(outbox, server, password="wrong") == 0
    course = outbox.standing().course
    assert course.not_before == NEVER and "password" in course.trouble
    assert not server.kept and outbox.standing().waiting == len(expected)
    assert run(outbox, server) == len(expected)
    assert server.kept == expected and outbox.standing().course.not_before == 0


def test_batches_that_are_too_large_are_halved(outbox, places, strict):
    expected = fill(outbox, places, 5)
    strict.most = 9_000
    run(outbox, strict)
    assert strict.kept == expected


def test_one_that_is_too_large_alone_is_refused_and_holds_nothing_up(outbox, places, strict):
    expected = fill(outbox, places, 2)
    large = next(iter(expected.values()))
    text = large["object"]["definition"]["name"] = {"en": "x" * 5_000}
    outbox.put({"large": [large | {"id": "00000000-0000-4000-8000-000000000001"}]})
    strict.most = 4_000
    run(outbox, strict)
    standing = outbox.standing()
    assert text and (standing.refused, standing.waiting) == (1, 0)
    assert standing.why == ("It is too large for the record store.",)


def test_one_that_is_odd_is_told_and_holds_nothing_up(outbox, places, strict):
    expected = fill(outbox, places, 4)
    odd = next(iter(expected.values())) | {"id": "00000000-0000-4000-8000-000000000002", "odd": 1}
    outbox.put({"odd": [odd]})
    for _ in range(4):
        run(outbox, strict)
    standing = outbox.standing()
    assert strict.kept == expected and (standing.refused, standing.waiting) == (1, 0)
    assert standing.why == ("The record store does not take it (400).",)
    outbox.try_again()
    assert outbox.standing().waiting == 1


def test_a_store_that_takes_nothing_is_not_asked_for_every_single_one(outbox, places, strict):
    expected = fill(outbox, places, 20)
    strict.faults = lambda number, batch: (400, {})
    run(outbox, strict)
    assert len(strict.posts) < 30 and outbox.standing().waiting == len(expected)
    assert "nothing of what is sent" in outbox.standing().course.trouble
    strict.faults = lambda number, batch: None
    run(outbox, strict)
    assert strict.kept == expected


def test_what_is_there_otherwise_is_told_and_left_as_it_is(outbox, places, server):
    expected = fill(outbox, places, 3)
    name, other = next((key, one) for key, one in expected.items() if one["verb"]["display"]["en"] == "answered")
    server.kept[name] = other | {"result": {"response": "another"}}
    before = dict(server.kept[name])
    run(outbox, server)
    assert server.kept[name] == before and len(server.kept) == len(expected)
    assert outbox.standing().refused == 1 and "otherwise" in outbox.standing().why[0]


@pytest.mark.parametrize(
    ("fault", "wait", "words"),
    [
        ((503, {}), 15_000, "cannot take anything now"),
        ((503, {"Retry-After": "120"}), 120_000, "cannot take anything now"),
        ((429, {"Retry-After": "Tue, 24 Nov 2026 06:30:00 GMT"}), 1_800_000, "cannot take anything now"),
        ((429, {"Retry-After": "Tue, 24 Nov 2099 06:30:00 GMT"}), 86_400_000, "cannot take anything now"),
        ((429, {"Retry-After": "soon"}), 15_000, "cannot take anything now"),
        ((301, {"Location": "http://127.0.0.1:1/"}), None, "another address"),
        ((307, {"Location": "https://elsewhere.example.org/"}), None, "another address"),
        ((404, {}), None, "no record store at this address"),
        (CUT, 15_000, "cannot be reached"),
    ],
)
def test_what_it_says_decides_how_long_to_wait(outbox, places, strict, fault, wait, words):
    fill(outbox, places, 1)
    strict.faults = lambda number, batch: fault
    assert run(outbox, strict) == 0
    course = outbox.standing().course
    assert words in course.trouble and course.failures == 1
    assert course.not_before == (NEVER if wait is None else NOW + wait)
    assert not strict.kept


def test_the_wait_grows_up_to_an_hour_and_ends_when_something_arrives(outbox, places, strict):
    fill(outbox, places, 1)
    strict.faults = lambda number, batch: (500, {})
    waits = []
    for _ in range(12):
        run(outbox, strict)
        waits.append(outbox.standing().course.not_before - NOW)
    assert waits[:4] == [15_000, 30_000, 60_000, 120_000] and waits[-1] == 3_600_000
    strict.faults = lambda number, batch: None
    run(outbox, strict)
    assert outbox.standing().course.failures == 0


def test_nobody_there_is_no_harm(outbox, places):
    expected = fill(outbox, places, 2)
    with fake() as gone:
        endpoint = gone.endpoint
    Delivery(outbox, Wire(endpoint, "ws01", "pass", "1.0.3"), lambda: NOW).run(lambda: False, print)
    assert outbox.standing().waiting == len(expected)
    assert "cannot be reached" in outbox.standing().course.trouble


def test_to_stop_ends_after_the_batch(outbox, places, strict):
    expected = fill(outbox, places)
    told = []
    wire = Wire(strict.endpoint, "ws01", "pass", "1.0.3")
    Delivery(outbox, wire, lambda: NOW).run(lambda: bool(told), told.append)
    assert 0 < len(strict.kept) < len(expected) and told == [len(strict.kept)]
    run(outbox, strict)
    assert strict.kept == expected


def test_what_arrived_leaves_only_its_id_on_the_disk(outbox, places, strict):
    expected = fill(outbox, places, 2)
    assert b"in-a-rush" in places.outbox.read_bytes()
    run(outbox, strict)
    with sqlite3.connect(places.outbox) as file:
        assert {body for (body,) in file.execute("SELECT body FROM statement")} == {""}
        assert {name for (name,) in file.execute("SELECT id FROM statement")} == set(expected)
    file.close()
    assert b"in-a-rush" not in places.outbox.read_bytes()


def test_what_is_chosen_anew_before_it_goes_takes_the_place_of_what_waits(outbox, places):
    fill(outbox, places, 2)
    (name, made), *_ = statements_by_session(1, places).items()
    before = outbox.standing().waiting
    outbox.put({name: made[:3]})
    assert outbox.standing().waiting == before - len(made) + 3
    assert outbox.take_back() == before - len(made) + 3 and outbox.standing().waiting == 0


def test_a_file_of_others_is_refused_and_left_as_it_is(places):
    places.home.mkdir()
    places.outbox.write_bytes(b"SQLite format 3\0 and then something else")
    before = places.outbox.read_bytes()
    with pytest.raises(Problem) as refused:
        Outbox(places.outbox)
    assert refused.value.code == "H20" and places.outbox.read_bytes() == before


def test_nobody_else_reads_the_outbox(outbox, places):
    if os.name == "posix":
        assert places.outbox.stat().st_mode & 0o077 == 0


def test_the_connection_can_be_tried(strict):
    try_connection(Wire(strict.endpoint, "ws01", "pass", "1.0.3"))
    with pytest.raises(Problem) as wrong:
        try_connection(Wire(strict.endpoint, "ws01", "word", "1.0.3"))
    assert wrong.value.code == "N04"
    assert not strict.posts


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("seed", range(3))
def test_killed_again_and_again_it_still_arrives_once(places: Paths, server: Fake, seed: int, tmp_path: Path) -> None:
    lots = random.Random(seed)
    box = Outbox(places.outbox)
    expected = fill(box, places, 60)
    box.close()
    write_store(places.record_store, RecordStore(True, False, server.endpoint, "https://example.org", "ws01"))
    keep_password(places, server.endpoint, "ws01", "pass")
    command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(places.home), "send"]
    killed, process = 0, None
    end_at = {lots.randrange(1, 6), lots.randrange(6, 9)}

    def kill_at(number: int, batch: list) -> None:
        if number in end_at and process is not None:
            process.send_signal(signal.SIGKILL)  # while it waits for this very answer

    server.faults = kill_at  # type: ignore[assignment]
    for _ in range(6):
        process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE)
        process.communicate(timeout=60)
        killed += process.returncode == -signal.SIGKILL
        if process.returncode == 0:
            break
    assert killed >= 1 and process is not None and process.returncode == 0
    assert server.kept == expected
