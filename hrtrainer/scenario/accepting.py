"""`accepts`: what the check tells and an author leaves as it is, with the reason. Errors cannot be accepted."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from hrtrainer.scenario.codes import BY_ID, acceptable
from hrtrainer.scenario.diagnostic import Accepted, Diagnostic, Severity, Spot
from hrtrainer.scenario.fields import Fields
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.report import Report
from hrtrainer.scenario.yamltext import Node, Table


def read_accepts(report: Report, fields: Fields) -> tuple[Accepted, ...]:
    """What a file accepts: a reason by code, for the whole file or for single scenes and endings."""
    entries = [(code, node, fields.name_spot("accepts", code)) for code, node in fields.table("accepts")]
    return tuple(one for code, node, spot in entries for one in _entries(report, fields, code, node, spot))


def _entries(report: Report, fields: Fields, code: str, node: Node, spot: Spot) -> Iterator[Accepted]:
    if code not in acceptable():
        report("S119", spot, code=code, what=_why_not(code), guess="" if code in BY_ID else _near(report, code))
        return
    if not isinstance(node, Table):
        yield Accepted(code, "", fields.prose_of(code, node), spot)
        return
    for place, reason in node.entries.items():
        report.refer("place", place, node.keys[place])
        yield Accepted(code, place, fields.prose_of(place, reason), node.keys[place])


def _why_not(code: str) -> str:
    if code not in BY_ID:
        return "there is no such code"
    return "it stops play" if BY_ID[code].severity is Severity.ERROR else "it is always told"


def _near(report: Report, code: str) -> str:
    return report.guess(code, acceptable())


def settled(scenario: Scenario, found: Iterable[Diagnostic], report: Report) -> tuple[Diagnostic, ...]:
    """The findings without those that the file accepts. What it accepts in vain is reported."""
    accepted = {(one.code, one.place): one for one in scenario.accepts}
    if not accepted:
        return tuple(found)
    where = _Places(scenario)
    left, used = [], set()
    for one in found:
        keys = {(one.code.id, ""), (one.code.id, where.of(one.spot))} & accepted.keys()
        used |= keys
        if not keys:
            left.append(one)
    for key, vain in accepted.items():
        if key not in used:
            report("S309", vain.spot, code=vain.code, where=f" in '{vain.place}'" if vain.place else "")
    return tuple(left)


class _Places:
    """In which scene or ending a spot of the file lies."""

    def __init__(self, scenario: Scenario) -> None:
        starts = [(spot, "") for spot in scenario.tops.values()]
        starts += [(scene.spot, scene.id) for scene in scenario.scenes.values()]
        starts += [(ending.spot, ending.id) for ending in scenario.endings]
        starts.sort()
        self._spots = [spot for spot, _ in starts]
        self._names = [name for _, name in starts]

    def of(self, spot: Spot) -> str:
        at = bisect_right(self._spots, spot)
        return self._names[at - 1] if at else ""
