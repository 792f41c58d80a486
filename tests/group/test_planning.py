"""Plans: 45, 60 and 90 minutes from the turning points, warned of when too full; every text that a room needs."""

import json
from dataclasses import replace

import pytest

from hrtrainer.group.agenda import AGREEMENTS, Agenda, agenda_text, read_agenda
from hrtrainer.group.event import Planned
from hrtrainer.group.reveals import reveals
from hrtrainer.group.room import MOST_LINE_WORDS
from hrtrainer.group.stage import Stage
from hrtrainer.group.timing import planned_minutes, scale_for, turning_points, usual_agenda, warnings
from hrtrainer.pages.gathering import gathering_page
from hrtrainer.pages.wall_of import wall_of
from hrtrainer.pages.wall_parts import MOST_OPTION_WORDS
from hrtrainer.pages.wall_visit import sentences
from hrtrainer.problem import Problem
from hrtrainer.session.telling import Teller
from tests.group.rooms import Lead, reference, shipped
from tests.stage import SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize(("minutes", "most"), [(45, 2), (60, 3), (90, 4)])
def test_the_usual_plans_fit_their_time(name: str, minutes: int, most: int) -> None:
    scenario = shipped(name).scenario
    agenda = usual_agenda(scenario, minutes)
    assert 2 <= len(agenda.turning_points) <= most
    assert planned_minutes(scenario, agenda) <= minutes
    assert warnings(scenario, agenda) == ()
    assert agenda.content_note == scenario.content_note and agenda.agreements == AGREEMENTS[:5]


def test_more_than_five_an_hour_and_too_many_minutes_are_told() -> None:
    scenario = shipped().scenario
    points = tuple(scene.id for scene in turning_points(scenario))
    assert len(points) == 5
    told = warnings(scenario, Agenda(45, points))
    assert told[0] == "5 turning points in 45 minutes leave little time to talk. 5 an hour is plenty."
    assert told[1].startswith("This plan takes about ") and told[1].endswith(", and there are 45.")
    assert not any("leave little time" in one for one in warnings(scenario, Agenda(60, points)))
    assert "no scene 'gone'" in warnings(scenario, Agenda(60, ("counter", "gone")))[0]
    assert "goes on until it ends" in warnings(scenario, Agenda(60, ()))[0]


def test_fewer_steps_and_fewer_votes_take_less_time() -> None:
    scenario = shipped().scenario
    points = ("counter", "danger")
    full = planned_minutes(scenario, Agenda(90, points))
    assert planned_minutes(scenario, Agenda(90, points, debrief=(1, 4))) < full
    assert planned_minutes(scenario, Agenda(90, points, pace="talk")) < full


def test_a_plan_goes_through_text_and_nonsense_is_no_plan() -> None:
    agenda = Agenda(
        *(90, ("counter",), "talk", (1, 4), (1,), ("We begin on time.",), "a", ("b",)), "Rosa", "11:00", 45, True, False
    )
    assert read_agenda(agenda_text(agenda)) == agenda
    assert read_agenda("{}") == Agenda()
    kept = json.loads(agenda_text(agenda))
    for odd in ({"minutes": "90"}, {"turning_points": "counter"}, {"debrief": ["1"]}, {"clock_on_wall": 1}):
        with pytest.raises(ValueError):
            read_agenda(json.dumps(kept | odd))
    for text in ("[]", "", "nothing", "[" * 100_000):
        with pytest.raises(ValueError):
            read_agenda(text)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_turning_point_that_ships_has_all_that_a_room_needs(name: str) -> None:
    scenario = shipped(name).scenario
    points = turning_points(scenario)
    assert len(points) == 5
    for scene in points:
        notes = scene.facilitator
        assert notes is not None and notes.say and notes.ask and notes.watch and len(notes.prompts) == 3, scene.id
    for scene in scenario.scenes.values():
        for choice in scene.choices:
            assert 1 <= len(choice.short.split()) <= MOST_OPTION_WORDS, (scene.id, choice.id)
            assert choice.reply, (scene.id, choice.id)
    assert len(scenario.content_note.split()) <= 20


@pytest.mark.parametrize(
    "odd",
    [
        Agenda(minutes=0),
        Agenda(break_at=-1),
        Agenda(pace="fast"),
        Agenda(debrief=(5,)),
        Agenda(quick_debrief=(2, 1)),
        Agenda(agreements=("a",) * 41),
        Agenda(support="a" * 601),
    ],
)
def test_a_plan_that_no_room_can_follow_is_refused(odd: Agenda) -> None:
    lead = Lead.of()
    with pytest.raises(Problem) as raised:
        lead.add(Planned(0, odd))
    assert raised.value.code == "G04" and raised.value.message.endswith(".")
    assert lead.room.state.agenda == Agenda()


@pytest.mark.parametrize("name", SHIPPED)
def test_the_set_up_page_shows_the_plan_and_what_could_be_changed(name: str) -> None:
    scenario = shipped(name).scenario
    agenda = replace(usual_agenda(scenario, 60), agreements=(AGREEMENTS[0], "Ours"), support="Rosa", clock_on_wall=True)
    lead = Lead.of(22, agenda, shipped(name))
    sets, regions = reference().yardstick.sets, reference().regions
    page = gathering_page(lead.room.state, Teller(scenario, reference(), regions["usa"], sets["nhrc"]))
    assert [one.on for one in page.points].count(True) == len(agenda.turning_points)
    assert all(one.line and one.place for one in page.points)
    assert [(one.minutes, one.chosen) for one in page.lengths] == [(45, False), (60, True), (90, False)]
    assert (page.agreements[0], page.agreements[1], page.agreements[-1]) == (
        *((AGREEMENTS[0], True), (AGREEMENTS[1], False)),
        ("Ours", True),
    )
    assert [one.id for one in page.methods if one.chosen] == ["cards"]
    assert page.advice.startswith("Letter cards, or one card a table") and page.warnings == ()
    assert page.clock_on_wall and page.support == "Rosa"


@pytest.mark.parametrize(("line", "scale"), [(1, 100), (2, 112), (3, 125), (4, 150), (0, 150)])
def test_the_back_row_sets_the_size_of_the_wall(line: int, scale: int) -> None:
    assert scale_for(line) == scale


def test_a_soft_bar_is_there_only_when_it_is_asked_for() -> None:
    for asked, agenda in ((False, Agenda()), (True, Agenda(clock_on_wall=True))):
        lead = Lead.of(22, agenda)
        bars = set()
        while lead.room.state.spot.stage is not Stage.COMMIT:
            if wall_of(lead.room, reference()).bar:
                bars.add(lead.room.state.spot.stage)
            lead.forward()
        assert bars == ({Stage.THINK, Stage.DISCUSS} if asked else set())


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_is_short_enough_for_a_wall(name: str) -> None:
    scenario = shipped(name).scenario
    sets, regions = reference().yardstick.sets, reference().regions
    for lens in sets.values():
        tell = Teller(scenario, reference(), regions["usa"], lens)
        for scene in scenario.scenes.values():
            lines = [*scene.lines, *(line for choice in scene.choices for line in choice.reply)]
            assert all(len(tell.text(line.text).split()) <= MOST_LINE_WORDS for line in lines)
            for choice in scene.choices:
                for shown in reveals(lens, choice, scene.choices):
                    assert all(len(text.split()) <= 25 for text in sentences(tell, shown)), (choice.id, lens.id)
