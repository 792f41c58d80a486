"""From folders to readings: every scenario file that is there, opened with care, and why the others were not."""

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from hrtrainer.paths import scenario_files
from hrtrainer.scenario import limits
from hrtrainer.scenario.diagnostic import Spot
from hrtrainer.scenario.known import Known
from hrtrainer.scenario.reader import Reading, read_scenario
from hrtrainer.scenario.report import Report

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
    (b"version https://git-lfs", "a stand-in for a large file that was not fetched"),
)


class Unopened(Exception):
    """A file that cannot be read as text. `code` and `values` make its diagnostic."""

    def __init__(self, code: str, spot: Spot, **values: object) -> None:
        super().__init__(code)
        self.code, self.spot, self.values = code, spot, values


def read_file(path: Path, known: Known, name: str = "") -> Reading:
    """The reading of one file. `name` is how it is called in messages (its file name by default). Raises nothing."""
    name = name or path.name
    try:
        return read_scenario(read_text(path), name, known)
    except Unopened as found:
        report = Report(name)
        report(found.code, found.spot, **found.values)
        return Reading(name, None, report.in_order())


def read_library(folders: Iterable[Path], known: Known) -> tuple[Reading, ...]:
    """The readings of all scenario files, folder by folder. A second file with a taken id is told, not hidden."""
    readings: list[Reading] = []
    taken: dict[str, str] = {}
    for folder in folders:
        for path in scenario_files(folder):
            reading = read_file(path, known)
            if reading.scenario is not None:
                other = taken.get(reading.scenario.id)
                taken.setdefault(reading.scenario.id, reading.file)
                reading = reading if other is None else _already_taken(reading, other)
            readings.append(reading)
    return tuple(readings)


def _already_taken(reading: Reading, other: str) -> Reading:
    report = Report(reading.file)
    report("S218", (1, 1), name=reading.scenario.id if reading.scenario else "", other=other)
    return Reading(reading.file, None, (*report.in_order(), *reading.diagnostics), reading.source)


def read_text(path: Path, most: int = limits.MOST_BYTES, signatures: Sequence[tuple[bytes, str]] = _SIGNATURES) -> str:
    """The text of a file that somebody else wrote. Raises Unopened. `signatures` begin files that hold something else.

    A pipe or a device is never waited for, a large file never read whole, and a file that an editor is just saving is
    read again.
    """
    for _ in range(3):
        data, quiet = _read_bytes(path, most)
        if quiet:
            break
    if len(data) > most:
        raise Unopened("S004", (1, 1), size=f"more than {most}", most=most)
    for signature, what in signatures:
        if data.startswith(signature):
            raise Unopened("S013", (1, 1), what=what)
    return _decode(data)


def _read_bytes(path: Path, most: int) -> tuple[bytes, bool]:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Unopened("S017", (1, 1), what=(error.strerror or "unknown reason").lower()) from error
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise Unopened("S017", (1, 1), what="it is not a file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            data = stream.read(most + 1)
        after = os.fstat(handle)
        return data, (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
    except OSError as error:
        raise Unopened("S017", (1, 1), what=(error.strerror or "unknown reason").lower()) from error
    finally:
        os.close(handle)


def _decode(data: bytes) -> str:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise Unopened("S001", (line, column), byte=f"0x{data[error.start]:02X}", guess=_guess(before, data)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(before: bytes, data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return " (it was saved as UTF-16)"
    return " (it was probably saved as Windows-1252)" if before.isascii() else ""
