"""What a room can hold in its hands: cards, the paper twin, the leader's sheet."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from hrtrainer.export.prints import PRINTS, cleaned_page, print_bytes
from hrtrainer.export.typesetting import PAPERS, pages
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.letters import letter, shape
from hrtrainer.group.paper import PaperScene, PaperWay
from hrtrainer.group.paper_of import booklet
from hrtrainer.group.timing import usual_agenda
from hrtrainer.problem import Problem
from hrtrainer.scenario.model import END
from hrtrainer.session.telling import Teller
from tests.group.rooms import reference, shipped
from tests.stage import SHIPPED

pytest.importorskip("typst", reason="typst does not exist for this computer")


def tell_of(name: str, lens: str = "nhrc", region: str = "canada-bc") -> Teller:
    return Teller(shipped(name).scenario, reference(), reference().regions[region], reference().yardstick.sets[lens])


def printed(what: str, name: str, fonts: Path, paper: str = PAPERS[0], minutes: int = 60) -> bytes:
    return print_bytes(what, tell_of(name), usual_agenda(shipped(name).scenario, minutes), fonts, paper)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize(("what", "most"), [("cards", 3), ("principles", 2), ("booklet", 32), ("sheet", 1)])
def test_every_print_of_what_ships_can_be_made(what: str, most: int, name: str, fonts: Path) -> None:
    made = printed(what, name, fonts)
    assert made.startswith(b"%PDF-") and 1 <= pages(made) <= most


def test_a_letter_card_carries_the_shape_of_its_letter(fonts: Path) -> None:
    page = cleaned_page("cards", tell_of("in-a-rush"), usual_agenda(shipped("in-a-rush").scenario, 60))
    assert [(one["letter"], one["shape"]) for one in page["letters"]] == [
        (letter(at), shape(at)) for at in range(len(page["letters"]))
    ]
    assert len(page["letters"]) >= 4


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("minutes", [45, 90])
def test_the_leaders_sheet_keeps_to_one_page(paper: str, minutes: int, fonts: Path) -> None:
    assert pages(printed("sheet", "eleven-weeks", fonts, paper, minutes)) == 1


def test_a_sheet_of_somebody_who_writes_a_lot_is_still_made(fonts: Path) -> None:
    agenda = Agenda(agreements=("We say what we need to say, and then we stop. " * 4,) * 12, support="x" * 400)
    assert print_bytes("sheet", tell_of("in-a-rush"), agenda, fonts)


def test_the_same_print_is_the_same_bytes(fonts: Path) -> None:
    for what in ("cards", "sheet"):
        assert printed(what, "in-a-rush", fonts) == printed(what, "in-a-rush", fonts)


def test_what_there_is_not_is_told(fonts: Path) -> None:
    for what, paper, code in (("poster", "a4", "E06"), ("cards", "a0", "E04")):
        with pytest.raises(Problem) as raised:
            print_bytes(what, tell_of("in-a-rush"), Agenda(), fonts, paper)
        assert raised.value.code == code


def test_every_principle_of_a_set_has_a_card() -> None:
    for lens, principles in reference().yardstick.sets.items():
        page = cleaned_page("principles", tell_of("in-a-rush", lens), Agenda())
        assert [card["name"] for card in page["cards"]] == [one.name for one in principles.principles]


@pytest.mark.parametrize("name", SHIPPED)
def test_the_paper_twin_holds_every_line_and_every_way_leads_somewhere(name: str) -> None:
    scenario, tell = shipped(name).scenario, tell_of(name)
    twin = booklet(tell)
    places = {str(scene.number) for scene in twin.scenes} | {ending.name for ending in twin.endings}
    assert len(twin.scenes) == len(scenario.scenes) and len(twin.endings) == len(scenario.endings)
    for scene, told in zip(scenario.scenes.values(), twin.scenes, strict=True):
        assert [line.text for line in told.lines] == [tell.text(line.text) for line in scene.lines]
        assert {option.say for option in told.options} == {tell.text(choice.say) for choice in scene.choices}
        assert told.key == scene.key
        for way in ways_of(told):
            assert way.to in places or way.to == "the first ending that holds"
        assert sum(way.to == "the first ending that holds" for way in ways_of(told)) == sum(
            way.to == END for choice in scene.choices for way in choice.ways
        ) + sum(way.to == END for way in scene.ways)


def ways_of(scene: PaperScene) -> list[PaperWay]:
    return [*scene.ways, *(way for option in scene.options for way in option.ways)]


@pytest.mark.parametrize("name", SHIPPED)
def test_conditions_on_paper_name_only_what_can_be_looked_up(name: str) -> None:
    twin = booklet(tell_of(name))
    known = {*twin.heard, *twin.given, *twin.shown}
    numbers = {str(scene.number) for scene in twin.scenes}
    conditions = [line.when for scene in twin.scenes for line in scene.lines]
    conditions += [way.when for scene in twin.scenes for way in ways_of(scene)]
    conditions += [option.when for scene in twin.scenes for option in scene.options]
    conditions += [ending.when for ending in twin.endings]
    assert any(conditions)
    for when in filter(None, conditions):
        assert "{" not in when and "/" not in when
        assert set(re.findall("“([^”]+)”", when)) <= known, when
        assert set(re.findall(r"(?:said [A-Z]|been) at (\d+)", when)) <= numbers, when


def test_places_that_differ_by_region_are_filled_on_paper() -> None:
    here, there = (str(booklet(tell_of("in-a-rush", region=region))) for region in ("canada-bc", "usa"))
    assert "{region:" not in here + there and here != there


def test_the_paper_twin_reads_as_it_stands_on_screens(fonts: Path, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    path = tmp_path / "booklet.pdf"
    path.write_bytes(printed("booklet", "in-a-rush", fonts))
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    assert "No speeches" in told and "a turning point" in told and "How it can end" in told


def test_hidden_characters_of_a_scenario_reach_no_print() -> None:
    tell = tell_of("in-a-rush")
    odd = replace(tell, scenario=replace(tell.scenario, title="In\u202e a \u0007rush", summary="<b>\u2066x"))
    for what in PRINTS:
        text = _text(cleaned_page(what, odd, Agenda()))
        assert not set(text) & set("\u202e\u0007\u2066")


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return "".join(map(_text, value.values()))
    return "".join(map(_text, value)) if isinstance(value, list) else str(value)
