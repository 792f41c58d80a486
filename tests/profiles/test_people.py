"""Who has a folder here, and leaving without a trace."""

import os
from pathlib import Path

import pytest

from hrtrainer.paths import Paths, paths
from hrtrainer.problem import Problem
from hrtrainer.profiles.erasing import CANNOT_REACH, erase
from hrtrainer.profiles.people import add_person, forget_person, people, person_named
from hrtrainer.settings import Settings, read_settings, write_settings


@pytest.fixture
def root(tmp_path: Path) -> Paths:
    return paths(tmp_path / "home")


def test_alone_there_is_no_list_and_one_person(root: Paths) -> None:
    (only,) = people(root)
    assert (only.shown, only.places, only.locked) == ("Without a name", root, False)
    assert not root.people.exists()


def test_each_has_a_folder_whose_name_says_nothing(root: Paths) -> None:
    write_settings(root.settings, Settings(code_name="Tansy", theme="dark", keep_sessions=False, left_out=("loss",)))
    sorrel = add_person(root, "  Sorrel \n ")
    assert [one.name for one in people(root)] == ["Tansy", "Sorrel"]
    assert sorrel.places.home.parent == root.home / "people" and "orrel" not in sorrel.places.home.name
    assert "orrel" not in root.people.read_text(encoding="utf-8")
    settings, _ = read_settings(sorrel.places.settings)
    assert (settings.theme, settings.keep_sessions, settings.left_out) == ("dark", False, ())
    assert person_named(root, "sorrel") == sorrel and person_named(root, "TANSY").places == root


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "tansy", "TANSY "])
def test_a_name_is_there_once_and_is_one(root: Paths, name: str) -> None:
    write_settings(root.settings, Settings(code_name="Tansy"))
    with pytest.raises(Problem) as told:
        add_person(root, name)
    assert told.value.code == "C27" and not root.people.exists()


def test_somebody_who_is_not_here_is_told_with_who_is(root: Paths) -> None:
    add_person(root, "Sorrel")
    with pytest.raises(Problem) as told:
        person_named(root, "Nettle")
    assert (told.value.code, told.value.hint) == ("C26", "known are: Sorrel")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"folders": 3}', '{"folders": ["../../etc"]}', '{"folders": ["/tmp"]}', '{"folders": [null]}']
)
def test_a_list_that_leads_elsewhere_is_not_followed(root: Paths, text: str) -> None:
    root.home.mkdir()
    root.people.write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as told:
        people(root)
    assert told.value.code == "C25" and root.people.read_text(encoding="utf-8") == text


def filled(places: Paths) -> list[Path]:
    """A folder in which everything is that a person can have."""
    names = (
        "history.sqlite", "history.sqlite-wal", "history.sqlite-shm", ".history.sqlite.lock", "settings.json",
        "settings-unreadable.json", "catalogue.json", "key.json", "hrtrainer.log", "hrtrainer.log.1", ".0123.part",
        "backups/history-2026-11-21T101500Z.sqlite", "scenarios/mine.yaml", "scenarios/deep/er.yaml",
    )  # fmt: skip
    made = [places.home / name for name in names]
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"code_name": "the green bicycle"}')
    return made


def test_everything_of_a_person_goes_and_nobody_elses(root: Paths) -> None:
    mine, sorrel = filled(root), add_person(root, "Sorrel")
    hers = filled(sorrel.places)
    assert erase(sorrel.places) == ()
    forget_person(root, sorrel.places)
    assert not sorrel.places.home.exists() and not root.people.exists()
    assert all(path.exists() for path in mine) and not any(path.exists() for path in hers)
    assert erase(root) == ()
    assert not any(path.is_file() for path in root.home.rglob("*"))


def test_files_of_others_in_the_folder_stay(root: Paths) -> None:
    filled(root)
    other = root.home / "thesis.odt"
    other.write_text("not ours")
    erase(root)
    assert [path.name for path in root.home.rglob("*") if path.is_file()] == ["thesis.odt"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_what_a_link_points_to_is_elsewhere_and_stays(root: Paths, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.yaml"
    other.write_text("not ours")
    root.own_scenarios.mkdir(parents=True)
    (root.own_scenarios / "linked.yaml").symlink_to(other)
    assert erase(root) == ()
    assert other.read_text() == "not ours" and not root.own_scenarios.exists()


@pytest.mark.skipif(os.name != "posix", reason="another name for the same file")
def test_a_file_is_written_over_before_it_goes(root: Paths, tmp_path: Path) -> None:
    filled(root)
    kept = tmp_path / "kept"
    os.link(root.history, kept)
    erase(root)
    assert set(kept.read_bytes()) == {0}


def test_what_it_cannot_reach_is_said() -> None:
    told = " ".join(CANNOT_REACH)
    for word in ("saved elsewhere", "backups", "solid-state"):
        assert word in told
