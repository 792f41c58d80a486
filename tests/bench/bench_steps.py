"""How many steps a second a conversation of 1,000 scenes is played in, beside inkjs with the same story.

A step: read all text up to the next choices and the choices themselves, and take one, by a rule that both engines
share. At an ending the conversation begins again. The mark to pass is three times inkjs, which most branching stories
on the web are played with. inkjs is installed by npm into a temporary folder; without node and npm it is left out.
"""

import gc
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from hrtrainer.paths import paths
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.session.event import Chose, Started
from hrtrainer.session.plan import Plan, prepare
from hrtrainer.session.play import after, begin
from hrtrainer.shipped import read_reference
from tests.bench.generate import as_ink, as_scenario, story
from tests.bench.row import Row

SCENES, STEPS, ROUNDS = 1000, 40_000, 5
MARK = 3.0
INKJS = "inkjs@2.4.0"


@dataclass(frozen=True, slots=True)
class Walk:
    """What came of one walk: steps a second, characters read, and which of the first 1,000 choices were taken."""

    rate: float
    read: int
    taken: str


def made_plan(scenes: int) -> Plan:
    """The plan of a story of so many scenes."""
    reading = read_scenario(as_scenario(story(scenes)), "made by chance", read_reference(paths().assets).known)
    assert reading.scenario is not None, [str(one) for one in reading.diagnostics][:3]
    return prepare(reading.scenario)


def walk(plan: Plan, steps: int) -> Walk:
    """Walk through the plan."""
    started = Started(0, "bench", plan.scenario.id, "", "", "", 1, "nhrc", "canada-bc")
    draw, taken, read = 1, [], 0
    begun = perf_counter()
    session = begin(plan, started)
    for step in range(steps):
        state = session.state
        for line in state.lines:
            read += len(line.text)
        if state.ending is not None:
            session = begin(plan, started)
            state = session.state
            for line in state.lines:
                read += len(line.text)
        for choice in state.choices:
            read += len(choice.say)
        draw = (draw * 75 + 74) % 65537
        at = draw % len(state.choices)
        if step < 1000:
            taken.append(str(at))
        session = after(session, Chose(0, state.choices[at].id))
    return Walk(steps / (perf_counter() - begun), read, "".join(taken))


def ink_walk(folder: Path, steps: int) -> dict[str, object] | None:
    """The same walk by inkjs; None when it cannot be had."""
    if not (folder / "node_modules" / "inkjs").is_dir() and not _installed(folder):
        return None
    script = Path(__file__).with_name("ink.mjs")
    done = subprocess.run(
        ["node", str(script), str(folder), str(folder / "story.ink"), str(steps)],
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _installed(folder: Path) -> bool:
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    (folder / "package.json").write_text("{}", encoding="utf-8")
    (folder / "story.ink").write_text(as_ink(story(SCENES)), encoding="utf-8")
    done = subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", INKJS], cwd=folder, capture_output=True, check=False
    )
    return done.returncode == 0


def measure() -> list[Row]:
    """The figures, both engines in every round."""
    plan = made_plan(SCENES)
    walk(plan, 1000)
    ours: list[Walk] = []
    theirs: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(ROUNDS):
            gc.collect()
            ours.append(walk(plan, STEPS))
            if (found := ink_walk(Path(name), STEPS)) is not None:
                theirs.append(found)
    rate = median(one.rate for one in ours)
    if not theirs:
        return [Row("steps, 1,000 scenes", f"{rate:,.0f} /s", "no node, npm or inkjs here", None, None)]
    if theirs[0]["taken"] != ours[0].taken:
        print("The two engines did not play the same story.", file=sys.stderr)
    ratio = median(one.rate / float(str(two["rate"])) for one, two in zip(ours, theirs, strict=True))
    ink = median(float(str(one["rate"])) for one in theirs)
    return [Row("steps, 1,000 scenes", f"{rate:,.0f} /s", f"inkjs {ink:,.0f} /s", ratio, f">= {MARK}", ratio >= MARK)]


def main() -> int:
    """Print the figures."""
    for row in measure():
        print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
