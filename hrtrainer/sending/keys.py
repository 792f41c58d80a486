"""What must not be read by others: the password of the record store, and the secret that pseudonyms are made with.

The password is kept by the system (Keychain, Windows' credentials, Secret Service), and where it keeps none in a file
that only its owner can read.
"""

import hmac
import json
import os
import secrets
from contextlib import suppress
from hashlib import sha256
from typing import Any

from hrtrainer.history.atomic import atomic_write
from hrtrainer.paths import Paths
from hrtrainer.problem import Problem

_SERVICE = "HR Trainer record store"
IN_FILE = "This system keeps no passwords, so it is in a file in your data folder: who can read your files can read it."


def keep_password(places: Paths, endpoint: str, user: str, password: str) -> str:
    """Keep the password for a user of an endpoint. Gives a warning where it is in a file. Raises Problem E01."""
    forget_password(places, endpoint, user)
    if _of_system("set_password", endpoint, user, password) is not None:
        return ""
    places.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {"endpoint": endpoint, "user": user, "password": password}
    atomic_write(places.password, json.dumps(kept).encode(), private=True)
    return IN_FILE


def password_of(places: Paths, endpoint: str, user: str) -> str:
    """The password that was kept for that user there. Raises Problem N04 when there is none."""
    found = _of_system("get_password", endpoint, user)
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(places.password.read_bytes())
        if (kept["endpoint"], kept["user"]) == (endpoint, user):  # or another would be told it
            found = kept["password"]
    if not isinstance(found, str):
        raise Problem(
            "N04", "There is no password for the record store here.", "Give it in Settings or by 'send --to'."
        )
    return found


def forget_password(places: Paths, endpoint: str, user: str) -> None:
    """Keep it no longer."""
    places.password.unlink(missing_ok=True)
    _of_system("delete_password", endpoint, user)


def pseudonym(places: Paths, home: str, whom: str) -> str:
    """What somebody is called in the statements of one organisation: nothing about them can be worked out of it.

    `whom` is empty for the person of this folder, and names a room else. Raises Problem E01.
    """
    return hmac.new(_secret(places), f"{home}\n{whom}".encode("utf-8", "surrogatepass"), sha256).hexdigest()[:20]


def _secret(places: Paths) -> bytes:
    """The secret of this folder, drawn when it is first wanted."""
    places.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        if not places.pseudonyms.exists():
            atomic_write(places.pseudonyms, secrets.token_hex(32).encode(), private=True)
        found = places.pseudonyms.read_bytes()
    except OSError as error:
        why = "The secret that pseudonyms are made with cannot be read."
        raise Problem("N06", why, f"It is in {places.pseudonyms.name} in your data folder.") from error
    if len(found) != 64:
        why = f"{places.pseudonyms.name} is damaged, so nobody would be known by the same pseudonym."
        raise Problem("N06", why, "Put back a copy of it, or delete it: then you are somebody new to the record store.")
    return found


def _of_system(deed: str, endpoint: str, user: str, *more: str) -> Any:
    """What the system's own keeper of passwords answers; None when there is none, or it does not do it."""
    # Here and not above: to look for a keeper of passwords takes longer than the window does to open.
    import keyring

    if os.name == "posix" and keyring.get_keyring().priority < 1:  # none, or one that keeps them readable
        return None
    try:
        done = getattr(keyring, deed)(_SERVICE, f"{user} {endpoint}", *more)
    except Exception:  # every keeper has errors of its own, and for all of them there is the file
        return None
    return True if done is None and deed != "get_password" else done
