"""How long the whole check of a file takes: beside another tool's linter, and as a file grows.

`hrtrainer check` as a whole process beside `bardic lint` (PyPI `bardic`) on the same story of 1,000 scenes, in turns.
In bardic each reply is a passage of its own, as a choice has no room for one there. `bardic` is looked for on the path
and in the variable BARDIC. The story says that it is in Latin, for which there is no word list: language rules are left
out. Python's files are compiled before, as an installation leaves them. And the check of 10,000 scenes beside that of
1,000, in this process, with the limits of a file raised.
"""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

from hrtrainer.checks import inspect as inspecting
from hrtrainer.checks.inspect import inspect
from hrtrainer.paths import paths
from hrtrainer.scenario import limits
from hrtrainer.scenario.lookup import Reference
from hrtrainer.scenario.reader import read_scenario
from hrtrainer.shipped import read_reference
from tests.bench.generate import as_bardic, as_scenario, story
from tests.bench.row import Row
from tests.stage import TODAY

ROUNDS = 9
MARK_LINT, MARK_GROWTH = 0.5, 15.0
START = "import sys; from hrtrainer.__main__ import main; sys.exit(main())"
"""What the command does that pip writes, for us as for bardic."""


def _text(scenes: int) -> str:
    return as_scenario(story(scenes)).replace("language: en", "language: la")


def _process(folder: Path, *words: str) -> float:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = perf_counter()
    done = subprocess.run(
        words, env={**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}, capture_output=True, timeout=300
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return perf_counter() - begun


def _beside_lint(folder: Path) -> Row:
    what = "check of 1,000 scenes, whole process"
    bardic = os.environ.get("BARDIC") or shutil.which("bardic")
    if bardic is None:
        return Row(what, "", "not measured: there is no bardic", None)
    ours, theirs = folder / "story.yaml", folder / "story.bard"
    ours.write_text(_text(1_000), encoding="utf-8")
    theirs.write_text(as_bardic(story(1_000)), encoding="utf-8")
    check = (sys.executable, "-c", START, "--home", str(folder), "check", str(ours))
    lint = (bardic, "lint", str(theirs))
    pairs = [(_process(folder, *check), _process(folder, *lint)) for _ in range(ROUNDS + 1)][1:]
    took, beside = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(one / other for one, other in pairs)
    return Row(
        what, f"{took:.2f} s", f"bardic lint {beside:.2f} s", ratio, f"<= {MARK_LINT}", ratio <= MARK_LINT
    )  # fmt: skip


def _checked(text: str, reference: Reference) -> float:
    gc.collect()  # what the last one left is not this one's
    begun = perf_counter()
    reading = read_scenario(text, "story.yaml", reference.known)
    inspect(reading, reference, TODAY)
    took = perf_counter() - begun
    assert reading.scenario is not None
    return took


def _growth(reference: Reference) -> Row:
    small, large = _text(1_000), _text(10_000)
    raised = patch.multiple(limits, MOST_BYTES=len(large) * 2, MOST_NODES=10_000_000)
    with raised, patch.object(inspecting, "MOST_NODES", 100_000):
        pairs = [(_checked(large, reference), _checked(small, reference)) for _ in range(3)]
    took, beside = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(one / other for one, other in pairs)
    return Row(
        "check of 10,000 scenes", f"{took:.2f} s", f"of 1,000 scenes {beside:.2f} s", ratio,
        f"<= {MARK_GROWTH:.0f}", ratio <= MARK_GROWTH,
    )  # fmt: skip


def measure() -> list[Row]:
    """The figures."""
    with tempfile.TemporaryDirectory() as folder:
        return [_beside_lint(Path(folder)), _growth(read_reference(paths().assets))]


def main() -> int:
    """Print the figures."""
    for row in measure():
        print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
