"""One process's part of a run, and how much memory it took."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hrtrainer.shipped import read_reference
from tests.fuzz.run import Figures, run
from tests.stage import ASSETS

try:
    import resource
except ImportError:  # Windows has no such figures
    resource = None  # type: ignore[assignment]

_MOST_MEMORY = 4 * 1024**3
"""Bytes a process of the run may take before Python says that there are no more: a runaway must take no machine."""


def share(part: tuple[int, int, int, int]) -> tuple[Figures, int]:
    """One process's part of a run, and the most memory that it ever held, in bytes."""
    seed, first, end, step = part
    if resource is not None and step > 1:  # a process of its own
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    shown = time.monotonic()

    def told(number: int) -> None:
        nonlocal shown
        if time.monotonic() - shown > 30:
            shown = time.monotonic()
            print(f"  input {number:,} of {end:,} ...", file=sys.stderr, flush=True)

    with TemporaryDirectory() as folder:
        figures = run(seed, range(first, end, step), Path(folder), read_reference(ASSETS), told)
    return figures, most_memory()


def most_memory() -> int:
    """The most memory that this process ever held, in bytes; 0 where the system does not tell.

    Linux is asked by /proc: what getrusage() tells there begins with what the process held that started this one.
    """
    if (status := Path("/proc/self/status")).exists():
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) * 1024
    if resource is None:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
