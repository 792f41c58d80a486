"""The catalogue: the library as it was last made, so that the window opens before a scenario or the history is read.

It is a convenience that can be thrown away: what is kept counts only while the files it was made from have the size
and time they had then.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hrtrainer import __version__
from hrtrainer.pages.library import BrokenCard, GoOnCard, LibraryCard, NextCard, Played
from hrtrainer.paths import scenario_files
from hrtrainer.problem import Problem

Card = LibraryCard | BrokenCard
Files = tuple[tuple[str, int, int], ...]


class Stamp(NamedTuple):
    """Which files were read, and through which principle set the cards were made."""

    version: str = ""
    lens: str = ""
    files: Files = ()


class Standing(NamedTuple):
    """What the history says to the library: how each scenario was played, what waits, and what could come next."""

    played: Mapping[str, Played]
    go_on: GoOnCard | None
    next: NextCard | None = None


class Catalogue(NamedTuple):
    """The cards with their stamp, and what the history said when its files were `history` (None: it was not asked)."""

    stamp: Stamp
    cards: tuple[Card, ...]
    history: Files | None
    standing: Standing


EMPTY = Catalogue(Stamp(), (), None, Standing({}, None))


def stamp(folders: Iterable[Path], lens: str) -> Stamp:
    """The stamp of the folders as they are now. Raises nothing: what cannot be looked at is left out."""
    found: Files = ()
    for number, folder in enumerate(folders):
        found += _files(scenario_files(folder), f"{number}/")
    return Stamp(__version__, lens, found)


def history_files(path: Path) -> Files:
    """The files of the history as they are now: what was written last stands in a companion file of its own."""
    return tuple(one for one in _files((path, path.with_name(f"{path.name}-wal"))) if one[1])


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue that was kept; an empty one when there is none that can be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        played = {name: Played(*values) for name, values in data["played"].items()}
        go_on = GoOnCard(*data["go_on"]) if data["go_on"] else None
        following = NextCard(*data["next"]) if data["next"] else None
        version, lens, files = data["stamp"]
        cards = tuple(LibraryCard(*card) for card in _tuples(data["cards"]))
        broken = tuple(BrokenCard(*card) for card in _tuples(data["broken"]))
        history = None if data["history"] is None else _tuples(data["history"])
        return Catalogue(
            Stamp(version, lens, _tuples(files)), (*cards, *broken), history, Standing(played, go_on, following)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return EMPTY


def write_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Keep the catalogue. A folder that cannot be written to only costs time at the next start."""
    from hrtrainer.history.atomic import atomic_write

    data = {
        "stamp": catalogue.stamp,
        "cards": [card for card in catalogue.cards if isinstance(card, LibraryCard)],
        "broken": [card for card in catalogue.cards if isinstance(card, BrokenCard)],
        "history": catalogue.history,
        "played": catalogue.standing.played,
        "go_on": catalogue.standing.go_on,
        "next": catalogue.standing.next,
    }
    try:
        atomic_write(path, json.dumps(data).encode())
    except Problem:
        return


def _files(paths: Iterable[Path], before: str = "") -> Files:
    """Name, size and time of each file that is there; not its folder, whose name may be that of a person."""
    found = []
    for path in paths:
        try:
            facts = path.stat()
        except OSError:
            continue
        found.append((f"{before}{path.name}", facts.st_size, facts.st_mtime_ns))
    return tuple(found)


def _tuples(value: Any) -> Any:
    """What JSON gives as lists, as it was."""
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value
