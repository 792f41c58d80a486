"""hrtrainer send, as somebody types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hrtrainer.facilitating import gather
from hrtrainer.history.store import History
from hrtrainer.scenario.library import read_file
from hrtrainer.sending.store import NOWHERE
from hrtrainer.shipped import read_reference
from hrtrainer.sitting import Wishes
from tests.sending.fake import fake
from tests.stage import ASSETS, ROOT, SCENARIOS


@pytest.fixture
def run(tmp_path: Path):
    """Runs `hrtrainer --home HOME ...`; a password is read from a descriptor."""

    def run_it(*words: str, password: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(tmp_path / "home"), *words]
        found = os.environ | {"PYTHONPATH": str(ROOT), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
        if password:
            command += ["--password-fd", "0"]
        return subprocess.run(command, input=password, capture_output=True, text=True, env=found, timeout=60)

    return run_it


def test_nothing_is_sent_until_it_is_set_and_chosen(run):
    run("play", "in-a-rush", "--auto", "7")
    refused = run("send", "last")
    assert refused.returncode == 2 and "nothing is sent" in refused.stderr
    with fake() as store:
        done = run("send", "--to", store.endpoint, "--user", "ws01", password="pass\n")
        assert done.returncode == 0 and "can read it" in done.stderr, done.stderr
        assert run("send").stdout == "Waiting: nothing.\n"
        run("play", "in-a-rush", "--auto", "8")
        assert not store.posts
        seen = json.loads(run("send", "--preview", "last").stdout)
        assert not store.posts
        done = run("send", "last")
        assert done.returncode == 0 and done.stdout == f"Waiting: nothing. Arrived so far: {len(seen)} statements.\n", (
            done
        )
        assert store.kept == {one["id"]: one for one in seen}
        assert run("send", "last").returncode == 0 and len(store.kept) == len(seen)
        assert run("send", "--test").returncode == 0


def test_a_wrong_password_is_told_and_mended(run):
    run("play", "in-a-rush", "--auto", "7")
    with fake() as store:
        run("send", "--to", store.endpoint, "--user", "ws01", password="wrong\n")
        done = run("send", "last")
        assert done.returncode == 2 and "refuses the user or the password" in done.stdout
        assert run("send", "--test").returncode == 2
        told = json.loads(run("send", "--status", "--json").stdout)
        assert told["waiting"] > 0 and told["sessions"] == 1 and not store.kept
        run("send", "--to", store.endpoint, "--user", "ws01", password="pass\n")
        assert run("send").returncode == 0 and len(store.kept) == told["waiting"]


def test_what_waits_can_be_taken_back(run):
    run("play", "in-a-rush", "--auto", "7")
    with fake() as store:
        run("send", "--to", store.endpoint, "--user", "ws01", password="wrong\n")
        run("send", "last")
        assert run("send", "--take-back").stdout.startswith("Taken back: ")
        assert run("send", "--off").returncode == 0 and run("send").returncode == 2
        assert run("send", "--status").stdout.startswith("Waiting: nothing.")


def test_a_line_that_is_not_there_is_not_thought_struck(run):
    run("play", "in-a-rush", "--auto", "7")
    with fake() as store:
        run("send", "--to", store.endpoint, "--user", "ws01", password="pass\n")
        done = run("send", "last", "--strike", "nowhere/turns.0.said")
        assert done.returncode == 2 and "There is no line" in done.stderr and not store.posts


@pytest.mark.parametrize("words", [("--to", "http://records.example.org"), ("--to", "https://x.example.org")])
def test_an_odd_address_or_nobody_is_refused(run, words):
    done = run("send", *words, *(["--user", "a"] if "http:" in words[1] else []), password="pass\n")
    assert done.returncode == 2 and done.stderr.startswith("hrtrainer: ")


def test_a_room_that_was_led_goes_as_a_group(run, tmp_path):
    run("play", "in-a-rush", "--auto", "7")
    history = History(tmp_path / "home" / "history.sqlite")
    reference = read_reference(ASSETS)
    led = gather(history, read_file(SCENARIOS / "in-a-rush.yaml", reference.known), reference, Wishes("nhrc", "usa"))
    history.close()
    assert run("send", "--preview", "last-room").returncode == 2  # no record store, so no organisation to name it under
    with fake() as store:
        run("send", "--to", store.endpoint, "--user", "ws01", password="pass\n")
        for word in ("last-room", led.key[:8]):
            found = json.loads(run("send", "--preview", word).stdout)
            assert {one["actor"]["objectType"] for one in found} == {"Group"}
        assert {one["actor"]["objectType"] for one in json.loads(run("send", "--preview", "last").stdout)} == {"Agent"}
    assert run("export", led.key[:8], "--format", "md", "-o", str(tmp_path / "a.md")).returncode == 2


def test_a_file_of_statements_holds_the_very_ones_that_would_be_sent(run, tmp_path):
    run("play", "in-a-rush", "--auto", "7")
    run("play", "in-a-rush", "--auto", "8")
    keys = [one["key"] for one in json.loads(run("sessions", "--json").stdout)]
    struck = next(line.split("  ")[0] for line in run("export", "--lines").stdout.splitlines() if ".said  " in line)
    target = tmp_path / "pack.xapi.json"
    wanted = (*keys, "--without", "counts", "--date", "month", "--hide", "Jessica", "--strike", struck)
    nobody = run("export", *wanted, "--format", "xapi", "-o", str(target))
    assert nobody.returncode == 0 and "no record store is set" in nobody.stderr, nobody.stderr
    assert {one["actor"]["account"]["homePage"] for one in json.loads(target.read_text())} == {NOWHERE}
    with fake() as store:
        run("send", "--to", store.endpoint, "--user", "ws01", password="pass\n")
        done = run("export", *wanted, "--format", "xapi", "-o", str(target), "--force")
        assert done.returncode == 0 and "no record store" not in done.stderr and not store.posts
        whole = target.read_text(encoding="utf-8")
        assert whole == run("send", "--preview", *wanted).stdout
        assert run("send", *wanted).returncode == 0
        assert store.kept == {one["id"]: one for one in json.loads(whole)}
    for word in ("Jessica", "timestamp", "supported"):
        assert word not in whole.replace('"mark": "supported', "")


def test_statements_are_written_over_no_file(run, tmp_path):
    run("play", "in-a-rush", "--auto", "7")
    target = tmp_path / "pack.xapi.json"
    target.write_text("mine")
    done = run("export", "--format", "xapi", "-o", str(target))
    assert done.returncode == 2 and "is already there" in done.stderr and target.read_text() == "mine"
