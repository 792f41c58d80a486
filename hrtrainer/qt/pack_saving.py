"""The files of a pack: where it is saved, and the organisation's form that it is saved in."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from hrtrainer.export.form import Form
from hrtrainer.export.formats import FORMATS
from hrtrainer.export.naming import file_name
from hrtrainer.forming.reading import read_form
from hrtrainer.history.atomic import atomic_write
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window
from hrtrainer.session.packing import Pack


class PackFiles(QObject):
    """Asks where, writes all or nothing, and tells. `saved` tells the format and the name of the file."""

    saved = Signal(str, str)
    form_chosen = Signal(str)

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        window.closing.connect(self._finish)

    def _finish(self) -> None:
        """A file that is being written is written to its end before the window goes."""
        for work in self.findChildren(Work):
            work.wait()

    def save(self, pack: Pack, form: str, house: Form) -> None:
        """Ask where to save a pack, and save that very pack there. A file that is there is only replaced on a yes."""
        known = FORMATS[form]
        first = pack.sessions[0]
        name = file_name(" ".join(one for one in (pack.code_name, first.title, first.day) if one), known.suffix)
        dialog = self._dialog("Save the pack", f"{known.label} (*{known.suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(known.suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(pack, form, house, Path(path)))
        dialog.open()

    def _dialog(self, title: str, filters: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setNameFilter(filters)
        if self._window.settings.save_folder:
            dialog.setDirectory(self._window.settings.save_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def write(self, pack: Pack, form: str, house: Form, path: Path) -> None:
        """Write a pack beside the window's own work."""
        fonts, paper = self._ground.paths.fonts, self._window.settings.paper
        self._window.change_settings(self._window.settings._replace(save_folder=str(path.parent)))
        self._window.tell(f"Saving {path.name} …")

        def deed() -> str:
            from hrtrainer.forming.making import made  # what fills a Word form starts a process of its own

            atomic_write(path, made(pack, form, fonts, paper, house))
            return path.name

        work = Work(deed, self)
        work.done.connect(lambda name: self._tell_saved(form, str(name)))
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, form: str, name: str) -> None:
        self._window.tell(f"Saved {name}. Nothing was sent anywhere.")
        self.saved.emit(form, name)

    def ask_for_form(self) -> None:
        """Ask for the file of an organisation's form."""
        dialog = self._dialog("Our form", "Form (*.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._try_form)
        dialog.open()

    def _try_form(self, path: str) -> None:
        """Use a form, if it can be read."""
        if self._window.attempt(lambda: self.form_in(path)):
            self.form_chosen.emit(path)

    @staticmethod
    def form_in(path: str) -> Form:
        """The form in a file. Raises Problem E12."""
        return read_form(Path(path))
