"""From a room to the presenter's page."""

from hrtrainer import words
from hrtrainer.group import wording as say
from hrtrainer.group.action import Action
from hrtrainer.group.overlays import no_counts
from hrtrainer.group.report import group_report
from hrtrainer.group.room import Room
from hrtrainer.group.rules import hindrance
from hrtrainer.group.stage import CLOSE_STEPS, Cover, Spot, Stage, Step
from hrtrainer.group.state import Visit
from hrtrainer.group.timing import seconds_at, warnings
from hrtrainer.group.way import ahead
from hrtrainer.pages.presenter import ButtonShown, Clock, ParkedShown, PresenterPage, StepShown
from hrtrainer.pages.presenter_map import map_of, spot_name
from hrtrainer.pages.presenter_visit import at_visit
from hrtrainer.pages.wall_of import wall_of
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.telling import teller

S = Stage
_STRIP = (
    *(S.SCENE, S.THINK, S.VOTE_1, S.DISCUSS, S.VOTE_2, S.COMMIT, S.REPLY, S.REVEAL, S.DEBRIEF, S.CROSSROADS),
)  # fmt: skip
_QUICK = tuple(stage for stage in _STRIP if stage not in (S.THINK, S.VOTE_1))


def presenter_page(room: Room, reference: Reference) -> PresenterPage:
    """The page of a room as it stands."""
    tell = teller(room.session, reference, room.lens.id)
    state, spot, visit = room.state, room.state.spot, room.state.visit
    scene = room.scene(visit) if visit else None
    notes = scene.facilitator if scene else None
    mine = [one for one in state.notes if (one.visit, one.stage) == (spot.visit, spot.stage)]
    return PresenterPage(
        title=tell.text(room.scenario.title),
        where=_where(room, spot, visit),
        spot=spot,
        stage=spot.stage,
        stage_name=say.STAGES[spot.stage],
        steps=_strip(spot, visit),
        wall=wall_of(room, reference),
        over_wall=_over(room),
        script=_script(room, spot),
        say=tell.text(notes.say) if notes else "",
        ask=tell.text(notes.ask) if notes else "",
        watch=tell.text(notes.watch) if notes else "",
        lands_hard=_lands_hard(room),
        next=_next(room),
        wall_buttons=tuple(ButtonShown(action, label, cover in state.covers) for action, cover, label in _WALL_BUTTONS),
        buttons=_buttons(room),
        clock=_clock(room),
        people=words.count(state.people, "person", "people"),
        map=map_of(room, tell),
        room_note=next((one.text for one in mine if not one.private), ""),
        private_note=next((one.text for one in mine if one.private), ""),
        parked=tuple(ParkedShown(at, item.text, item.owner) for at, item in enumerate(state.parked, 1)),
        owners=say.OWNERS,
        close=tuple(
            (heading, tuple(text for name, text in state.close if name == column))
            for column, heading in say.CLOSE_HEADINGS.items()
        ),
        warnings=warnings(room.scenario, state.agenda) if spot.stage is S.HOLD else (),
        saved=bool(state.saved),
        report=group_report(room, reference).sections if spot.stage in (S.CLOSE, S.REPORT) else (),
        **(at_visit(room, tell, visit) if visit else {}),
    )


_WALL_BUTTONS = (
    (Action.BLACK, Cover.BLACK, "Black"),
    (Action.CARD, Cover.CARD, "Soft card"),
    (Action.FREEZE, Cover.FREEZE, "Freeze"),
    (Action.PAUSE, Cover.PAUSE, "Pause card"),
    (Action.HIDE, Cover.HIDE, "Hide the wall"),
)


_STEPS = (
    (Action.SKIP, Step.SKIP),
    (Action.WHAT_IF, Step.WHAT_IF),
    (Action.NEXT, Step.NEXT),
    (Action.CLOSE, Step.CLOSE),
)


def _where(room: Room, spot: Spot, visit: Visit | None) -> str:
    if visit is None:
        return ""
    kind = "how it ended" if not visit.scene else "a turning point" if visit.key else "a quick one"
    back = " · looking back" if room.state.looking_back else ""
    return f"Moment {spot.visit} · {kind}{back}"


def _strip(spot: Spot, visit: Visit | None) -> tuple[StepShown, ...]:
    if visit is None or spot.stage not in _STRIP:
        return ()
    row = _STRIP if visit.key else _QUICK
    here = row.index(spot.stage) if spot.stage in row else -1
    places = ("before" if at < here else "here" if at == here else "after" for at in range(len(row)))
    return tuple(StepShown(say.STAGES[stage], place) for stage, place in zip(row, places, strict=True))


