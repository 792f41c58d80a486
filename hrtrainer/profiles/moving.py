"""Keeping everything in another folder: copied and compared first, named only then, and the old one left as it was."""

import filecmp
import os
import shutil
from pathlib import Path

from hrtrainer.history.atomic import atomic_write
from hrtrainer.paths import Paths, default_home, elsewhere, paths
from hrtrainer.problem import Problem

_LEFT_HERE = shutil.ignore_patterns(".*", "elsewhere.txt")
"""What belongs to a window that is open, or to the old place."""


def fit_to_move(root: Paths, target: Path) -> None:
    """Raises Problem C29 for a folder that is taken, or is the old one, or lies in it."""
    here, there = root.home.resolve(), target.resolve()
    if there == here or here in there.parents:
        raise Problem("C29", "That is the folder where everything lies now.", "Choose one outside of it.")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Problem("C29", f"'{target.name}' is not an empty folder.", "Choose an empty one, or make a new one.")


def move(root: Paths, target: Path) -> None:
    """Copy everything to `target`, compare it, and use that folder from now on. Raises Problem C29, C30, E01.

    The history has to be closed. The old folder stays as it was.
    """
    fit_to_move(root, target)
    try:
        shutil.copytree(root.home, target, ignore=_LEFT_HERE, dirs_exist_ok=True)
        same = _same(root.home, target)
    except (OSError, shutil.Error) as error:
        raise _not_moved() from error
    if not same:
        raise _not_moved()
    pointer = elsewhere(default_home())
    pointer.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    atomic_write(pointer, f"{from_home(target)}\n".encode("utf-8", "surrogateescape"))


def left_behind(root: Paths, places: Paths) -> Paths | None:
    """The folder that a person's was copied from when everything moved, or None when nothing did."""
    old = default_home()
    if old == root.home or paths().home != root.home:
        return None
    return places._replace(home=old / places.home.relative_to(root.home))


def from_home(folder: Path) -> str:
    """A folder as it is kept: from the person's own folder on, whose name is often theirs."""
    home = Path(os.path.expanduser("~"))
    inside = folder.absolute()
    return f"~{os.sep}{inside.relative_to(home)}" if home in inside.parents else str(inside)


def _same(here: Path, there: Path) -> bool:
    """Whether every file that was to be copied is there, byte for byte."""
    for folder, folders, files in os.walk(here):
        left = _LEFT_HERE(folder, [*folders, *files])
        folders[:] = [name for name in folders if name not in left]
        beside = there / Path(folder).relative_to(here)
        wanted = [name for name in files if name not in left]
        if not all(filecmp.cmp(Path(folder) / name, beside / name, shallow=False) for name in wanted):
            return False
    return True


def _not_moved() -> Problem:
    why = "Not everything could be copied to that folder, so it is not used."
    return Problem("C30", why, "Everything is where it was. What was copied can be deleted.")
