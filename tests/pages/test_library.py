"""The library and the brief: a card for every scenario, and what does not open beside them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hrtrainer.pages.brief import BriefPage, brief_page
from hrtrainer.pages.cards import at_stake, card_of, some_at_stake
from hrtrainer.pages.library import GoOnCard, LibraryPage, Played, library_page, matching
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_library
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import Reading, read_scenario
from tests.stage import BASE, edited, opened

SHORT = edited(
    ("id: a-visit", "id: short"),
    ("audience: [drop-in]", "audience: [clinic, nurse]"),
    ("title: A visit", "title: On foot"),
)
LONG = edited(("id: a-visit", "id: long"), ("minutes: 3", "minutes: 20"), ("topics: [overdose]", "topics: [loss]"))

NEVER = Played()


@pytest.fixture
def readings(known: Known) -> list[Reading]:
    return [
        read_scenario(text, f"{name}.yaml", known)
        for name, text in (("short", SHORT), ("long", LONG), ("odd", "x: [y"))
    ]


def library(
    readings: list[Reading],
    reference: Reference,
    played: Mapping[str, Played] | None = None,
    left_out: tuple[str, ...] = (),
) -> LibraryPage:
    cards = [card_of(reading, reference.yardstick.sets["nhrc"]) for reading in readings]
    return library_page(cards, played or {}, left_out, None)


def test_every_scenario_has_a_card_and_what_does_not_open_stands_beside(
    readings: list[Reading], reference: Reference
) -> None:
    page = library(readings, reference)
    assert [card.id for card in page.cards] == ["short", "long"]
    assert [(card.file, card.title) for card in page.broken] == [("odd.yaml", "Will not open: 1 thing to mend")]
    assert page.broken[0].diagnostics == (
        "Line 1, column 4: This line cannot be read: a bracket is opened and not closed. "
        "Close it; text that begins with [ or { goes in quotes. (S003)",
    )
    assert page.audiences == (("drop-in", "Drop-in"), ("clinic", "Clinic"), ("nurse", "Nurse"))


def test_a_card_says_who_where_how_long_and_how_often(readings: list[Reading], reference: Reference) -> None:
    played = {"short": Played(2, 1), "long": Played(1, 1, part_way=True)}
    short, long = library(readings, reference, played).cards
    assert (short.who_where, short.minutes, short.reviewed) == ("Sam", "3 min", "Not yet reviewed")
    assert (short.played, short.seen) == ("Played 2 times · 1 of 2 endings seen", 0.5)
    assert long.played == "Part way through"
    assert library(readings, reference, {"short": Played(1, 0)}).cards[0].played == "Played once · 0 of 2 endings seen"
    assert library(readings, reference).cards[0].played == "Not played yet"


def test_a_topic_can_be_left_out(readings: list[Reading], reference: Reference) -> None:
    assert [card.id for card in library(readings, reference, left_out=("loss", "suicide")).cards] == ["short"]


def test_cards_are_found_by_audience_time_and_words(readings: list[Reading], reference: Reference) -> None:
    cards = library(readings, reference).cards
    assert [card.id for card in matching(cards, "nurse", False, "")] == ["short"]
    assert [card.id for card in matching(cards, "", True, "")] == ["short"]
    assert [card.id for card in matching(cards, "", False, "SAM foot")] == ["short"]
    assert [card.id for card in matching(cards, "", False, "")] == ["short", "long"]
    assert matching(cards, "", False, "nothing like it") == ()


def test_a_review_is_told_on_the_card(known: Known, reference: Reference) -> None:
    text = edited(
        ("lived_experience_review: none", 'lived_experience_review: "2026-10-02, two peers"'),
        ("    key: true", "    place: A door"),
    )
    card = library([read_scenario(text, "a.yaml", known)], reference).cards[0]
    assert card.reviewed == "Reviewed with lived experience: 2026-10-02, two peers. Not yet reviewed by a clinician."
    assert card.who_where == "Sam · A door"


def test_a_taken_id_is_told(tmp_path: Path, known: Known, reference: Reference) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(BASE, encoding="utf-8")
    page = library(list(read_library([tmp_path], known)), reference)
    assert [(card.file, card.title) for card in page.broken] == [("b.yaml", "Its id is already taken")]


def test_principles_at_stake_come_by_how_many_decisions_touch_them(known: Known, reference: Reference) -> None:
    scenario, nhrc = opened(BASE, known), reference.yardstick.sets["nhrc"]
    names = [principle.name for principle in at_stake(scenario, nhrc)]
    assert set(names) <= {principle.name for principle in nhrc.principles}
    assert some_at_stake(scenario, nhrc, 1) == f"{names[0]}; {len(names) - 1} more"
    assert some_at_stake(scenario, nhrc, 99).count(";") == len(names) - 1


def test_a_scenario_that_touches_nothing_says_so(known: Known, reference: Reference) -> None:
    lines = [line for line in BASE.splitlines() if "shows:" not in line and "gives-what-was-asked: {" not in line]
    scenario = opened("\n".join(lines), known)
    assert some_at_stake(scenario, reference.yardstick.sets["nhrc"], 2) == "None of this set"


def test_what_waits_to_be_gone_on_with_is_shown() -> None:
    card = GoOnCard("s1", "A visit", "Turn 2")
    assert library_page([], {}, (), card).go_on == card


def brief(
    text: str, known: Known, reference: Reference, played: Played = NEVER, region: str = "canada-bc"
) -> BriefPage:
    return brief_page(opened(text, known), reference, "nhrc", region, "coached", played)


def test_the_brief_says_who_you_meet_and_how_you_may_play(known: Known, reference: Reference) -> None:
    page = brief(BASE, known, reference)
    assert (page.meet, page.begin) == ("Sam (they/them). Forties and chatty.", "Meet Sam")
    assert page.facts_line == "3 minutes · A first conversation · 2 endings"
    assert brief(BASE, known, reference, Played(1, 1)).facts_line.endswith("2 endings, 1 seen")
    assert [option.id for option in page.lenses] == list(reference.yardstick.sets)
    assert [option.id for option in page.tempos] == ["coached", "debrief-only"]
    assert "Not yet reviewed" in page.reviewed
    assert "Facts checked 21 November 2026; next check by 21 May 2027." in page.reviewed


def test_the_brief_tells_how_far_local_facts_can_be_trusted(known: Known, reference: Reference) -> None:
    notes = {region: brief(BASE, known, reference, region=region).region_note for region in reference.regions}
    for region, note in notes.items():
        unconfirmed = [fact.label for fact in reference.regions[region].facts.values() if not fact.confirmed]
        assert note.startswith("Local facts checked 21 November 2026.")
        assert ("Unconfirmed: " in note) is bool(unconfirmed)


def test_a_lens_or_region_that_is_gone_falls_back(known: Known, reference: Reference) -> None:
    page = brief_page(opened(BASE, known), reference, "gone", "atlantis", "coached", Played())
    assert (page.lens, page.region) == ("nhrc", next(iter(reference.regions)))
