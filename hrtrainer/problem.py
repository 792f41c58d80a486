"""The one exception that a person is shown: something in the world did not work, and here is what to do."""


class Problem(Exception):
    """What happened, in one sentence, and what helps.

    `code` is a stable letter and number (F files, H history, E export, C settings and command line, P play, G group,
    N record store).
    `message` and `hint` are plain sentences for a person; neither holds a path outside what the person named.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(code, message, hint)
        self.code, self.message, self.hint = code, message, hint

    def __str__(self) -> str:
        return f"{self.message} ({self.code})"
