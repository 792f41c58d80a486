"""The wall at the close: what worked, the parking lot, and exactly what the report will say."""

from hrtrainer.group import wording as say
from hrtrainer.group.report import ReportSection, group_report
from hrtrainer.group.room import Room
from hrtrainer.pages.wall import CloseWall
from hrtrainer.pages.wall_parts import Section
from hrtrainer.session.telling import Teller

COLUMNS, PARKING, REPORT = 1, 2, 3
"""The pages of the close."""


def close_wall(room: Room, tell: Teller, step: int) -> CloseWall:
    """The page of a step of the close."""
    sections = {section.key: section for section in group_report(room, tell.reference).sections}
    if step == COLUMNS:
        empty = (ReportSection(key, heading, ()) for key, heading in say.CLOSE_HEADINGS.items())
        shown = tuple(_shown(sections.get(section.key, section)) for section in empty)
        return CloseWall(step, say.CLOSE_TITLES[0], shown, "")
    if step == PARKING:
        lines = tuple((f"{item.text} ({_owner(item.owner)})", False) for item in room.state.parked)
        return CloseWall(step, say.CLOSE_TITLES[1], (Section("", lines),), "")
    return CloseWall(step, say.CLOSE_TITLES[2], tuple(map(_shown, sections.values())), say.STRIKE)


def _shown(section: ReportSection) -> Section:
    return Section(section.heading, tuple((line.text, line.struck) for line in section.lines))


def _owner(owner: str | None) -> str:
    return say.WHOSE if owner is None else owner or say.NOBODY
