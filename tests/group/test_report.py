"""The report: what the room lets stand, and never a name, a count that points, or a private note."""

from dataclasses import fields

import pytest

from hrtrainer.group.action import Action
from hrtrainer.group.agenda import Agenda
from hrtrainer.group.event import Added, Noted, Owned, Parked, Planned, ReadByRoom, Saved, Struck
from hrtrainer.group.report import GroupReport, digest, group_report, kept
from hrtrainer.group.stage import Stage
from hrtrainer.pages.wall import CloseWall
from hrtrainer.pages.wall_of import wall_of
from hrtrainer.problem import Problem
from tests.group.airlock import texts
from tests.group.rooms import Lead, reference

SUPPORT = "Rosa in room 4"
PRIVATE = "keep an eye on the second row"


def led(people: int = 24) -> Lead:
    """A room that went once round, tried another reply, and came to the close."""
    lead = Lead.of(people, Agenda(turning_points=("counter",), support=SUPPORT))
    lead.to(Stage.VOTE_1)
    lead.vote((12, 9, 3, 0) if people > 10 else (3, 2, 1, 0))
    lead.forward()
    lead.add(Noted(0, 1, "discuss", "Half of us\nhave said B.", private=False))
    lead.add(Noted(0, 1, "discuss", PRIVATE, private=True))
    lead.forward()
    lead.vote((18, 3, 3, 0) if people > 10 else (6, 0, 0, 0))
    lead.forward()
    lead.wish(Action.OPTION, 1)
    lead.forward()
    first = lead.room.reveals(lead.room.state.visits[0], "")[0].principle.id
    quiet = next(one.id for one in lead.room.lens.principles if one.id not in _touched(lead))
    lead.add(ReadByRoom(0, 1, "", first, "both"))
    lead.add(ReadByRoom(0, 1, "", quiet, "strains"))
    lead.to(Stage.CROSSROADS)
    lead.wish(Action.WHAT_IF)
    lead.wish(Action.OPTION, 3)
    lead.to(Stage.COMPARE)
    lead.wish(Action.PAUSE)
    lead.wish(Action.PAUSE)
    lead.to(Stage.CLOSE)
    for column, text in (("plus", "asked first"), ("delta", "slower start"), ("try", "points before paper")):
        lead.add(Added(0, column, text))
    lead.add(Parked(0, "rides home"))
    lead.add(Owned(0, 1, "Management"))
    lead.add(Parked(0, "naloxone stock"))
    lead.add(Owned(0, 2, ""))
    return lead


def _touched(lead: Lead) -> set[str]:
    return {one.principle.id for one in lead.room.reveals(lead.room.state.visits[0], "")}


def report(lead: Lead) -> GroupReport:
    return group_report(lead.room, reference())


def lines(told: GroupReport, key: str) -> list[str]:
    return [line.text for section in told.sections if section.key == key for line in section.lines]


def test_it_tells_what_was_said_tried_chosen_read_noted_and_left() -> None:
    told = report(led())
    assert lines(told, "path")[0].endswith("I’ll get your points sorted.”")
    assert lines(told, "path")[0].startswith("Jessica: “Box of points, please.")
    assert "We also tried C:" in lines(told, "what-ifs")[0]
    (vote,) = told.votes
    assert [(row.letter, row.before, row.after) for row in vote.rows] == [
        ("A", "12", "18"),
        ("B", "9", "3"),
        ("C", "3", "3"),
        ("D", "0", "0"),
    ]
    reading = lines(told, "readings")[0]
    assert "strains a little (the room: both)" in reading and "not in the notes (the room: strains)" in reading
    assert lines(told, "notes") == ["Half of us have said B."]
    close = [lines(told, key) for key in ("plus", "delta", "try")]
    assert close == [["asked first"], ["slower start"], ["points before paper"]]
    assert lines(told, "parked") == ["rides home (Management)", "naloxone stock (nobody’s for now)"]
    assert lines(told, "pauses") == ["We paused 1 time."]
    assert dict(told.facts)["People here"] == "24 people"


def test_a_small_room_has_bands_and_says_why() -> None:
    (vote,) = report(led(6)).votes
    assert [row.before for row in vote.rows] == ["some", "some", "some", "none"]
    assert [row.after for row in vote.rows] == ["most", "none", "none", "none"]
    assert vote.note == "In words and not in numbers, as a small number could point to somebody."


def test_no_private_note_no_support_person_and_nothing_of_a_person_is_in_it() -> None:
    told = report(led())
    said = " ".join(texts(told))
    assert PRIVATE not in said and SUPPORT not in said
    names = {field.name for field in fields(GroupReport)}
    assert names == {
        *("scenario", "title", "day", "facts", "leaves_out", "sections", "votes"),
        *("reviewed", "limits", "check"),
    }
    assert "names; who voted for what" in told.leaves_out


def test_what_the_room_strikes_is_shown_struck_and_is_not_saved() -> None:
    lead = led()
    before = digest(report(lead))
    for line in ("note.1.discuss", "vote.1", "plus.1"):
        lead.add(Struck(0, line, True))
    told = report(lead)
    assert {line.id for section in told.sections for line in section.lines if line.struck} == {
        *("note.1.discuss", "vote.1", "plus.1"),
    }
    saved = kept(told)
    assert "Half of us" not in " ".join(texts(saved)) and saved.votes == ()
    assert not {"notes", "votes", "plus"} & {section.key for section in saved.sections}
    assert digest(told) != before
    for line in ("note.1.discuss", "vote.1", "plus.1"):
        lead.add(Struck(0, line, False))
    assert digest(report(lead)) == before


def test_the_wall_shows_exactly_the_lines_of_the_report() -> None:
    lead = led()
    lead.add(Struck(0, "plus.1", True))
    lead.forward(2)
    page = wall_of(lead.room, reference()).page
    assert isinstance(page, CloseWall)
    shown = [(section.heading, section.lines) for section in page.sections]
    told = report(lead).sections
    assert shown == [(one.heading, tuple((line.text, line.struck) for line in one.lines)) for one in told]


def test_lines_are_struck_at_the_close_and_a_report_is_saved_after_it() -> None:
    lead = Lead.of()
    for event in (Struck(0, "plus.1", True), Saved(0, "x")):
        with pytest.raises(Problem):
            lead.add(event)
    lead = led()
    with pytest.raises(Problem):
        lead.add(Saved(0, digest(report(lead))))
    lead.to(Stage.REPORT)
    lead.add(Saved(0, digest(report(lead))))
    assert lead.room.state.saved == digest(report(lead))


def test_a_line_of_a_text_box_is_one_line_and_not_without_end() -> None:
    lead = led()
    for event in (Parked(0, " "), Parked(0, "a" * 201), Added(0, "plus", ""), Added(0, "minus", "a")):
        with pytest.raises(Problem):
            lead.add(event)
    lead.add(Noted(0, 1, "discuss", "", private=False))
    assert lines(report(lead), "notes") == []
    lead.add(Planned(0, Agenda(support="")))
    assert lines(report(lead), "plus") == ["asked first"]
