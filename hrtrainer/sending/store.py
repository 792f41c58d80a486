"""The record store of an organisation, as a person set it: where it is, who they are there, and whether it is used."""

import ipaddress
import json
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from hrtrainer.export.xapi import VERSIONS
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem

NOWHERE = "https://hrtrainer.invalid"
"""What things are named under in a file where no record store is set: an address that is never anybody's."""

_HINT = "It begins with https:// and is what your organisation calls the xAPI endpoint."


class RecordStore(NamedTuple):
    """All that is set but the password. `home` is an address of the organisation; empty, that of the endpoint."""

    on: bool = False
    paused: bool = False
    endpoint: str = ""
    home: str = ""
    user: str = ""
    version: str = VERSIONS[0]

    @property
    def organisation(self) -> str:
        """What things are named under. Raises Problem N01."""
        return self.home.rstrip("/") or origin(checked(self.endpoint))

    @property
    def organisation_or_nobody(self) -> str:
        """The same, and where nothing is set the address that is nobody's. Raises Problem N01."""
        return self.organisation if self.home or self.endpoint else NOWHERE


def read_store(path: Path) -> RecordStore:
    """The record store that is set in a file; none where there is no file. Raises Problem N01 for a damaged one."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        usual = RecordStore()
        good = {key: kept[key] for key in usual._fields if type(kept[key]) is type(getattr(usual, key))}
        found = RecordStore(**good)
        if len(good) != len(usual) or found.version not in VERSIONS:
            raise ValueError
    except FileNotFoundError:
        return RecordStore()
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "Nothing is sent. Set the record store anew."
        raise Problem("N01", f"{path.name}, which says which record store is used, cannot be read.", hint) from error
    return found


def write_store(path: Path, store: RecordStore) -> None:
    """Use this record store from now on. Raises Problem E01, N01 for an address that a password must not go to."""
    if store.on:
        checked(store.endpoint)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_write(path, (json.dumps(store._asdict(), indent=2) + "\n").encode(), private=True)


def checked(endpoint: str) -> str:
    """The address without a slash at its end. Raises Problem N01 for one that a password must not go to."""
    parts = _split(endpoint.strip())
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise Problem("N01", "The record store has no address that can be used.", _HINT)
    if parts.username or parts.query or parts.fragment:
        raise Problem("N01", "The address of a record store holds no user, and nothing after ? or #.", _HINT)
    if parts.scheme == "http" and not _is_here(parts.hostname):
        raise Problem("N01", "Without https everybody on the way could read the password and what is sent.", _HINT)
    return endpoint.strip().rstrip("/")


def origin(address: str) -> str:
    """The beginning of an address, up to its path."""
    parts = _split(address)
    return f"{parts.scheme}://{parts.netloc}"


def checked_home(home: str) -> str:
    """The organisation's address as it is kept. Raises Problem N01."""
    parts = _split(home.strip())
    if home.strip() and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise Problem("N01", "The organisation's address has to be that of a web site.", "As in: https://example.org")
    return home.strip().rstrip("/")


def _split(address: str) -> SplitResult:
    """Raises Problem N01 for what is no address."""
    try:
        parts = urlsplit(address)
        _ = parts.port, address.encode("ascii")
    except ValueError as error:
        raise Problem("N01", "The record store has no address that can be used.", _HINT) from error
    if any(sign <= " " or sign in '<>"{}|\\^`' for sign in address):
        raise Problem("N01", "There are signs in this address that no address has.", _HINT)
    return parts


def _is_here(host: str) -> bool:
    """Whether it is this very computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
