"""Against a real record store: what a thousand sessions say arrives there once each, and says the same there."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrtrainer.history.outbox import Outbox
from hrtrainer.paths import Paths
from hrtrainer.sending.keys import keep_password
from hrtrainer.sending.store import RecordStore, write_store
from tests.sending.cutting import cut_now_and_then
from tests.sending.many import statements_by_session
from tests.sending.ralph import PASSWORD, USER, Ralph, installed, oddities, running
from tests.sending.test_statements import everything
from tests.stage import ROOT

SESSIONS = 1_000
ITS_OWN = {"stored", "authority"}


@pytest.fixture(scope="session")
def programs() -> Path:
    return installed()


@pytest.fixture
def store(programs: Path, tmp_path: Path) -> Iterator[Ralph]:
    with running(programs, tmp_path / "ralph") as one:
        yield one


def test_its_strict_models_take_every_kind_of_statement(programs: Path, places: Paths) -> None:
    found = everything(places)
    assert oddities(programs, found) == ""
    assert oddities(programs, [found[0] | {"result": {"score": {"scaled": 5}}}])  # they do look


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_a_thousand_sessions_arrive_once_each(store: Ralph, places: Paths) -> None:
    found = statements_by_session(SESSIONS, places)
    expected = {one["id"]: one for made in found.values() for one in made}
    assert len(expected) == sum(map(len, found.values())) > 10_000
    outbox = Outbox(places.outbox)
    assert outbox.put(found) == len(expected)
    with cut_now_and_then(store.port, 7) as way:
        endpoint = f"http://127.0.0.1:{way.port}/xAPI"
        write_store(places.record_store, RecordStore(True, False, endpoint, "https://example.org", USER))
        keep_password(places, endpoint, USER, "wrong")
        assert send(places) == 2 and outbox.standing().waiting == len(expected) and not store.all()
        keep_password(places, endpoint, USER, PASSWORD)
        killed = sum(send(places, kill_at=lines) == -signal.SIGKILL for lines in (1, 3, 2, 4))
        for _ in range(60):
            if send(places) == 0:
                break
            way.cutting = way.cuts < 12
        assert killed >= 2 and way.cuts >= 6
    standing = outbox.standing()
    outbox.close()
    assert (standing.waiting, standing.refused, standing.arrived) == (0, 0, len(expected))
    there = store.all()
    assert Counter(one["id"] for one in there) == Counter(expected.keys())
    for one in there:
        assert {key: value for key, value in one.items() if key not in ITS_OWN} == expected[one["id"]]


def send(places: Paths, kill_at: int = 0) -> int:
    """`hrtrainer send`, killed once it has said so many lines; its exit status."""
    command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(places.home), "send"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        for number, _ in enumerate(process.stderr, start=1):
            if number == kill_at:
                process.kill()
        return process.wait(timeout=60)
