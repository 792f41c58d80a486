"""The words of the command line. Parsing them loads nothing else, so that the window opens at once."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from hrtrainer import __version__

_WITH_VALUE = ("--home", "--shot", "--profile", "--passphrase-fd")
COMMANDS = (
    "list", "check", "play", "sessions", "export", "new", "explain", "schema", "analyse", "graph",
    "export-twee", "import-twee", "print", "backup", "restore", "send", "collect", "team", "reply",
)  # fmt: skip
SCHEMAS = ("scenario", "pack", "reply")
FORMATS = ("csv", "docx", "html", "json", "md", "odt", "pdf", "xapi")
PRINTS = ("cards", "principles", "booklet", "sheet")
PAPERS = ("a4", "us-letter")
LENGTHS = (45, 60, 90)
XAPI = ("1.0.3", "2.0.0")
FINDINGS = ("text", "json", "github", "sarif")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The words as values. `command` is None when the window is wanted, with `scenario` and `shot` or without."""
    return _parser().parse_args(_with_command(arguments))


def _with_command(arguments: Sequence[str]) -> list[str]:
    """`hrtrainer FILE` opens the window with a file: argparse wants a word for that."""
    words = list(arguments)
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in _WITH_VALUE else 1
    if at < len(words) and words[at] not in COMMANDS and Path(words[at]).suffix in (".yaml", ".yml"):
        words.insert(at, "open")
    return words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hrtrainer",
        description="Practise hard conversations, read against the principles of harm reduction. "
        "Without a command the window opens; with the path of a scenario file it opens there.",
    )
    parser.add_argument(
        "--home", type=Path, metavar="DIR", help="keep history, settings and own scenarios in this folder"
    )
    parser.add_argument("--profile", metavar="NAME", help="the person on this computer with this code name")
    parser.add_argument(
        "--passphrase-fd", type=int, metavar="N", help="read the passphrase from this file descriptor, not the keyboard"
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
    _add_check(commands.add_parser("check", help="what is the matter with scenario files"))
    _add_play(commands.add_parser("play", help="play a conversation in the terminal"))
    kept = commands.add_parser("sessions", help="the sessions that were kept")
    kept.add_argument("--json", action="store_true")
    _add_export(commands.add_parser("export", help="save the summary of a session"))
    _add_backup(commands.add_parser("backup", help="a dated copy of what was kept; whether all is as it was written"))
    restored = commands.add_parser("restore", help="go back to a backup; what is there now is backed up first")
    restored.add_argument("which", nargs="?", metavar="WHICH", help="the day and time of a backup, or how they begin")
    _add_handing_over(commands)
    _add_new(commands.add_parser("new", help="write a first scenario to change into your own"))
    explained = commands.add_parser("explain", help="what a code of 'check' means, with a slip and the same mended")
    explained.add_argument("code", nargs="?", metavar="CODE", help="S201, say; without one all are listed")
    _add_analyse(commands.add_parser("analyse", help="what can happen in a scenario: all of it, before anybody plays"))
    _add_print(commands.add_parser("print", help="cards, a paper twin or a leader's sheet for a group, as PDF"))
    _add_graph(commands.add_parser("graph", help="draw the map of a scenario"))
    _add_twee(commands)
    _add_schema(commands.add_parser("schema", help="print the JSON Schema of a kind of file, for your editor"))
    return parser


def _add_schema(schema: argparse.ArgumentParser) -> None:
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default=SCHEMAS[0], help="of scenarios, if you say nothing")


def _add_backup(kept: argparse.ArgumentParser) -> None:
    what = kept.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="list the backups there are")
    what.add_argument("--check", action="store_true", help="check the history and every backup, row by row")


