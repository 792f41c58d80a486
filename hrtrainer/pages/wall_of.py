"""From a room to what it sees now: what lies over the wall first, then the page of the stage in view."""

from hrtrainer.group import wording as say
from hrtrainer.group.letters import letter, most_letters, shape
from hrtrainer.group.room import Room
from hrtrainer.group.stage import BRIEF_CARDS, Cover, Stage
from hrtrainer.group.state import Visit
from hrtrainer.group.timing import SIZES, seconds_at
from hrtrainer.pages.wall import (
    BackRowWall,
    BlackWall,
    BriefWall,
    CardWall,
    CrossroadsWall,
    DebriefWall,
    HoldWall,
    PauseWall,
    ReportWall,
    SpotlightWall,
    Wall,
    WallPage,
)
from hrtrainer.pages.wall_close import close_wall
from hrtrainer.pages.wall_visit import at_visit
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.telling import Teller, teller

S = Stage


def wall_of(room: Room, reference: Reference) -> Wall:
    """The wall of a room as it stands."""
    tell = teller(room.session, reference, room.lens.id)
    return Wall(_covered(room, tell), room.state.scale, Cover.HIDE in room.state.covers, _bar(room))


def back_row_wall() -> BackRowWall:
    """The lines that the back row reads before the beginning; `timing.scale_for` says what follows."""
    return BackRowWall(say.BACK_ROW, tuple((f"{at}. {say.BACK_ROW_LINE}", size) for at, size in enumerate(SIZES, 1)))


def _bar(room: Room) -> tuple[int, int] | None:
    state = room.state
    timed = state.agenda.clock_on_wall and state.spot.stage in (S.THINK, S.DISCUSS) and not state.covers
    return (state.since, seconds_at(state.spot)) if timed else None


def uncovered(room: Room, reference: Reference) -> WallPage:
    """The page of the stage in view, as if nothing lay over it."""
    return _page(room, teller(room.session, reference, room.lens.id))


def _covered(room: Room, tell: Teller) -> WallPage:
    state = room.state
    if Cover.BLACK in state.covers:
        return BlackWall()
    if Cover.PAUSE in state.covers:
        return PauseWall(*say.PAUSE)
    if Cover.CARD in state.covers:
        return CardWall(tell.text(room.scenario.title))
    if state.frozen:
        return _covered(room.as_of(state.frozen), tell)
    return _page(room, tell)


def _page(room: Room, tell: Teller) -> WallPage:
    state = room.state
    spot, visit = state.spot, state.visit
    match spot.stage:
        case S.HOLD:
            return _hold(room, tell)
        case S.BRIEF:
            return _brief(room, tell, spot.step)
        case S.DEBRIEF:
            step = say.DEBRIEF[spot.step - 1]
            return DebriefWall(spot.step, len(say.DEBRIEF), step.name, step.question, say.TALK_HOW)
        case S.CROSSROADS:
            return _crossroads(room, visit)
        case S.CLOSE:
            return close_wall(room, tell, spot.step)
        case S.REPORT:
            return ReportWall(*say.THANKS)
        case _:
            assert visit is not None  # every other stage belongs to a decision
            return _lit(room, tell, visit) or at_visit(room, tell, visit)


def _lit(room: Room, tell: Teller, visit: Visit) -> SpotlightWall | None:
    found = (one for one in room.options(visit) if one.choice.id == room.state.spotlight)
    one = next(found, None)
    return SpotlightWall(one.letter, one.shape, tell.text(one.choice.say)) if one else None


def _hold(room: Room, tell: Teller) -> HoldWall:
    state = room.state
    starts = f"We start at {state.agenda.starts}" if state.agenda.starts else ""
    points = [scene for scene in room.scenario.scenes.values() if scene.choices]
    cards = tuple((letter(at), shape(at)) for at in range(most_letters(points)))
    return HoldWall(tell.text(room.scenario.title), starts, say.HOLD[state.method], cards)


def _brief(room: Room, tell: Teller, step: int) -> BriefWall:
    agenda, heading = room.state.agenda, say.BRIEF_HEADINGS[step - 1]
    if step == 1:
        return BriefWall(step, BRIEF_CARDS, heading, say.BRIEF_WHAT)
    if step == 2:
        note = tell.text(agenda.content_note or room.scenario.content_note)
        return BriefWall(step, BRIEF_CARDS, heading, (note,), say.YOU_CAN, agenda.ways_out, agenda.support)
    return BriefWall(step, BRIEF_CARDS, heading, tuple(map(tell.text, agenda.agreements)))


def _crossroads(room: Room, visit: Visit | None) -> CrossroadsWall:
    seen = room.state.visits[: room.state.spot.visit]
    dots = tuple(_letter(room, one) for one in seen)
    over = visit is not None and not visit.scene
    return CrossroadsWall(dots, say.CROSSROADS_END if over else say.CROSSROADS)


def _letter(room: Room, visit: Visit) -> str:
    if not visit.answered:
        return ""
    return next((one.letter for one in room.options(visit) if one.choice.id == visit.reply), "")
