"""hrtrainer print, as somebody types it."""

from pathlib import Path

import pytest

from hrtrainer.cli.words import LENGTHS, PAPERS, PRINTS
from hrtrainer.export import prints, typesetting
from hrtrainer.group import agenda
from tests.cli.test_commands import Run, run

__all__ = ["run"]
pytest.importorskip("typst", reason="typst does not exist for this computer")


def test_the_command_line_offers_what_there_is() -> None:
    assert set(PRINTS) == set(prints.PRINTS)
    assert PAPERS == typesetting.PAPERS
    assert LENGTHS == agenda.LENGTHS


def test_a_print_is_written_once_and_over_only_when_told_to(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    words = ("print", "in-a-rush", "--what", "cards", "-o", str(path))
    assert run(*words).returncode == 0
    assert path.read_bytes().startswith(b"%PDF-")
    again = run(*words)
    assert again.returncode == 2 and "(C15)" in again.stderr
    assert run(*words, "--force", "--paper", "us-letter").returncode == 0


@pytest.mark.parametrize("odd", [("--lens", "xyz"), ("--region", "xyz")])
def test_what_there_is_not_is_named(run: Run, tmp_path: Path, odd: tuple[str, str]) -> None:
    done = run("print", "in-a-rush", "--what", "sheet", "-o", str(tmp_path / "s.pdf"), *odd)
    assert done.returncode == 2 and "'xyz'" in done.stderr and "known are" in done.stderr
