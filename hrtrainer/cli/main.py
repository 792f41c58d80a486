"""Which command the words mean, and how a command ends."""

import argparse
import sys
from collections.abc import Callable
from io import TextIOWrapper

from hrtrainer.cli.analysing import analysed
from hrtrainer.cli.authoring import new, print_schema
from hrtrainer.cli.check import check
from hrtrainer.cli.drawing import draw
from hrtrainer.cli.explain import explain
from hrtrainer.cli.exporting import export
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.keeping import backup, restore_backup
from hrtrainer.cli.listing import list_scenarios
from hrtrainer.cli.playing import play
from hrtrainer.cli.printing import print_paper
from hrtrainer.cli.sessions import sessions
from hrtrainer.cli.trouble import COULD_NOT, say
from hrtrainer.cli.twine import export_twee, import_twee
from hrtrainer.paths import paths
from hrtrainer.problem import Problem
from hrtrainer.profiles.people import person_named
from hrtrainer.shipped import read_reference

INTERRUPTED = 130
_COMMANDS: dict[str, Callable[[Ground, argparse.Namespace], int]] = {
    "list": list_scenarios,
    "check": check,
    "play": play,
    "sessions": sessions,
    "export": export,
    "new": new,
    "explain": explain,
    "schema": print_schema,
    "analyse": analysed,
    "print": print_paper,
    "graph": draw,
    "export-twee": export_twee,
    "import-twee": import_twee,
    "backup": backup,
    "restore": restore_backup,
}


def run(words: argparse.Namespace) -> int:
    """Do what the words say; the exit status: 0 done, 1 errors in what was checked, 2 could not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name on the disk, or an old console, may have no letters for it
            stream.reconfigure(errors="backslashreplace")
    places = paths(words.home)
    try:
        if words.profile is not None:
            places = person_named(places, words.profile).places
        return _COMMANDS[words.command](Ground(places, read_reference(places.assets), words.passphrase_fd), words)
    except Problem as problem:
        return say(problem)
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away; there is nobody to tell
        return COULD_NOT
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
