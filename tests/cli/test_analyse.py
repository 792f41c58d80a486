"""hrtrainer analyse, as somebody types it."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.bench.generate import as_scenario, story
from tests.cli.test_commands import Run, run
from tests.cli.test_terminal import ROOT, read_until
from tests.stage import edited

__all__ = ["run"]
STUCK = edited(
    ("      - id: one-line\n", "      - id: one-line\n        when: trust >= 2\n"),
    ("      - id: wave\n", "      - id: wave\n        when: trust >= 2\n"),
)


@pytest.fixture
def stuck(tmp_path: Path) -> str:
    path = tmp_path / "stuck.yaml"
    path.write_text(STUCK, encoding="utf-8")
    return str(path)


def test_the_page_tells_what_was_found_and_how_to_get_there(run: Run, stuck: str) -> None:
    done = run("analyse", stuck)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "porch: nothing; the conversation is stuck\n    by: sam is rushed > door/form-first\n" in done.stdout
    assert "Different plays: 4, on 2 kinds of day" in done.stdout
    assert "Over all plays, read through National Harm Reduction Coalition" in done.stdout


def test_json_holds_the_same_and_all_sets_on_request(run: Run, stuck: str) -> None:
    found = json.loads(run("analyse", stuck, "--json", "--lens", "all").stdout)
    assert found["format"] == "hrtrainer-analysis-1"
    assert found["explored"]["complete"] is True
    assert found["narrow"] == [
        {
            "scene": "porch",
            "offered": "",
            "own_words": False,
            "path": {"days": {"sam": "rushed"}, "answers": ["door/form-first"]},
        }
    ]
    assert found["size"]["plays"] == 4
    assert found["size"]["minutes"] is None
    assert len(found["principles"]) == 8
    for principle_set in found["principles"]:
        for principle in principle_set["principles"]:
            for counted in (principle["supported"], principle["strained"]):
                assert counted["least"]["count"] <= counted["most"]["count"]


def test_a_loop_is_told_as_having_no_upper_bound(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "loop.yaml"
    path.write_text(edited(("        gives: [kit]\n        to: end\n", "        to: porch\n")), encoding="utf-8")
    page = run("analyse", str(path)).stdout
    assert "Different plays: no upper bound" in page
    assert "supported 0 or more, no upper bound" in page
    found = json.loads(run("analyse", str(path), "--json").stdout)
    assert found["size"]["plays"] is None
    assert found["size"]["decisions"]["most"]["count"] is None


def test_unknown_names_get_a_sentence(run: Run, stuck: str) -> None:
    assert "There is no scenario 'in-a-rash'." in run("analyse", "in-a-rash").stderr
    done = run("analyse", stuck, "--lens", "xyz")
    assert done.returncode == 2
    assert "There is no principle set 'xyz'." in done.stderr


def test_a_long_exploration_tells_how_far_it_is_and_stops_when_asked(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    path = tmp_path / "long.yaml"
    path.write_text(as_scenario(story(1_000, returning=0.1)), encoding="utf-8")
    try:
        child, handle = pty.fork()
    except OSError:
        pytest.skip("this machine gives no pseudo-terminal")
    if child == 0:
        os.environ["PYTHONPATH"] = str(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "hrtrainer", "--home", str(tmp_path), "analyse", str(path)])
    try:
        read_until(handle, "states explored", 60)
        os.kill(child, signal.SIGINT)
        _, status = os.waitpid(child, 0)
    finally:
        os.close(handle)
    assert os.waitstatus_to_exitcode(status) == 130
