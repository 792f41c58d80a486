"""Opening what was kept: with the passphrase where there is one, and beside a newer program."""

import getpass
import os
import sys

from hrtrainer.cli.ground import Ground
from hrtrainer.history.lasting import LastingHistory
from hrtrainer.history.opening import is_newer
from hrtrainer.history.sealing import Seal
from hrtrainer.history.store import History
from hrtrainer.problem import Problem


def seal_of(ground: Ground) -> Seal | None:
    """What the history opens with: nothing, or the seal of a folder with a passphrase, which is asked for now.

    Raises Problem C23 for another passphrase, C22, C28 when there is nobody to ask.
    """
    if not ground.paths.keys.exists():
        return None
    # Here and not above: it loads what a folder without a passphrase has no use for.
    from hrtrainer.profiles.keys import Sealer
    from hrtrainer.profiles.locked import open_with_passphrase

    return Sealer(open_with_passphrase(ground.paths.keys, _passphrase(ground.passphrase_from)))


def history_to_read(ground: Ground, seal: Seal | None = None) -> History:
    """The history only to be read; what a newer program wrote is told. Raises Problem H01."""
    history = History.to_read(ground.paths.history, seal)
    if is_newer(history.connection):
        told = "This history was written by a newer HR Trainer. It is only read, and may hold more than is shown."
        print(f"hrtrainer: {told}", file=sys.stderr)
    return history


def history_to_write(ground: Ground, seal: Seal | None) -> LastingHistory:
    """The history to be written to; what became of a damaged one is told. Why it cannot be is its `trouble`."""
    history = LastingHistory(ground.paths.history, seal)
    if history.mended is not None:
        print(history.mended.told(), file=sys.stderr)
    return history


def _passphrase(descriptor: int | None) -> str:
    if descriptor is not None:
        return _read(descriptor)
    if not sys.stdin.isatty():
        hint = "Start it in a terminal, or give a file descriptor with --passphrase-fd."
        raise Problem("C28", "There is a passphrase on this profile, and no terminal to ask for it.", hint)
    return getpass.getpass("Passphrase: ")


def _read(descriptor: int) -> str:
    """The first line that a file descriptor gives."""
    try:
        with os.fdopen(descriptor, encoding="utf-8", closefd=False) as file:
            return file.readline().rstrip("\r\n")
    except (OSError, ValueError) as error:
        why = f"The passphrase cannot be read from the file descriptor {descriptor}."
        raise Problem("C28", why, "It has to be open for reading: hrtrainer --passphrase-fd 3 ... 3< FILE") from error
