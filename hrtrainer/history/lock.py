"""Who may write: one program at a time. The system gives a lock back by itself when its holder is killed."""

from pathlib import Path
from typing import Any

from hrtrainer.problem import Problem

HELD = "H06"
"""The code of a Problem that says that another program has the history."""


class Lock:
    """A lock on what a file stands for, from `take` to `free`; the file itself stays empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: Any = None

    def take(self) -> bool:
        """Take the lock, unless another has it. Where the system knows no locks it counts as taken."""
        if self._held is not None:
            return True
        # Here and not above: to load it takes as long as a fifth of the start, and nobody waits for it there.
        from filelock import FileLock, Timeout

        lock = FileLock(self.path, mode=0o600, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # a read-only folder, say: whoever cannot lock cannot write either
            return True
        self._held = lock
        return True

    def free(self) -> None:
        """Give the lock back. Freeing it again does nothing."""
        if self._held is not None:
            self._held.release()
            self._held = None


def lock_of(path: Path) -> Lock:
    """The lock on the history at `path`."""
    return Lock(path.with_name(f".{path.name}.lock"))


def held_elsewhere() -> Problem:
    """Problem H06: another program has the history."""
    return Problem(
        HELD,
        "HR Trainer is open on these conversations already, and only one program may write to them.",
        "Go on in its window, or close it; reading works meanwhile, and so does 'play' with --no-record.",
    )
