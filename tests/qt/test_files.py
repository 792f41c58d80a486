"""Files of one's own: broken ones are listed with all that is the matter, and keep nothing else from opening."""

from pathlib import Path

from hrtrainer.qt.app import TrainerWindow

BROKEN = {
    "wrong-key.yaml": ("minutes: ", "minuets: ", "S101"),
    "missing-scene.yaml": ("to: danger", "to: dagner", "S201"),
    "no-reason.yaml": ("shows:", "shows:\n          reflects: ''", "S113"),
    "double-key.yaml": ("title: ", "title: One\ntitle: ", "S010"),
    "tab.yaml": ("\n  jessica:", "\n\tjessica:", "S014"),
    "alias.yaml": ("title: ", "title: *", "S008"),
}


def test_broken_files_are_listed_with_line_and_column_and_the_rest_opens(window: TrainerWindow) -> None:
    own = window.places.own_scenarios
    own.mkdir(parents=True)
    good = (window.places.scenarios / "in-a-rush.yaml").read_text(encoding="utf-8")
    for name, (old, new, _) in BROKEN.items():
        (own / name).write_text(good.replace(old, new, 1), encoding="utf-8")
    (own / "latin.yaml").write_bytes(good.replace("courier", "caf\xe9", 1).encode("cp1252", "replace"))
    page = window.shelf.library_page()
    listed = {card.file: " ".join(card.diagnostics) for card in page.broken}
    assert set(listed) == {*BROKEN, "latin.yaml"}
    for name, (_, _, code) in BROKEN.items():
        assert f"({code})" in listed[name], listed[name]
        assert "Line " in listed[name] and "column " in listed[name]
    assert "(S001)" in listed["latin.yaml"]
    assert {card.id for card in page.cards} == {"in-a-rush", "eleven-weeks", "not-looking-to-quit"}
    window.go("library")


def test_a_dropped_file_is_copied_and_never_over_another(window: TrainerWindow, tmp_path: Path) -> None:
    good = (window.places.scenarios / "in-a-rush.yaml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text(good.replace("id: in-a-rush", "id: mine", 1), encoding="utf-8")
    window.shelf.take_in([str(mine)])
    window.shelf.take_in([str(mine), str(tmp_path / "picture.png")])
    names = sorted(path.name for path in window.places.own_scenarios.iterdir())
    assert names == ["mine (2).yaml", "mine.yaml"]
    page = window.shelf.library_page()
    assert "mine" in {card.id for card in page.cards}
    assert [card.title for card in page.broken] == ["Its id is already taken"]


def test_a_scenario_file_on_the_command_line_opens_its_brief(window: TrainerWindow) -> None:
    window.open_file(window.places.scenarios / "eleven-weeks.yaml")
    assert window.place == "brief"


def test_a_file_whose_ending_is_written_large_is_taken_in_and_read_again_when_it_changes(
    window: TrainerWindow, tmp_path: Path
) -> None:
    good = (window.places.scenarios / "in-a-rush.yaml").read_text(encoding="utf-8")
    mine = tmp_path / "MINE.YAML"
    mine.write_text(good.replace("id: in-a-rush", "id: mine", 1), encoding="utf-8")
    window.shelf.take_in([str(mine)])
    kept = window.places.own_scenarios / "MINE.YAML"
    kept.write_text(
        good.replace("id: in-a-rush", "id: mine", 1).replace("title: In a rush", "title: Changed", 1), encoding="utf-8"
    )
    assert "Changed" in {card.title for card in window.shelf.library_page().cards}
