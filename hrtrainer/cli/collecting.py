"""hrtrainer collect and team: the session files of many people as one overview, or as a page about nobody."""

import sys
from argparse import Namespace

from hrtrainer import words as say
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.trouble import COULD_NOT
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.receiving.folder import Collected, collect
from hrtrainer.receiving.overview import page, table
from hrtrainer.receiving.team import TEAM_FORMATS, render_team, team

_FORMS = {".csv": table, ".html": page}


def collect_files(ground: Ground, words: Namespace) -> int:
    """Read what lies in folders, and write an overview; 0, or 2 where nothing could be read.

    Raises Problem F30 for what is not there, E02 for a form there is not, C15 when the file is there, E01.
    """
    form = _form(words, tuple(_FORMS))
    found = collect(words.paths)
    _tell_skipped(found)
    if words.output:
        atomic_write(words.output, _FORMS[form](found))
        print(f"Saved {words.output.name}.", file=sys.stderr)
    read, held = say.count(found.files, "file"), say.count(len(found.sessions), "conversation")
    print(f"{say.first_capital(held)} in {read}.")
    return 0 if found.files else COULD_NOT


def collect_team(ground: Ground, words: Namespace) -> int:
    """Read what several people handed over, and write the page of the team. Raises as `collect_files` does, and E03."""
    form = _form(words, tuple(one.suffix for one in TEAM_FORMATS.values()))
    found = collect(words.paths)
    _tell_skipped(found)
    sets = list(ground.reference.yardstick.sets.values())
    if not team(found, sets):
        print("hrtrainer: nothing with a code name and marks was handed over.", file=sys.stderr)
        return COULD_NOT
    atomic_write(words.output, render_team(found, sets, form.removeprefix("."), ground.paths.fonts, words.paper))
    print(f"Saved {words.output.name}.", file=sys.stderr)
    return 0


def _form(words: Namespace, known: tuple[str, ...]) -> str:
    """The ending of the file to write, or nothing where there is none to write."""
    if words.output is None:
        return ""
    form = words.output.suffix.lower()
    if form not in known:
        hint = f"Its name ends in {say.listing(known, 'or')}."
        raise Problem("E02", f"There is no such file to make as '{words.output.name}'.", hint)
    if words.output.exists() and not words.force:
        raise Problem("C15", f"'{words.output.name}' is already there.", "Choose another name, or add --force.")
    return str(form)


def _tell_skipped(found: Collected) -> None:
    """Say what was left out, and why."""
    for name, why in found.skipped:
        print(f"hrtrainer: left out: {name} {why}.", file=sys.stderr)
