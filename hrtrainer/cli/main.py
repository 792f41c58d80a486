"""The words of the command line, and which command they mean."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from hrtrainer import __version__
from hrtrainer.cli.check import check
from hrtrainer.cli.exporting import export
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.listing import list_scenarios
from hrtrainer.cli.playing import play
from hrtrainer.cli.sessions import sessions
from hrtrainer.export.formats import FORMATS
from hrtrainer.paths import Paths, paths
from hrtrainer.problem import Problem
from hrtrainer.shipped import read_reference

COULD_NOT = 2
_COMMANDS: dict[str, Callable[[Ground, argparse.Namespace], int]] = {
    "list": list_scenarios,
    "check": check,
    "play": play,
    "sessions": sessions,
    "export": export,
}


def run(arguments: Sequence[str], window: Callable[[Paths, Path | None, Path | None], int]) -> int:
    """Do what the words say; the exit status: 0 done, 1 errors in what was checked, 2 could not.

    `window` opens the window, with a scenario file or without; with a picture file it paints once and leaves.
    """
    words = _parser().parse_args(_with_command(arguments))
    places = paths(words.home)
    try:
        if words.command is None:
            return window(places, words.scenario, words.shot)
        return _COMMANDS[words.command](Ground(places, read_reference(places.assets)), words)
    except Problem as problem:
        print(f"hrtrainer: {problem}", file=sys.stderr)
        if problem.hint:
            print(f"  hint: {problem.hint}", file=sys.stderr)
        return COULD_NOT
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away; there is nobody to tell
        return COULD_NOT
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


def _with_command(arguments: Sequence[str]) -> list[str]:
    """`hrtrainer FILE` opens the window with a file: argparse wants a word for that."""
    words = list(arguments)
    at = 0
    while at < len(words):
        if words[at] in ("--home", "--shot"):
            at += 2
        elif words[at].startswith("-"):
            at += 1
        else:
            break
    if at < len(words) and words[at] not in _COMMANDS and Path(words[at]).suffix in (".yaml", ".yml"):
        words.insert(at, "open")
    return words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hrtrainer",
        description="Practise hard conversations, read against the principles of harm reduction. Without a command the window opens; "
        "with the path of a scenario file it opens there.",
    )
    parser.add_argument(
        "--home", type=Path, metavar="DIR", help="keep history, settings and own scenarios in this folder"
    )
    parser.add_argument("--version", action="version", version=f"HR Trainer {__version__}")
    parser.add_argument("--shot", type=Path, metavar="FILE.png", help="paint the window once into a picture, and leave")
    parser.set_defaults(command=None, scenario=None)
    commands = parser.add_subparsers(metavar="COMMAND", dest="command")

    opened = commands.add_parser("open", help="open the window with a scenario file")
    opened.add_argument("scenario", type=Path)
    opened.set_defaults(command=None)

    listed = commands.add_parser("list", help="the scenarios there are")
    listed.add_argument("--json", action="store_true")

    checked = commands.add_parser(
        "check", help="what is the matter with scenario files (0 clean, 1 errors, 2 could not)"
    )
    checked.add_argument("paths", nargs="+", metavar="PATH")
    checked.add_argument("--json", action="store_true")

    played = commands.add_parser("play", help="play a conversation in the terminal")
    played.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a file")
    how = played.add_mutually_exclusive_group()
    how.add_argument("--choose", metavar="ID,ID", help="take these choices, one after the other, and print the summary")
    how.add_argument("--auto", type=int, metavar="SEED", help="walk at random, drawn from SEED, to an ending")
    played.add_argument("--lens", metavar="SET", help="the principle set to read it through (nhrc, camh, ...)")
    played.add_argument("--region", metavar="REGION", help="whose facts to use (canada-bc, canada-ontario, usa, ...)")
    played.add_argument("--seed", type=int, metavar="N", help="the day: order of choices and how the person is")
    played.add_argument("--no-record", action="store_true", help="keep nothing")
    played.add_argument("--json", action="store_true", help="print the summary as JSON")

    kept = commands.add_parser("sessions", help="the sessions that were kept")
    kept.add_argument("--json", action="store_true")

    saved = commands.add_parser("export", help="save the summary of a session")
    saved.add_argument("session", nargs="?", default="last", metavar="SESSION", help="a key from 'sessions', or 'last'")
    saved.add_argument("--format", choices=sorted(FORMATS), required=True)
    saved.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    saved.add_argument("--lens", metavar="SET")
    saved.add_argument("--force", action="store_true", help="write over FILE if it is there")
    return parser
