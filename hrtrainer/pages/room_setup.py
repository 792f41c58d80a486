"""Setting up a room: what was filled in, and what the program makes of it before anybody has come."""

from dataclasses import dataclass, field

from hrtrainer import words
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.state import METHODS
from hrtrainer.group.timing import planned_minutes, turning_points, warnings
from hrtrainer.group.wording import COUNTS_NOTE, ROOM_SIZES
from hrtrainer.scenario.model import NARRATOR, YOU, Scene
from hrtrainer.session.telling import Teller

_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Draft:
    """A room as it is being set up: how many people, how they vote, at how many tables, the wall's text, the agenda."""

    people: int = 0
    method: str = METHODS[0]
    tables: int = 0
    scale: int = 100
    agenda: Agenda = field(default_factory=Agenda)


@dataclass(frozen=True, slots=True)
class PointShown:
    """A turning point to choose: where it is, how it begins, and whether it is in the plan."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SetupPage:
    """The set-up of a room. `missing` is what has to be said before it can begin, or empty."""

    scenario: str
    title: str
    picture: str
    about: str
    points: tuple[PointShown, ...]
    warnings: tuple[str, ...]
    size_note: str
    counts_note: str
    missing: str
    draft: Draft


def setup_page(tell: Teller, draft: Draft) -> SetupPage:
    """What the set-up shows for a scenario and what was filled in."""
    scenario, agenda = tell.scenario, draft.agenda
    decisions = sum(bool(scene.choices) for scene in scenario.scenes.values())
    points = turning_points(scenario)
    about = (
        f"{words.count(decisions, 'moment')}, {words.count(len(agenda.turning_points), 'turning point')} in this plan. "
        f"About {planned_minutes(scenario, agenda)} min of {agenda.minutes}."
    )
    return SetupPage(
        scenario=scenario.id,
        title=tell.text(scenario.title),
        picture=scenario.picture,
        about=words.first_capital(about),
        points=tuple(PointShown(one.id, _label(tell, one), one.id in agenda.turning_points) for one in points),
        warnings=warnings(scenario, agenda),
        size_note=size_note(draft.people),
        counts_note=COUNTS_NOTE,
        missing=missing(draft),
        draft=draft,
    )


def size_note(people: int) -> str:
    """What suits a room of so many people; empty while nobody has said how many."""
    return next((note for most, note in ROOM_SIZES if people <= most), ROOM_SIZES[-1][1])


def missing(draft: Draft) -> str:
    """What has to be said before the room can begin; empty when nothing has."""
    if draft.people < 1:
        return "Say how many people are here."
    if draft.method == "tables" and draft.tables < 1:
        return "Say at how many tables they sit."
    return ""


def _label(tell: Teller, scene: Scene) -> str:
    """Where a turning point is, and the first words that the person says there."""
    said = [line for line in scene.lines if line.speaker not in (NARRATOR, YOU)]
    place = tell.text(scene.place) or scene.id
    if not said:
        return place
    first = tell.text(said[-1].text).split()
    more = " …" if len(first) > _MOST_WORDS else ""
    return f"{place}: {words.quoted(' '.join(first[:_MOST_WORDS]) + more)}"
