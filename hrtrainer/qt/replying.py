"""A supervisor's reply in the window: opened from a file, kept, shown in Growth and suggested from."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from hrtrainer.history.agreed import agreed_beside, read_agreed, write_agreed
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.qt.asking_where import ask_for_file, ask_where
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window
from hrtrainer.receiving.calendar import calendar_bytes
from hrtrainer.receiving.opening import read_file
from hrtrainer.receiving.plainly import OddFile
from hrtrainer.receiving.reply import MOST_BYTES, MOST_BYTES_OF_ANY, PACKS, REPLIES, kind_of, read_reply
from hrtrainer.session.agreed import Agreed, AgreedThen
from hrtrainer.sitting import now


class Replying(QObject):
    """Keeps what was agreed."""

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        self._path = agreed_beside(ground.paths.history)
        self._told = False

    def current(self) -> AgreedThen | None:
        """What was agreed last, unless it is put aside. None too when it cannot be read, which is told once."""
        try:
            found = read_agreed(self._path, self._ground.history.seal)
        except Problem as problem:
            if not self._told:
                self._told = True
                self._window.tell_problem(problem)
            return None
        return found[-1] if found and not found[-1].aside else None

    def take(self, path: Path) -> bool:
        """Open a file that was dropped, if it is a reply, or say what a pack is for; whether it was one of these."""
        try:
            kind = kind_of(read_file(path, MOST_BYTES_OF_ANY)) if path.suffix.lower() == ".json" else ""
        except OddFile:
            return False
        if kind.startswith(REPLIES):
            self.open(str(path))
        elif kind.startswith(PACKS):
            hint = "In Settings, for supervisors, the packs of several people become one page."
            self._window.tell_problem(Problem("F35", f"'{path.name}' is a pack that somebody handed over.", hint))
        return kind.startswith((REPLIES, *PACKS))

    def ask(self) -> None:
        """Ask for the file of a reply."""
        ask_for_file(self._window, "Open a reply", ("Replies", ".json"), self._open)

    def open(self, file: str) -> None:
        """Open the reply in a file, and show it in Growth."""
        self._window.attempt(lambda: self._open(Path(file)))

    def _open(self, path: Path) -> None:
        try:
            agreed = read_reply(read_file(path, MOST_BYTES))
        except OddFile as odd:
            hint = "Ask your supervisor for the file once more."
            raise Problem("F31", f"'{path.name}' {odd}, so it was not opened.", hint) from odd
        self._keep(agreed)
        self._window.go("growth" if self._window.settings.show_growth else "library")
        self._window.tell("Kept: what you agreed in supervision. What fits it is suggested next.")

    def _keep(self, agreed: Agreed) -> None:
        seal = self._ground.history.seal
        found = read_agreed(self._path, seal)
        if not found or found[-1].agreed != agreed or found[-1].aside:
            write_agreed(self._path, seal, (*found, AgreedThen(agreed, now())))

    def put_aside(self) -> None:
        """Show it no longer. It is not deleted: the reply can be opened again."""
        self._window.attempt(self._put_aside)
        self._window.refill()

    def _put_aside(self) -> None:
        seal = self._ground.history.seal
        found = read_agreed(self._path, seal)
        if found:
            write_agreed(self._path, seal, (*found[:-1], replace(found[-1], aside=True)))

    def ask_for_date(self) -> None:
        """Ask where to save the next meeting."""
        ask_where(self._window, "Save the date", "Supervision", (("Calendar", ".ics"),), self.save_date)

    def save_date(self, path: Path) -> None:
        """Save the next meeting as a calendar file. Raises Problem E01."""
        then = self.current()
        if then is not None:
            atomic_write(path, calendar_bytes(then.agreed, now()))
            self._window.tell(f"Saved {path.name}. It says when, and nothing of what.")
