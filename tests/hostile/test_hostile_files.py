"""Each hostile file ends in a diagnostic or a scenario, within 2 seconds of work and 300 MB, and nothing is raised."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.scenario.test_hostile import HOSTILE, LARGE
from tests.stage import BASE, ROOT, anybody_may_come_to

MOST_SECONDS, MOST_BYTES = 2.0, 300 * 1000**2
posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and limits are found on POSIX systems only")


def looked_at(*paths: Path) -> list[dict[str, object]]:
    """What one process says of some files and folders."""
    command = [sys.executable, "-W", "error", "-m", "tests.hostile", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=300)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert not done.stderr, done.stderr[-2000:]
    assert done.returncode == 0, "".join(str(one["slip"]) for one in told)
    return told


def within_bounds(told: list[dict[str, object]]) -> None:
    for one in told:
        assert one["opens"] or one["codes"], one
        assert isinstance(one["seconds"], float) and one["seconds"] < MOST_SECONDS, one
        assert isinstance(one["bytes"], int) and one["bytes"] < MOST_BYTES, one


def test_the_corpus(tmp_path: Path) -> None:
    told = looked_at(HOSTILE)
    assert len(told) == len(list(HOSTILE.glob("*.yaml")))
    within_bounds(told)


def test_large_hostile_files(tmp_path: Path) -> None:
    for name, (text, _) in LARGE.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "lines.yaml").write_bytes(b"- a\n" * 2_000_000)
    (tmp_path / "comments.yaml").write_bytes(b"#\n" * 4_000_000)
    (tmp_path / "carriages.yaml").write_bytes(b"\r" * 8_000_000)
    (tmp_path / "zeroes.yaml").write_bytes(b"\x00" * 8_000_000)
    (tmp_path / "broken-letters.yaml").write_bytes(b"title: a\n" * 400_000 + b"\xff")
    (tmp_path / "one-letter-too-many.yaml").write_bytes(b"a" * (8 * 1024**2 + 1))
    (tmp_path / "quoted.yaml").write_bytes(b'title: "' + b"\\u0041" * 1_000_000 + b'"')
    choices = "".join(f"      - {{id: c{n}, say: 'Well {n}.', to: end}}\n" for n in range(5_000))
    (tmp_path / "five-thousand-choices.yaml").write_text(
        BASE.replace("scenes:\n", f"scenes:\n  hall:\n    choices:\n{choices}", 1), encoding="utf-8"
    )
    meters = "".join(f"  m{n}: {{from: -1000, to: 1000, start: 0}}\n" for n in range(200))
    grown = "".join(
        f"      - {{id: c{n}, say: 'Well {n}.', changes: {{m{n}: +1}}, "
        f"to: [{{to: door, when: m{n} < 900}}, {{to: end}}]}}\n"
        for n in range(200)
    )
    vast = BASE.replace("meters:\n", f"meters:\n{meters}", 1).replace("    choices:\n", f"    choices:\n{grown}", 1)
    (tmp_path / "two-hundred-meters.yaml").write_text(vast, encoding="utf-8")
    told = looked_at(tmp_path)
    assert len(told) == len(LARGE) + 9
    within_bounds(told)
    assert next(one for one in told if one["file"] == "two-hundred-meters.yaml")["opens"], "it is meant to be explored"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of things that are called like scenarios and are none."""
    here = tmp_path / "nasty"
    here.mkdir()
    (here / "sound.yaml").write_text(BASE, encoding="utf-8")
    os.mkfifo(here / "pipe.yaml")
    (here / "endless.yaml").symlink_to("/dev/zero")
    (here / "nowhere.yaml").symlink_to(here / "gone")
    (here / "round.yaml").symlink_to(here / "round.yaml")
    (here / "folder.yaml").symlink_to(here)
    (here / "\x1b[2J\nrm.yaml").write_text("no", encoding="utf-8")
    with suppress(OSError):  # some disks take no such name
        Path(os.fsdecode(os.fsencode(here) + b"/\xff\xfe.yaml")).write_text("no", encoding="utf-8")
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        os.chdir(here)  # the path of a socket has to be short
        try:
            listening.bind("socket.yaml")
        finally:
            os.chdir(before)
        yield here


@posix
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_folder_of_things_that_are_no_files_is_checked_to_its_end(folder: Path, tmp_path: Path, form: str) -> None:
    command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(tmp_path / "home"), "check"]
    done = subprocess.run([*command, str(folder), "--format", form], capture_output=True, cwd=ROOT, timeout=60)
    assert done.returncode == 1 and b"Traceback" not in done.stderr
    said = done.stdout.decode("utf-8")
    for name in ("pipe", "endless", "nowhere", "round", "folder", "socket"):
        assert f"{name}.yaml" in said
    assert said.count("S017") >= 6
    assert "\x1b" not in said, "no name of a file gives orders to a terminal"
    if form in ("json", "sarif"):
        json.loads(said)
    if form == "github":
        assert all(line.startswith("::") for line in said.splitlines())


UNREADABLE = """
import os, sys
from hrtrainer.cli.main import run
from hrtrainer.cli.words import parse
run(parse(["--home", sys.argv[1], "check", sys.argv[2]]))  # loads everything, as the rest may not be able to
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(run(parse(["--home", sys.argv[1], "check", sys.argv[3]])))
"""


@posix
@pytest.mark.skipif(
    os.name == "posix" and os.geteuid() == 0 and not anybody_may_come_to(ROOT),
    reason="root goes on as nobody here, who may not come to where this program lies",
)
def test_what_may_not_be_read_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        (here / "closed").mkdir()
        (here / "closed" / "a.yaml").write_text(BASE, encoding="utf-8")
        (here / "secret.yaml").write_text(BASE, encoding="utf-8")
        (sound := here / "sound.yaml").write_text(BASE, encoding="utf-8")
        (here / "secret.yaml").chmod(0)
        (here / "closed").chmod(0)
        here.chmod(0o755)
        try:
            for path, words in (
                ("secret.yaml", "S017: The file cannot be opened: permission denied"),
                ("closed", "cannot be opened: permission denied. (C10)"),
                ("closed/a.yaml", "S017: The file cannot be opened: permission denied"),
                ("a" * 300 + ".yaml", "S017: The file cannot be opened: file name too long"),
            ):
                command = [sys.executable, "-c", UNREADABLE, name, str(sound), str(here / path)]
                done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60)
                assert words in done.stdout + done.stderr and "Traceback" not in done.stderr
        finally:
            (here / "closed").chmod(0o755)
