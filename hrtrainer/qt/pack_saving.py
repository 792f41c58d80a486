"""The files of a pack: where it is saved, and the organisation's form that it is saved in."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hrtrainer.export.form import USUAL_FORM, Form
from hrtrainer.export.formats import FORMATS
from hrtrainer.export.naming import file_name
from hrtrainer.forming.proving import Proof, Wanted
from hrtrainer.forming.reading import read_form
from hrtrainer.history.atomic import atomic_write
from hrtrainer.qt.asking_where import ask_for_file, ask_where
from hrtrainer.qt.background import Work
from hrtrainer.qt.ground import Ground
from hrtrainer.qt.window import Window
from hrtrainer.sending.choosing import records_for
from hrtrainer.session.packing import Pack
from hrtrainer.sitting import Sitting


class PackFiles(QObject):
    """Asks where, writes all or nothing, and tells. `saved` tells the format, the name of the file, and the note."""

    saved = Signal(str, str, object)
    form_chosen = Signal()

    def __init__(self, window: Window, ground: Ground) -> None:
        super().__init__(window)
        self._window, self._ground = window, ground
        self.house, self._house_read = USUAL_FORM, ""
        window.finishing.connect(self._finish)

    def _finish(self) -> None:
        """A file that is being written is written to its end, and noted, before the window goes."""
        for work in self.findChildren(Work):
            work.end()

    # Saving

    def save(self, wanted: Wanted, proof: Proof | None, note: object) -> None:
        """Ask where to save a pack, and save there the very bytes of its proof, or what would be the same.

        A file that is there is only replaced on a yes. `note` comes back with `saved`.
        """
        known, pack = FORMATS[wanted.form], wanted.pack
        first = pack.sessions[0]
        name = file_name(" ".join(one for one in (pack.code_name, first.title, first.day) if one), "")
        write = partial(self.write, wanted, proof, note)
        ask_where(self._window, "Save the pack", name, ((known.label, known.suffix),), write)

    def write(self, wanted: Wanted, proof: Proof | None, note: object, path: Path) -> None:
        """Write a pack beside the window's own work."""
        fonts = self._ground.paths.fonts
        self._window.tell(f"Saving {path.name} …")

        def deed() -> str:
            atomic_write(path, proof.data if proof is not None else wanted.file(fonts))
            return path.name

        work = Work(deed, self)
        work.done.connect(lambda name: self._tell_saved(wanted.form, str(name), note))
        work.failed.connect(self._window.tell_problem)
        work.begin()

    def _tell_saved(self, form: str, name: str, note: object) -> None:
        self._window.tell(f"Saved {name}. Nothing was sent anywhere.")
        self.saved.emit(form, name, note)

    def wanted(self, pack: Pack, form: str, sittings: Iterable[Sitting], date: str) -> Wanted:
        """A pack of these sittings as it would be saved now, with `date` told of it. Raises Problem N01, N06, E01."""
        records = records_for(form, (one.session for one in sittings), date, self._ground.paths)
        return Wanted(pack, form, self._window.settings.paper, self.read_house(), records)

    # The form

    def read_house(self) -> Form:
        """The organisation's form, read anew when another one is set than was read. What cannot be read is told."""
        wanted = self._window.settings.form_file
        if wanted != self._house_read:
            self.house, self._house_read = USUAL_FORM, wanted
            if wanted:
                self._window.attempt(lambda: self._use(Path(wanted)))
        return self.house

    def _use(self, path: Path) -> None:
        self.house = read_form(path)

    def ask_for_form(self) -> None:
        """Ask for the file of an organisation's form."""
        ask_for_file(self._window, "Our form", ("Form", ".json"), self.take_form)

    def take_form(self, path: Path) -> None:
        """Use a form from now on. Raises Problem E12 if it cannot be read; then all stays as it was."""
        read_form(path)
        self._set_form(str(path))

    def drop_form(self) -> None:
        """Go back to the usual form."""
        self._set_form("")

    def _set_form(self, path: str) -> None:
        self.house, self._house_read = USUAL_FORM, ""
        self._window.change_settings(self._window.settings._replace(form_file=path))
        self.form_chosen.emit()
