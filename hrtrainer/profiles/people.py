"""Who has a folder on this computer. The first person's is the data folder itself, the others' lie in it, in `people`.

A person is known by the code name in their own settings. Folders have names drawn by lot, so that no name is on the
disk twice, and none has to be a name that a file system takes.
"""

import json
import secrets
from typing import NamedTuple

from hrtrainer.history.atomic import atomic_write
from hrtrainer.paths import Paths
from hrtrainer.problem import Problem
from hrtrainer.settings import read_settings, write_settings

_INSIDE = "people"
NAMELESS = "Without a name"


class Person(NamedTuple):
    """Somebody with a folder here. `locked` when there is a passphrase on it."""

    name: str
    places: Paths
    locked: bool

    @property
    def shown(self) -> str:
        """The name, or that there is none."""
        return self.name or NAMELESS


def people(root: Paths) -> tuple[Person, ...]:
    """Everybody with a folder here, the first first. Raises Problem C25 when the list cannot be read."""
    return tuple(_person(places) for places in (root, *(_places(root, name) for name in _folders(root))))


def person_named(root: Paths, name: str) -> Person:
    """The one person of a code name. Raises Problem C26 when there is no such person, or more than one; C25."""
    found = [one for one in people(root) if one.name.casefold() == name.strip().casefold()]
    if len(found) == 1:
        return found[0]
    known = ", ".join(one.name for one in people(root) if one.name) or "nobody with a code name"
    why = f"There is no profile '{name}' here." if not found else f"'{name}' is the code name of more than one profile."
    raise Problem("C26", why, f"known are: {known}")


def add_person(root: Paths, name: str) -> Person:
    """Make a folder for somebody new, who finds the computer set as the first person has it.

    Raises Problem C27 for a name that cannot be used, C25, E01.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > 60:
        raise Problem("C27", "A code name has between 1 and 60 characters.", "It need not be a real name.")
    if any(one.name.casefold() == clean.casefold() for one in people(root)):
        raise Problem("C27", f"There is a profile called '{clean}' already.", "Choose another code name.")
    folder = secrets.token_hex(4)
    places = _places(root, folder)
    first, _ = read_settings(root.settings)
    theirs = first._replace(code_name=clean, left_out=(), window=(), save_folder="")
    write_settings(places.settings, theirs)
    _write(root, [*_folders(root), folder])
    return _person(places)


def forget_person(root: Paths, places: Paths) -> None:
    """Take somebody off the list, once their folder is empty. The first person stays. Raises Problem C25, E01."""
    left = [name for name in _folders(root) if _places(root, name).home != places.home]
    if left:
        _write(root, left)
    else:
        root.people.unlink(missing_ok=True)


def _person(places: Paths) -> Person:
    settings, _ = read_settings(places.settings)
    return Person(settings.code_name, places, places.keys.exists())


def _places(root: Paths, folder: str) -> Paths:
    return root._replace(home=root.home / _INSIDE / folder)


def _folders(root: Paths) -> list[str]:
    try:
        data = json.loads(root.people.read_text(encoding="utf-8"))
        found = data["folders"]
        if not all(isinstance(name, str) and _is_folder(name) for name in found):
            raise ValueError
        return list(dict.fromkeys(found))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = f"{root.people.name} cannot be read, so it is not known who has a folder here."
        raise Problem("C25", why, f"The folders are in '{_INSIDE}'. Put back a copy of {root.people.name}.") from error


def _is_folder(name: str) -> bool:
    """A name that we drew: it leads nowhere else."""
    return len(name) == 8 and set(name) <= set("0123456789abcdef")


def _write(root: Paths, folders: list[str]) -> None:
    root.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_write(root.people, (json.dumps({"format": 1, "folders": folders}, indent=2) + "\n").encode())
