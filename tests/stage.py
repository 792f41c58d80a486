"""What many tests stand on: where things lie, the smallest clean scenario, and playing a few lines of it."""

from pathlib import Path
from tempfile import gettempdir

from hrtrainer.scenario.known import Known
from hrtrainer.scenario.model import Scenario
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.session.event import Chose, Event, SaidOwn, Started, WentOn
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.session.play import Session, after, begin

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "assets"
SCENARIOS = ROOT / "scenarios"
SHIPPED = sorted(path.stem for path in SCENARIOS.glob("*.yaml"))
BASE = (ROOT / "tests" / "diagnostics" / "base.yaml").read_text(encoding="utf-8")
TODAY = "2026-11-21"


def open_the_way(folder: Path) -> None:
    """Let anybody come to a folder of the tests: root goes on as nobody where rights are to be felt."""
    temporary = Path(gettempdir()).resolve()
    for one in (folder, *folder.parents):
        if one.resolve() == temporary:
            break
        one.chmod(0o755)


def anybody_may_come_to(folder: Path) -> bool:
    """Whether somebody who is not the owner may look into a folder and all that lie on the way to it."""
    return all(one.stat().st_mode & 0o001 for one in (folder, *folder.parents))


def edited(*edits: tuple[str, str]) -> str:
    """The text of the smallest clean scenario with some of its words, each standing there once, replaced."""
    text = BASE
    for old, new in edits:
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in base.yaml"
        text = text.replace(old, new)
    return text


def opened(text: str, known: Known) -> Scenario:
    """The scenario of a text that has to open."""
    reading = read_scenario(text, "test.yaml", known)
    assert reading.scenario is not None, "\n".join(map(str, reading.diagnostics))
    return reading.scenario


def plan_of(known: Known, *edits: tuple[str, str]) -> Plan:
    """The plan of the smallest clean scenario with some words replaced."""
    return prepare(opened(edited(*edits), known))


def started(scenario: Scenario, seed: int = 1, lens: str = "nhrc", region: str = "canada-bc") -> Started:
    """The first event of a session with a scenario."""
    return Started(1_795_000_000_000, "s1", scenario.id, scenario.digest, "p", "r", seed, lens, region)


def play(plan: Plan, *steps: str | Event, seed: int = 1) -> Session:
    """A session after some steps: the id of a choice, '"own words"', 'go on', or any event."""
    session = begin(plan, started(plan.scenario, seed))
    for step in steps:
        session = after(session, _event(step, session.length))
    return session


def _event(step: str | Event, number: int) -> Event:
    at = 1_795_000_000_000 + number * 1_000
    if not isinstance(step, str):
        return step
    if step == "go on":
        return WentOn(at)
    return SaidOwn(at, step.strip('"')) if step.startswith('"') else Chose(at, step)
