"""hrtrainer export: what is chosen of kept sessions as a file."""

import sys
from argparse import Namespace

from hrtrainer.cli.chosen import check_struck, choices_of, chosen_sessions
from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import seal_of
from hrtrainer.cli.noting import keep_note
from hrtrainer.cli.playing import today
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.forming.proving import Wanted
from hrtrainer.forming.reading import read_form
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.sending.choosing import records_for
from hrtrainer.sending.telling import named
from hrtrainer.session.packing import lines_of, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary


def export(ground: Ground, words: Namespace) -> int:
    """Write sessions as a file and keep a note of that with them, or print their lines.

    Raises Problem C11, C14 for what is not there, C15 when the file is, C31 without a file, E01, E03, E10 to E13, N01,
    N06.
    """
    if not words.lines and (words.output is None or words.format is None):
        raise Problem("C31", "What to write, and where?", "As in: hrtrainer export --format pdf -o summary.pdf")
    if words.output is not None and words.output.exists() and not words.force and not words.lines:
        raise Problem("C15", f"'{words.output.name}' is already there.", "Choose another name, or add --force.")
    choices = choices_of(ground, words)
    house = read_form(words.form) if words.form is not None else USUAL_FORM
    seal = seal_of(ground)
    found = chosen_sessions(ground, words.sessions or ["last"], seal)
    told = [summarise(session, reference, today(), words.lens or "") for session, reference in found]
    if words.lines:
        _print_lines(told)
        return 0
    check_struck(told, choices)
    records = records_for(words.format, (session for session, _ in found), choices.date, ground.paths)
    wanted = Wanted(packed(told, choices), words.format, words.paper, house, records)
    atomic_write(words.output, wanted.file(ground.paths.fonts))
    print(" ".join([f"Saved {words.output.name}.", *([named(records)] if records else [])]), file=sys.stderr)
    keep_note(ground, seal, (session for session, _ in found), words.format, words.output.name, choices)
    return 0


def _print_lines(told: list[Summary]) -> None:
    for one in told:
        for line in lines_of(one):
            who = f"{line.who}: " if line.who else ""
            print(f"{line.id}  {who}{' '.join(line.text.split())}")
