"""The command line, as somebody types it: a process of its own, its words, its exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrtrainer.cli import words as known
from hrtrainer.cli.main import COMMANDS, command
from hrtrainer.cli.words import FORMATS as OFFERED
from hrtrainer.export.formats import FORMATS
from tests.stage import SCENARIOS

ROOT = Path(__file__).parents[2]
FIRST = "bag-and-ask"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `hrtrainer --home HOME ...` and gives back what it said."""

    def run_it(*words: str, answers: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(tmp_path / "home"), *words]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        return subprocess.run(
            command, input=answers, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60
        )

    return run_it


def choices_of(run: Run, seed: int) -> list[str]:
    """The choices of a random walk through Jessica's conversation."""
    told = json.loads(run("play", "in-a-rush", "--auto", str(seed), "--json", "--no-record").stdout)
    return [turn["choice"] for turn in told["turns"]]


def test_list_names_the_scenarios(run: Run) -> None:
    assert "in-a-rush" in run("list").stdout
    listed = json.loads(run("list", "--json").stdout)
    assert {one["id"] for one in listed} == {"in-a-rush", "eleven-weeks", "not-looking-to-quit"}
    assert all(one["opens"] and one["reviewed"].startswith("Not yet reviewed") for one in listed)


def test_check_is_clean_on_what_ships_and_names_line_and_column_of_what_is_broken(run: Run, tmp_path: Path) -> None:
    assert run("check", str(SCENARIOS)).returncode == 0
    broken = tmp_path / "broken.yaml"
    text = (SCENARIOS / "in-a-rush.yaml").read_text(encoding="utf-8")
    broken.write_text(text.replace("to: helmet", "to: helmte", 1), encoding="utf-8")
    done = run("check", str(broken))
    before = text[: text.index("to: helmet")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n") + len("to: ")
    assert done.returncode == 1
    assert (
        f"broken.yaml:{line}:{column}: error S201: There is no scene 'helmte'.\n  hint: did you mean 'helmet'?"
        in done.stdout
    )
    found = json.loads(run("check", str(broken), "--json").stdout)
    assert [(one["code"], one["line"], one["column"]) for one in found if one["severity"] == "error"] == [
        ("S201", line, column)
    ]


def test_check_says_when_there_is_nothing_to_check(run: Run) -> None:
    done = run("check", "nowhere.yaml")
    assert done.returncode == 2
    assert "There is no file or folder 'nowhere.yaml'." in done.stderr


def test_the_same_run_reads_through_two_sets_and_nothing_is_totalled(run: Run) -> None:
    chosen = ",".join(choices_of(run, 7))
    told = {
        lens: json.loads(run("play", "in-a-rush", "--choose", chosen, "--seed", "7", "--json", "--lens", lens).stdout)
        for lens in ("nhrc", "camh")
    }
    assert [one["choice"] for one in told["nhrc"]["turns"]] == [one["choice"] for one in told["camh"]["turns"]]
    assert len(told["nhrc"]["principles"]) == 8 and len(told["camh"]["principles"]) == 6
    for summary in told.values():
        assert summary["ended"] is True
        assert not [key for key in summary if "total" in key or "score" in key]
        for principle in summary["principles"]:
            for count in (principle["supported"], principle["strained"]):
                assert count["least"] <= count["count"] <= count["most"]
            for moment in principle["moments"]:
                assert moment["turn"] >= 1 and moment["mark"]
                for evidence in moment["evidence"]:
                    assert evidence["behaviour"] and evidence["why"] and evidence["quote"]


def test_the_same_seed_walks_the_same_way(run: Run) -> None:
    assert choices_of(run, 11) == choices_of(run, 11)


def test_a_choice_that_is_not_there_names_those_that_are(run: Run) -> None:
    done = run("play", "in-a-rush", "--choose", "no-such-line")
    assert done.returncode == 2
    assert "The choice 'no-such-line' is not available here. (P01)" in done.stderr
    assert FIRST in done.stderr


def test_unknown_names_get_a_sentence(run: Run) -> None:
    assert "There is no scenario 'in-a-rash'." in run("play", "in-a-rash", "--auto", "1").stderr
    assert "There is no principle set 'xyz'." in run("play", "in-a-rush", "--auto", "1", "--lens", "xyz").stderr
    assert "There is no region 'mars'." in run("play", "in-a-rush", "--auto", "1", "--region", "mars").stderr


def test_what_was_played_is_kept_unless_not_wanted(run: Run) -> None:
    assert "No conversations yet." in run("sessions").stdout
    run("play", "in-a-rush", "--auto", "3", "--no-record")
    assert json.loads(run("sessions", "--json").stdout) == []
    run("play", "eleven-weeks", "--auto", "3")
    kept = json.loads(run("sessions", "--json").stdout)
    assert [one["scenario"] for one in kept] == ["eleven-weeks"]
    assert kept[0]["ending_kind"] in ("connected", "partly", "missed")


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("html", b"<!doctype html>"),
        ("md", b"# "),
        ("json", b"{"),
        ("pdf", b"%PDF-"),
        ("docx", b"PK"),
        ("odt", b"PK"),
        ("csv", b"\xef\xbb\xbfsession,"),
        ("xapi", b"[\n {"),
    ],
)
def test_the_last_session_is_saved_in_every_form_and_never_over_another_file(
    run: Run, tmp_path: Path, form: str, start: bytes
) -> None:
    run("play", "not-looking-to-quit", "--auto", "5")
    target = tmp_path / f"summary.{form}"
    done = run("export", "last", "--format", form, "-o", str(target))
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().lower().startswith(start.lower())
    again = run("export", "--format", form, "-o", str(target))
    assert again.returncode == 2 and "is already there" in again.stderr
    assert run("export", "--format", form, "-o", str(target), "--force").returncode == 0


