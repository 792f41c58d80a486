"""The log file: what the program writes down of itself, in a file that starts anew when it is full."""

import logging
from pathlib import Path
from typing import Any

LOG = logging.getLogger("hrtrainer")
MOST_BYTES, OLDER_LOGS = 200_000, 2


class Logbook(logging.Handler):
    """Writes to a file, and what is older beside it, with `.1` and `.2` after the name.

    What rolls the files is loaded with the first record: it holds as much memory as a history, and on most days
    nothing is written.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._rolling: Any = None
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record down; a full disk or a folder that is gone must not end a conversation."""
        try:
            if self._rolling is None:
                self._rolling = self._open()
            self._rolling.emit(record)
        except OSError:
            self.handleError(record)

    def _open(self) -> Any:
        from logging.handlers import RotatingFileHandler

        self._path.parent.mkdir(parents=True, exist_ok=True)
        rolling = RotatingFileHandler(
            self._path, maxBytes=MOST_BYTES, backupCount=OLDER_LOGS, encoding="utf-8", delay=True
        )
        rolling.setFormatter(self.formatter)
        return rolling

    def close(self) -> None:
        """Close the file, if it was opened."""
        if self._rolling is not None:
            self._rolling.close()
        super().close()


def keep_log(path: Path) -> Logbook:
    """Write the program's records to this file from now on."""
    logging.raiseExceptions = False
    LOG.propagate = False
    logbook = Logbook(path)
    LOG.addHandler(logbook)
    return logbook


def end_log() -> None:
    """Write nothing any more: the files may go."""
    for logbook in list(LOG.handlers):
        LOG.removeHandler(logbook)
        logbook.close()