def _add_check(checked: argparse.ArgumentParser) -> None:
    checked.description = "What is the matter with scenario files. Exit status: 0 clean, 1 errors, 2 could not."
    checked.add_argument("paths", nargs="+", metavar="PATH", help="a scenario file, or a folder of them")
    checked.add_argument("--watch", action="store_true", help="check again whenever a file is saved, until Ctrl+C")
    checked.add_argument("--strict", action="store_true", help="warnings count as errors in the exit status")
    checked.add_argument(
        "--language",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a word list of your organisation, besides the program's own and language.yaml in the home folder",
    )
    forms = checked.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="the same as --format json")
    forms.add_argument("--format", choices=FINDINGS, default="text", help="github and sarif are for robots")


def _add_print(printed: argparse.ArgumentParser) -> None:
    printed.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a file")
    printed.add_argument("--what", choices=PRINTS, required=True)
    printed.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    printed.add_argument(
        "--minutes", type=int, default=60, metavar="N", help="the time that the sheet plans: 45, 60, 90"
    )
    printed.add_argument("--lens", metavar="SET", help="the principle set of the cards and the notes")
    printed.add_argument("--region", metavar="REGION", help="whose facts to print")
    printed.add_argument("--paper", choices=PAPERS, default=PAPERS[0])
    printed.add_argument("--force", action="store_true", help="write over FILE if it is there")


def _add_new(begun: argparse.ArgumentParser) -> None:
    begun.add_argument("id", metavar="ID", help="its name for ever: small letters, digits and hyphens")
    begun.add_argument("-o", "--output", type=Path, metavar="DIR", help="a folder other than your scenarios folder")


def _add_twee(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    out = commands.add_parser("export-twee", help="write a scenario as a Twee 3 story, to look at and edit in Twine")
    out.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a file")
    out.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.twee")
    back = commands.add_parser("import-twee", help="bring a story back from Twine, or a story of others in as a draft")
    back.add_argument("story", metavar="FILE", help="a Twee 3 file (.twee), or what Twine published (.html)")
    back.add_argument("-o", "--output", type=Path, required=True, metavar="PATH", help="a folder, or a .yaml file")
    for one in (out, back):
        one.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_analyse(explored: argparse.ArgumentParser) -> None:
    explored.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a file")
    explored.add_argument("--lens", metavar="SET", help="the principle set to read it through, or 'all'")
    explored.add_argument("--json", action="store_true")


def _add_graph(drawn: argparse.ArgumentParser) -> None:
    drawn.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a file")
    drawn.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="FILE.svg or FILE.dot")
    drawn.add_argument("--force", action="store_true", help="write over FILE if it is there")


def _add_play(played: argparse.ArgumentParser) -> None:
    played.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a file")
    how = played.add_mutually_exclusive_group()
    how.add_argument("--choose", metavar="ID,ID", help="take these choices, one after the other, and print the summary")
    how.add_argument("--auto", type=int, metavar="SEED", help="walk at random, drawn from SEED, to an ending")
    played.add_argument("--lens", metavar="SET", help="the principle set to read it through (nhrc, camh, ...)")
    played.add_argument("--region", metavar="REGION", help="whose facts to use (canada-bc, canada-ontario, usa, ...)")
    played.add_argument("--seed", type=int, metavar="N", help="the day: order of choices and how the person is")
    record = played.add_mutually_exclusive_group()
    record.add_argument("--no-record", action="store_true", help="keep nothing")
    record.add_argument("--record", action="store_true", help="keep it, also where Settings says not to")
    played.add_argument("--json", action="store_true", help="print the summary as JSON")


def _add_export(saved: argparse.ArgumentParser) -> None:
    saved.add_argument("sessions", nargs="*", metavar="SESSION", help="keys from 'sessions', or 'last', the usual one")
    saved.add_argument("--format", choices=FORMATS)
    saved.add_argument("-o", "--output", type=Path, metavar="FILE")
    saved.add_argument("--lines", action="store_true", help="print the lines that can be struck, each with its id")
    _add_choices(saved)
    saved.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="for PDF")
    saved.add_argument("--form", type=Path, metavar="FILE", help="an organisation's own form")
    saved.add_argument("--force", action="store_true", help="write over FILE if it is there")


