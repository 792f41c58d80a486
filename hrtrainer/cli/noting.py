"""Keeping that something was handed over, with the conversations that were in it, as the window does."""

import sys
from collections.abc import Iterable

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import history_to_write
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.lock import HELD
from hrtrainer.history.sealing import Seal
from hrtrainer.problem import Problem
from hrtrainer.session.event import GROUP
from hrtrainer.session.packing import Choices
from hrtrainer.session.play import Session
from hrtrainer.sitting import sit_down_again

_IN_THE_WINDOW = "What you save or send from the window is noted there."


def keep_note(
    ground: Ground, seal: Seal | None, sessions: Iterable[Session], form: str, file: str, choices: Choices
) -> None:
    """Keep with sessions that they were handed over: in which format, as which file, and what of them.

    That is done already, so what keeps the note from being kept is said and not raised. A room keeps none.
    """
    keys = [one.started.session for one in sessions if one.started.tempo != GROUP]
    if not keys:
        return
    history = history_to_write(ground, seal)
    trouble = history.trouble
    try:
        if trouble is None:
            _note(ground, history, keys, form, file, choices)
    except Problem as problem:
        trouble = problem
    finally:
        history.close()
    trouble = trouble or history.trouble
    if trouble is not None:
        print(f"hrtrainer: The note that you handed it over could not be kept: {trouble.message}", file=sys.stderr)
        print(f"  hint: {_IN_THE_WINDOW if trouble.code == HELD else trouble.hint}", file=sys.stderr)


def _note(ground: Ground, history: LastingHistory, keys: Iterable[str], form: str, file: str, choices: Choices) -> None:
    for key in keys:
        row = history.session(key)
        if row is not None:  # or it was deleted in the meantime
            sit_down_again(history, row, ground.reference).share(form, file, choices)
