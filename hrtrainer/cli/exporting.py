"""hrtrainer export: what is chosen of kept sessions as a file."""

import sys
from argparse import Namespace

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import history_to_read
from hrtrainer.cli.playing import today
from hrtrainer.export.form import USUAL_FORM
from hrtrainer.forming.making import made
from hrtrainer.forming.reading import read_form
from hrtrainer.history.atomic import atomic_write
from hrtrainer.history.rows import SessionRow
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.packing import PARTS, Choices, lines_of, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import open_session


def export(ground: Ground, words: Namespace) -> int:
    """Write sessions as a file, or print their lines.

    Raises Problem C11, C14 for what is not there, C15 when the file is, C31 without a file, E01, E03, E10 to E13.
    """
    if not words.lines and (words.output is None or words.format is None):
        raise Problem("C31", "What to write, and where?", "As in: hrtrainer export --format pdf -o summary.pdf")
    if words.output is not None and words.output.exists() and not words.force and not words.lines:
        raise Problem("C15", f"'{words.output.name}' is already there.", "Choose another name, or add --force.")
    if words.lens is not None and words.lens not in ground.reference.yardstick.sets:
        raise Problem(
            "C11",
            f"There is no principle set '{words.lens}'.",
            f"known are: {', '.join(ground.reference.yardstick.sets)}",
        )
    choices = _choices(words)
    house = read_form(words.form) if words.form is not None else USUAL_FORM
    told = _summaries(ground, words)
    if words.lines:
        _print_lines(told)
        return 0
    _check_struck(told, choices)
    atomic_write(words.output, made(packed(told, choices), words.format, ground.paths.fonts, words.paper, house))
    print(f"Saved {words.output.name}.", file=sys.stderr)
    return 0


def _choices(words: Namespace) -> Choices:
    without = [part for part in (one.strip() for one in words.without.split(",")) if part]
    if unknown := [part for part in without if part not in PARTS]:
        raise Problem("C11", f"There is no part '{unknown[0]}'.", f"known are: {', '.join(PARTS)}")
    return Choices(frozenset(PARTS) - set(without), frozenset(words.strike), tuple(words.hide), date=words.date)


def _summaries(ground: Ground, words: Namespace) -> list[Summary]:
    if not ground.paths.history.exists():
        raise Problem("C14", "No conversation has been kept yet.", "Play one first: hrtrainer play in-a-rush")
    history = history_to_read(ground, sealed=True)
    try:
        rows = {row.key: row for row in (_row(history, wanted) for wanted in words.sessions or ["last"])}
        found = [open_session(history, row, ground.reference) for row in rows.values()]
    finally:
        history.close()
    return [summarise(session, reference, today(), words.lens or "") for session, reference in found]


def _print_lines(told: list[Summary]) -> None:
    for one in told:
        for line in lines_of(one):
            who = f"{line.who}: " if line.who else ""
            print(f"{line.id}  {who}{' '.join(line.text.split())}")


def _check_struck(told: list[Summary], choices: Choices) -> None:
    """A line that was to be struck and is not there would otherwise be handed over."""
    known = {line.id for one in told for line in lines_of(one)}
    if unknown := sorted(choices.struck - known):
        raise Problem("C11", f"There is no line '{unknown[0]}'.", "hrtrainer export --lines lists them with their ids.")


def _row(history: History, wanted: str) -> SessionRow:
    if wanted == "last":
        row = history.latest()
        if row is None:
            raise Problem("C14", "No conversation has been kept yet.", "Play one first: hrtrainer play in-a-rush")
        return row
    found = [row for row in history.sessions() if row.key.startswith(wanted)]
    if len(found) != 1:
        many = f"'{wanted}' fits {len(found)} sessions" if found else f"There is no session '{wanted}'"
        raise Problem("C14", f"{many}.", "hrtrainer sessions lists them.")
    return found[0]
