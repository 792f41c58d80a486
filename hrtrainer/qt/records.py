"""The records: the history of this window, opened when it is first wanted."""

from collections.abc import Callable
from typing import Any

from hrtrainer.paths import Paths
from hrtrainer.problem import Problem

GOES_ON = "Conversations go on in memory, and are kept as soon as they can be."


class Records:
    """Opens the history once. What is the matter with its file is told, and keeps nobody from practising."""

    def __init__(self, paths: Paths, tell_problem: Callable[[Problem], None], key: bytes = b"") -> None:
        """`key` opens what is sealed in a folder with a passphrase."""
        self._paths, self._tell_problem, self._key = paths, tell_problem, key
        self._history: Any = None
        self._closed = False

    @property
    def are_open(self) -> bool:
        """Whether the history was wanted already, and is not closed again."""
        return self._history is not None and not self._closed

    @property
    def on_disk(self) -> bool:
        """Whether what the history says stands in its file."""
        return self._history is not None and self._history.trouble is None

    @property
    def history(self) -> Any:
        """The history, which is a `history.lasting.LastingHistory`."""
        if self._history is None:
            self._history = self._opened()
        return self._history

    def close(self) -> None:
        """Let go of the file."""
        if self._history is not None:
            self._history.close()
            self._closed = True

    def _seal(self) -> Any:
        if not self._key:
            return None
        from hrtrainer.profiles.keys import Sealer

        return Sealer(self._key)

    def _opened(self) -> Any:
        # Here and not above: to load it takes longer than the library's own widgets do.
        from hrtrainer.history.lasting import LastingHistory

        history = LastingHistory(self._paths.history, self._seal())
        if history.mended is not None:
            self._tell_problem(Problem("H10", history.mended.told(), "Settings shows your backups."))
        if history.trouble is not None:
            self._tell_problem(going_on(history.trouble))
        return history


def going_on(trouble: Problem) -> Problem:
    """What keeps the history from its file, and that nobody has to wait for it."""
    return Problem(trouble.code, f"{trouble.message} {GOES_ON}", trouble.hint)
