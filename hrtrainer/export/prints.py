"""What a room can hold in its hands: letter cards, principle cards, the paper twin, and a sheet for whoever leads."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hrtrainer import words
from hrtrainer.export.clean import cleaned
from hrtrainer.export.typesetting import PAPERS, set_pdf, set_within
from hrtrainer.group import wording as say
from hrtrainer.group.agenda import PACES, Agenda
from hrtrainer.group.letters import letter, most_letters, shape
from hrtrainer.group.paper_of import booklet
from hrtrainer.group.stage import Stage
from hrtrainer.group.timing import planned_minutes
from hrtrainer.problem import Problem
from hrtrainer.session.telling import Teller

PRINTS: Mapping[str, str] = MappingProxyType(
    {
        "cards": "Letter cards, and cards to stop",
        "principles": "Principle cards",
        "booklet": "The paper twin: every scene, for a room with no projector",
        "sheet": "One page for whoever leads",
    }
)
_DENSITIES = (1.2, 1.12, 1.06, 1.0, 0.95, 0.9, 0.85, 0.8)


def print_bytes(what: str, tell: Teller, agenda: Agenda, fonts: Path, paper: str = PAPERS[0]) -> bytes:
    """The PDF of one of PRINTS. Raises Problem E03 where PDF cannot be made, E04, E06 for what does not exist."""
    if what not in PRINTS:
        raise Problem("E06", f"There is no print '{what}'.", f"Prints are {words.listing(tuple(PRINTS))}.")
    page: dict[str, Any] = {"page": cleaned_page(what, tell, agenda), "say": _SAY, "density": 1.0}
    if what == "sheet":
        return set_within("sheet.typ", page, fonts, paper, 1, _DENSITIES)
    return set_pdf(f"{what}.typ", page, fonts, paper)


def cleaned_page(what: str, tell: Teller, agenda: Agenda) -> dict[str, Any]:
    """What a print says, as plain data without hidden characters."""
    made = {"cards": _cards, "principles": _principles, "booklet": _booklet, "sheet": _sheet}[what](tell, agenda)
    found: dict[str, Any] = _clean(made)
    return found


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return cleaned(value)


def _cards(tell: Teller, _: Agenda) -> dict[str, Any]:
    scenes = [scene for scene in tell.scenario.scenes.values() if scene.choices]
    letters = [{"letter": letter(at), "shape": shape(at)} for at in range(max(4, most_letters(scenes)))]
    return {"title": f"Letter cards: {tell.text(tell.scenario.title)}", "letters": letters}


def _principles(tell: Teller, _: Agenda) -> dict[str, Any]:
    cards = [{"name": one.name, "meaning": one.meaning} for one in tell.lens.principles]
    return {"title": f"Principle cards: {tell.lens.name}", "source": tell.lens.publisher, "cards": cards}


def _booklet(tell: Teller, _: Agenda) -> dict[str, Any]:
    return asdict(booklet(tell))


def _sheet(tell: Teller, agenda: Agenda) -> dict[str, Any]:
    scenario = tell.scenario
    points = [
        {"place": tell.text(scenario.scenes[name].place), "watch": _watch(tell, name)}
        for name in agenda.turning_points
        if name in scenario.scenes
    ]
    return {
        "title": tell.text(scenario.title),
        "about": tell.text(scenario.summary),
        "minutes": f"{agenda.minutes} minutes, about {planned_minutes(scenario, agenda)} planned",
        "pace": PACES.get(agenda.pace, agenda.pace),
        "points": points,
        "content_note": tell.text(agenda.content_note or scenario.content_note),
        "ways_out": agenda.ways_out,
        "support": agenda.support,
        "agreements": agenda.agreements,
        "track": [{"name": say.STAGES[stage], "script": say.SCRIPTS[stage]} for stage in _TRACK],
        "debrief": [asdict(step) for step in say.DEBRIEF],
        "readings": [{"name": name, "rule": rule, "say": said} for name, rule, said in say.READINGS],
        "lands_hard": say.LANDS_HARD,
        "keys": say.KEYS_IN_SHORT,
    }


_TRACK = (
    *(Stage.SCENE, Stage.THINK, Stage.VOTE_1, Stage.DISCUSS, Stage.VOTE_2, Stage.COMMIT, Stage.REPLY, Stage.REVEAL),
)  # fmt: skip


def _watch(tell: Teller, name: str) -> str:
    notes = tell.scenario.scenes[name].facilitator
    return tell.text(notes.watch) if notes else ""


_SAY = {
    "program": words.PROGRAM,
    "see": "What did you see of this one?",
    "speak": "Speak before the card is shown on the wall, or before the notes are read.",
    "words": "supports · supports a little · both · strains a little · strains",
    "stop": "Stop",
    "stop_why": "Anyone may hold this up. We pause. No reason needed.",
    "pass": "Pass",
    "pass_why": "Passing is always fine.",
    "counts": "For you alone. Under ten people no count is told to anybody.",
    "cut": "Cut along the lines. One set a person, or one a table.",
}
