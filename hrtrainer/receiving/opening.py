"""Opening one file that somebody else wrote: a file, and nothing that leads elsewhere or never ends."""

import os
import stat
from pathlib import Path

from hrtrainer.receiving.plainly import OddFile

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path, most: int) -> bytes:
    """What is in a file that is one, and no larger than it may be. Raises OddFile."""
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        raise OddFile("cannot be opened") from error
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OddFile("is no file")
        try:
            data = file.read(most + 1)
        except OSError as error:
            raise OddFile("cannot be read") from error
    if len(data) > most:
        raise OddFile(f"is larger than {most // 1_000:,} kB")
    return data
