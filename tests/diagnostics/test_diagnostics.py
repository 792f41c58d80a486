"""Every code has a case: a scenario with one thing wrong, and beside it exactly what is said about that.

The files are the author's manual too (tests/guide). `NAME.yaml` holds the fault, `NAME.txt` what is printed, without
S305, and `NAME.mended.yaml` the same without the fault, where base.yaml is not that already.
"""

import re
from pathlib import Path

import pytest

from hrtrainer.checks import inspect as inspecting
from hrtrainer.checks.inspect import inspect
from hrtrainer.checks.language import overdue
from hrtrainer.scenario import limits
from hrtrainer.scenario.codes import BY_ID, CATALOGUE
from hrtrainer.scenario.diagnostic import Diagnostic, Severity
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_file, read_library
from hrtrainer.scenario.lookup import Reference, WordFile
from hrtrainer.scenario.reader import read_scenario
from tests.stage import BASE, TODAY, edited

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("S*.yaml") if not path.stem.endswith(".mended"))
IN_CODE = {"S001", "S004", "S006", "S007", "S017", "S218", "S409", "S606", "S704", "S705"}
"""Codes whose cases are no text, or too large to lie in a folder; each has a test below."""


def told(diagnostics: tuple[Diagnostic, ...]) -> str:
    """What is printed, without the reminder that nobody has reviewed the scenario."""
    return "".join(f"{found}\n" for found in diagnostics if found.code.id != "S305")


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_in_exactly_these_words_and_at_this_place(case: str, reference: Reference) -> None:
    reading = read_file(HERE / f"{case}.yaml", reference.known)
    found = inspect(reading, reference, TODAY)
    assert told(found) == (HERE / f"{case}.txt").read_text(encoding="utf-8")
    code = BY_ID[case[:4]]
    assert code in [one.code for one in found]
    assert (reading.scenario is None) is (code.severity is Severity.ERROR)


def test_every_code_has_a_case() -> None:
    cases = {case[:4] for case in CASES} | IN_CODE | {"S305"}
    assert {code.id for code in CATALOGUE if code.id.startswith("S")} == cases  # T: tests/twee/test_codes.py


def test_every_case_has_its_expected_words_and_none_is_left_over() -> None:
    assert sorted(path.stem for path in HERE.glob("S*.txt")) == CASES


def test_no_code_is_given_twice() -> None:
    assert len(BY_ID) == len(CATALOGUE)
    assert [code.id for code in CATALOGUE] == sorted(BY_ID)


def test_every_message_is_one_sentence_and_names_what_it_fills_in() -> None:
    for code in CATALOGUE:
        assert code.template.endswith((".", "}")), code.id
        assert re.fullmatch(r"S[0-8]\d\d|T\d\d\d", code.id)


def test_the_clean_base_yields_only_that_nobody_has_reviewed_it(known: Known) -> None:
    reading = read_scenario(BASE, "base.yaml", known)
    assert reading.scenario is not None
    assert [str(found).splitlines()[0] for found in reading.diagnostics] == [
        "base.yaml:15:10: suggestion S305: Not yet reviewed by people with lived experience.",
        "base.yaml:15:10: suggestion S305: Not yet reviewed by a clinician.",
    ]


def test_a_reviewed_scenario_yields_nothing(known: Known) -> None:
    text = edited(
        ("lived_experience_review: none", 'lived_experience_review: "2026-10-02, two peer workers"'),
        ("clinical_review: none", 'clinical_review: "2026-10-05, a nurse"'),
    )
    assert read_scenario(text, "base.yaml", known).diagnostics == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"title: A visit\nsummary: \x93Hi\x94\n",
            "a.yaml:2:10: error S001: This is not UTF-8 text: byte 0x93 cannot be read here.\n"
            "  hint: Save the file again as UTF-8 (it was probably saved as Windows-1252).\n",
        ),
        (
            "title: A visit\n".encode("utf-16"),
            "a.yaml:1:1: error S001: This is not UTF-8 text: byte 0xFF cannot be read here.\n"
            "  hint: Save the file again as UTF-8 (it was saved as UTF-16).\n",
        ),
        (
            "title: Grüße\nsummary: Grüße ".encode() + b"\xe9",
            "a.yaml:2:16: error S001: This is not UTF-8 text: byte 0xE9 cannot be read here.\n"
            "  hint: Save the file again as UTF-8.\n",
        ),
        (
            b"title: caf\xe9\n",
            "a.yaml:1:11: error S001: This is not UTF-8 text: byte 0xE9 cannot be read here.\n"
            "  hint: Save the file again as UTF-8 (it was probably saved as Windows-1252).\n",
        ),
    ],
)
def test_s001_bytes_that_are_no_text(data: bytes, said: str, tmp_path: Path, known: Known) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    assert told(read_file(path, known).diagnostics) == said


