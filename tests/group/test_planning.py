"""Plans: 45, 60 and 90 minutes from the turning points, warned of when too full; every text that a room needs."""

import json

import pytest

from hrtrainer.group.agenda import AGREEMENTS, Agenda, agenda_text, read_agenda
from hrtrainer.group.timing import planned_minutes, turning_points, usual_agenda, warnings
from hrtrainer.pages.wall_parts import MOST_OPTION_WORDS
from tests.group.rooms import shipped
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
