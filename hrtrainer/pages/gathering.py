"""Setting up a room: the conversation, the time, the turning points, how people choose, and what is agreed first."""

from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.group import wording as say
from hrtrainer.group.agenda import AGREEMENTS, LENGTHS, PACES, Agenda
from hrtrainer.group.state import METHODS, RoomState
from hrtrainer.group.timing import planned_minutes, turning_points, usual_agenda, warnings
from hrtrainer.session.telling import Teller


@dataclass(frozen=True, slots=True)
class MethodShown:
    """A way to vote."""

    id: str
    name: str
    about: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PointShown:
    """A turning point that the plan may have. `id` is its scene."""

    id: str
    place: str
    line: str
    on: bool


@dataclass(frozen=True, slots=True)
class LengthShown:
    """A time that a room may have, and the plan to begin from."""

    minutes: int
    about: str
    agenda: Agenda
    chosen: bool


@dataclass(frozen=True, slots=True)
class GatheringPage:
    """Everything the set-up of a room shows. `agreements` are (text, whether it is shown), a room's own after ours."""

    title: str
    person: str
    picture: str
    about: str
    people: int
    tables: int
    methods: tuple[MethodShown, ...]
    advice: str
    lengths: tuple[LengthShown, ...]
    points: tuple[PointShown, ...]
    paces: tuple[tuple[str, str, bool], ...]
    agreements: tuple[tuple[str, bool], ...]
    content_note: str
    ways_out: tuple[str, ...]
    support: str
    starts: str
    break_at: int
    clock_on_wall: bool
    counts_allowed: bool
    counts_note: str
    scale: int
    warnings: tuple[str, ...]
    reviewed: str


def gathering_page(state: RoomState, tell: Teller) -> GatheringPage:
    """The page of a room that is being set up."""
    scenario, agenda = tell.scenario, state.agenda
    points = turning_points(scenario)
    minutes = planned_minutes(scenario, agenda)
    own = tuple(text for text in agenda.agreements if text not in AGREEMENTS)
    return GatheringPage(
        title=tell.text(scenario.title),
        person=scenario.person.name,
        picture=scenario.picture,
        about=f"{words.count(len(points), 'turning point')}. About {words.count(minutes, 'minute')} as planned.",
        people=state.people,
        tables=state.tables,
        methods=tuple(MethodShown(name, *say.METHODS[name], name == state.method) for name in METHODS),
        advice=_advice(state.people),
        lengths=tuple(_length(tell, each, agenda) for each in LENGTHS),
        points=tuple(
            PointShown(scene.id, tell.text(scene.place), _line(tell, scene.id), scene.id in agenda.turning_points)
            for scene in points
        ),
        paces=tuple((name, label, name == agenda.pace) for name, label in PACES.items()),
        agreements=tuple((text, text in agenda.agreements) for text in (*AGREEMENTS, *own)),
        content_note=tell.text(agenda.content_note or scenario.content_note),
        ways_out=agenda.ways_out,
        support=agenda.support,
        starts=agenda.starts,
        break_at=agenda.break_at,
        clock_on_wall=agenda.clock_on_wall,
        counts_allowed=agenda.counts_allowed,
        counts_note=say.COUNTS_NOTE,
        scale=state.scale,
        warnings=warnings(scenario, agenda),
        reviewed=words.reviews(scenario.credits.lived_experience_review, scenario.credits.clinical_review),
    )


def _length(tell: Teller, minutes: int, agenda: Agenda) -> LengthShown:
    usual = usual_agenda(tell.scenario, minutes)
    about = (
        f"{words.count(len(usual.turning_points), 'turning point')}, about {planned_minutes(tell.scenario, usual)} min"
    )
    return LengthShown(minutes, about, usual, minutes == agenda.minutes)


def _line(tell: Teller, scene_id: str) -> str:
    """The first thing that a person says at a scene."""
    spoken = (line for line in tell.scenario.scenes[scene_id].lines if line.speaker in tell.scenario.people)
    return next((tell.text(line.text) for line in spoken), "")


def _advice(people: int) -> str:
    """How a room of this size chooses and talks best."""
    return next(text for most, text in say.ROOM_SIZES if people <= most)
