"""The conversation screen: the transcript so far, the choices on offer, and what has been heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrtrainer import words
from hrtrainer.pages.lines import TurnLine, said_line, turn_lines
from hrtrainer.scenario.known import AREAS
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.event import COACHED
from hrtrainer.session.play import Session, in_drawn_order
from hrtrainer.session.reached import board
from hrtrainer.session.telling import Teller, teller
from hrtrainer.session.turns import Turn, lens, previous, turns, withdrawn


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One thing that can be said. `tried` when it was taken before and taken back."""

    id: str
    number: int
    say: str
    tried: bool


@dataclass(frozen=True, slots=True)
class BoardArea:
    """One area of the board: cards heard (text, whether since the last answer), and how many are still quiet."""

    area: str
    name: str
    hint: str
    heard: tuple[tuple[str, bool], ...]
    quiet: int


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """Everything the conversation screen shows. `newest` are the lines since the last answer, to be read aloud."""

    title: str
    person: str
    with_whom: str
    tempo: str
    coached: bool
    picture: str
    place: str
    transcript: tuple[TurnLine, ...]
    newest: tuple[TurnLine, ...]
    choices: tuple[ChoiceShown, ...]
    board: tuple[BoardArea, ...]
    can_rewind: bool
    otherwise: bool
    own_pending: str
    turn: int
    key: bool
    ended: bool
    board_title: str = "What you’ve heard so far"
    board_foot: str = "The board fills as people tell you things."


def conversation_page(session: Session, reference: Reference, today: str) -> ConversationPage:
    """The page of a session as it stands. `today` (YYYY-MM-DD) says whether a regional fact is overdue."""
    tell = teller(session, reference, lens(session))
    scenario, state, run = session.scenario, session.state, turns(session)
    transcript = _transcript(session, tell, run, today)
    newest = turn_lines(tell, state.lines, len(run), today)
    person = scenario.person
    return ConversationPage(
        title=tell.text(scenario.title),
        person=person.name,
        with_whom=f"with {person.name} · you are {tell.text(scenario.you)}",
        tempo=words.TEMPOS[session.started.tempo][0],
        coached=session.started.tempo == COACHED,
        picture=scenario.picture,
        place=tell.text(state.scene.place) if state.scene else "",
        transcript=transcript,
        newest=newest,
        choices=_choices(session, tell),
        board=_board(session, run, tell),
        can_rewind=previous(session) is not None,
        otherwise=state.ending is None and state.scene is not None and state.scene.otherwise is not None,
        own_pending=state.own,
        turn=len(run) + 1,
        key=state.scene is not None and state.scene.key,
        ended=state.ending is not None,
    )


def _transcript(session: Session, tell: Teller, run: Sequence[Turn], today: str) -> tuple[TurnLine, ...]:
    lines = list(turn_lines(tell, session.state_after(1).lines, 0, today))
    for turn in run:
        said = turn.own or (tell.text(turn.choice.say) if turn.choice else "")
        lines.append(said_line(said, turn.number, own=bool(turn.own)))
        lines += turn_lines(tell, turn.answered, turn.number, today)
    if session.state.own:
        lines.append(said_line(session.state.own, len(run) + 1, own=True))
    return tuple(lines)


def _choices(session: Session, tell: Teller) -> tuple[ChoiceShown, ...]:
    scene = session.state.scene
    tried = {turn.choice.id for turn in withdrawn(session) if turn.choice and scene and turn.scene.id == scene.id}
    drawn = in_drawn_order(session, session.state.choices)
    return tuple(
        ChoiceShown(choice.id, number, tell.text(choice.say), choice.id in tried)
        for number, choice in enumerate(drawn, start=1)
    )


def _board(session: Session, run: Sequence[Turn], tell: Teller) -> tuple[BoardArea, ...]:
    cards = board(session, run)
    newest = len(run)
    areas = []
    for area in AREAS:
        here = [card for card in cards if card.card.area == area]
        if here:
            heard = sorted((card for card in here if card.turn is not None), key=lambda card: card.turn or 0)
            shown = tuple((tell.text(card.card.card), newest > 0 and card.turn == newest) for card in heard)
            name, hint = words.AREAS[area]
            if area == "person":
                name, hint = f"What matters to {session.scenario.person.name}", ""
            areas.append(BoardArea(area, name, hint, shown, len(here) - len(heard)))
    return tuple(areas)
