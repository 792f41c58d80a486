"""The library's files: every one is told of, and none can hide another."""

from pathlib import Path

from hrtrainer.paths import scenario_files
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_library
from tests.stage import BASE, edited


def put(folder: Path, name: str, text: str = BASE) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_files_come_by_name_and_hidden_or_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "C.YAML", ".hidden.yaml", "notes.txt", "a.yaml~", "walk"):
        put(tmp_path, name)
    assert [path.name for path in scenario_files(tmp_path)] == ["C.YAML", "a.yml", "b.yaml"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path, known: Known) -> None:
    assert list(scenario_files(tmp_path / "gone")) == []
    assert read_library([tmp_path / "gone"], known) == ()


def test_a_broken_file_stands_beside_the_others(tmp_path: Path, known: Known) -> None:
    put(tmp_path, "a.yaml", "nothing")
    put(tmp_path, "b.yaml")
    (tmp_path / "c.yaml").mkdir()
    readings = read_library([tmp_path], known)
    assert [(one.file, one.scenario is not None) for one in readings] == [
        ("a.yaml", False),
        ("b.yaml", True),
        ("c.yaml", False),
    ]


def test_an_own_scenario_with_a_shipped_id_is_told_and_the_shipped_one_stays(tmp_path: Path, known: Known) -> None:
    shipped, own = put(tmp_path / "shipped", "visit.yaml"), put(tmp_path / "own", "visit.yaml")
    first, second = read_library([shipped, own], known)
    assert first.scenario is not None
    assert (second.scenario, second.diagnostics[0].code.id) == (None, "S218")
    assert second.source == BASE


def test_a_broken_file_takes_no_id_from_one_of_the_same_name(tmp_path: Path, known: Known) -> None:
    shipped, own = put(tmp_path / "shipped", "visit.yaml", "nothing"), put(tmp_path / "own", "visit.yaml")
    assert [one.scenario is not None for one in read_library([shipped, own], known)] == [False, True]


def test_two_scenarios_with_ids_of_their_own_stand_side_by_side(tmp_path: Path, known: Known) -> None:
    put(tmp_path, "a.yaml")
    put(tmp_path, "b.yaml", edited(("id: a-visit", "id: another-visit")))
    assert [one.scenario.id for one in read_library([tmp_path], known) if one.scenario] == ["a-visit", "another-visit"]
