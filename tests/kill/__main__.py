"""`python -m tests.kill --rounds 500 [--seed N]`: kill as often as that, and print what came of it."""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.kill.loop import run


def main() -> int:
    """Run the loop in a folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill")
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    words = parser.parse_args()
    print(f"seed {words.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), words.rounds, words.seed)
    print(tally)
    return 0 if tally.lost == tally.unsound == 0 and tally.went_on == tally.to_go_on else 1


if __name__ == "__main__":
    sys.exit(main())
