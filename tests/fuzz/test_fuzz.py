"""A few hundred changed inputs in every run of the tests; `python -m tests.fuzz` has a hundred thousand."""

from pathlib import Path
from random import Random

import pytest

from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading
from tests.fuzz import changes, laws
from tests.fuzz.__main__ import main
from tests.fuzz.run import changed, run


@pytest.mark.parametrize("seed", range(4))
def test_changed_inputs_keep_the_laws(seed: int, tmp_path: Path, reference: Reference) -> None:
    figures = run(seed, range(100), tmp_path, reference, lambda number: None)
    assert not figures.slips, f"seed {seed}, input {figures.slips[0].number}:\n{figures.slips[0].told}"
    assert figures.files == figures.conditions == 100
    assert figures.opened > 5, "some changes leave a conversation whole"
    assert len(figures.found) > 20 and len(figures.kinds) == 5


def test_some_changes_leave_a_condition_that_can_be_read() -> None:
    made = [changes.condition(Random(f"{seed}/{number}/condition")) for seed in range(4) for number in range(150)]
    assert sum(map(laws.condition_keeps_its_word, made)) > len(made) / 30


def test_an_input_is_the_same_again_whatever_was_run_before_it() -> None:
    assert changed(3, 17) == changed(3, 17)
    assert len({changed(3, number) for number in range(100)}) > 90


def test_what_breaks_a_law_is_told_with_its_number_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inspect = laws.inspect

    def forgetful(*given: object) -> tuple[Diagnostic, ...]:
        """An inspection that loses every slip of YAML, and stumbles over unknown keys."""
        found = inspect(*given)
        if any(one.code.id == "S101" for one in found):
            raise KeyError("stumbled")
        return tuple(one for one in found if one.code.id != "S003")

    monkeypatch.setattr(laws, "inspect", forgetful)
    assert main(["--inputs", "60", "--seed", "1", "--keep", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "KeyError: 'stumbled'" in said and "what reading told is not lost" in said
    kept = next(iter(tmp_path.iterdir()))
    assert f"--- seed 1, input {kept.name.split('-')[0]}: " in said
    assert kept.read_bytes() == changed(1, int(kept.name.split("-")[0]))[1]


def test_a_run_of_several_processes_says_the_same_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for jobs in ("1", "2"):
        assert main(["--inputs", "40", "--seed", "9", "--jobs", jobs]) == 0
        told.append(capsys.readouterr().out)
    assert "0 inputs broke a law" in told[0]
    counted = [said[said.index("files by what") :] for said in told]
    assert counted[0] == counted[1]


def test_the_laws_see_what_breaks_them() -> None:
    with pytest.raises(AssertionError):
        laws.reading_keeps_its_word(Reading("a.yaml", None, ()))
