"""hrtrainer export: the summary of a kept session as a file."""

import sys
from argparse import Namespace

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.playing import today
from hrtrainer.export.formats import render
from hrtrainer.history.atomic import atomic_write
from hrtrainer.history.rows import SessionRow
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.session.summarise import summarise
from hrtrainer.sitting import open_session


def export(ground: Ground, words: Namespace) -> int:
    """Write a session's summary. Raises Problem C14 for a session that is not there, C15 when the file is, E01, E03."""
    if words.output.exists() and not words.force:
        raise Problem("C15", f"'{words.output.name}' is already there.", "Choose another name, or add --force.")
    if words.lens is not None and words.lens not in ground.reference.yardstick.sets:
        raise Problem(
            "C11",
            f"There is no principle set '{words.lens}'.",
            f"known are: {', '.join(ground.reference.yardstick.sets)}",
        )
    if not ground.paths.history.exists():
        raise Problem("C14", "No conversation has been kept yet.", "Play one first: hrtrainer play in-a-rush")
    history = ground.history_to_read(sealed=True)
    try:
        session, reference = open_session(history, _row(history, words.session), ground.reference)
    finally:
        history.close()
    summary = summarise(session, reference, today(), words.lens or "")
    atomic_write(words.output, render(summary, words.format, ground.paths.fonts))
    print(f"Saved {words.output.name}.", file=sys.stderr)
    return 0


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