def test_the_words_offer_exactly_the_forms_there_are() -> None:
    assert set(OFFERED) == set(FORMATS)


def test_export_leaves_out_what_is_struck_hidden_or_not_wanted(run: Run, tmp_path: Path) -> None:
    run("play", "in-a-rush", "--auto", "7")
    lines = [line.split("  ", 1) for line in run("export", "--lines").stdout.splitlines()]
    struck, said = next((id, text.removeprefix("You: ")) for id, text in lines if id.endswith(".said"))
    target = tmp_path / "pack.json"
    words = ("--format", "json", "-o", str(target), "--without", "guess,counts", "--date", "month", "--hide", "Jessica")
    assert run("export", *words, "--strike", struck).returncode == 0
    text = target.read_text()
    data = json.loads(text)
    assert data["format"] == "hrtrainer-pack-1" and "counts" not in data["parts"] and '"least"' not in text
    assert said not in json.dumps(data, ensure_ascii=False)
    assert "Jessica" not in text
    assert len(data["sessions"][0]["day"]) == 7


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "pdf"), "What to write, and where?"),
        (("--format", "md", "-o", "x.md", "--without", "gues"), "There is no part 'gues'"),
        (("--format", "md", "-o", "x.md", "--strike", "x/turns.0.said"), "There is no line 'x/turns.0.said'"),
        (("--format", "md", "-o", "x.md", "--form", "none.json"), "The form 'none.json' cannot be used"),
    ],
)
def test_export_says_what_it_does_not_understand(run: Run, words: tuple[str, ...], said: str) -> None:
    run("play", "in-a-rush", "--auto", "7")
    done = run("export", *words)
    assert done.returncode != 0 and said in done.stderr and not Path("x.md").exists()


def test_export_puts_two_conversations_into_one_file_in_an_organisations_form(run: Run, tmp_path: Path) -> None:
    for seed in ("7", "8"):
        run("play", "in-a-rush", "--auto", seed)
    keys = [one["key"] for one in json.loads(run("sessions", "--json").stdout)]
    form = ROOT / "assets" / "guide" / "form-example" / "our-form.json"
    target = tmp_path / "pack.md"
    assert run("export", *keys, "--format", "md", "-o", str(target), "--form", str(form)).returncode == 0
    assert target.read_text(encoding="utf-8").count("# In a rush, with Jessica") == 2
    assert "Harbour Outreach" in target.read_text(encoding="utf-8")
    word = tmp_path / "pack.docx"
    assert run("export", keys[0], "--format", "docx", "-o", str(word), "--form", str(form)).returncode == 0
    assert word.read_bytes().startswith(b"PK")


def test_playing_without_a_terminal_says_how_else(run: Run) -> None:
    done = run("play", "in-a-rush")
    assert done.returncode == 2
    assert "--choose" in done.stderr


def test_every_command_of_the_words_is_there() -> None:
    assert set(COMMANDS) == set(known.COMMANDS)
    assert all(callable(command(name)) for name in COMMANDS)
