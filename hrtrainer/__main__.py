"""Start: a command for the command line, or the window. Each loads only what it needs."""

import gc
import sys

from hrtrainer.cli.words import parse


def main() -> int:
    """Run the program with the words it was started with; the exit status."""
    words = parse(sys.argv[1:])
    if words.command is None:
        from hrtrainer.qt.entry import open_window

        return open_window(words.home, words.scenario, words.shot, words.profile)
    from hrtrainer.cli.main import run

    return run(words, loaded=gc.freeze)  # it all stays to the end: the collector need never go through it


if __name__ == "__main__":
    sys.exit(main())
