"""Files that were written to hurt: each ends in a reading, quickly, and never in a scenario with errors.

`hostile/manifest.tsv` says what should be said. It was written for an older dialect, so only its text stage counts.
"""

import csv
import os
from pathlib import Path

import pytest

from hrtrainer.paths import scenario_files
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.reader import Reading, read_scenario
from tests.scenario.large import LARGE
from tests.stage import BASE

HOSTILE = Path(__file__).parent / "hostile"
TEXT_STAGE = {
    "alias-limit", "bad-key", "control-char", "depth", "depth|bad-key", "dup-key", "encoding", "empty", "multi-doc",
    "syntax", "tag", "control-char|syntax",
}  # fmt: skip
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices are found on POSIX systems only")


def manifest() -> list[dict[str, str]]:
    """The rows about files that are small enough to lie here."""
    with (HOSTILE / "manifest.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if (HOSTILE / row["file"]).exists()]


def sound(reading: Reading) -> bool:
    """Whether a reading keeps its word: a scenario exactly when nothing stops play, and no raw bytes in messages."""
    stopped = any(found.stops_play for found in reading.diagnostics)
    said = "".join(map(str, reading.diagnostics))
    return (reading.scenario is None) is stopped and all(c.isprintable() or c == "\n" for c in said)


@pytest.mark.parametrize("path", list(scenario_files(HOSTILE)), ids=lambda path: path.stem)
def test_a_hostile_file_ends_in_a_reading(path: Path, known: Known) -> None:
    reading = read_file(path, known)
    assert reading.scenario is None
    assert sound(reading)
    assert len("".join(map(str, reading.diagnostics))) < 40_000


@pytest.mark.parametrize("row", manifest(), ids=lambda row: row["file"])
def test_what_the_text_stage_should_say_it_says_and_in_the_right_line(row: dict[str, str], known: Known) -> None:
    reading = read_file(HOSTILE / row["file"], known)
    text = [found for found in reading.diagnostics if found.code.id < "S100" and found.stops_play]
    if row["code"] in TEXT_STAGE:
        assert text
        assert int(row["line"]) in (0, *(found.spot[0] for found in text))
    elif row["expect"] == "accept":
        assert not text


@pytest.mark.parametrize("name", LARGE)
def test_a_large_hostile_text_is_told(name: str, known: Known) -> None:
    text, code = LARGE[name]
    reading = read_scenario(text, "a.yaml", known)
    assert reading.scenario is None
    assert sound(reading)
    assert code in [found.code.id for found in reading.diagnostics] or name == "quotation-marks"


def said(path: Path, known: Known) -> str:
    return str(read_file(path, known).diagnostics[0]).splitlines()[0]


def test_a_folder_is_not_a_scenario(tmp_path: Path, known: Known) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert said(tmp_path / "a.yaml", known).startswith("a.yaml:1:1: error S017: The file cannot be opened: ")


@posix
def test_a_pipe_is_never_waited_for(tmp_path: Path, known: Known) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert said(tmp_path / "a.yaml", known) == "a.yaml:1:1: error S017: The file cannot be opened: it is not a file."


@posix
def test_a_device_without_end_is_not_read(tmp_path: Path, known: Known) -> None:
    (tmp_path / "a.yaml").symlink_to("/dev/zero")
    assert said(tmp_path / "a.yaml", known) == "a.yaml:1:1: error S017: The file cannot be opened: it is not a file."


@posix
def test_a_link_that_leads_nowhere_or_round_in_a_circle_is_told(tmp_path: Path, known: Known) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "b.yaml")
    assert "S017" in said(tmp_path / "a.yaml", known)
    assert "S017" in said(tmp_path / "b.yaml", known)


@posix
def test_a_file_of_ten_gigabytes_is_not_read_whole(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 10 * 1024**3)
    assert "error S004" in said(path, known)


@posix
def test_a_private_file_behind_a_link_is_not_quoted(tmp_path: Path, known: Known) -> None:
    (tmp_path / "private").write_text("root:x:0:0:top secret\nmore: secret: words\n")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "private")
    assert "secret" not in "".join(map(str, read_file(tmp_path / "a.yaml", known).diagnostics))


def test_a_file_that_is_just_being_saved_is_read_again(
    tmp_path: Path, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BASE[:700], encoding="utf-8")
    fstat, calls = os.fstat, []

    def saved_meanwhile(handle: int) -> os.stat_result:
        calls.append(handle)
        if len(calls) == 2:
            path.write_text(BASE, encoding="utf-8")
        return fstat(handle)

    monkeypatch.setattr(os, "fstat", saved_meanwhile)
    assert read_file(path, known).scenario is not None


def test_a_disk_that_fails_while_reading_is_told(tmp_path: Path, known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BASE, encoding="utf-8")

    def failing(_handle: int) -> os.stat_result:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fstat", failing)
        told = said(path, known)
    assert told == "a.yaml:1:1: error S017: The file cannot be opened: input/output error."


def test_a_file_that_never_rests_is_read_as_it_stands(
    tmp_path: Path, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BASE, encoding="utf-8")
    fstat, calls = os.fstat, []

    def restless(handle: int) -> os.stat_result:
        calls.append(handle)
        os.utime(path, ns=(0, len(calls) * 1_000_000_000))
        return fstat(handle)

    monkeypatch.setattr(os, "fstat", restless)
    assert read_file(path, known).scenario is not None
    assert len(calls) == 6
