"""python -m tests.fuzz [--inputs N] [--seed S] [--jobs J] [--keep DIR]: changed inputs against the laws, in figures.

As many conditions as files are tried. Ends with status 1 when anything broke a law, and says how to make it again.
"""

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.run import Figures
from tests.fuzz.share import share


def main(arguments: list[str] | None = None) -> int:
    """Run and print the figures; 1 when a law was broken."""
    words = _words(arguments)
    begun = time.monotonic()
    shares = [(words.seed, words.first + job, words.first + words.inputs, words.jobs) for job in range(words.jobs)]
    whole, memory = Figures(), 0
    if words.jobs == 1:
        results = [share(shares[0])]
    else:
        with ProcessPoolExecutor(words.jobs, mp_context=get_context("spawn")) as processes:
            results = list(processes.map(share, shares))
    for figures, most in results:
        whole.add(figures)
        memory = max(memory, most)
    _print(whole, words, time.monotonic() - begun, memory)
    if words.keep:
        _keep(whole, words.keep)
    return 1 if whole.slips else 0


def _words(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, metavar="N", help="files, and as many conditions")
    parser.add_argument("--first", type=int, default=0, metavar="K", help="the number of the first input")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--jobs", type=int, default=1, metavar="J", help="processes side by side")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write what broke a law into this folder")
    return parser.parse_args(arguments)


def _print(figures: Figures, words: argparse.Namespace, elapsed: float, memory: int) -> None:
    took, number, how = figures.slowest
    print(f"seed {words.seed}, inputs {words.first:,} to {words.first + words.inputs - 1:,}, {words.jobs} processes")
    print(f"{figures.files:,} files ({figures.opened:,} open), {figures.conditions:,} conditions", end="")
    print(f" ({figures.readable:,} readable)")
    print("made by: " + ", ".join(f"{kind} {count:,}" for kind, count in sorted(figures.kinds.items())))
    print(f"{elapsed:.0f} s in all, {figures.seconds:.0f} s of work on files", end="")
    print(f", {figures.seconds / max(1, figures.files) * 1000:.2f} ms a file")
    print(f"slowest: {took:.2f} s, input {number} ({how}); most memory of a process: {memory / 1024**2:.0f} MB")
    print("files by what was found in them:")
    rows = [f"{code} {count:,}" for code, count in sorted(figures.found.items())]
    for at in range(0, len(rows), 8):
        print("  " + "  ".join(rows[at : at + 8]))
    print(f"{len(figures.slips)} inputs broke a law")
    for slip in figures.slips:
        print(f"\n--- seed {words.seed}, input {slip.number}: {slip.how}\n{slip.told}")


def _keep(figures: Figures, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for slip in figures.slips:
        (folder / f"{slip.number}-{slip.how.split()[0]}.yaml").write_bytes(slip.data)


if __name__ == "__main__":
    sys.exit(main())
