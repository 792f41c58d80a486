"""hrtrainer export: what is chosen of kept sessions as a file."""

import sys
from argparse import Namespace

from hrtrainer.cli.chosen import check_struck, choices_of, chosen_sessions
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.playing import today
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.forming.making import made
from hrtrainer.forming.reading import read_form
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.session.packing import lines_of, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary


def export(ground: Ground, words: Namespace) -> int:
    """Write sessions as a file, or print their lines.

    Raises Problem C11, C14 for what is not there, C15 when the file is, C31 without a file, E01, E03, E10 to E13.
    """
    if not words.lines and (words.output is None or words.format is None):
        raise Problem("C31", "What to write, and where?", "As in: hrtrainer export --format pdf -o summary.pdf")
    if words.output is not None and words.output.exists() and not words.force and not words.lines:
        raise Problem("C15", f"'{words.output.name}' is already there.", "Choose another name, or add --force.")
    choices = choices_of(ground, words)
    house = read_form(words.form) if words.form is not None else USUAL_FORM
    found = chosen_sessions(ground, words.sessions or ["last"])
    told = [summarise(session, reference, today(), words.lens or "") for session, reference in found]
    if words.lines:
        _print_lines(told)
        return 0
    check_struck(told, choices)
    atomic_write(words.output, made(packed(told, choices), words.format, ground.paths.fonts, words.paper, house))
    print(f"Saved {words.output.name}.", file=sys.stderr)
    return 0


def _print_lines(told: list[Summary]) -> None:
    for one in told:
        for line in lines_of(one):
            who = f"{line.who}: " if line.who else ""
            print(f"{line.id}  {who}{' '.join(line.text.split())}")
