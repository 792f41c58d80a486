"""A data folder with a passphrase: setting one, opening, changing, losing and taking it off.

Order matters where two files change. The keys are written before anything is sealed, with `sealed` still false; only
when the whole history is sealed does it become true. Cut off between, the next opening finishes the work.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hrtrainer.history.agreed import agreed_beside, reseal_agreed
from hrtrainer.history.atomic import atomic_write
from hrtrainer.history.resealing import is_sealed, reseal
from hrtrainer.history.sealing import Unsealed
from hrtrainer.history.store import History
from hrtrainer.problem import Problem
from hrtrainer.profiles.keys import MARK, Sealer, Wrapped, fit_to_use, new_code, new_key, plain_code, unwrap, wrap

_PASSPHRASE, _RECOVERY = "passphrase", "recovery"


class Locks(NamedTuple):
    """The file of wrapped keys. `sealed` is whether everything in the history is."""

    passphrase: Wrapped
    recovery: Wrapped
    sealed: bool


def read_locks(path: Path) -> Locks:
    """The wrapped keys of a folder. Raises Problem C22 when the file cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Locks(Wrapped(**data[_PASSPHRASE]), Wrapped(**data[_RECOVERY]), bool(data["sealed"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = f"{path.name} cannot be read, and without it what is sealed cannot be opened."
        raise Problem("C22", why, "Put back a copy of it. Nothing was changed.") from error


def write_locks(path: Path, locks: Locks) -> None:
    """Keep the wrapped keys, all or nothing. Raises Problem E01."""
    data = {
        "format": 1,
        **{name: part._asdict() if isinstance(part, Wrapped) else part for name, part in locks._asdict().items()},
    }
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_write(path, (json.dumps(data, indent=2) + "\n").encode())


def open_with_passphrase(path: Path, passphrase: str) -> bytes:
    """The data key. Raises Problem C23 for another passphrase, C22 when the file of keys is not as it was written."""
    return _opened(path, read_locks(path).passphrase, passphrase, _PASSPHRASE)


def open_with_code(path: Path, code: str) -> bytes:
    """The data key, by the recovery code. Raises Problem C24 for another code, C22."""
    return _opened(path, read_locks(path).recovery, plain_code(code), _RECOVERY)


def _opened(path: Path, wrapped: Wrapped, known: str, purpose: str) -> bytes:
    try:
        key = unwrap(wrapped, known, purpose)
    except (ValueError, TypeError) as error:
        why = f"{path.name} is not as it was written, and without it what is sealed cannot be opened."
        raise Problem("C22", why, "Put back a copy of it. Nothing was changed.") from error
    if key is not None:
        return key
    if purpose == _PASSPHRASE:
        raise Problem("C23", "That is not the passphrase.", "Try again as often as you like; nothing locks you out.")
    raise Problem(
        "C24", "That is not the recovery code.", "It has eight groups of four; hyphens and small letters are fine."
    )


def make_ready(path: Path, key: bytes, history: Path, forget_copies: Callable[[], None]) -> None:
    """Seal what is not: setting the passphrase was cut off, or an older copy of the history was put back.

    Raises Problem C22, E01, H01, H02, H04.
    """
    if not history.exists():
        return
    kept = History(history, Sealer(key))
    try:
        if not read_locks(path).sealed or not is_sealed(kept, MARK):
            write_locks(path, read_locks(path)._replace(sealed=False))
            finish(path, key, kept, forget_copies)
    finally:
        kept.close()


def seal_again(key: bytes, history: History) -> None:
    """Seal what came into the history since: a backup from before the passphrase, a copy from elsewhere. Raises H04."""
    if not is_sealed(history, MARK):
        reseal(history, Sealer(key, strict=False), Sealer(key))


def set_passphrase(
    path: Path, passphrase: str, history: History, forget_copies: Callable[[], None]
) -> tuple[bytes, str]:
    """Seal everything in a history under a new passphrase; gives the key, and the recovery code, which is kept nowhere.

    `history` is open without a seal and has one afterwards. `forget_copies` takes away the copies from before, which
    are not sealed. Raises Problem C20, E01, H04; then what was not sealed is sealed at the next opening.
    """
    fit_to_use(passphrase)
    key, code = new_key(), new_code()
    locks = Locks(wrap(key, passphrase, _PASSPHRASE), wrap(key, plain_code(code), _RECOVERY), False)
    write_locks(path, locks)
    history.seal = Sealer(key)
    finish(path, key, history, forget_copies)
    return key, code


def finish(path: Path, key: bytes, history: History, forget_copies: Callable[[], None]) -> None:
    """Seal what is not sealed yet, if anything is not. `history` has its seal already. Raises Problem H04, E01."""
    locks = read_locks(path)
    if not locks.sealed:
        reseal(history, Sealer(key, strict=False), Sealer(key))
        reseal_agreed(agreed_beside(path), Sealer(key, strict=False), Sealer(key))
        forget_copies()
        write_locks(path, locks._replace(sealed=True))


def change_passphrase(path: Path, key: bytes, passphrase: str) -> None:
    """Wrap the key by another passphrase; what is sealed stays as it is. Raises Problem C20, C22, E01."""
    fit_to_use(passphrase)
    write_locks(path, read_locks(path)._replace(passphrase=wrap(key, passphrase, _PASSPHRASE)))


def change_code(path: Path, key: bytes) -> str:
    """A new recovery code; the old one opens nothing any more. Raises Problem C22, E01."""
    code = new_code()
    write_locks(path, read_locks(path)._replace(recovery=wrap(key, plain_code(code), _RECOVERY)))
    return code


def take_off(path: Path, key: bytes, history: History, forget_copies: Callable[[], None]) -> None:
    """Open everything in the history and forget the keys. Raises Problem H04, E01.

    `forget_copies` takes away the copies, which nothing opens any more.
    """
    write_locks(path, read_locks(path)._replace(sealed=False))  # cut off after this, the next opening seals again
    reseal(history, Sealer(key, strict=False), Unsealed())
    reseal_agreed(agreed_beside(path), Sealer(key, strict=False), Unsealed())
    forget_copies()
    path.unlink()
    history.seal = Unsealed()
