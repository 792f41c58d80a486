"""python -m tests.hostile PATH...: read and inspect these files (or those of folders), one JSON object a file.

Each says how many seconds of work it took and how many bytes the process has ever held so far. Where the system can
limit memory, a file that wants more ends the process.
"""

import json
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from hrtrainer.paths import scenario_files
from hrtrainer.shipped import read_reference
from tests.fuzz.laws import file_keeps_its_word
from tests.fuzz.share import most_memory
from tests.stage import ASSETS

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_MOST_ADDRESSES = 1024**3
"""Of addresses, which are many more than bytes that are held: only a runaway comes near."""


def main(arguments: Sequence[str]) -> int:
    """Look at the files; 1 when one of them broke a law or was not told of."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_ADDRESSES, _MOST_ADDRESSES))
    reference, broke = read_reference(ASSETS), False
    for argument in map(Path, arguments):
        for path in scenario_files(argument) if argument.is_dir() else [argument]:
            begun, slip = time.process_time(), ""
            opened, codes = False, set[str]()
            try:
                opened, found = file_keeps_its_word(path, reference)
                codes = {one.code.id for one in found}
            except Exception:
                slip = traceback.format_exc()
            seconds = time.process_time() - begun
            broke = broke or bool(slip) or not (opened or codes)
            told = {"file": path.name, "opens": opened, "codes": sorted(codes), "seconds": seconds, "slip": slip}
            print(json.dumps(told | {"bytes": most_memory()}), flush=True)
    return int(broke)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
