"""Which kept sessions the words of a command mean, and what of them goes out."""

from argparse import Namespace

from hrtrainer.cli.ground import Ground
from hrtrainer.cli.kept import history_to_read
from hrtrainer.history.rooms import rooms
from hrtrainer.history.rows import SessionRow
from hrtrainer.history.sealing import Seal
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.scenario.lookup import Reference
from hrtrainer.session.packing import PARTS, Choices, lines_of
from hrtrainer.session.play import Session
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import open_session

LAST_ROOM = "last-room"
"""How the room that was led last is named."""


def choices_of(ground: Ground, words: Namespace) -> Choices:
    """What goes out. Raises Problem C11 for a part or a principle set that there is not."""
    if words.lens is not None and words.lens not in ground.reference.yardstick.sets:
        raise Problem(
            "C11",
            f"There is no principle set '{words.lens}'.",
            f"known are: {', '.join(ground.reference.yardstick.sets)}",
        )
    without = [part for part in (one.strip() for one in words.without.split(",")) if part]
    if unknown := [part for part in without if part not in PARTS]:
        raise Problem("C11", f"There is no part '{unknown[0]}'.", f"known are: {', '.join(PARTS)}")
    return Choices(frozenset(PARTS) - set(without), frozenset(words.strike), tuple(words.hide), date=words.date)


def chosen_sessions(
    ground: Ground, wanted: list[str], seal: Seal | None, led: bool = False
) -> list[tuple[Session, Reference]]:
    """The sessions, each once, with the reference data of then; with `led`, rooms that were led count, too.

    `seal` is what the history opens with (hrtrainer/cli/kept.py). Raises Problem C14 for what is not there, H01, H03.
    """
    if not ground.paths.history.exists():
        raise Problem("C14", "No conversation has been kept yet.", "Play one first: hrtrainer play in-a-rush")
    history = history_to_read(ground, seal)
    try:
        rows = {row.key: row for row in (_row(history, one, led) for one in wanted)}
        return [open_session(history, row, ground.reference) for row in rows.values()]
    finally:
        history.close()


def check_struck(told: list[Summary], choices: Choices) -> None:
    """A line that was to be struck and is not there would otherwise be handed over. Raises Problem C11."""
    known = {line.id for one in told for line in lines_of(one)}
    if unknown := sorted(choices.struck - known):
        raise Problem("C11", f"There is no line '{unknown[0]}'.", "hrtrainer export --lines lists them with their ids.")


def _row(history: History, wanted: str, led: bool) -> SessionRow:
    if led and wanted == LAST_ROOM:
        found = rooms(history)[:1]
        if not found:
            raise Problem("C14", "No room has been led yet.", "Facilitate, in the window, leads one.")
        return found[0]
    if wanted == "last":
        row = history.latest()
        if row is None:
            raise Problem("C14", "No conversation has been kept yet.", "Play one first: hrtrainer play in-a-rush")
        return row
    known = (*history.sessions(), *(rooms(history) if led else ()))
    fits = [row for row in known if row.key.startswith(wanted)]
    if len(fits) != 1:
        many = f"'{wanted}' fits {len(fits)} sessions" if fits else f"There is no session '{wanted}'"
        raise Problem("C14", f"{many}.", "hrtrainer sessions lists them.")
    return fits[0]
