"""The catalogue: the library's cards as they were last made, so that the window opens before any scenario is read.

It is a convenience that can be thrown away: a card counts only while its file has the size and time it was made from.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hrtrainer import __version__
from hrtrainer.history.atomic import atomic_write
from hrtrainer.pages.library import BrokenCard, LibraryCard
from hrtrainer.problem import Problem

Card = LibraryCard | BrokenCard
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which files were read, and through which principle set the cards were made."""

    version: str
    lens: str
    files: tuple[tuple[str, int, int], ...]


def stamp(folders: Iterable[Path], lens: str) -> Stamp:
    """The stamp of the folders as they are now. Raises nothing: what cannot be looked at is left out."""
    files = []
    for folder in folders:
        try:
            for path in sorted(folder.iterdir()):
                if path.suffix in SUFFIXES:
                    found = path.stat()
                    files.append((str(path), found.st_size, found.st_mtime_ns))
        except OSError:
            continue
    return Stamp(__version__, lens, tuple(files))


def read_cards(path: Path, wanted: Stamp) -> tuple[Card, ...] | None:
    """The cards kept for exactly this stamp, or None."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["stamp"] != json.loads(json.dumps(asdict(wanted))):
            return None
        return tuple(_card(item) for item in data["cards"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_cards(path: Path, made_for: Stamp, cards: Sequence[Card]) -> None:
    """Keep cards. A folder that cannot be written to only costs time at the next start."""
    data = {"stamp": asdict(made_for), "cards": [asdict(card) for card in cards]}
    try:
        atomic_write(path, json.dumps(data).encode())
    except Problem:
        return


def _card(item: dict[str, Any]) -> Card:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in item.items()}
    return LibraryCard(**values) if "haystack" in values else BrokenCard(**values)
