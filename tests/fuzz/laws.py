"""What holds whatever a file says: each of these raises AssertionError when it does not."""

import json
from pathlib import Path
from random import Random
from xml.etree import ElementTree

from hrtrainer.checks.analysis import analyse
from hrtrainer.checks.inspect import inspect
from hrtrainer.cli.analysis_json import plain
from hrtrainer.cli.analysis_text import told
from hrtrainer.cli.findings import as_github, as_json, as_sarif
from hrtrainer.maps.dot import dot
from hrtrainer.maps.rooms import building
from hrtrainer.maps.sheet import sheet
from hrtrainer.maps.svg import svg
from hrtrainer.scenario import limits
from hrtrainer.scenario.condition import Unreadable, parse, worded
from hrtrainer.scenario.diagnostic import Diagnostic
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.library import read_file
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import Reading, read_scenario
from hrtrainer.session.event import Chose, SaidOwn, WentOn
from hrtrainer.session.plan import prepare
from hrtrainer.session.play import after, begin
from tests.stage import TODAY, started

_LONGEST_WALK = 40
_MOST_STATES = 500


def file_keeps_its_word(path: Path, reference: Reference) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Read a file and inspect it whole; whether it opens, and everything that was found."""
    reading = read_file(path, reference.known)
    reading_keeps_its_word(reading)
    found = inspect(reading, reference, TODAY)
    accepted = {one.code for one in reading.scenario.accepts} if reading.scenario else set()
    told_of = {one for one in reading.diagnostics if one.stops_play or one.code.id not in accepted}
    assert told_of <= set(found), "what reading told is not lost, unless the file accepts it"
    assert [one.spot for one in found] == sorted(one.spot for one in found), "from the top of the file to its end"
    _are_told(found, reading.source)
    if reading.scenario is not None:
        _can_be_played(reading.scenario, Random(reading.scenario.digest))
        _can_be_analysed(reading.scenario, reference)
        _can_be_drawn(reading.scenario)
    return reading.scenario is not None, found


def text_keeps_its_word(text: str, known: Known) -> Reading:
    """The same for a text alone, without the inspection."""
    reading = read_scenario(text, "a.yaml", known)
    reading_keeps_its_word(reading)
    _are_told(reading.diagnostics, text)
    if reading.scenario is not None:
        _can_be_played(reading.scenario, Random(1))
    return reading


def reading_keeps_its_word(reading: Reading) -> None:
    """A scenario comes exactly when nothing stops play."""
    assert (reading.scenario is None) is any(found.stops_play for found in reading.diagnostics)


def _are_told(found: tuple[Diagnostic, ...], source: str) -> None:
    """Every finding stands in the file, says something, and can be said in every form."""
    last = source.count("\n") + 1 if source else None
    for one in found:
        line, column = one.spot
        assert line >= 1 and column >= 1 and (last is None or line <= last + 1), f"{one} does not stand in the file"
        said = str(one)
        assert one.message and all(sign.isprintable() or sign == "\n" for sign in said), f"{said!r} has raw signs in it"
    json.loads(as_json(found))
    json.loads(as_sarif(found))
    assert as_github(found).count("\n") == max(0, len(found) - 1), "one finding, one line"


def _can_be_played(scenario: Scenario, drawn: Random) -> None:
    """It begins, and whatever is offered can be taken."""
    session = begin(prepare(scenario), started(scenario))
    for at in range(_LONGEST_WALK):
        state = session.state
        if state.ending is not None or state.scene is None:
            return
        if state.choices:
            session = after(session, Chose(at, drawn.choice(state.choices).id))
        elif state.scene.otherwise is not None:
            session = after(after(session, SaidOwn(at, "mm")), WentOn(at))
        else:
            return


def _can_be_drawn(scenario: Scenario) -> None:
    """Its map is XML, with every scene on it."""
    ElementTree.fromstring(svg(sheet(building(scenario))).encode())
    assert dot(building(scenario)).count("<TABLE") >= len(scenario.scenes)


def _can_be_analysed(scenario: Scenario, reference: Reference) -> None:
    """Everything that can happen in it is told, or as much of it as was explored, as text and as JSON."""
    analysis = analyse(scenario, [next(iter(reference.yardstick.sets.values()))], most=_MOST_STATES)
    assert "".join(told(analysis)) and json.dumps(plain(analysis))


def condition_keeps_its_word(text: str) -> bool:
    """A condition that can be read is written down and reads back the same; one that cannot says where and why."""
    try:
        read = parse(text)
    except Unreadable as error:
        assert 1 <= error.column <= len(text) + 1 and error.what
        return False
    again = worded(read)
    if len(again) <= limits.MOST_CONDITION_CHARACTERS:
        assert parse(again) == read
    return True
