"""The records: the history of this window, opened when it is first wanted."""

from collections.abc import Callable
from typing import Any

from hrtrainer.paths import Paths
from hrtrainer.problem import Problem


class Records:
    """Opens the history once. Should its file not be usable, says so, and keeps conversations in memory."""

    def __init__(self, paths: Paths, tell_problem: Callable[[Problem], None], key: bytes = b"") -> None:
        """`key` opens what is sealed in a folder with a passphrase."""
        self._paths, self._tell_problem, self._key = paths, tell_problem, key
        self._history: Any = None
        self.on_disk = False

    @property
    def are_open(self) -> bool:
        """Whether the history was wanted already."""
        return self._history is not None

    @property
    def history(self) -> Any:
        """The history, which is a `history.store.History`."""
        if self._history is None:
            self._history = self._opened()
        return self._history

    def close(self) -> None:
        """Let go of the file."""
        if self._history is not None:
            self._history.close()

    def _seal(self) -> Any:
        if not self._key:
            return None
        from hrtrainer.profiles.locked import seal_by

        return seal_by(self._paths.keys, self._key)

    def _opened(self) -> Any:
        # Here and not above: to load it takes longer than the library's own widgets do.
        from hrtrainer.history.store import History

        try:
            self._paths.home.mkdir(parents=True, exist_ok=True)
            history = History(self._paths.history, self._seal())
            self.on_disk = True
            return history
        except Problem as problem:
            what = f"{problem.message} Until you close the window, conversations are kept in memory only."
            self._tell_problem(Problem(problem.code, what, problem.hint))
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            what = f"Your folder cannot be written to: {why}. Conversations are kept in memory only."
            self._tell_problem(Problem("H01", what, "Choose another with --home."))
        return History.in_memory()