def test_s004_a_file_that_is_too_large(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (limits.MOST_BYTES + 1))
    said = told(read_file(path, known).diagnostics)
    assert said.startswith(
        "a.yaml:1:1: error S004: The file is more than 8388608 bytes long; at most 8388608 are read."
    )


def test_s004_a_text_that_is_too_large(known: Known) -> None:
    reading = read_scenario("#" * (limits.MOST_BYTES + 1), "a.yaml", known)
    assert [found.code.id for found in reading.diagnostics] == ["S004"]


@pytest.mark.parametrize("value", ["a,", "[],", "{},"])
def test_s006_more_values_than_are_read(value: str, known: Known) -> None:
    text = f"goals: [{value * limits.MOST_NODES}]"
    said = told(read_scenario(text, "a.yaml", known).diagnostics)
    column = 9 + len(value) * (limits.MOST_NODES - 3)
    assert said.startswith(f"a.yaml:1:{column}: error S006: The file holds more than 250000 values.")


def test_s007_a_text_longer_than_is_read(known: Known) -> None:
    text = edited(("sam: Cheers.", f"sam: {'a' * 20_001}"))
    said = told(read_scenario(text, "a.yaml", known).diagnostics)
    assert said.startswith("a.yaml:47:18: error S007: This text is 20001 characters long; at most 20000 are read.")


def test_s017_a_file_that_is_not_there(tmp_path: Path, known: Known) -> None:
    said = told(read_file(tmp_path / "gone.yaml", known).diagnostics)
    assert said == (
        "gone.yaml:1:1: error S017: The file cannot be opened: no such file or directory.\n"
        "  hint: Look whether it is there, and whether you may read it.\n"
    )


def test_s218_an_id_that_is_already_taken(tmp_path: Path, known: Known) -> None:
    for name in ("first.yaml", "second.yaml"):
        (tmp_path / name).write_text(BASE, encoding="utf-8")
    first, second = read_library([tmp_path], known)
    assert first.scenario is not None
    assert second.scenario is None
    assert told(second.diagnostics) == (
        "second.yaml:1:1: warning S218: The id 'a-visit' is already taken by first.yaml; that one is shown.\n"
        "  hint: Give this scenario an id of its own.\n"
    )


def test_s606_a_word_list_past_its_date() -> None:
    head = "format: 1\nname: Ours\nlanguage: en\nchecked: 2026-01-01\nnext: 2026-12-01\n"
    file = WordFile("ours.yaml", f"{head}rules: []\n")
    assert overdue([file], "2026-12-01") == ()
    assert told(overdue([file], "2026-12-02")) == (
        "ours.yaml:5:7: warning S606: This word list was to be looked at again by 2026-12-01.\n"
        "  hint: Words change. Look whether it is still right, and set 'checked' and 'next'.\n"
    )


def on_day(today: str, text: str, reference: Reference) -> str:
    """What is told about a scenario on a day, but for its own date."""
    found = inspect(read_scenario(text, "a.yaml", reference.known), reference, today)
    return told(tuple(one for one in found if one.code.id != "S703"))


def test_s704_a_source_past_its_date(reference: Reference) -> None:
    source = reference.sources["nhrc-principles"]
    assert on_day(source.next, BASE, reference) == ""
    assert on_day("2099-01-01", BASE, reference) == (
        f"a.yaml:17:11: warning S704: The source 'nhrc-principles' was to be looked at again by {source.next}.\n"
        "  hint: Open it and see whether it still says so; its dates stand in assets/sources.yaml.\n"
    )


def test_s705_a_regional_fact_past_its_date(reference: Reference) -> None:
    text = edited(("sam: It will be a quiet night.", 'sam: "Wait {region:naloxone-wait}? {region:naloxone-wait}?"'))
    regions = {region.name: region.facts["naloxone-wait"].next for region in reference.regions.values()}
    assert on_day(min(regions.values()), text, reference) == ""
    said = on_day("2099-01-01", text, reference).partition("a.yaml:66")[2]
    assert said == (
        f":20: warning S705: What 'naloxone-wait' says was to be looked at again by now in: {'; '.join(regions)}.\n"
        "  hint: Its dates stand in assets/regions. Until then the program says on screen that it is old.\n"
    )


def test_s409_a_conversation_too_large_to_be_explored_while_somebody_waits(
    reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspecting, "MOST_STATES", 1)
    said = told(inspect(read_scenario(BASE, "a.yaml", reference.known), reference, TODAY))
    assert said.startswith("a.yaml:30:3: suggestion S409: This conversation was not explored to its end: ")
    assert said.endswith("hint: 'hrtrainer analyse' goes further.\n")
