"""The commands for authors: a first file that opens, a page a code, the schema, findings for other programs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrtrainer.cli.explain import terminal
from hrtrainer.cli.findings import as_github, as_sarif
from hrtrainer.scenario.codes import BY_ID, CATALOGUE
from hrtrainer.scenario.diagnostic import Diagnostic
from tests.stage import ASSETS, ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
FAULTY = str(Path("tests") / "diagnostics" / "S201-scene.yaml")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `hrtrainer --home HOME ...` and gives back what it said."""

    def run_it(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "hrtrainer", "--home", str(tmp_path / "home"), *words]
        environment = os.environ | {"PYTHONUTF8": "1"}
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=ROOT, timeout=60
        )

    return run_it


def test_new_writes_a_conversation_that_opens_and_plays_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    done = run("new", "my-visit")
    path = tmp_path / "home" / "scenarios" / "my-visit.yaml"
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert "\nid: my-visit\n" in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=scenario-1.json\n")
    assert (path.parent / "scenario-1.json").read_text(encoding="utf-8") == run("schema").stdout
    checked = run("check", str(path))
    assert checked.returncode == 0
    assert "0 errors, 0 warnings, 2 suggestions" in checked.stderr
    assert "my-visit" in run("list").stdout
    played = json.loads(run("play", "my-visit", "--auto", "3", "--no-record", "--json").stdout)
    assert played["ended"] is True
    path.write_text("mine", encoding="utf-8")
    again = run("new", "my-visit")
    assert (again.returncode, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "'my-visit.yaml' is already there. (C18)" in again.stderr


def test_new_writes_into_another_folder(run: Run, tmp_path: Path) -> None:
    assert run("new", "my-visit", "-o", str(tmp_path / "a" / "b")).returncode == 0
    assert (tmp_path / "a" / "b" / "my-visit.yaml").is_file()
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("My Visit", "'My Visit' cannot be the id of a scenario. (C17)"),
        ("../up", "'../up' cannot be the id of a scenario. (C17)"),
        ("end", "'end' cannot be the id of a scenario. (C17)"),
        ("in-a-rush", "The id 'in-a-rush' is already taken by a scenario of the program. (C18)"),
    ],
)
def test_new_refuses_a_name_in_a_sentence(name: str, said: str, run: Run, tmp_path: Path) -> None:
    done = run("new", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "home").exists()


def test_new_says_when_the_folder_is_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("new", "my-visit", "-o", str(tmp_path / "file"))
    assert done.returncode == 2
    assert "(F13)" in done.stderr


def test_explain_prints_the_page_of_a_code(run: Run) -> None:
    done = run("explain", "s201")
    assert done.returncode == 0
    assert done.stdout.startswith("S201: error\n\nThere is no scene '…'.\n")
    assert "to: proch" in done.stdout and "to: porch" in done.stdout
    assert "```" not in done.stdout and "**" not in done.stdout and "S202" not in done.stdout


def test_explain_lists_the_codes_and_helps_with_one_that_is_not_there(run: Run) -> None:
    listed = run("explain").stdout.splitlines()
    assert [line[:4] for line in listed] == [code.id for code in CATALOGUE]
    near, far = run("explain", "S20"), run("explain", "quite-else")
    assert near.returncode == far.returncode == 2
    assert "did you mean 'S2" in near.stderr
    assert "'hrtrainer explain' lists all codes." in far.stderr


def test_a_page_is_plain_in_the_terminal() -> None:
    assert terminal("## S1: error\n\n**Why.** So.\n\n```yaml\na: **b**\n```\n\n\nEnd") == (
        "S1: error\n\nWhy. So.\n\n    a: **b**\n\nEnd"
    )


def test_schema_prints_what_ships(run: Run) -> None:
    shipped = (ASSETS / "schema" / "scenario-1.json").read_text(encoding="utf-8")
    assert run("schema").stdout == shipped
    for name in ("scenario", "pack", "reply"):
        shipped = (ASSETS / "schema" / f"{name}-1.json").read_text(encoding="utf-8")
        assert run("schema", name).stdout == shipped


def test_findings_as_github_annotations(run: Run) -> None:
    done = run("check", FAULTY, "--format", "github")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "::error file=tests/diagnostics/S201-scene.yaml,line=58,col=13,title=S201::"
        "There is no scene 'proch'.%0AHint: did you mean 'porch'?"
    )


def test_what_would_end_an_annotation_is_written_otherwise() -> None:
    found = Diagnostic(BY_ID["S304"], "a,b:c%.yaml", (3, 4), "100 %\r\nof it.", "")
    assert as_github([found]) == "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=S304::100 %25%0D%0Aof it."


def test_findings_as_sarif(run: Run) -> None:
    done = run("check", FAULTY, "--format", "sarif")
    log = json.loads(done.stdout)
    assert (done.returncode, log["version"], len(log["runs"])) == (1, "2.1.0", 1)
    only = log["runs"][0]
    result = only["results"][0]
    assert (result["ruleId"], result["level"]) == ("S201", "error")
    assert only["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "S201"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "tests/diagnostics/S201-scene.yaml"
    assert place["region"] == {"startLine": 58, "startColumn": 13}
    assert only["columnKind"] == "unicodeCodePoints"


def test_sarif_of_nothing_and_of_odd_paths(tmp_path: Path) -> None:
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []
    found = [Diagnostic(BY_ID["S305"], name, (1, 1), "x", "") for name in ("a b#.yaml", str(tmp_path / "ü.yaml"))]
    log = json.loads(as_sarif(found))
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in log["runs"][0]["results"]]
    assert uris == ["a%20b%23.yaml", (tmp_path / "ü.yaml").as_uri()]
    assert {one["level"] for one in log["runs"][0]["results"]} == {"note"}


def test_json_stays_as_it_was_and_format_json_is_the_same(run: Run) -> None:
    told = run("check", FAULTY, "--json")
    assert told.stdout == run("check", FAULTY, "--format", "json").stdout
    assert list(json.loads(told.stdout)[0]) == ["file", "line", "column", "severity", "code", "message", "hint"]
    assert told.stderr == ""
