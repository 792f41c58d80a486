"""The one exception that a person is shown: something in the world did not work, and here is what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem(Exception):
    """What happened, in one sentence, and what helps.

    `code` is a stable letter and number (F files, H history, E export, C settings and command line, P play).
    `message` and `hint` are plain sentences for a person; neither holds a path outside what the person named.
    """

    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.message} ({self.code})"
