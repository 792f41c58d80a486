"""What a supervisor does in the window: a reply is written, and the packs of several people become one page."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from hrtrainer import words
from hrtrainer.history.atomic import atomic_write
from hrtrainer.problem import Problem
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.widgets.supervisor_card import SupervisorCard
from hrtrainer.qt.window import Window
from hrtrainer.receiving.folder import Collected, collect
from hrtrainer.receiving.overview import page
from hrtrainer.receiving.reply import reply_bytes
from hrtrainer.receiving.team import team, team_page
from hrtrainer.session.agreed import Agreed


class Supervising(QObject):
    """Does what the supervisor's card wants."""

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.closing.connect(self._finish)

    def write_reply(self, agreed: Agreed, card: SupervisorCard) -> None:
        """Ask where, and save a reply there."""
        self._window.attempt(lambda: self._ask_where(agreed, reply_bytes(agreed), card))

    def _ask_where(self, agreed: Agreed, data: bytes, card: SupervisorCard) -> None:
        dialog = self._saving("Save the reply", "Reply", ".json", f"Reply {agreed.next}".strip())
        dialog.fileSelected.connect(lambda file: self._save_reply(Path(file), data, card))
        dialog.open()

    def _save_reply(self, path: Path, data: bytes, card: SupervisorCard) -> None:
        if self._window.attempt(lambda: atomic_write(path, data)):
            card.clear_reply()
            self._window.tell(f"Saved {path.name}. Nothing was sent anywhere: hand it over.")

    def make_team_page(self) -> None:
        """Ask for packs, and make the page of a team of them."""
        self._ask_for_packs("Packs of a team", partial(self._save_page, "Team page", self._team_page))

    def make_overview(self) -> None:
        """Ask for packs, and make an overview of them."""
        self._ask_for_packs("Packs", partial(self._save_page, "Overview", page))

    def _team_page(self, found: Collected) -> bytes:
        sets = list(self._ground.reference.yardstick.sets.values())
        if not team(found, sets):
            why = "None of these files has a code name and marks."
            raise Problem("F33", why, "Packs are saved as JSON, with a name on them and principles in them.")
        return team_page(found, sets)

    def _ask_for_packs(self, title: str, then: Callable[[Sequence[str]], None]) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("Packs (*.json)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(then)
        dialog.open()

    def _save_page(self, name: str, make: Callable[[Collected], bytes], files: Sequence[str]) -> None:
        paths = [Path(file) for file in files]
        dialog = self._saving(f"Save the {name.lower()}", "Web page", ".html", name)
        dialog.fileSelected.connect(lambda file: self._write_page(Path(file), make, paths))
        dialog.open()

    def _write_page(self, path: Path, make: Callable[[Collected], bytes], packs: list[Path]) -> None:
        def deed() -> str:
            found = collect(packs)
            atomic_write(path, make(found))
            left = f" Left out: {words.count(len(found.skipped), 'file')}." if found.skipped else ""
            return f"Saved {path.name}, of {words.count(found.files, 'file')}.{left}"

        work = Work(deed, self)
        work.done.connect(self._tell_saved)
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, told: object) -> None:
        self._window.tell(str(told))

    def _saving(self, title: str, kind: str, suffix: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind} (*{suffix})")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        if self._window.settings.save_folder:
            dialog.setDirectory(self._window.settings.save_folder)
        dialog.selectFile(f"{name}{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _finish(self) -> None:
        for work in self.findChildren(Work):
            work.wait()
