"""The reference files that ship: each can be read, they fit one another, and a damaged one is told in a sentence."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference, read_moves, read_region, read_sources
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading
from hrtrainer.scenario.regional import fill
from hrtrainer.shipped import DEFAULT_LENS, DEFAULT_REGION, read_reference
from tests.stage import ASSETS

FAMILIES = {"listening", "sharing", "steering", "practical"}


def opened(scenarios: Mapping[str, Reading]) -> list[Scenario]:
    return [one.scenario for one in scenarios.values() if one.scenario]


def test_every_move_has_a_family_a_meaning_and_an_example(reference: Reference) -> None:
    assert len(reference.moves) >= 26
    for move in reference.moves.values():
        assert move.family in FAMILIES, move.id
        assert move.name
        assert move.means
        assert move.example
        assert move.miti != "none"


def test_all_regions_hold_the_same_facts(reference: Reference) -> None:
    keys = {region.id: set(region.facts) for region in reference.regions.values()}
    for region, held in keys.items():
        assert held == keys[DEFAULT_REGION], f"{region} differs from {DEFAULT_REGION}"


def test_every_fact_has_a_source_that_exists_and_dates_in_order(reference: Reference) -> None:
    for region in reference.regions.values():
        for fact in region.facts.values():
            where = f"{region.id}, {fact.key}"
            assert fact.source in reference.sources, where
            assert fact.checked < fact.next, where
            assert fact.confirmed or fact.note, f"{where}: unconfirmed, and no note says why"


def test_every_source_has_a_publisher_and_dates_in_order(reference: Reference) -> None:
    for source in reference.sources.values():
        assert source.title, source.id
        assert source.publisher, source.id
        assert source.checked < source.next, source.id
        assert source.address == "" or source.address.startswith("http"), source.id


def test_every_set_cites_a_source_that_exists(reference: Reference) -> None:
    for one in reference.yardstick.sets.values():
        assert one.source in reference.sources, one.id


def test_every_source_a_scenario_cites_exists(reference: Reference, scenarios: Mapping[str, Reading]) -> None:
    for scenario in opened(scenarios):
        cited = {s.source for scene in scenario.scenes.values() for choice in scene.choices for s in choice.shows}
        assert set(scenario.sources) | (cited - {""}) <= set(reference.sources), scenario.id


def test_what_is_used_by_default_is_there(reference: Reference) -> None:
    assert DEFAULT_LENS in reference.yardstick.sets
    assert DEFAULT_REGION in reference.regions


def test_every_scenario_finds_its_picture(scenarios: Mapping[str, Reading]) -> None:
    for scenario in opened(scenarios):
        assert (ASSETS / "pictures" / f"{scenario.picture}.svg").is_file()


def test_a_text_is_filled_with_the_facts_of_a_region(reference: Reference) -> None:
    filled = fill("Wait {region:naloxone-wait}, then {region:naloxone-wait} more.", reference.regions[DEFAULT_REGION])
    assert filled.text == "Wait 3 to 5 minutes, then 3 to 5 minutes more."
    assert [fact.key for fact in filled.facts] == ["naloxone-wait"]


def test_a_fact_that_a_region_does_not_hold_reads_as_words(reference: Reference) -> None:
    filled = fill("Give it {region:no-such-fact}.", reference.regions[DEFAULT_REGION])
    assert (filled.text, filled.facts) == ("Give it what applies here.", ())


def test_a_text_without_place_holders_is_itself(reference: Reference) -> None:
    assert fill("Plain {words}.", reference.regions[DEFAULT_REGION]).text == "Plain {words}."


@pytest.mark.parametrize("read", [read_moves, read_sources, read_region])
@pytest.mark.parametrize("text", ["", "- a", "a: [", "a: b", "a:\n\tb: c", "a: {b: c}"])
def test_a_damaged_reference_file_is_told_with_its_place(read: object, text: str) -> None:
    assert callable(read)
    with pytest.raises(Problem) as caught:
        read(text, "damaged.yaml")
    assert caught.value.code == "F11"
    assert caught.value.message.startswith("The reference file cannot be read: damaged.yaml, line ")
    assert str(caught.value).endswith("(F11)")


def test_a_missing_or_unreadable_asset_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        read_reference(tmp_path)
    assert (caught.value.code, caught.value.message) == ("F12", "A part of the program is missing: principles.json.")
    for name in ("principles.json", "sources.yaml"):
        shutil.copy(ASSETS / name, tmp_path / name)
    (tmp_path / "moves.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(Problem) as caught:
        read_reference(tmp_path)
    assert caught.value.message == "A part of the program is missing: moves.yaml."
