"""Start: words on the command line are for the command line, everything else is for the window."""

import sys
from pathlib import Path

from hrtrainer.cli.main import run
from hrtrainer.paths import Paths


def open_window(places: Paths, scenario: Path | None, shot: Path | None) -> int:
    """Open the window; the exit status. The window's room is loaded only here: commands start without it."""
    from hrtrainer.qt.app import open_window as open_qt

    return open_qt(places, scenario, shot)


def main() -> int:
    """Run the program with the words it was started with; the exit status."""
    return run(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())
