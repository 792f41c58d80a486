"""Another folder for everything: copied and compared, then used; whatever goes wrong, everything is where it was."""

import os
import shutil
from pathlib import Path

import pytest

from hrtrainer.paths import Paths, default_home, elsewhere, paths
from hrtrainer.problem import Problem
from hrtrainer.profiles.moving import left_behind, move


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The usual folder, somewhere else for the time of a test, with something in it."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "lovelace"))
    monkeypatch.setattr("hrtrainer.paths.default_home", lambda: tmp_path / "lovelace" / "usual")
    monkeypatch.setattr("hrtrainer.profiles.moving.default_home", lambda: tmp_path / "lovelace" / "usual")
    places = paths()
    for name in (
        "history.sqlite",
        "settings.json",
        "people/0a1b2c3d/history.sqlite",
        "scenarios/mine.yaml",
        ".running",
    ):
        path = places.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"this is {name}")
    return places


def test_everything_is_there_and_used_and_the_old_folder_is_as_it_was(root: Paths, tmp_path: Path) -> None:
    target = tmp_path / "lovelace" / "stick" / "practice"
    move(root, target)
    assert paths().home == target
    found = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    assert found == {"history.sqlite", "settings.json", "people/0a1b2c3d/history.sqlite", "scenarios/mine.yaml"}
    assert root.history.read_text() == "this is history.sqlite"
    assert "lovelace" not in elsewhere(root.home).read_text(encoding="utf-8")


def test_what_was_left_behind_is_known_for_everybody(root: Paths, tmp_path: Path) -> None:
    assert left_behind(root, root) is None
    move(root, tmp_path / "stick")
    there = paths()
    somebody = there._replace(home=there.home / "people" / "0a1b2c3d")
    assert left_behind(there, there) == root
    assert left_behind(there, somebody) == root._replace(home=root.home / "people" / "0a1b2c3d")
    elsewhere_named = there._replace(home=tmp_path / "by-home")
    assert left_behind(elsewhere_named, elsewhere_named) is None


def test_a_folder_that_is_taken_or_inside_is_not_used(root: Paths, tmp_path: Path) -> None:
    taken, file = tmp_path / "taken", tmp_path / "file"
    taken.mkdir()
    (taken / "thesis.odt").write_text("somebody's")
    file.write_text("no folder")
    for target in (taken, file, root.home, root.home / "inside"):
        with pytest.raises(Problem) as told:
            move(root, target)
        assert told.value.code == "C29" and paths().home == root.home
    assert [path.name for path in taken.iterdir()] == ["thesis.odt"]


def test_what_was_not_copied_as_it_was_is_not_used(
    root: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree = shutil.copytree

    def spoilt(here: Path, there: Path, **how: object) -> None:
        with monkeypatch.context() as patch:  # it calls itself
            patch.setattr(shutil, "copytree", copytree)
            copytree(here, there, **how)  # type: ignore[call-overload]
        (there / "history.sqlite").write_text("that is history.sqlite")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for broken in (spoilt, full):
        monkeypatch.setattr(shutil, "copytree", broken)
        with pytest.raises(Problem) as told:
            move(root, tmp_path / broken.__name__)
        assert told.value.code == "C30" and paths().home == root.home


def test_a_folder_that_is_not_there_now_is_not_replaced_by_an_empty_one(root: Paths, tmp_path: Path) -> None:
    target = tmp_path / "stick"
    move(root, target)
    shutil.rmtree(target)
    assert paths().home == target


@pytest.mark.parametrize("text", ["", "\n"])
def test_a_file_that_names_nothing_means_the_usual_folder(root: Paths, text: str) -> None:
    elsewhere(root.home).write_text(text)
    assert paths().home == root.home


def test_the_usual_folder_is_one_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_home().name == "hrtrainer" and os.path.isabs(default_home())
