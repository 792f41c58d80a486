"""A page for a team: principle by principle, for how many people it was in play and how, and never for whom.

Handing over a file is the consent to this. Numbers keep the small-group rule (hrtrainer/group/suppress.py): where few
people are in it, or a number would be one or two, bands or nothing stand in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType

from hrtrainer import words
from hrtrainer.export.formats import FORMATS, Format
from hrtrainer.export.html import dressed
from hrtrainer.export.typesetting import PAPERS, set_within
from hrtrainer.group.suppress import BANDS, COUNTS, LEAST_FOR_BANDS, published
from hrtrainer.principles.mark import Mark
from hrtrainer.principles.yardstick import PrincipleSet
from hrtrainer.receiving.folder import Collected
from hrtrainer.receiving.sessions import ReceivedSession

STANDINGS = ("Supported", "Both", "Strained", "Chance not taken")
"""How a principle stood over somebody's conversations: one of them, or it was not in play, which is as if not voted."""

ABOUT = (
    "Each person counts once a principle, over all conversations they handed over: supported where some line did and "
    "none strained it, both where some did either. For whoever is in no column it was not in play. These are lines "
    "picked from a list in stories, and no measure of anybody or of the team. Ask what the setting makes easy or hard."
)
_HOW = {
    COUNTS: "in people",
    BANDS: "in words, because numbers would be small enough to tell who",
}
_HIDDEN = "not shown, because it would tell too much of single people"
NAMELESS = "Files without a code name are left out: how many people they are from is not known."


TEAM_FORMATS: Mapping[str, Format] = MappingProxyType({form: FORMATS[form] for form in ("pdf", "html")})
"""What the page can be saved as."""
_DENSITIES = (1.0, 0.95, 0.9)
_MOST_PAGES = 2


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A principle: how it may be told, and a word for each of STANDINGS."""

    name: str
    meaning: str
    how: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamSet:
    """One principle set, and how many people handed over something that was read through it."""

    name: str
    people: str
    rows: tuple[TeamRow, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """All that stands on the page."""

    sets: tuple[TeamSet, ...]
    nameless: str
    title: str = "What was in play for the team"
    about: str = ABOUT
    limits: str = words.LIMITS


@dataclass(frozen=True, slots=True)
class TeamWording:
    """What the page itself says, apart from the team."""

    program: str = words.PROGRAM
    kind: str = "Team page"
    page_of: tuple[str, str] = ("page", "of")
    of: tuple[str, str] = ("From", ".")
    principle: str = "Principle"
    standings: tuple[str, ...] = STANDINGS


def team(found: Collected, sets: Iterable[PrincipleSet]) -> tuple[TeamSet, ...]:
    """What may be said of a team, a principle set at a time. Sets that nobody was read through are left out."""
    named = [one for _, one in found.sessions if one.code_name]
    told = []
    for one in sets:
        people: dict[str, list[ReceivedSession]] = {}
        for session in named:
            if session.lens == one.id:
                people.setdefault(session.code_name.casefold(), []).append(session)
        if people:
            told.append(_told(one, list(people.values())))
    return tuple(told)


def render_team(
    found: Collected, sets: Iterable[PrincipleSet], form: str, fonts: Path, paper: str = PAPERS[0]
) -> bytes:
    """The page of a team in one of TEAM_FORMATS. Raises Problem E03 where PDF cannot be made on this computer."""
    nameless = any(not one.code_name for _, one in found.sessions)
    page = TeamPage(team(found, sets), NAMELESS if nameless else "")
    if form == "pdf":
        told = {"page": asdict(page), "say": asdict(TeamWording())}
        return set_within("team.typ", told, fonts, paper, _MOST_PAGES, _DENSITIES)
    return dressed("team.html.j2", page=page, say=TeamWording())


def _told(lens: PrincipleSet, people: Sequence[Sequence[ReceivedSession]]) -> TeamSet:
    count = len(people)
    rows = []
    for principle in lens.principles:
        stood = [_standing(sessions, principle.id) for sessions in people]
        may = published([stood.count(one) for one in STANDINGS], count)
        rows.append(TeamRow(principle.name, principle.meaning, _HOW.get(may.by, _HIDDEN), may.cells))
    few = f"fewer than {LEAST_FOR_BANDS} people" if count < LEAST_FOR_BANDS else words.count(count, "person", "people")
    return TeamSet(lens.name, few, tuple(rows))


def _standing(sessions: Sequence[ReceivedSession], principle: str) -> str:
    marks = {
        mark
        for session in sessions
        for one in session.principles
        if one.id == principle
        for _, mark in one.moments
        if mark is not Mark.NOT_IN_PLAY
    }
    supported, strained = (any(getattr(mark, side) for mark in marks) for side in ("supporting", "straining"))
    if supported and strained:
        return STANDINGS[1]
    if supported or strained:
        return STANDINGS[0] if supported else STANDINGS[2]
    return STANDINGS[3] if marks else ""
