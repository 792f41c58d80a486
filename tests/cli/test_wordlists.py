"""Word lists on the command line: the one at home, the ones that are named, and those that cannot be used."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run, run
from tests.stage import edited

__all__ = ["run"]

LIST = """\
format: 1
name: Ours
language: en
checked: 2026-01-01
next: 2999-01-01
rules:
  - id: guest
    phrases: [service user*]
    level: change
    instead: guest
    why: nobody here calls themselves that
    allowed: [client_speech]
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """A scenario that says a word which only the organisation's list knows."""
    path = tmp_path / "visit.yaml"
    text = edited(("- narrator: Sam leans in.", "- narrator: Sam leans in, past two service users."))
    path.write_text(text, encoding="utf-8")
    return path


def found(run: Run, *words: str) -> list[tuple[str, int, int]]:
    told = json.loads(run("check", "--json", *words).stdout)
    return [(one["code"], one["line"], one["column"]) for one in told if one["code"] != "S305"]


def test_a_list_that_is_named_counts_and_so_does_the_one_at_home(run: Run, scenario: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.yaml"
    ours.write_text(LIST, encoding="utf-8")
    assert found(run, str(scenario)) == []
    assert found(run, str(scenario), "--language", str(ours)) == [("S602", 34, 42)]
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "language.yaml").write_text(LIST.replace("change", "ask"), encoding="utf-8")
    assert found(run, str(scenario)) == [("S603", 34, 42)]
    assert found(run, str(scenario), "--language", str(ours)) == [("S602", 34, 42)], "what is named goes before home"


def test_a_list_past_its_date_is_told_once(run: Run, scenario: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.yaml"
    ours.write_text(LIST.replace("2999", "2026"), encoding="utf-8")
    done = run("check", str(scenario), str(scenario), "--language", str(ours))
    assert done.returncode == 0
    assert done.stdout.count("warning S606: This word list was to be looked at again by 2026-01-01.") == 1
    assert f"{ours}:5:7: " in done.stdout


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LIST.replace("service user*", "'(a|b'").encode(), "line 8, column 16: The phrase cannot be read: '(' is not"),
        (LIST.replace("format: 1", "format 1").encode(), "line 2, column 5: This line cannot be read"),
        (b"PK\x03\x04", "line 1, column 1: This is a ZIP or office file, not a word list."),
        (LIST.encode("utf-16"), "line 1, column 1: This is not UTF-8 text"),
        (b"", "line 1, column 1: There is no word list in this file: it is empty."),
        (b"[" * 5_000, "levels deep."),
        (None, "line 1, column 1: The file cannot be opened: no such file or directory."),
    ],
)
def test_a_list_that_cannot_be_used_ends_with_a_sentence(
    data: bytes | None, said: str, run: Run, scenario: Path, tmp_path: Path
) -> None:
    ours = tmp_path / "ours.yaml"
    if data is not None:
        ours.write_bytes(data)
    done = run("check", str(scenario), "--language", str(ours))
    assert done.returncode == 2
    assert done.stderr.startswith(f"hrtrainer: The word list cannot be used: {ours}, line ")
    assert said in done.stderr and "(F14)" in done.stderr
    assert "Traceback" not in done.stderr


def test_strict_ends_with_1_for_a_word_that_is_to_stop_and_not_for_one_to_ask_about(
    run: Run, scenario: Path, tmp_path: Path
) -> None:
    ours = tmp_path / "ours.yaml"
    for level, status in (("stop", 1), ("change", 1), ("ask", 0)):
        ours.write_text(LIST.replace("change", level), encoding="utf-8")
        words = ("check", str(scenario), "--language", str(ours))
        assert run(*words).returncode == 0
        assert run(*words, "--strict").returncode == status
