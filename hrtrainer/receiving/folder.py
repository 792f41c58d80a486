"""Looking through a folder of files that many people put there: nothing in it can lead elsewhere, or hold us up."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hrtrainer.export.clean import clean
from hrtrainer.problem import Problem
from hrtrainer.receiving.opening import read_file
from hrtrainer.receiving.plainly import OddFile
from hrtrainer.receiving.sessions import MOST_BYTES, ReceivedSession, sessions_in

MOST_FILES, MOST_DEPTH = 50_000, 8


@dataclass(frozen=True, slots=True)
class Collected:
    """What was found: (file, session), each session once; and (file, why) of what was left out. `files` were read."""

    files: int
    sessions: tuple[tuple[str, ReceivedSession], ...]
    skipped: tuple[tuple[str, str], ...]


def collect(paths: list[Path]) -> Collected:
    """Read the session files of folders, and files by themselves. Raises Problem F30 for what is not there."""
    sessions: dict[str, tuple[str, ReceivedSession]] = {}
    skipped: list[tuple[str, str]] = []
    files = 0
    for name, path in _found(paths, skipped):
        try:
            held = sessions_in(read_file(path, MOST_BYTES))
        except OddFile as odd:
            skipped.append((name, str(odd)))
            continue
        files += 1
        again = [one.session for one in held if one.session in sessions]
        sessions |= {one.session: (name, one) for one in held if one.session not in sessions}
        if again:
            skipped.append((name, f"holds what {sessions[again[0]][0]} holds too"))
    return Collected(files, tuple(sessions.values()), tuple(skipped))


def _found(paths: list[Path], skipped: list[tuple[str, str]]) -> Iterator[tuple[str, Path]]:
    count = 0
    for path in paths:
        if not path.exists():
            raise Problem("F30", f"'{path.name}' is not there.", "Name a folder with session files, or files.")
        inside = _within(path, "", skipped, MOST_DEPTH) if path.is_dir() else [(_shown(path.name), path)]
        for name, file in inside:
            count += 1
            if count > MOST_FILES:
                skipped.append((name, f"and whatever comes after: {MOST_FILES} files were read"))
                return
            yield name, file


def _within(folder: Path, before: str, skipped: list[tuple[str, str]], depth: int) -> Iterator[tuple[str, Path]]:
    """The JSON files in a folder and the folders in it, by name. Links lead elsewhere, so none is followed."""
    entries: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda one: one.name)
    except OSError:
        skipped.append((before.rstrip("/") or _shown(folder.name), "cannot be looked into"))
    for entry in entries:
        name = f"{before}{_shown(entry.name)}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            skipped.append((name, "is a link, which is not followed"))
        elif _is_folder(entry):
            if depth:
                yield from _within(Path(entry.path), f"{name}/", skipped, depth - 1)
            else:
                skipped.append((name, "lies too deep"))
        elif entry.name.lower().endswith(".json"):
            yield name, Path(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    with suppress(OSError):
        return entry.is_dir(follow_symlinks=False)
    return False


def _shown(name: str) -> str:
    return clean(name.encode("utf-8", "replace").decode())
