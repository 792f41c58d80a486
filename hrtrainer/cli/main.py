"""Which command the words mean, and how a command ends."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.trouble import COULD_NOT, say
from hrtrainer.paths import paths
from hrtrainer.problem import Problem
from hrtrainer.shipped import read_reference

INTERRUPTED = 130
COMMANDS = {
    "list": ("listing", "list_scenarios"),
    "check": ("check", "check"),
    "play": ("playing", "play"),
    "sessions": ("sessions", "sessions"),
    "export": ("exporting", "export"),
    "new": ("authoring", "new"),
    "explain": ("explain", "explain"),
    "schema": ("authoring", "print_schema"),
    "analyse": ("analysing", "analysed"),
    "print": ("printing", "print_paper"),
    "graph": ("drawing", "draw"),
    "export-twee": ("twine", "export_twee"),
    "import-twee": ("twine", "import_twee"),
    "backup": ("keeping", "backup"),
    "restore": ("keeping", "restore_backup"),
    "send": ("sending", "send"),
    "collect": ("collecting", "collect_files"),
    "team": ("collecting", "collect_team"),
    "reply": ("replying", "reply"),
}
"""The file of each command, and what in it does it. Only the one that is wanted is loaded: all take longest of all."""

Command = Callable[[Ground, argparse.Namespace], int]


def command(name: str) -> Command:
    """What a command does, loaded now."""
    file, deed = COMMANDS[name]
    found: Command = getattr(import_module(f"hrtrainer.cli.{file}"), deed)
    return found


def run(words: argparse.Namespace, loaded: Callable[[], None] = lambda: None) -> int:
    """Do what the words say; the exit status: 0 done, 1 errors in what was checked, 2 could not.

    `loaded` is told when all that the command stands on is loaded.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name on the disk, or an old console, may have no letters for it
            stream.reconfigure(errors="backslashreplace")
    places = paths(words.home)
    try:
        if words.profile is not None:
            from hrtrainer.profiles.people import person_named

            places = person_named(places, words.profile).places
        deed = command(words.command)
        ground = Ground(places, read_reference(places.assets), words.passphrase_fd)
        loaded()
        return deed(ground, words)
    except Problem as problem:
        return say(problem)
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away; there is nobody to tell
        return COULD_NOT
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