def _add_collect(read: argparse.ArgumentParser, page: bool = False) -> None:
    read.add_argument("paths", nargs="+", type=Path, metavar="FOLDER", help="folders of session files, or files")
    forms = "FILE.html" if page else "FILE.csv or FILE.html"
    read.add_argument("-o", "--output", type=Path, metavar="FILE", required=page, help=forms)
    read.add_argument("--force", action="store_true", help="write over FILE if it is there")


def _add_choices(chosen: argparse.ArgumentParser) -> None:
    """What of a session goes out."""
    chosen.add_argument("--lens", metavar="SET", help="the principle set to read it through")
    chosen.add_argument(
        "--without", metavar="PARTS", default="", help="leave out, as in guess,own-words; a wrong one lists all"
    )
    chosen.add_argument(
        "--strike", metavar="ID", action="append", default=[], help="take a line out, wherever it stands"
    )
    chosen.add_argument(
        "--hide", metavar="NAME", action="append", default=[], help="take a name out, wherever it stands"
    )
    chosen.add_argument("--date", choices=("day", "month", "none"), default="day", help="how much of the date is told")


def _add_handing_over(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What goes to others, and what comes from them."""
    _add_send(commands.add_parser("send", help="send what you choose to a record store of your organisation"))
    _add_collect(commands.add_parser("collect", help="the session files of many people, as one overview"))
    team = commands.add_parser("team", help="what several people handed over, by principle, and about nobody")
    _add_collect(team, page=True)
    team.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="for PDF")
    _add_reply(commands.add_parser("reply", help="what was agreed in supervision: write it, or open it"))


def _add_reply(replied: argparse.ArgumentParser) -> None:
    replied.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a reply to open; without one it is written"
    )
    replied.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it")
    replied.add_argument("--practise", metavar="TEXT", help="what was agreed to practise")
    replied.add_argument("--line", metavar="TEXT", default="", help="a line to try")
    replied.add_argument("--scenario", metavar="ID", default="", help="a conversation to do it with")
    replied.add_argument("--principle", metavar="ID", default="", help="a principle that it is about")
    replied.add_argument(
        "--next", metavar="DAY", default="", help="the next meeting, as 2026-12-03 or 2026-12-03T14:30"
    )
    replied.add_argument("--by", metavar="NAME", default="", help="what the supervisor calls themselves")
    replied.add_argument("--to", metavar="NAME", default="", help="the code name it is for")
    replied.add_argument("--ics", type=Path, metavar="FILE.ics", help="the next meeting as a calendar file, too")
    replied.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_send(sent: argparse.ArgumentParser) -> None:
    sent.description = (
        "Send sessions as xAPI statements: marks and ids, no words. Without a session, what waits already is sent."
    )
    sent.add_argument("sessions", nargs="*", metavar="SESSION", help="keys from 'sessions', 'last', or 'last-room'")
    _add_choices(sent)
    deeds = sent.add_mutually_exclusive_group()
    deeds.add_argument("--status", action="store_true", help="print what waits, and how it goes")
    deeds.add_argument(
        "--preview", action="store_true", help="print what would be sent of the sessions, and send nothing"
    )
    deeds.add_argument("--test", action="store_true", help="ask the record store whether it knows you")
    deeds.add_argument("--take-back", action="store_true", help="take out of the outbox whatever has not arrived")
    deeds.add_argument("--again", action="store_true", help="send what was refused once more, too")
    deeds.add_argument("--to", metavar="URL", help="use this record store from now on; the password is asked for")
    deeds.add_argument("--off", action="store_true", help="use no record store, and forget the password")
    sent.add_argument("--user", metavar="NAME", help="with --to: who you are there")
    sent.add_argument("--organisation", metavar="URL", default="", help="with --to: what things are named under")
    sent.add_argument("--xapi", choices=XAPI, default=XAPI[0], help="with --to: the version that is sent")
    sent.add_argument("--password-fd", type=int, metavar="N", help="with --to: read the password from a descriptor")
    sent.add_argument("--json", action="store_true", help="with --status")
