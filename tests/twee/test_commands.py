"""hrtrainer export-twee and import-twee, as somebody types them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_file
from tests.stage import BASE, ROOT, SCENARIOS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `hrtrainer --home HOME ...` and gives back what it said."""

    def run_it(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(tmp_path / "home"), *map(str, words)]
        environment = os.environ | {"PYTHONUTF8": "1"}
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=ROOT, timeout=60
        )

    return run_it


def test_out_and_back_is_the_same_scenario(run: Run, tmp_path: Path, known: Known) -> None:
    story, again = tmp_path / "story.twee", tmp_path / "story-2.twee"
    assert run("export-twee", "in-a-rush", "-o", story).returncode == 0
    assert run("export-twee", SCENARIOS / "in-a-rush.yaml", "-o", again).returncode == 0
    assert story.read_bytes() == again.read_bytes()
    assert b"\r" not in story.read_bytes()
    back = run("import-twee", story, "-o", tmp_path)
    assert (back.returncode, back.stdout) == (0, "")
    assert back.stderr.startswith("Saved in-a-rush.yaml: 24 scenes, 91 choices and 5 endings.")
    assert (
        read_file(tmp_path / "in-a-rush.yaml", known).scenario
        == read_file(SCENARIOS / "in-a-rush.yaml", known).scenario
    )
    assert run("check", tmp_path / "in-a-rush.yaml").returncode == 0


def test_windows_line_ends_and_a_byte_order_mark_are_read(run: Run, tmp_path: Path, known: Known) -> None:
    story = tmp_path / "story.twee"
    assert run("export-twee", SCENARIOS / "in-a-rush.yaml", "-o", story).returncode == 0
    story.write_bytes(b"\xef\xbb\xbf" + story.read_bytes().replace(b"\n", b"\r\n"))
    assert run("import-twee", story, "-o", tmp_path / "back.yaml").returncode == 0
    assert read_file(tmp_path / "back.yaml", known).scenario == read_file(SCENARIOS / "in-a-rush.yaml", known).scenario


def test_nothing_is_written_over_without_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "a.twee").write_text("mine", encoding="utf-8")
    done = run("export-twee", tmp_path / "a.yaml", "-o", tmp_path / "a.twee")
    assert (done.returncode, (tmp_path / "a.twee").read_text(encoding="utf-8")) == (2, "mine")
    assert "'a.twee' is already there. (C15)" in done.stderr
    assert run("export-twee", tmp_path / "a.yaml", "-o", tmp_path / "a.twee", "--force").returncode == 0
    assert "(C15)" in run("import-twee", tmp_path / "a.twee", "-o", tmp_path / "a.yaml").stderr
    assert run("import-twee", tmp_path / "a.twee", "-o", tmp_path / "a.yaml", "--force").returncode == 0


def test_a_slip_is_told_with_its_line_and_what_can_be_written_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    story = tmp_path / "a.twee"
    run("export-twee", tmp_path / "a.yaml", "-o", story)
    story.write_text(story.read_text(encoding="utf-8").replace("sam: It will", "sma: It will"), encoding="utf-8")
    done = run("import-twee", story, "-o", tmp_path / "b.yaml")
    assert done.returncode == 1
    assert "error S207: Nobody called 'sma' is in this scenario.\n  hint: did you mean 'sam'?" in done.stdout
    assert "- sma: It will" in (tmp_path / "b.yaml").read_text(encoding="utf-8")


def test_what_would_be_lost_keeps_the_file_from_being_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    story = tmp_path / "a.twee"
    run("export-twee", tmp_path / "a.yaml", "-o", story)
    text = story.read_text(encoding="utf-8").replace("[[See you soon.->gone]]", "")
    story.write_text(text.replace("[[See you soon.->end]]", ""), encoding="utf-8")
    done = run("import-twee", story, "-o", tmp_path / "b.yaml")
    assert done.returncode == 1
    assert "error T006: This note is about a choice 'wave' that does not stand before it." in done.stdout
    assert not (tmp_path / "b.yaml").exists()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, 2, "(C10)"),
        (b"", 1, "T001"),
        (b"\xff\xfe:\x00", 2, "(F15)"),
        (b"just text\n", 1, "T001"),
    ],
)
def test_what_is_no_story_is_told(data: bytes | None, code: int, said: str, run: Run, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "a.twee").write_bytes(data)
    done = run("import-twee", tmp_path / "a.twee", "-o", tmp_path / "b.yaml")
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert not (tmp_path / "b.yaml").exists()
