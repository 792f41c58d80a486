"""Plans that are kept in the settings by name, and used again with any conversation that has their turning points."""

import json
from dataclasses import replace

from hrtrainer.group.agenda import Agenda, agenda_of, agenda_text
from hrtrainer.scenario.model import Scenario
from hrtrainer.settings import Settings


def kept_plans(settings: Settings) -> dict[str, Agenda]:
    """The kept plans by name; what does not read is left where it is and not offered."""
    found = {}
    for name, kept in settings.room_plans.items():
        try:
            found[name] = agenda_of(kept)
        except ValueError:
            continue
    return found


def with_plan(settings: Settings, name: str, agenda: Agenda) -> Settings:
    """The settings with one more plan, or another under a name that was there."""
    return settings._replace(room_plans={**settings.room_plans, name: json.loads(agenda_text(agenda))})


def fitting(agenda: Agenda, scenario: Scenario) -> Agenda:
    """A plan for a conversation: turning points that it does not have are left out, and so is a note of another."""
    points = tuple(name for name in agenda.turning_points if name in scenario.scenes)
    note = agenda.content_note if points == agenda.turning_points else scenario.content_note
    return replace(agenda, turning_points=points, content_note=note)