def _over(room: Room) -> str:
    covers = room.state.covers
    if Cover.HIDE in covers:
        return "The wall is hidden: the room sees the desktop."
    if Cover.BLACK in covers:
        return "The wall is black."
    if Cover.PAUSE in covers:
        return "The pause card is on the wall. The log keeps that there was a pause, and nothing else."
    if Cover.CARD in covers:
        return "The soft card is on the wall."
    return "The wall stands still while you look ahead." if Cover.FREEZE in covers else ""


def _script(room: Room, spot: Spot) -> str:
    if spot.stage is S.BRIEF:
        return say.BRIEF_SCRIPTS[spot.step - 1]
    if spot.stage is S.DEBRIEF:
        return say.DEBRIEF[spot.step - 1].script
    if spot.stage is S.CLOSE:
        return say.CLOSE_SCRIPTS[spot.step - 1]
    return say.SCRIPTS.get(spot.stage, "")


def _lands_hard(room: Room) -> str:
    support = room.state.agenda.support
    return f"{say.LANDS_HARD} {say.SUPPORT}: {support}." if support else say.LANDS_HARD


def _next(room: Room) -> ButtonShown:
    state = room.state
    if state.looking_back:
        return ButtonShown(Action.FORWARD, f"Forward to {spot_name(room, state.walked[state.at + 1])}")
    why = hindrance(room, Step.FORWARD)
    stage = state.spot.stage
    if why and stage in (S.WHAT_IF, S.REPORT):
        return ButtonShown(Action.FORWARD, why, why=why)
    if stage is S.COMMIT:
        return ButtonShown(Action.FORWARD, f"{room.scenario.person.name} answers", why=why)
    if why and stage is not S.CLOSE:
        return ButtonShown(Action.FORWARD, say.NEXT.get(stage, "Forward"), why=why)
    to = ahead(room, Step.FORWARD)
    label = say.NEXT_ARMED if to.stage is S.REPLY and not to.branch else _next_name(room, to)
    return ButtonShown(Action.FORWARD, label, why=why)


def _next_name(room: Room, to: Spot) -> str:
    if to.stage is S.SCENE:
        return "How it ended" if room.session.state.ending is not None else "The next scene"
    if to.stage is S.REVEAL:
        visit = room.state.visit
        of = len(room.reveals(visit, to.branch)) if visit else 0
        return f"Principle {to.step} of {of}"
    if to.stage is S.DEBRIEF:
        return say.DEBRIEF[to.step - 1].name
    if to.stage is S.REPLY:
        return "Try the other reply"
    if to.stage is S.BRIEF:
        return say.BRIEF_HEADINGS[to.step - 1]
    if to.stage is S.CLOSE:
        return say.CLOSE_TITLES[min(to.step, CLOSE_STEPS) - 1]
    return say.STAGES[to.stage]


def _buttons(room: Room) -> tuple[ButtonShown, ...]:
    state = room.state
    steps = (
        (Action.SKIP, Step.SKIP),
        (Action.WHAT_IF, Step.WHAT_IF),
        (Action.NEXT, Step.NEXT),
        (Action.CLOSE, Step.CLOSE),
    )
    shown = [
        ButtonShown(action, say.BUTTONS[action], why=hindrance(room, step))
        for action, step in steps
        if not _same_as_forward(room, step)
    ]
    tried = any(one.stage is S.COMPARE and one.visit == state.spot.visit for one in state.walked)
    compare = "" if tried else "Try another reply first; then the two can be compared."
    counts = "" if state.counts else no_counts(state)
    label = say.HIDE_COUNTS if state.counts else say.BUTTONS[Action.COUNTS]
    return (
        ButtonShown(Action.BACK, say.BUTTONS[Action.BACK], why="" if state.at else "This is the beginning."),
        ButtonShown(Action.COUNTS, label, state.counts, counts),
        *shown,
        ButtonShown(Action.COMPARE, say.BUTTONS[Action.COMPARE], why=compare),
        ButtonShown(Action.END, say.BUTTONS[Action.END]),
    )


def _same_as_forward(room: Room, step: Step) -> bool:
    """Whether a step leads nowhere else than the clear button does."""
    free = not hindrance(room, Step.FORWARD) and not hindrance(room, step)
    return free and not room.state.looking_back and ahead(room, step) == ahead(room, Step.FORWARD)


def _clock(room: Room) -> Clock:
    agenda = room.state.agenda
    began = room.session.started.at
    return Clock(began, room.state.since, agenda.minutes, seconds_at(room.state.spot), agenda.break_at)
