"""Saving a summary: where, as what, and beside the window's own work."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from hrtrainer.export.formats import FORMATS
from hrtrainer.forming.making import made
from hrtrainer.history.atomic import atomic_write
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window
from hrtrainer.session.packing import Choices, packed
from hrtrainer.session.summarise import summarise
from hrtrainer.session.summary import Summary
from hrtrainer.sitting import Sitting


class Saving(QObject):
    """Asks where, writes all or nothing, and tells."""

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.closing.connect(self._finish)

    def _finish(self) -> None:
        """A file that is being written is written to its end before the window goes."""
        for work in self.findChildren(Work):
            work.wait()

    def save(self, sitting: Sitting, form: str) -> None:
        """Ask where to save a session's summary in a format, and save it there."""
        summary = summarise(sitting.session, sitting.reference, self._ground.today())
        known = FORMATS[form]
        dialog = QFileDialog(self._window, "Save the summary")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{known.label} (*{known.suffix})")
        dialog.setDefaultSuffix(known.suffix.removeprefix("."))
        if self._window.settings.save_folder:
            dialog.setDirectory(self._window.settings.save_folder)
        dialog.selectFile(f"{summary.scenario} {summary.day}{known.suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(_Writer(self, summary, form).write)
        dialog.open()

    def write(self, summary: Summary, form: str, path: Path) -> None:
        """Write a summary beside the window's own work."""
        fonts = self._ground.paths.fonts
        self._window.change_settings(self._window.settings._replace(save_folder=str(path.parent)))
        self._window.tell(f"Saving {path.name} …")

        def deed() -> str:
            atomic_write(path, made(packed([summary], Choices()), form, fonts))
            return path.name

        work = Work(deed, self)
        work.done.connect(self._tell_saved)
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, name: object) -> None:
        self._window.tell(f"Saved {name}. Nothing was sent anywhere.")


class _Writer(QObject):
    """Remembers what a dialog was opened for."""

    def __init__(self, saving: Saving, summary: Summary, form: str) -> None:
        super().__init__(saving)
        self._saving, self._summary, self._form = saving, summary, form

    def write(self, path: str) -> None:
        self._saving.write(self._summary, self._form, Path(path))
        self.deleteLater()
